import type { Dialect } from '../model/pipeline.ts';
import type { Secret } from './flow.ts';
import type { JobTaint } from './job-taint.ts';

/** Whether the platform replaces the secret where it is printed: `perhaps` where a setting decides. */
export type Masking = 'masked' | 'perhaps' | 'open';

/**
 * GitLab masks its own tokens, and variables whose setting says so; GitHub masks every secret. Neither knows a value
 * that was encoded or cut, or that a command fetched.
 */
export function maskingOf({ origin, changed }: Secret, dialect: Dialect): Masking {
  if (changed || origin === 'fetched') return 'open';
  if (origin === 'platform' || origin === 'identity-token') return 'masked';
  return dialect === 'github' ? 'masked' : 'perhaps';
}

/** The secrets that the job itself asks GitHub to mask, by name. */
export function maskedByJob(taint: JobTaint): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { command } of taint.commands()) {
    for (const word of command.name === 'echo' || command.name === 'printf' ? command.args : []) {
      const { secret } =
        word.text.includes('::add-mask::') || command.args[0]?.text.includes('::add-mask::') ? taint.word(word) : {};
      if (secret) names.add(secret.name);
    }
  }
  return names;
}
