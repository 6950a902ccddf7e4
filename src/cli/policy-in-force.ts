import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Target } from '../model/target.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { scanners } from '../scanners/registry.ts';
import type { Terminal } from './command.ts';

export interface PolicyInForce {
  readonly policy: Policy;
  /** Where the policy and the baseline lie. */
  readonly root: string;
}

/**
 * The policy for a target: portcullis.yaml in the nearest directory from the target upwards, without leaving the
 * repository; else the default policy.
 * @param file another policy file, as the user named it
 */
export async function policyFor(target: Target, file: string | undefined, terminal: Terminal): Promise<PolicyInForce> {
  const root = policyRoot(target.kind === 'stdin' ? terminal.cwd : target.root);
  const ids = scanners.map((entry) => entry.id);
  return { policy: (await loadPolicy(root, ids, file)).policy, root };
}

function policyRoot(start: string): string {
  for (let directory = start; ; directory = dirname(directory)) {
    if (existsSync(join(directory, 'portcullis.yaml'))) return directory;
    if (existsSync(join(directory, '.git'))) return directory;
    if (dirname(directory) === directory) return start;
  }
}
