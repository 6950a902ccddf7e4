import { gitEnvironment } from '../lib/git/git-environment.ts';
import { GitError } from '../lib/git/git-error.ts';
import type { GitPlace } from '../lib/git/git-command.ts';
import { runGit } from '../lib/git/run-git.ts';
import { receiptTrailer, verifyReceipt } from '../ledger/receipt.ts';
import type { Verification } from '../model/evidence.ts';
import { InputError } from '../model/input-error.ts';
import type { Terminal } from './command.ts';

/** Name under which the check stands in the evidence and in a gate's `verify`. */
export const receiptsCheck = 'receipts';

const mostNamed = 10;

/**
 * Looks for commits that went around the pre-commit gate: those whose message has no receipt, or one that is not
 * signed or not for this commit's tree. Merges are left out, because nobody's hook runs on a server's merge.
 * @param range as git understands it; absent: what HEAD has and the remote's default branch has not, else all of HEAD
 */
export async function checkReceipts(
  root: string,
  range: string | undefined,
  terminal: Terminal,
): Promise<Verification> {
  const place = { directory: root, env: gitEnvironment(terminal.env, terminal.cwd) };
  const wanted = range ?? (await defaultRange(place, terminal.signal));
  const format = `%H%x00%T%x00%(trailers:key=${receiptTrailer},valueonly,separator=%x20)%x00`;
  const log = await listCommits(place, wanted, format, terminal.signal);
  const fields = log.split('\0');
  const bypassed: string[] = [];
  let commits = 0;
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [id = '', tree = '', trailer = ''] = fields.slice(at, at + 3).map((field) => field.trim());
    commits++;
    const receipt = verifyReceipt(trailer)?.receipt;
    if (receipt?.tree !== tree || receipt.outcome !== 'pass') bypassed.push(id);
  }
  if (bypassed.length === 0)
    return { name: receiptsCheck, outcome: 'verified', message: `${commits} commits of ${wanted}` };
  const named = bypassed.slice(0, mostNamed).map((id) => id.slice(0, 12));
  const rest = bypassed.length - named.length;
  const list = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const message = `${bypassed.length} of ${commits} commits of ${wanted} did not pass the pre-commit gate: ${list}`;
  return { name: receiptsCheck, outcome: 'refuted', message };
}

async function listCommits(place: GitPlace, range: string, format: string, signal: AbortSignal): Promise<string> {
  try {
    const args = ['log', '--no-merges', `--format=${format}`, '--end-of-options', range, '--'];
    return (await runGit(place, args, { signal })).toString('utf8');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new InputError(
      'receipts',
      `can not list the commits of ${range}: ${error.message}`,
      'give --receipts-range A..B',
    );
  }
}

async function defaultRange(place: GitPlace, signal: AbortSignal): Promise<string> {
  try {
    await runGit(place, ['rev-parse', '--verify', '--quiet', 'refs/remotes/origin/HEAD'], { signal });
    return 'origin/HEAD..HEAD';
  } catch (error) {
    if (error instanceof GitError) return 'HEAD';
    throw error;
  }
}
