import { z } from 'zod';
import { InputError } from '../../model/input-error.ts';
import { describeIssues } from './describe-issues.ts';
import { inOrder, type Problem } from './problem.ts';
import { YamlSource } from './yaml-source.ts';

/** Which kind of YAML file is read. */
export interface DocumentKind<T> {
  readonly schema: z.ZodType<T>;
  /** Makes the codes of errors: `empty-…`, `invalid-…`. */
  readonly noun: string;
  /** What to do about a mistake, and about an empty file. */
  readonly hint: string;
  readonly emptyHint: string;
}

export interface ReadDocument<T> {
  readonly data: T;
  readonly source: YamlSource;
  /** The error for mistakes that the schema can not know. */
  readonly refuse: (problems: readonly Problem[]) => InputError;
}

/**
 * Reads a YAML file by a schema; all mistakes are reported at once, with their places.
 * @param name what to call the file in messages
 * @throws InputError
 */
export function readDocument<T>(text: string, name: string, kind: DocumentKind<T>): ReadDocument<T> {
  const { noun, hint } = kind;
  const source = guarded(() => YamlSource.parse(text));
  if (source.problems.length > 0) throw refuse(source.problems);
  if (source.isEmpty()) throw new InputError(`empty-${noun}`, `${name} is empty`, kind.emptyHint);
  const result = kind.schema.safeParse(guarded(() => source.toData()));
  if (result.success) return { data: result.data, source, refuse };
  let schema: Record<string, unknown> | undefined;
  const jsonSchema = () => (schema ??= z.toJSONSchema(kind.schema, { io: 'input' }));
  throw refuse(describeIssues(result.error.issues, source, jsonSchema));

  function refuse(problems: readonly Problem[]): InputError {
    const lines = inOrder(problems).map(
      ({ position, message }) => `${name}:${position.line}:${position.column}: ${message}`,
    );
    return new InputError(`invalid-${noun}`, lines.join('\n'), hint);
  }

  /** The two ways in which the YAML library gives up: one level of its stack per level of nesting, and aliases. */
  function guarded<R>(read: () => R): R {
    try {
      return read();
    } catch (error) {
      if (error instanceof RangeError) throw new InputError(`invalid-${noun}`, `${name}: nested too deeply`, hint);
      if (error instanceof ReferenceError) throw new InputError(`invalid-${noun}`, `${name}: ${error.message}`, hint);
      throw error;
    }
  }
}
