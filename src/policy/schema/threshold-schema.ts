import { z } from 'zod';
import { confidences, severities } from '../../model/severity.ts';

const bound = z.enum([...severities, 'never']);

/** `high`, or `{ severity: high, confidence: medium, new-only: true }`. */
export const threshold = z
  .union([
    bound,
    z.strictObject({
      severity: bound.meta({ description: 'This bad or worse; "never" shows findings and shuts nothing.' }),
      confidence: z.enum(confidences).optional().meta({
        description: 'This sure or surer. Default: medium, so that a guess does not shut the gate alone.',
      }),
      'new-only': z.boolean().optional().meta({
        description: 'Do not count what the baseline or the merge base has already. Default: true.',
      }),
    }),
  ])
  .meta({ description: 'Which findings shut the gate.' });

/** `secrets/x: off`, `iac/*: low` */
export function ruleOverrides(ruleGlob: z.ZodType<string, string>) {
  return z
    .record(ruleGlob, z.enum([...severities, 'off']))
    .meta({ description: 'Other severities for rules, by id or pattern; "off" switches a rule off.' });
}
