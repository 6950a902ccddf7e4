import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../lib/write-whole.ts';
import { loadPolicy } from '../../policy/load-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import { withValidation } from '../with-validation.ts';

/**
 * The policy in force, compiled once per content of its file: reading YAML and checking it costs more than the hook
 * may take. The cache lies inside the git directory, where whoever can write could also write the hook itself.
 * @param version of the tool; another version compiles anew
 */
export async function cachedPolicy(
  root: string,
  gitDirectory: string,
  scanners: readonly string[],
  version: string,
): Promise<Policy> {
  const file = join(root, 'portcullis.yaml');
  if (!existsSync(file)) return (await loadPolicy(root, scanners)).policy;
  const key = createHash('sha256').update(`${version}\n${scanners.join()}\n`).update(readFileSync(file)).digest('hex');
  const cache = join(gitDirectory, 'portcullis', `policy-${key.slice(0, 32)}.json`);
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, 'utf8')) as Policy;
  const loaded = await loadPolicy(root, scanners);
  const { policy } = await withValidation({ policy: loaded.policy, root }, false);
  writeWhole(cache, [JSON.stringify(policy)], 0o600);
  return policy;
}
