import { oncePer } from '../../../lib/once-per.ts';
import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap } from '../../../lib/yaml/node.ts';
import { parseYaml, type YamlDialect, type YamlFile } from '../../../lib/yaml/parse-yaml.ts';
import type { Problem } from '../model/pipeline.ts';
import type { IncludeItem } from './include-item.ts';
import { interpolate } from './interpolate.ts';
import { resolveInputs } from './resolve-inputs.ts';

/** A configuration file with its inputs put in. */
export interface LoadedFile {
  readonly content: YamlMap;
  readonly problems: readonly Problem[];
}

/** Psych's YAML; inputs are put in before it is read, so that their blocks may stand in a flow collection. */
const dialect: YamlDialect = {
  version: '1.1',
  sequenceTags: ['!reference'],
  opaque: /\$\[\[[^\n]{0,1000}?\]\]/g,
};

/** A file that many others include is read once. */
const parseFile = oncePer((source: SourceText): YamlFile => parseYaml(source, dialect));

/** The document with `spec` that comes before the configuration, where there is one. */
export function headerOf(source: SourceText): YamlMap | undefined {
  const { documents } = parseFile(source);
  const [first] = documents;
  return first?.kind === 'map' && first.get('spec') !== undefined && documents.length > 1 ? first : undefined;
}

/**
 * Reads one file: a header document with `spec` may come first. Inputs that are not given have their defaults; without
 * one, the block stays in the text.
 * @param item the include that names it, if one does
 */
export function loadFile(source: SourceText, item: IncludeItem | undefined): LoadedFile {
  const file = parseFile(source);
  const problems: Problem[] = file.problems.map(({ code, message, range }) => ({ code, message, at: range }));
  const garbled = source.text.indexOf('\uFFFD');
  if (garbled !== -1) {
    const at = { source, start: garbled, end: garbled + 1 };
    problems.push({ code: 'syntax', message: 'there are bytes that are not UTF-8', at });
  }
  const [first, second] = file.documents;
  const header = headerOf(source);
  const root = header ? second : first;
  const surplus = file.documents[header ? 2 : 1];
  if (surplus) {
    problems.push({ code: 'schema', message: 'a second document (---) is not read', at: surplus.range });
  }
  const empty = new YamlMap([], { source, start: 0, end: 0 });
  if (root === undefined) return { content: empty, problems };
  if (root.kind !== 'map') {
    const message = 'a pipeline definition is a mapping of jobs and keywords';
    return { content: empty, problems: [...problems, { code: 'schema', message, at: root.range }] };
  }
  const resolved = resolveInputs(header?.map('spec')?.map('inputs'), item);
  problems.push(...resolved.problems);
  if (resolved.declared.size === 0) return { content: root, problems };
  const { node, problems: found } = interpolate(root, resolved.inputs, resolved.declared);
  return { content: node.kind === 'map' ? node : empty, problems: [...problems, ...found] };
}
