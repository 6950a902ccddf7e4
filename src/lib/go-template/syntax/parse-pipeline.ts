import type { Command, Operand, Pipeline } from './node.ts';
import { parseNumber } from './parse-number.ts';
import { printNode } from './print-node.ts';
import type { TokenKind } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { unquote } from './unquote.ts';

/** What names mean where a pipeline stands. */
export interface Scope {
  readonly functions: { has(name: string): boolean };
  /** Variables in sight, the last declared last. */
  readonly variables: string[];
}

const deepest = 200;

/** Parses a pipeline and takes the token that ends it. `context` names it in messages. */
export function parsePipeline(tokens: TokenStream, scope: Scope, context: string, end: TokenKind, depth = 0): Pipeline {
  if (depth > deepest) tokens.fail('parentheses are nested too deeply');
  const { position } = tokens.peekAfterSpace();
  const { variables, assigns } = parseDeclarations(tokens, scope, context);
  const commands: Command[] = [];
  for (;;) {
    const token = tokens.nextAfterSpace();
    if (token.kind === end) break;
    if (!startsOperand.has(token.kind)) tokens.unexpected(token, context);
    tokens.back();
    commands.push(parseCommand(tokens, scope, depth));
  }
  if (commands.length === 0) tokens.fail(`missing value for ${context}`);
  for (const [index, { operands }] of commands.entries()) {
    if (index > 0 && notExecutable.has(operands[0]?.kind ?? 'nil')) {
      tokens.fail(`non executable command in pipeline stage ${index + 1}`);
    }
  }
  return { kind: 'pipeline', position, variables, assigns, commands };
}

const startsOperand = new Set<TokenKind>([
  'boolean',
  'characterConstant',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'rawString',
  'string',
  'variable',
  'leftParenthesis',
]);
const notExecutable = new Set<Operand['kind']>(['boolean', 'dot', 'nil', 'number', 'string']);

function parseDeclarations(
  tokens: TokenStream,
  { variables: visible }: Scope,
  context: string,
): { readonly variables: readonly string[]; readonly assigns: boolean } {
  const variables: string[] = [];
  for (;;) {
    const variable = tokens.peekAfterSpace();
    if (variable.kind !== 'variable') return { variables, assigns: false };
    const spaced = tokens.peek(1).kind === 'space';
    const follower = tokens.peek(spaced ? 2 : 1);
    if (follower.kind !== 'assign' && follower.kind !== 'declare' && follower.text !== ',') {
      return { variables, assigns: false };
    }
    tokens.next();
    tokens.nextAfterSpace();
    variables.push(variable.text);
    visible.push(variable.text);
    if (follower.kind !== 'character') return { variables, assigns: follower.kind === 'assign' };
    if (context !== 'range' || variables.length > 1) tokens.fail(`too many declarations in ${context}`);
    const { kind } = tokens.peekAfterSpace();
    if (kind !== 'variable' && kind !== 'rightDelimiter' && kind !== 'rightParenthesis') {
      tokens.fail('range can only initialize variables');
    }
  }
}

function parseCommand(tokens: TokenStream, scope: Scope, depth: number): Command {
  const { position } = tokens.peekAfterSpace();
  const operands: Operand[] = [];
  for (;;) {
    tokens.peekAfterSpace();
    const operand = parseOperand(tokens, scope, depth);
    if (operand !== undefined) operands.push(operand);
    const token = tokens.next();
    if (token.kind === 'space') continue;
    if (token.kind === 'rightDelimiter' || token.kind === 'rightParenthesis') tokens.back();
    else if (token.kind !== 'pipe') tokens.unexpected(token, 'operand');
    break;
  }
  if (operands.length === 0) tokens.fail('empty command');
  return { kind: 'command', position, operands };
}

function parseOperand(tokens: TokenStream, scope: Scope, depth: number): Operand | undefined {
  const term = parseTerm(tokens, scope, depth);
  if (term === undefined || tokens.peek().kind !== 'field') return term;
  const { position } = tokens.peek();
  const names: string[] = [];
  while (tokens.peek().kind === 'field') names.push(tokens.next().text.slice(1));
  switch (term.kind) {
    case 'field':
      return { kind: 'field', position, names: [...term.names, ...names] };
    case 'variable':
      return { kind: 'variable', position, names: [...term.names, ...names] };
    case 'boolean':
    case 'string':
    case 'number':
    case 'nil':
    case 'dot':
      return tokens.fail(`unexpected . after term ${JSON.stringify(printNode(term))}`);
    default:
      return { kind: 'chain', position, of: term, names };
  }
}

function parseTerm(tokens: TokenStream, scope: Scope, depth: number): Operand | undefined {
  const { kind, text, position } = tokens.nextAfterSpace();
  switch (kind) {
    case 'identifier':
      if (!scope.functions.has(text)) tokens.fail(`function ${JSON.stringify(text)} not defined`);
      return { kind, name: text, position };
    case 'dot':
    case 'nil':
      return { kind, position };
    case 'variable':
      if (!scope.variables.includes(text)) tokens.fail(`undefined variable ${JSON.stringify(text)}`);
      return { kind, names: [text], position };
    case 'field':
      return { kind, names: [text.slice(1)], position };
    case 'boolean':
      return { kind, value: text === 'true', position };
    case 'characterConstant':
    case 'number': {
      const number = parseNumber(text, position);
      return typeof number === 'string' ? tokens.fail(number) : number;
    }
    case 'leftParenthesis':
      return parsePipeline(tokens, scope, 'parenthesized pipeline', 'rightParenthesis', depth + 1);
    case 'string':
    case 'rawString': {
      const value = unquote(text) ?? tokens.fail('invalid syntax');
      return { kind: 'string', source: text, value, position };
    }
    default:
      tokens.back();
      return undefined;
  }
}
