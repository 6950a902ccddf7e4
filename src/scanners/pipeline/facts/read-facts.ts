import type { SourceText } from '../../../lib/text/source-text.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import { InputError } from '../../../model/input-error.ts';
import { Facts } from './facts.ts';

/** The facts file that is read without being asked for. */
export const factsFile = 'portcullis.facts.json';

/**
 * Reads a facts file (docs/facts.md).
 * @throws InputError `invalid-facts` with file and line
 */
export async function readFacts(source: SourceText): Promise<Facts> {
  // JSON is YAML (YAML 1.2.2 §1.3), and this parser knows places.
  const { documents, problems } = parseYaml(source, { version: '1.2' });
  const [root] = documents;
  const [problem] = problems;
  if (problem || root === undefined) throw fault(source, problem?.range.start ?? 0, problem?.message ?? 'it is empty');
  const { factsSchema } = await import('./facts-schema.ts');
  const result = factsSchema.safeParse(parsed(source));
  if (result.success) return new Facts(result.data, root);
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((step) => (typeof step === 'symbol' ? '' : step));
  const { start } = new Facts({ version: 1 }, root).at(...path);
  throw fault(source, start, `${path.join('.') || 'the file'}: ${issue?.message ?? 'is not what is expected'}`);
}

function parsed(source: SourceText): unknown {
  try {
    return JSON.parse(source.text);
  } catch (error) {
    throw fault(source, 0, error instanceof Error ? error.message : String(error));
  }
}

function fault(source: SourceText, offset: number, message: string): InputError {
  const { line, column } = source.position(offset);
  return new InputError(
    'invalid-facts',
    `${source.uri}:${line}:${column}: ${message}`,
    'its keys are in docs/facts.md',
  );
}
