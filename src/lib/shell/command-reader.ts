import { forEachChild } from 'unbash';
import type {
  AndOr,
  ArithmeticCommand,
  Assignment,
  Case,
  Command,
  Elif,
  For,
  Function as FunctionNode,
  If,
  ParsedScript,
  Pipeline,
  Redirection,
  Select,
  Statement,
  SyntaxNode,
  TestCommand,
  While,
} from 'unbash';
import { namesIn, readAssignment, readHereDocument, readWord, type ReadCommands } from './read-word.ts';
import type { ShellAssignment, ShellCommand, ShellFrame, ShellRedirect, ShellWord } from './shell-command.ts';
import { stripWrappers } from './strip-wrappers.ts';

type Frames = readonly ShellFrame[];

/** Builtins whose operands `NAME=VALUE` assign. */
const declarations: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);

const noRedirects: readonly ShellRedirect[] = [];

/** Collects the commands of a syntax tree with what surrounds them. One instance reads one program. */
export class CommandReader {
  readonly #all: ShellCommand[] = [];

  read(script: ParsedScript): readonly ShellCommand[] {
    this.#visitChildren(script, []);
    return this.#all;
  }

  /** Visits a node and gives the commands that it adds. */
  #visit(node: SyntaxNode, frames: Frames): readonly ShellCommand[] {
    const before = this.#all.length;
    switch (node.type) {
      case 'Statement':
        this.#visitStatement(node, frames);
        break;
      case 'Command':
        this.#readCommand(node, frames);
        break;
      case 'Pipeline':
        this.#visitPipeline(node, frames);
        break;
      case 'AndOr':
        this.#visitAndOr(node, frames);
        break;
      case 'If':
      case 'While':
        this.#visitConditional(node, frames);
        break;
      case 'Elif':
        this.#visitBranch(node, frames);
        break;
      case 'Case':
        this.#visitCase(node, frames);
        break;
      case 'For':
      case 'Select':
        this.#visitFor(node, frames);
        break;
      case 'ArithmeticCommand':
        this.#readArithmetic(node, frames);
        break;
      case 'ArithmeticFor':
        this.#visitChildren(node, [...frames, { kind: 'loop' }]);
        break;
      case 'Subshell':
        this.#visitChildren(node, [...frames, { kind: 'subshell' }]);
        break;
      case 'Function':
        this.#visitFunction(node, frames);
        break;
      case 'TestCommand':
        this.#readTest(node, frames);
        break;
      case 'Redirected': {
        const redirects = this.#readRedirected(node.redirects, node, frames);
        this.#visit(node.command, [...frames, { kind: 'redirected', redirects }]);
        break;
      }
      case 'Word':
        this.#word(node, frames);
        break;
      default:
        this.#visitChildren(node, frames);
    }
    return this.#all.slice(before);
  }

  #visitChildren(node: SyntaxNode, frames: Frames): void {
    forEachChild(node, (child) => {
      this.#visit(child, frames);
    });
  }

  #visitStatement(node: Statement, frames: Frames): void {
    this.#visit(node.command, node.background === true ? [...frames, { kind: 'background' }] : frames);
  }

  #visitPipeline(node: Pipeline, frames: Frames): void {
    const negated = node.prefixes.some((prefix) => prefix.type === 'Negation');
    const outer: Frames = negated ? [...frames, { kind: 'negation' }] : frames;
    if (node.commands.length < 2) {
      for (const command of node.commands) this.#visit(command, outer);
      return;
    }
    const members: ShellCommand[][] = [];
    for (const [index, command] of node.commands.entries()) {
      members.push([...this.#visit(command, [...outer, { kind: 'pipe', index, members }])]);
    }
  }

  #visitAndOr(node: AndOr, frames: Frames): void {
    const rights = node.commands.map((): ShellCommand[] => []);
    for (const [index, command] of node.commands.entries()) {
      const following = node.operators[index];
      const left: Frames = index > 0 ? [{ kind: node.operators[index - 1] === '||' ? 'or-right' : 'and-right' }] : [];
      const right = rights[index + 1] ?? [];
      const own: Frames = following ? [{ kind: following === '||' ? 'or-left' : 'and-left', right }] : [];
      const added = this.#visit(command, [...frames, ...left, ...own]);
      rights[index]?.push(...added);
    }
  }

  #visitConditional(node: If | While, frames: Frames): void {
    if (node.type === 'While') {
      this.#visit(node.clause, [...frames, { kind: 'condition' }]);
      this.#visit(node.body, [...frames, { kind: 'loop' }]);
      return;
    }
    this.#visitBranch(node, frames);
    for (const elif of node.elif) this.#visit(elif, frames);
    if (node.else) this.#visit(node.else, [...frames, { kind: 'branch' }]);
  }

  #visitBranch(node: If | Elif, frames: Frames): void {
    const condition = this.#visit(node.clause, [...frames, { kind: 'condition' }]);
    this.#visit(node.then, [...frames, { kind: 'branch', condition }]);
  }

  #visitFor(node: For | Select, frames: Frames): void {
    const { pos, end } = node;
    const args = (node.wordlist ?? []).map((word) => this.#word(word, frames));
    const name = node.type === 'For' ? 'for' : 'select';
    const bound = { assignments: [], wrappers: [], redirects: [], frames };
    this.#all.push({ name, binds: node.name.value, args, ...bound, start: pos, end });
    this.#visit(node.body, [...frames, { kind: 'loop' }]);
  }

  #visitCase(node: Case, frames: Frames): void {
    const subject = this.#word(node.word, frames);
    for (const item of node.items) {
      const patterns = item.pattern.map((word) => this.#word(word, frames));
      this.#visit(item.body, [...frames, { kind: 'branch', subject, patterns }]);
    }
  }

  #visitFunction(node: FunctionNode, frames: Frames): void {
    this.#visit(node.body, [...frames, { kind: 'function', name: node.name.value }]);
  }

  #readTest(node: TestCommand, frames: Frames): void {
    const words: ShellWord[] = [];
    const collect = (child: SyntaxNode): void => {
      if (child.type === 'Word') words.push(this.#word(child, frames));
      else forEachChild(child, collect);
    };
    collect(node.expression);
    this.#all.push({
      name: '[[',
      args: words,
      wrappers: [],
      assignments: [],
      redirects: [],
      frames,
      test: node.expression,
      start: node.pos,
      end: node.end,
    });
  }

  #readArithmetic(node: ArithmeticCommand, frames: Frames): void {
    const place = { start: node.pos, end: node.end };
    const names = namesIn(node.expression);
    const expansions = [{ kind: 'arithmetic', quoting: 'none', names, ...place }] as const;
    const args = [{ text: node.body, prefix: '', expansions, ...place }];
    this.#all.push({ name: '((', args, wrappers: [], assignments: [], redirects: [], frames, ...place });
    this.#visitChildren(node, frames);
  }

  /** `{ a; b; } > file` and `done < file`: a command without a name holds the redirections. */
  #readRedirected(
    nodes: readonly Redirection[],
    { pos, end }: { readonly pos: number; readonly end: number },
    frames: Frames,
  ): readonly ShellRedirect[] {
    const read = this.#substitutions(frames, () => undefined);
    const redirects = nodes.map((redirect) => readRedirect(redirect, read));
    this.#all.push({ args: [], wrappers: [], assignments: [], redirects, frames, start: pos, end });
    return redirects;
  }

  #word(node: Extract<SyntaxNode, { type: 'Word' }>, frames: Frames): ShellWord {
    return readWord(
      node,
      this.#substitutions(frames, () => undefined),
    );
  }

  #readCommand(node: Command, frames: Frames): void {
    const owner: { command?: ShellCommand } = {};
    const read = this.#substitutions(frames, () => owner.command);
    const assignments: ShellAssignment[] = [];
    const assign = (part: Assignment): ShellAssignment => {
      const inValue = this.#substitutions(frames, () => owner.command, part.name);
      const assignment = readAssignment(part, inValue);
      assignments.push(assignment);
      return assignment;
    };
    for (const part of node.prefix) if (part.type === 'Assignment') assign(part);
    const own = assignments.length;
    const words = node.name ? [readWord(node.name, read)] : [];
    for (const part of node.args) {
      words.push(part.type === 'Word' ? readWord(part, read) : assignmentWord(part, assign(part)));
    }
    const { name, nameWord, args, wrappers } = stripWrappers(words);
    const assigns = declarations.has(node.name?.value ?? '');
    const rest = {
      args,
      wrappers,
      assignments: assigns || assignments.length === own ? assignments : assignments.slice(0, own),
      redirects: node.redirects.length === 0 ? noRedirects : node.redirects.map((part) => readRedirect(part, read)),
      frames,
      start: node.pos,
      end: node.end,
    };
    const command: ShellCommand =
      nameWord === undefined ? rest : name === undefined ? { nameWord, ...rest } : { name, nameWord, ...rest };
    owner.command = command;
    this.#all.push(command);
  }

  /** Reads the commands inside `$( )`. The owner is known only after its words were read, hence a function. */
  #substitutions(frames: Frames, owner: () => ShellCommand | undefined, assigned?: string): ReadCommands {
    return (script, { start, end }) => {
      const frame: ShellFrame = { kind: 'substitution', owner, ...(assigned !== undefined && { assigned }) };
      const before = this.#all.length;
      this.#visitChildren(script, [...frames, frame]);
      // Text inside escaped backticks has offsets of its own; the whole substitution is the best place there is.
      if (script.source !== undefined) {
        for (let at = before; at < this.#all.length; at++) {
          const inner = this.#all[at];
          if (inner) this.#all[at] = { ...inner, start, end };
        }
      }
      return this.#all.slice(before);
    };
  }
}

function readRedirect(redirect: Redirection, read: ReadCommands): ShellRedirect {
  const { operator, descriptor, pos, end } = redirect;
  const target =
    redirect.type === 'HereDoc' ? readHereDocument(redirect, read) : redirect.target && readWord(redirect.target, read);
  return {
    operator,
    ...(descriptor?.type === 'FileDescriptor' && { descriptor: descriptor.value }),
    ...(target && { target }),
    start: pos,
    end,
  };
}

/** An operand such as `A=$B` as the word that it also is. */
function assignmentWord({ text, pos: start, end }: Assignment, { value }: ShellAssignment): ShellWord {
  const head = text.slice(0, text.indexOf('=') + 1);
  const prefix = `${head}${value?.prefix ?? ''}`;
  const expansions = value?.expansions ?? [];
  return value?.value === undefined
    ? { text, prefix, expansions, start, end }
    : { text, value: `${head}${value.value}`, prefix, expansions, start, end };
}
