import { z } from 'zod';
import { confidences, severities } from '../../model/severity.ts';
import { instant, line } from '../schema/scalars.ts';

const finding = z
  .strictObject({
    rule: line.meta({ description: 'Its id; what stands before the slash is the scanner unless that is given.' }),
    scanner: line.optional(),
    severity: z.enum(severities).optional().meta({ description: 'Default: high.' }),
    confidence: z.enum(confidences).optional().meta({ description: 'Default: high.' }),
    path: line.optional().meta({ description: 'Default: src/app.ts.' }),
    line: z.int().min(1).optional(),
    message: line.optional(),
    state: z.enum(['new', 'unchanged', 'updated', 'absent']).optional().meta({ description: 'Against the baseline.' }),
    suppressed: z.enum(['in-source', 'baseline', 'ignore-file', 'tool']).optional(),
    fingerprint: line.optional().meta({ description: 'kind:value.' }),
    properties: z.record(z.string(), z.json()).optional(),
  })
  .meta({ description: 'A finding in short.' });

const testCase = z.strictObject({
  name: line,
  gate: line,
  evidence: line.optional().meta({ description: 'A JSON report, relative to this file. Otherwise what follows.' }),
  findings: z.array(finding).optional(),
  runs: z
    .record(line, z.enum(['complete', 'partial', 'failed', 'skipped', 'missing']))
    .optional()
    .meta({ description: "How scanners ran; all of the gate's are complete unless said otherwise." }),
  unknowns: z.array(z.strictObject({ scanner: line, reason: line, path: line.optional() })).optional(),
  approvals: z.array(z.strictObject({ by: line, groups: z.array(line).optional(), at: instant.optional() })).optional(),
  verifications: z.record(line, z.enum(['verified', 'refuted', 'unknown'])).optional(),
  target: z.enum(['directory', 'files', 'staged', 'commits', 'history', 'tree', 'stdin']).optional(),
  branch: line.optional(),
  now: instant.optional().meta({ description: 'The time of the judgement. Default: that of the evidence, else now.' }),
  expect: z.strictObject({
    outcome: z.enum(['pass', 'fail', 'error']),
    reasons: z.array(line).optional().meta({ description: 'The codes of all that shuts the gate.' }),
    notes: z.array(line).optional().meta({ description: 'Codes that are among the notes.' }),
  }),
});

/** portcullis.test.yaml: what a policy is meant to decide. */
export const policyTestSchema = z.strictObject({ cases: z.array(testCase).min(1) });

export type PolicyTestCase = z.infer<typeof testCase>;
