import { forEachChild } from 'unbash';
import type {
  ArithmeticExpression,
  AssignmentPrefix,
  DoubleQuotedChild,
  HereDoc,
  ParsedScript,
  SyntaxNode,
  Word,
  WordPart,
} from 'unbash';
import type { ShellAssignment, ShellCommand, ShellExpansion, ShellWord } from './shell-command.ts';

type Quoting = ShellExpansion['quoting'];
/** Gives the commands of a substitution, whose texts are part of the program's. */
export type ReadCommands = (
  script: ParsedScript,
  at: { readonly start: number; readonly end: number },
) => readonly ShellCommand[];

const none: readonly ShellExpansion[] = [];

/** Reads words: what is fixed in them, what is expanded, and how it is quoted. */
export function readWord(word: Word, read: ReadCommands): ShellWord {
  const { text, parts, pos: start, end } = word;
  let expansions = none;
  // Most words have no parts, or one that is fixed.
  if (parts !== undefined && !(parts.length === 1 && parts[0]?.type === 'Literal')) {
    const found: ShellExpansion[] = [];
    for (const part of parts) found.push(...expansionsOf(part, 'none', read));
    if (found.length > 0) expansions = found;
  }
  if (expansions.length > 0) return { text, prefix: fixedPrefix(parts ?? []), expansions, start, end };
  const { value } = word;
  return { text, value, prefix: value, expansions, start, end };
}

export function readAssignment(assignment: AssignmentPrefix, read: ReadCommands): ShellAssignment {
  const { name, value, append, pos, end } = assignment;
  return {
    name,
    ...(value.type === 'Word'
      ? { value: readWord(value, read) }
      : { elements: value.elements.map((element) => readWord(element, read)) }),
    append: append === true,
    start: pos,
    end,
  };
}

/** A here-document as a word; nothing is expanded when its delimiter is quoted. */
export function readHereDocument(document: HereDoc, read: ReadCommands): ShellWord {
  const { body, delimiter } = document;
  const parts = delimiter?.quoted === true ? [] : (body.parts ?? []);
  const expansions = parts.flatMap((part) => expansionsOf(part, 'heredoc', read));
  return {
    text: body.text,
    ...(expansions.length === 0 && { value: body.text }),
    prefix: fixedPrefix(parts),
    expansions,
    start: body.pos,
    end: body.end,
  };
}

function expansionsOf(
  part: WordPart | DoubleQuotedChild,
  quoting: Quoting,
  read: ReadCommands,
): readonly ShellExpansion[] {
  if (part.type === 'Literal' || part.type === 'SingleQuoted') return none;
  const range = { start: part.pos, end: part.end };
  switch (part.type) {
    case 'SimpleExpansion':
      return [{ kind: 'variable', name: part.text.slice(1), quoting, ...range }];
    case 'ParameterExpansion': {
      const { operation, prefix } = part;
      const form = prefix === '#' ? 'length' : prefix === '!' ? 'indirect' : undefined;
      return [
        {
          kind: 'variable',
          name: part.parameter,
          quoting,
          ...(operation && { operation }),
          ...(form && { form }),
          ...range,
        },
        ...operandsOf(part, quoting, read),
      ];
    }
    case 'CommandExpansion':
    case 'ProcessSubstitution': {
      const kind = part.type === 'CommandExpansion' ? 'command' : 'process';
      return [{ kind, quoting, ...(part.script && { commands: read(part.script, range) }), ...range }];
    }
    case 'ArithmeticExpansion':
      return [{ kind: 'arithmetic', quoting, names: namesIn(part.expression), ...range }];
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.flatMap((child) => expansionsOf(child, quoting === 'heredoc' ? quoting : 'double', read));
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return (part.parts ?? []).flatMap((child) => expansionsOf(child, quoting, read));
    default:
      return none;
  }
}

/** `${A:-$B}` expands B too. */
function operandsOf(
  part: Extract<WordPart, { type: 'ParameterExpansion' }>,
  quoting: Quoting,
  read: ReadCommands,
): readonly ShellExpansion[] {
  const { operation } = part;
  const operands: readonly (Word | undefined)[] =
    operation?.type === 'Default' ? [operation.operand] : operation?.type === 'Replace' ? [operation.replacement] : [];
  return operands.flatMap((word) => (word?.parts ?? []).flatMap((child) => expansionsOf(child, quoting, read)));
}

/** The variables of an arithmetic expression, written with or without a dollar. */
export function namesIn(expression: ArithmeticExpression | undefined): readonly string[] {
  const names: string[] = [];
  const collect = (node: SyntaxNode): void => {
    if (node.type === 'ArithmeticWord' && /^[A-Za-z_]\w*$/.test(node.value)) names.push(node.value);
    if (node.type === 'SimpleExpansion') names.push(node.text.slice(1));
    if (node.type === 'ParameterExpansion' && node.prefix !== '#') names.push(node.parameter);
    forEachChild(node, collect);
  };
  if (expression) collect(expression);
  return names;
}

function fixedPrefix(parts: readonly (WordPart | DoubleQuotedChild)[]): string {
  let prefix = '';
  for (const part of parts) {
    if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') {
      prefix += fixedPrefix(part.parts);
      if (part.parts.some((child) => child.type !== 'Literal')) return prefix;
    } else if ('value' in part && typeof part.value === 'string') {
      prefix += part.value;
    } else {
      return prefix;
    }
  }
  return prefix;
}
