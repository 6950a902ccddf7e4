import { parseHcl } from '../../../lib/hcl/parse-hcl.ts';
import type { Body, Expression } from '../../../lib/hcl/syntax.ts';
import { oncePer } from '../../../lib/once-per.ts';
import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Issue } from '../rule.ts';

type Literal = string | number | boolean;

/** A resource of Terraform that sets something of a GitLab project or a GitHub repository. */
interface ManagedResource {
  readonly type: string;
  /** What is written out, by name; in a block inside: `block.name`. What is computed is left out. */
  readonly values: ReadonlyMap<string, { readonly value: Literal; readonly at: TextRange }>;
}

/** A value of a resource that is wrong wherever it is written. */
export interface ManagedFault {
  readonly resources: readonly string[];
  readonly attribute: string;
  readonly wrong: readonly Literal[];
  readonly message: string;
  /** Only where another attribute is so. */
  readonly where?: { readonly attribute: string; is(value: Literal): boolean };
}

/** What the Terraform configuration of a repository sets wrongly. What it does not set may be set elsewhere. */
export function* findManagedFaults(files: RepositoryFiles, faults: readonly ManagedFault[]): Generator<Issue> {
  for (const { type, values } of resourcesOf(files)) {
    for (const { resources, attribute, wrong, message, where } of faults) {
      const found = resources.includes(type) ? values.get(attribute) : undefined;
      if (!found || !wrong.includes(found.value)) continue;
      const other = where && values.get(where.attribute);
      if (where && !(other && where.is(other.value))) continue;
      const name = values.get('branch') ?? values.get('key') ?? values.get('tag') ?? values.get('pattern');
      yield { at: found.at, message: name === undefined ? message : `${String(name.value)}: ${message}` };
    }
  }
}

const resourcesOf = oncePer((files: RepositoryFiles): readonly ManagedResource[] =>
  [...files.paths()]
    .filter((path) => path.endsWith('.tf'))
    .sort()
    .flatMap((path) => {
      const source = files.read(path);
      return source && /"(?:gitlab|github)_/.test(source.text) ? resourcesIn(source) : [];
    }),
);

function resourcesIn(source: SourceText): readonly ManagedResource[] {
  return parseHcl(source.text).body.blocks.flatMap(({ type: kind, labels: [type = ''], body }) => {
    if (kind !== 'resource' || !/^(?:gitlab|github)_/.test(type)) return [];
    return [{ type, values: new Map(valuesOf(body, source, '')) }];
  });
}

function* valuesOf(
  body: Body,
  source: SourceText,
  prefix: string,
): Generator<readonly [string, { readonly value: Literal; readonly at: TextRange }]> {
  for (const { name, value, start, end } of body.attributes) {
    const literal = literalOf(value);
    if (literal !== undefined) yield [`${prefix}${name}`, { value: literal, at: { source, start, end } }];
  }
  // Settings are one block deep.
  if (prefix === '') for (const block of body.blocks) yield* valuesOf(block.body, source, `${block.type}.`);
}

function literalOf(expression: Expression): Literal | undefined {
  if (expression.kind === 'literal') return expression.value ?? undefined;
  if (expression.kind !== 'template') return undefined;
  const [only, ...more] = expression.parts;
  return only?.kind === 'text' && more.length === 0 ? only.text : undefined;
}
