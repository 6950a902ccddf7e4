import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { officialErrors } from '../../../../test/reports/validate.ts';
import type { Example } from '../../../model/rule.ts';
import { pipelineRules } from './all.ts';

/** Rules that find what the platform itself refuses, or would if it were strict: their bad examples can not be valid. */
const aboutMistakes = new Set([
  'pipeline/deprecated-keyword',
  'pipeline/duplicate-key',
  'pipeline/remote-include',
  'pipeline/schema',
  'pipeline/unknown-key',
]);

/** GitLab takes `artifacts:public` still, its schema does not. */
const aheadOfSchema = new Set(['pipeline/artifact-public']);

const kinds = [
  { path: /(?:^|\/)\.gitlab-ci\.ya?ml$/, schema: 'gitlab-ci.json' },
  { path: /^\.github\/workflows\/[^/]+\.ya?ml$/, schema: 'github-workflow.json' },
  { path: /(?:^|\/)action\.ya?ml$/, schema: 'github-action.json' },
] as const;

/** What the platform's schema has against the definitions of an example. */
function errorsIn({ path = '.gitlab-ci.yml', code, beside = {} }: Example): readonly object[] {
  return Object.entries({ ...beside, [path]: code }).flatMap(([name, text]) => {
    const kind = kinds.find((one) => one.path.test(name));
    // In front of a definition there may be one of its inputs.
    const document = parseAllDocuments(text, { uniqueKeys: false, merge: true }).at(-1);
    return kind && document && 'toJS' in document
      ? officialErrors(kind.schema, document.toJS()).map((error) => ({ text, error }))
      : [];
  });
}

describe.runIf(process.env['PORTCULLIS_SCHEMAS'])('examples are what the platform takes', () => {
  test.each(pipelineRules.filter(({ id }) => !aheadOfSchema.has(id)))('$id', ({ id, bad, good }) => {
    const examples = [...(aboutMistakes.has(id) ? [] : bad), ...good];
    expect(examples.flatMap(errorsIn)).toEqual([]);
  });
});
