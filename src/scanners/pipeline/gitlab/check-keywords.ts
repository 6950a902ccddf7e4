import { nearestWord } from '../../../lib/spelling/nearest-word.ts';
import type { YamlMap } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';
import { globalKeywords, jobKeywords } from './keywords.ts';

/** Keys that GitLab does not know, and jobs that do nothing. Hidden keys may hold anything. */
export function checkKeywords(document: YamlMap): readonly Problem[] {
  return document.entries.flatMap(({ key, value }): readonly Problem[] => {
    if (globalKeywords.has(key.text) || key.text.startsWith('.')) return [];
    if (value.kind !== 'map') {
      const close = nearestWord(key.text, [...globalKeywords]);
      const hint = close === undefined ? '' : `; did you mean '${close}'?`;
      return [{ code: 'schema', message: `'${key.text}' is no keyword, and a job is a mapping${hint}`, at: key.range }];
    }
    const unknown = value.entries.flatMap(({ key: inner }) => {
      if (jobKeywords.has(inner.text)) return [];
      const close = nearestWord(inner.text, [...jobKeywords]);
      const hint = close === undefined ? '' : `; did you mean '${close}'?`;
      return [
        { code: 'unknown-key' as const, message: `'${inner.text}' is no keyword of a job${hint}`, at: inner.range },
      ];
    });
    const works = ['script', 'run', 'trigger', 'extends', 'release', 'pages'].some(
      (name) => value.get(name) !== undefined,
    );
    if (works) return unknown;
    return [...unknown, { code: 'schema', message: `'${key.text}' has no script, trigger or extends`, at: key.range }];
  });
}
