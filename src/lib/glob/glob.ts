import { type GlobNode, GlobSyntaxError, parseGlob } from './glob-syntax.ts';
import { accepts, assemble, type Program } from './program.ts';

export interface Glob {
  readonly pattern: string;
  matches(text: string): boolean;
}

/**
 * A glob of repository-relative paths in the manner of gitignore(5): `*` and `?` stay within a segment, `**` is any
 * number of segments, `[a-z]` one of a set, `{a,b}` either, `\` takes the next character as it is.
 *
 * - Without a slash before its end the pattern matches at any depth: `*.pem`. Otherwise it is anchored at the root.
 * - With a slash at its end it matches everything in the directories of that name: `vendor/`.
 * - A last segment without wildcards is a file or a directory with everything in it: `infra/legacy`.
 *
 * Matching takes time proportional to the product of both lengths whatever the pattern.
 * @throws GlobSyntaxError
 */
export function compilePathGlob(pattern: string): Glob {
  const body = pattern.startsWith('/') ? pattern.slice(1) : pattern;
  if (body === '') throw new GlobSyntaxError('the pattern is empty');
  if (pattern.startsWith('!'))
    throw new GlobSyntaxError(String.raw`a pattern can not start with "!"; write "\!" for a literal one`);
  const anchored = pattern.slice(0, -1).includes('/');
  const core = body.endsWith('/') ? `${body}**` : body;
  const nodes = parseGlob(anchored ? core : `**/${core}`);
  const lastSegment = body.slice(body.lastIndexOf('/') + 1);
  const isPlain = lastSegment !== '' && !/[*?[{\\]/.test(lastSegment) && !lastSegment.includes('}');
  return fromNodes(pattern, isPlain ? [...nodes, beneath] : nodes);
}

/** A glob of words such as rule ids, where a slash is a character like any other and `*` crosses it. @throws GlobSyntaxError */
export function compileWordGlob(pattern: string): Glob {
  return fromNodes(pattern, parseGlob(pattern).map(acrossSlashes));
}

/** Nothing, or a slash and more. */
const beneath: GlobNode = {
  kind: 'choice',
  branches: [[], [{ kind: 'character', code: 47 }, { kind: 'rest' }]],
};

function acrossSlashes(node: GlobNode): GlobNode {
  if (node.kind === 'many') return { kind: 'choice', branches: [[], [{ kind: 'rest' }]] };
  if (node.kind !== 'choice') return node;
  return { kind: 'choice', branches: node.branches.map((branch) => branch.map(acrossSlashes)) };
}

function fromNodes(pattern: string, nodes: readonly GlobNode[]): Glob {
  const prefix = literalPrefix(nodes);
  const ending = literalSuffix(nodes);
  if (prefix.length === nodes.length) return { pattern, matches: (text) => text === prefix };
  let program: Program | undefined;
  return {
    pattern,
    matches(text) {
      // Most paths differ from most patterns in how they begin or end.
      if (!text.startsWith(prefix) || !text.endsWith(ending)) return false;
      return accepts((program ??= assemble(nodes)), text);
    },
  };
}

function literalPrefix(nodes: readonly GlobNode[]): string {
  const end = nodes.findIndex((node) => node.kind !== 'character');
  return literal(end === -1 ? nodes : nodes.slice(0, end));
}

function literalSuffix(nodes: readonly GlobNode[]): string {
  return literal(nodes.slice(nodes.findLastIndex((node) => node.kind !== 'character') + 1));
}

function literal(nodes: readonly GlobNode[]): string {
  return nodes.map((node) => (node.kind === 'character' ? String.fromCodePoint(node.code) : '')).join('');
}
