import { type PolicyDocument, policySchema } from '../schema/policy-schema.ts';
import { conditionProblems } from './condition-problems.ts';
import { readDocument } from './read-document.ts';

/**
 * Reads the text of a policy file and checks everything about it. All mistakes are reported at once.
 * @param name what to call the file in messages
 * @param scanners ids of the scanners that exist
 * @throws InputError `empty-policy`, `invalid-policy`
 */
export async function parsePolicy(text: string, name: string, scanners: readonly string[]): Promise<PolicyDocument> {
  const { data, source, refuse } = readDocument(text, name, {
    schema: policySchema(scanners),
    noun: 'policy',
    hint: 'the format is described in docs/policy.md; "portcullis init" writes a policy to start from',
    emptyHint: 'write at least "version: 1", or remove the file to use the default policy',
  });
  const problems = await conditionProblems(data, source);
  if (problems.length > 0) throw refuse(problems);
  return data;
}
