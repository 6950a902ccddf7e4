import { compilePolicy } from './compile-policy.ts';
import type { Policy } from './policy.ts';
import { readPolicyFile } from './source/read-policy-file.ts';

export interface LoadedPolicy {
  readonly policy: Policy;
  /** Absolute path of the file; absent when the default policy is in force. */
  readonly path?: string;
  readonly digest: string;
}

/**
 * The policy in force for a repository: `portcullis.yaml` at its root, else the default policy.
 * @param scanners ids of the scanners that exist
 * @param file another file than the one at the root; it must exist
 * @throws InputError when there is a file and anything about it is wrong
 */
export async function loadPolicy(root: string, scanners: readonly string[], file?: string): Promise<LoadedPolicy> {
  const source = readPolicyFile(root, file);
  if (!source) {
    const policy = compilePolicy({ version: 1 }, scanners);
    return { policy, digest: policy.digest };
  }
  // The schema and YAML libraries cost more time than a run of the hook has: only a file needs them.
  const { parsePolicy } = await import('./source/parse-policy.ts');
  const policy = compilePolicy(await parsePolicy(source.text, source.name, scanners), scanners);
  return { policy, path: source.path, digest: policy.digest };
}
