import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Target } from '../model/target.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { isThere } from '../policy/read-file-inside.ts';
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

/** Outside a repository nothing above the target is asked: anybody may write to the directories there. */
function policyRoot(start: string): string {
  let nearest: string | undefined;
  for (let directory = start; ; directory = dirname(directory)) {
    // Also a link to nothing, which is a mistake to be told of rather than no policy.
    if (isThere(join(directory, 'portcullis.yaml'))) nearest ??= directory;
    if (existsSync(join(directory, '.git'))) return nearest ?? directory;
    if (dirname(directory) === directory) return start;
  }
}
