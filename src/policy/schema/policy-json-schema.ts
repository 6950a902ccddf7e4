import { z } from 'zod';
import { policySchema } from './policy-schema.ts';

/** JSON Schema (draft 2020-12) of portcullis.yaml, for editors. */
export function policyJsonSchema(scanners: readonly string[]): Record<string, unknown> {
  return z.toJSONSchema(policySchema(scanners), { io: 'input' });
}
