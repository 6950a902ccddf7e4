import { z } from 'zod';
import { pipelineGates } from '../policy.ts';
import { gateSchema } from './gate-schema.ts';
import { receiptsSchema } from './receipts-schema.ts';
import { checkedString, duration, pathGlob, ruleGlob, size } from './scalars.ts';
import { ruleOverrides } from './threshold-schema.ts';
import { waiverSchema } from './waiver-schema.ts';

const gateName = checkedString((text) =>
  /^[a-z][a-z0-9-]{0,39}$/.test(text) ? undefined : 'is not a gate name: lower-case letters, digits and "-"',
);

const relativePath = checkedString((text) => {
  const leaves = text.startsWith('/') || text.includes('\\') || text.includes('\0') || text.split('/').includes('..');
  return text === '' || leaves ? 'must be a path inside the repository' : undefined;
});

/** portcullis.yaml, version 1. @param scanners ids of the scanners that exist */
export function policySchema(scanners: readonly string[]) {
  return z
    .strictObject({
      version: z.literal(1).meta({ description: 'Version of this format.' }),
      gates: z
        .record(gateName, gateSchema(scanners))
        .optional()
        .meta({
          description: `What each gate asks for: ${pipelineGates.join(', ')}, or a name of your own. What is not said keeps its default.`,
        }),
      rules: ruleOverrides(ruleGlob(scanners)).optional(),
      waivers: z.array(waiverSchema(scanners)).max(10_000).optional(),
      paths: z
        .strictObject({
          exclude: z.array(pathGlob).optional().meta({ description: 'Not scanned at all.' }),
          test: z
            .array(pathGlob)
            .optional()
            .meta({ description: 'Test code, judged more mildly where that makes sense.' }),
        })
        .optional(),
      scan: z
        .strictObject({
          'max-file-size': size.optional(),
          'archive-depth': z.int().min(0).max(20).optional().meta({ description: 'Archives in archives.' }),
          timeout: duration.optional(),
          workers: z.int().min(0).max(256).optional().meta({ description: 'Threads; 0 works in the main thread.' }),
        })
        .optional(),
      scanners: z
        .strictObject(Object.fromEntries(scanners.map((id) => [id, z.json().optional()])))
        .optional()
        .meta({ description: "Each scanner's own settings." }),
      receipts: receiptsSchema.optional(),
      baseline: relativePath.optional().meta({ description: 'Default: .portcullis-baseline.' }),
      salt: z.string().min(8).max(200).optional().meta({
        description: 'Key of the hashes of secret values. Default: derived from the repository.',
      }),
    })
    .meta({ title: 'Portcullis policy', description: 'What the gates of a delivery pipeline ask for.' });
}

/** A policy as written, checked, without defaults. */
export type PolicyDocument = z.infer<ReturnType<typeof policySchema>>;
export type GateDocument = z.infer<ReturnType<typeof gateSchema>>;
