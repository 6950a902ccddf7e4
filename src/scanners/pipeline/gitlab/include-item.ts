import type { TextRange } from '../../../lib/text/source-text.ts';
import { didYouMean } from '../../../lib/spelling/did-you-mean.ts';
import { textOf, type YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { ForeignFile } from '../lock/foreign-file.ts';
import type { Hole, Problem } from '../model/pipeline.ts';

/** One entry of `include`, as GitLab understands it. */
export interface IncludeItem {
  readonly kind: 'local' | 'project' | 'remote' | 'template' | 'component';
  readonly address: string;
  readonly ref?: string;
  /** Of a project: the files that are taken from it. */
  readonly files: readonly string[];
  readonly inputs: ReadonlyMap<string, YamlNode>;
  readonly rules: readonly YamlNode[];
  readonly body?: YamlMap;
  readonly at: TextRange;
}

const kinds = ['local', 'project', 'remote', 'template', 'component'] as const;
const keys: readonly string[] = [...kinds, 'file', 'ref', 'inputs', 'with', 'rules', 'integrity', 'cache'];

/** Reads an entry of `include`; a bare text is an address or a file of the project. */
export function readIncludeItem(item: YamlNode): IncludeItem | Problem {
  const at = item.range;
  const nothing = { files: [], inputs: new Map<string, YamlNode>(), rules: [], at };
  if (item.kind === 'scalar') {
    return { ...nothing, kind: /^https?:\/\//i.test(item.text) ? 'remote' : 'local', address: item.text };
  }
  if (item.kind === 'sequence') return { code: 'schema', message: 'an include is a name or a mapping', at };
  const unknown = item.entries.find(({ key }) => !keys.includes(key.text));
  if (unknown) {
    const message = `'${unknown.key.text}' is no keyword of an include${didYouMean(unknown.key.text, keys)}`;
    return { code: 'unknown-key', message, at: unknown.key.range };
  }
  const named = kinds.filter((kind) => item.get(kind) !== undefined);
  const [kind, another] = named;
  if (kind === undefined) return { code: 'schema', message: `an include names one of ${kinds.join(', ')}`, at };
  if (another !== undefined) return { code: 'schema', message: `an include is either ${kind} or ${another}`, at };
  const address = item.text(kind);
  if (address === undefined) return { code: 'schema', message: `${kind} of an include is a text`, at };
  const files = item.list('file').flatMap((file) => textOf(file) ?? []);
  if (kind === 'project' && files.length === 0) {
    return { code: 'schema', message: `an include of the project ${address} says which file`, at };
  }
  const ref = item.text('ref');
  return {
    kind,
    address,
    ...(ref !== undefined && { ref }),
    files,
    inputs: new Map((item.map('inputs') ?? item.map('with'))?.entries.map(({ key, value }) => [key.text, value])),
    rules: item.list('rules'),
    body: item,
    at,
  };
}

/** What is said of an include that could not be looked at. */
export function holeOf({ kind, address, ref, body, at }: IncludeItem, reason: string): Hole {
  return { kind, address, ...(ref !== undefined && { ref }), reason, at, ...(body && { body }) };
}

const lockKinds = { project: 'project-file', remote: 'include', template: 'template', component: 'component' } as const;

/** The files that an include takes from elsewhere, as `ci.lock` names them. */
export function foreignFilesOf({ kind, address, ref, files, body, at }: IncludeItem): readonly ForeignFile[] {
  if (kind === 'local') return [];
  const end = kind === 'component' ? address.lastIndexOf('@') : -1;
  const version = end === -1 ? ref : address.slice(end + 1);
  const integrity = body?.text('integrity');
  const base = {
    kind: lockKinds[kind],
    address: end === -1 ? address : address.slice(0, end),
    ...(version !== undefined && { ref: version }),
  };
  const wanted = files.length > 0 ? files.map((file) => ({ ...base, file: file.replace(/^\/+/, '') })) : [base];
  return wanted.map((one) => ({ wanted: one, at, ...(integrity !== undefined && { integrity }) }));
}
