import { Lexer } from './lexer.ts';
import type { Branch, Node } from './node.ts';
import { parsePipeline, type Scope } from './parse-pipeline.ts';
import { TokenStream } from './token-stream.ts';
import type { Token } from './token.ts';
import { unquote } from './unquote.ts';

/** The templates of a text by name: the text itself and those that it defines. */
export type Templates = ReadonlyMap<string, readonly Node[]>;

const deepest = 200;

/**
 * Parses the text (bytes) of a template in the language of Go's text/template. `name` is the template's own, and stands
 * in messages. Throws `TemplateError`.
 */
export function parseTemplates(text: string, name: string, functions: Scope['functions']): Templates {
  return new Parser(new TokenStream(new Lexer(text).tokens(), name), name, functions).parse();
}

type Closing = 'end' | 'else';

class Parser {
  readonly #tokens: TokenStream;
  readonly #name: string;
  #scope: Scope;
  readonly #templates = new Map<string, readonly Node[]>();
  #loops = 0;
  #depth = 0;

  constructor(tokens: TokenStream, name: string, functions: Scope['functions']) {
    this.#tokens = tokens;
    this.#name = name;
    this.#scope = { functions, variables: ['$'] };
  }

  parse(): Templates {
    const nodes: Node[] = [];
    while (this.#tokens.peek().kind !== 'end') {
      if (this.#tokens.peek().kind === 'leftDelimiter') {
        const token = this.#peekInAction();
        if (token.kind === 'keyword' && token.text === 'define') {
          this.#parseDefinition();
          continue;
        }
      }
      const node = this.#parseNode();
      if (typeof node === 'string') this.#tokens.fail(`unexpected {{${node}}}`);
      nodes.push(node);
    }
    this.#add(this.#name, nodes);
    return this.#templates;
  }

  /** The first token of the action that comes next. */
  #peekInAction(): Token {
    let ahead = 1;
    while (this.#tokens.peek(ahead).kind === 'space') ahead++;
    return this.#tokens.peek(ahead);
  }

  #parseDefinition(): void {
    this.#tokens.next();
    this.#tokens.nextAfterSpace();
    const name = this.#parseName('define clause');
    this.#tokens.expect('rightDelimiter', 'define clause');
    const outer = this.#scope;
    this.#scope = { functions: outer.functions, variables: ['$'] };
    const { nodes, closing } = this.#parseList();
    if (closing !== 'end') this.#tokens.fail(`unexpected {{${closing}}} in define clause`);
    this.#scope = outer;
    this.#add(name, nodes);
  }

  /** An empty template gives way to another one of its name. */
  #add(name: string, nodes: readonly Node[]): void {
    const known = this.#templates.get(name);
    if (known === undefined || isEmpty(known)) this.#templates.set(name, nodes);
    else if (!isEmpty(nodes)) this.#tokens.fail(`template: multiple definition of template ${JSON.stringify(name)}`);
  }

  #parseList(): { readonly nodes: readonly Node[]; readonly closing: Closing } {
    if (++this.#depth > deepest) this.#tokens.fail('actions are nested too deeply');
    const nodes: Node[] = [];
    while (this.#tokens.peekAfterSpace().kind !== 'end') {
      const node = this.#parseNode();
      if (typeof node === 'string') {
        this.#depth--;
        return { nodes, closing: node };
      }
      nodes.push(node);
    }
    this.#tokens.next();
    return this.#tokens.fail('unexpected EOF');
  }

  #parseNode(): Node | Closing {
    const token = this.#tokens.nextAfterSpace();
    if (token.kind === 'text') return { kind: 'text', text: token.text, position: token.position };
    if (token.kind !== 'leftDelimiter') this.#tokens.unexpected(token, 'input');
    const first = this.#tokens.nextAfterSpace();
    if (first.kind === 'keyword') {
      switch (first.text) {
        case 'block':
          return this.#parseBlock();
        case 'break':
        case 'continue':
          return this.#parseLoopControl(first, first.text);
        case 'else':
          return this.#parseElse();
        case 'end':
          this.#tokens.expect('rightDelimiter', 'end');
          return 'end';
        case 'if':
        case 'range':
        case 'with':
          return this.#parseBranch(first, first.text);
        case 'template':
          return this.#parseCall();
        default:
          break;
      }
    }
    this.#tokens.back();
    const { position } = this.#tokens.peek();
    const pipeline = parsePipeline(this.#tokens, this.#scope, 'command', 'rightDelimiter');
    return { kind: 'action', position, pipeline };
  }

  #parseElse(): Closing {
    const { kind, text } = this.#tokens.peekAfterSpace();
    // `else if` is read as the beginning of another action.
    if (kind !== 'keyword' || (text !== 'if' && text !== 'with')) this.#tokens.expect('rightDelimiter', 'else');
    return 'else';
  }

  #parseLoopControl({ position }: Token, kind: 'break' | 'continue'): Node {
    const token = this.#tokens.nextAfterSpace();
    if (token.kind !== 'rightDelimiter') this.#tokens.unexpected(token, `{{${kind}}}`);
    if (this.#loops === 0) this.#tokens.fail(`{{${kind}}} outside {{range}}`);
    return { kind, position };
  }

  #parseBranch({ position }: Token, kind: Branch['kind']): Branch {
    const mark = this.#scope.variables.length;
    const pipeline = parsePipeline(this.#tokens, this.#scope, kind, 'rightDelimiter');
    if (kind === 'range') this.#loops++;
    const { nodes: body, closing } = this.#parseList();
    if (kind === 'range') this.#loops--;
    const otherwise = closing === 'else' ? this.#parseOtherwise(kind) : undefined;
    this.#scope.variables.length = mark;
    return { kind, position, pipeline, body, otherwise };
  }

  #parseOtherwise(kind: Branch['kind']): readonly Node[] {
    const token = this.#tokens.peek();
    if (token.kind === 'keyword' && token.text === kind && kind !== 'range') {
      this.#tokens.next();
      return [this.#parseBranch(token, kind)];
    }
    const { nodes, closing } = this.#parseList();
    if (closing !== 'end') this.#tokens.fail(`expected end; found {{${closing}}}`);
    return nodes;
  }

  #parseBlock(): Node {
    const { position } = this.#tokens.peekAfterSpace();
    const name = this.#parseName('block clause');
    const pipeline = parsePipeline(this.#tokens, this.#scope, 'block clause', 'rightDelimiter');
    const outer = this.#scope;
    this.#scope = { functions: outer.functions, variables: ['$'] };
    const { nodes, closing } = this.#parseList();
    if (closing !== 'end') this.#tokens.fail(`unexpected {{${closing}}} in block clause`);
    this.#scope = outer;
    this.#add(name, nodes);
    return { kind: 'template', name, pipeline, position };
  }

  #parseCall(): Node {
    const { position } = this.#tokens.peekAfterSpace();
    const name = this.#parseName('template clause');
    if (this.#tokens.nextAfterSpace().kind === 'rightDelimiter') {
      return { kind: 'template', name, pipeline: undefined, position };
    }
    this.#tokens.back();
    const pipeline = parsePipeline(this.#tokens, this.#scope, 'template clause', 'rightDelimiter');
    return { kind: 'template', name, pipeline, position };
  }

  #parseName(context: string): string {
    const token = this.#tokens.nextAfterSpace();
    if (token.kind !== 'string' && token.kind !== 'rawString') this.#tokens.unexpected(token, context);
    return unquote(token.text) ?? this.#tokens.fail('invalid syntax');
  }
}

/** Whether a template says nothing: white space at most. */
function isEmpty(nodes: readonly Node[]): boolean {
  return nodes.every((node) => node.kind === 'text' && /^[ \t\r\n]*$/.test(node.text));
}
