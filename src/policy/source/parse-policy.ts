import { InputError } from '../../model/input-error.ts';
import { type PolicyDocument, policySchema } from '../schema/policy-schema.ts';
import { conditionProblems } from './condition-problems.ts';
import { describeIssues } from './describe-issues.ts';
import { inOrder, type Problem } from './problem.ts';
import { YamlSource } from './yaml-source.ts';

const hint = 'the format is described in docs/policy.md; "portcullis init" writes a policy to start from';

/**
 * Reads the text of a policy file and checks everything about it. All mistakes are reported at once.
 * @param name what to call the file in messages
 * @throws InputError `empty-policy`, `invalid-policy`
 */
export async function parsePolicy(text: string, name: string, scanners: readonly string[]): Promise<PolicyDocument> {
  const source = readYaml(text, name);
  if (source.problems.length > 0) throw refused(name, source.problems);
  if (source.isEmpty()) {
    throw new InputError(
      'empty-policy',
      `${name} is empty`,
      'write at least "version: 1", or remove the file to use the default policy',
    );
  }
  const result = policySchema(scanners).safeParse(valueOf(source, name));
  if (!result.success) throw refused(name, describeIssues(result.error.issues, source, scanners));
  const problems = await conditionProblems(result.data, source);
  if (problems.length > 0) throw refused(name, problems);
  return result.data;
}

function readYaml(text: string, name: string): YamlSource {
  try {
    return YamlSource.parse(text);
  } catch (error) {
    // The only way in which the parser gives up on text: it descends once per level of nesting.
    if (error instanceof RangeError) throw new InputError('invalid-policy', `${name} is nested too deeply`, hint);
    throw error;
  }
}

function valueOf(source: YamlSource, name: string): unknown {
  try {
    return source.toData();
  } catch (error) {
    if (error instanceof ReferenceError) throw new InputError('invalid-policy', `${name}: ${error.message}`, hint);
    throw error;
  }
}

function refused(name: string, problems: readonly Problem[]): InputError {
  const lines = inOrder(problems).map(
    ({ position, message }) => `${name}:${position.line}:${position.column}: ${message}`,
  );
  return new InputError('invalid-policy', lines.join('\n'), hint);
}
