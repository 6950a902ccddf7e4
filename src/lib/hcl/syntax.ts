/**
 * What HCL is made of (HCL Native Syntax Specification 2.0). Offsets are UTF-16 units of the text, ends exclusive.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
    | { readonly kind: 'variable'; readonly name: string }
    | ({ readonly kind: 'access'; readonly target: Expression } & Access)
    /** `target[*].a[0]` and `target.*.a`: the accesses are made on every element. */
    | { readonly kind: 'splat'; readonly target: Expression; readonly each: readonly Access[] }
    | {
        readonly kind: 'call';
        /** With its namespace: `provider::aws::arn_parse`. */
        readonly name: string;
        readonly args: readonly Expression[];
        /** The last argument is a list of arguments: `max(list...)`. */
        readonly expands: boolean;
      }
    | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
    | {
        readonly kind: 'for';
        readonly keyName?: string;
        readonly valueName: string;
        readonly collection: Expression;
        /** Makes it an object. */
        readonly key?: Expression;
        readonly value: Expression;
        readonly condition?: Expression;
        /** `...`: values of the same key are gathered in lists. */
        readonly grouped: boolean;
      }
    | {
        readonly kind: 'conditional';
        readonly condition: Expression;
        readonly consequent: Expression;
        readonly alternate: Expression;
      }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression }
  );

/** `.name` or `[key]`. */
export type Access = { readonly name: string } | { readonly key: Expression };

export interface ObjectEntry {
  /** A bare word is a literal. */
  readonly key: Expression;
  readonly value: Expression;
}

export type TemplatePart =
  | (Span & { readonly kind: 'text'; readonly text: string })
  | { readonly kind: 'value'; readonly value: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly consequent: readonly TemplatePart[];
      readonly alternate: readonly TemplatePart[];
    }
  | {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
    };

export interface Attribute extends Span {
  readonly name: string;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  /** Its type and labels. */
  readonly header: Span;
  readonly body: Body;
}

export interface Body extends Span {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface HclProblem extends Span {
  readonly code: 'syntax' | 'duplicate' | 'limit';
  readonly message: string;
}
