import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import type { Problem } from '../model/pipeline.ts';
import { interpolate, type Inputs } from './interpolate.ts';

/** A configuration file with its inputs put in. */
export interface LoadedFile {
  readonly content: YamlMap;
  readonly problems: readonly Problem[];
  /** Names of the inputs that the file declares. */
  readonly declared: readonly string[];
}

/**
 * Reads one file: a header document with `spec` may come first. Inputs that are not given have their defaults; without
 * one, the block stays in the text.
 */
export function loadFile(source: SourceText, given: Inputs = new Map<string, YamlNode>()): LoadedFile {
  const file = parseYaml(source, { version: '1.1', sequenceTags: ['!reference'] });
  const problems: Problem[] = file.problems.map(({ code, message, range }) => ({ code, message, at: range }));
  const [first, second] = file.documents;
  const isHeader = first?.kind === 'map' && first.get('spec') !== undefined && file.documents.length > 1;
  const root = isHeader ? second : first;
  const specs = (isHeader ? first.map('spec')?.map('inputs')?.entries : undefined) ?? [];
  const inputs = new Map<string, YamlNode>(given);
  for (const { key, value } of specs) {
    const fallback = value.kind === 'map' ? value.get('default') : undefined;
    if (fallback && !inputs.has(key.text)) inputs.set(key.text, fallback);
  }
  if (root !== undefined && root.kind !== 'map') {
    problems.push({
      code: 'schema',
      message: 'a pipeline definition is a mapping of jobs and keywords',
      at: root.range,
    });
  }
  const empty = new YamlMap([], { source, start: 0, end: 0 });
  const content = root?.kind === 'map' ? interpolate(root, inputs) : empty;
  return {
    content: content.kind === 'map' ? content : empty,
    problems,
    declared: specs.map(({ key }) => key.text),
  };
}
