import { z } from 'zod';
import { checkedString, date, line, oneOrMore, pathGlob, ruleGlob } from './scalars.ts';

const fingerprint = checkedString((text) =>
  /^([a-z][a-z0-9-]*\/v\d+:)?\S+$/.test(text) ? undefined : 'is not a fingerprint; copy it from a report',
);

export function waiverSchema(scanners: readonly string[]) {
  return z
    .strictObject({
      rule: oneOrMore(ruleGlob(scanners)).optional(),
      path: oneOrMore(pathGlob).optional(),
      fingerprint: fingerprint.optional().meta({ description: 'Of one finding, as reports show it.' }),
      secret: fingerprint.optional().meta({ description: 'Hash of one secret value, as reports show it.' }),
      owner: line.meta({ description: 'Who answers for it.' }),
      reason: line.meta({ description: 'Why it is acceptable.' }),
      expires: date,
    })
    .check((context) => {
      const { rule, path, fingerprint, secret } = context.value;
      if (rule === undefined && path === undefined && fingerprint === undefined && secret === undefined) {
        const message = 'must say what it is for: rule, path, fingerprint or secret';
        context.issues.push({ code: 'custom', message, input: context.value });
      }
    })
    .meta({ description: 'Lets findings through until a day. All selectors that are given must match.' });
}
