import { parseShell } from '../../../lib/shell/parse-shell.ts';
import type { ShellProgram } from '../../../lib/shell/shell-command.ts';
import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import type { ProgramText } from './program-text.ts';

interface RecipeLine {
  /** Where it begins in the program, and where it stands in the file. */
  readonly start: number;
  readonly at: TextRange;
}

/** The commands that `make TARGET` runs, its prerequisites' first; places are whole lines. */
export class RecipeProgram implements ProgramText {
  readonly program: ShellProgram;
  readonly #lines: readonly RecipeLine[];

  constructor(lines: readonly { readonly text: string; readonly at: TextRange }[]) {
    const placed: RecipeLine[] = [];
    let text = '';
    for (const line of lines) {
      placed.push({ start: text.length, at: line.at });
      text += `${line.text}\n`;
    }
    this.#lines = placed;
    this.program = parseShell(text);
  }

  range(start: number): TextRange {
    const line = this.#lines.findLast((one) => one.start <= start) ?? this.#lines[0];
    if (!line) throw new Error('a recipe has at least one line');
    return line.at;
  }
}

const deepest = 5;

/** What `make TARGET` runs; undefined when there is nothing. Without a target it is the first. */
export function readRecipe(rules: MakeRules, target: string | undefined): RecipeProgram | undefined {
  const wanted = target ?? [...rules.keys()].find((name) => !name.startsWith('.'));
  if (wanted === undefined) return undefined;
  const lines = collect(rules, wanted, new Set(), 0);
  return lines.length > 0 ? new RecipeProgram(lines) : undefined;
}

/** The rules of a makefile by their targets. */
export type MakeRules = ReadonlyMap<string, Rule>;

interface Rule {
  readonly prerequisites: readonly string[];
  readonly recipe: { text: string; at: TextRange }[];
}

function collect(
  rules: ReadonlyMap<string, Rule>,
  target: string,
  seen: Set<string>,
  depth: number,
): readonly { readonly text: string; readonly at: TextRange }[] {
  const rule = rules.get(target);
  if (!rule || seen.has(target) || depth > deepest) return [];
  seen.add(target);
  return [...rule.prerequisites.flatMap((name) => collect(rules, name, seen, depth + 1)), ...rule.recipe];
}

/** Reads a makefile (GNU make manual, "Writing Recipes"); conditions and includes are not followed. */
export function readMakefile(source: SourceText): MakeRules {
  const rules = new Map<string, Rule>();
  let current: readonly Rule[] = [];
  let offset = 0;
  for (const line of source.text.split('\n')) {
    const at = { source, start: offset, end: offset + line.length };
    offset += line.length + 1;
    if (line.startsWith('\t')) {
      const text = line.replace(/^\t[@+-]*/, '').replace(/\r$/, '');
      for (const rule of current) rule.recipe.push({ text: asShell(text), at });
      continue;
    }
    const head = /^([\w./ -]+?)\s*::?(?!=)\s*([^=;#]*)$/.exec(line);
    if (!head) {
      if (!/^\s*(?:#|$)/.test(line)) current = [];
      continue;
    }
    const prerequisites = (head[2] ?? '').split(/\s+/).filter((name) => name !== '');
    current = (head[1] ?? '').split(/\s+/).map((name) => {
      const rule = rules.get(name) ?? { prerequisites, recipe: [] };
      rules.set(name, rule);
      return rule;
    });
  }
  return rules;
}

/** `$$X` is the shell's `$X`; `$(X)` and `${X}` are make's, put in as text, which a shell can not tell from its own. */
function asShell(text: string): string {
  return text.replace(/\$\$|\$\((\w+)\)/g, (all, name?: string) => (all === '$$' ? '$' : `\${${name ?? ''}}`));
}
