import type { GoValue } from '../value/go-value.ts';

interface Placed {
  /** Byte offset in the template's text, for messages. */
  readonly position: number;
}

/** A number as written; Go's untyped constants have the types that they can have without loss. */
export interface NumberNode extends Placed {
  readonly kind: 'number';
  readonly source: string;
  readonly int: bigint | undefined;
  readonly float: number | undefined;
  /** What it is where any type will do. */
  readonly ideal: GoValue;
}

export type Operand =
  | (Placed & { readonly kind: 'dot' | 'nil' })
  | (Placed & { readonly kind: 'boolean'; readonly value: boolean })
  | (Placed & { readonly kind: 'string'; readonly source: string; readonly value: string })
  | NumberNode
  | (Placed & { readonly kind: 'field'; readonly names: readonly string[] })
  /** The first name is the variable's, with its `$`. */
  | (Placed & { readonly kind: 'variable'; readonly names: readonly string[] })
  | (Placed & { readonly kind: 'chain'; readonly of: Operand; readonly names: readonly string[] })
  | (Placed & { readonly kind: 'identifier'; readonly name: string })
  | Pipeline;

export interface Command extends Placed {
  readonly kind: 'command';
  readonly operands: readonly Operand[];
}

export interface Pipeline extends Placed {
  readonly kind: 'pipeline';
  /** Variables that it sets. */
  readonly variables: readonly string[];
  /** They exist already. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

export interface Branch extends Placed {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipeline: Pipeline;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[] | undefined;
}

export type Node =
  | (Placed & { readonly kind: 'text'; readonly text: string })
  | (Placed & { readonly kind: 'action'; readonly pipeline: Pipeline })
  | Branch
  | (Placed & { readonly kind: 'break' | 'continue' })
  | (Placed & { readonly kind: 'template'; readonly name: string; readonly pipeline: Pipeline | undefined });
