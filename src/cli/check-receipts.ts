import { gitEnvironment } from '../lib/git/git-environment.ts';
import { GitError } from '../lib/git/git-error.ts';
import type { GitPlace } from '../lib/git/git-command.ts';
import { runGit } from '../lib/git/run-git.ts';
import { type Receipt, receiptTrailer, verifyReceipt } from '../ledger/receipt.ts';
import type { Verification } from '../model/evidence.ts';
import { InputError } from '../model/input-error.ts';
import type { Signer } from '../policy/policy.ts';
import type { Terminal } from './command.ts';

/** Name under which the check stands in the evidence and in a gate's `verify`. */
export const receiptsCheck = 'receipts';

const mostNamed = 10;

/**
 * Looks for commits that went around the pre-commit gate: those whose message has no receipt, or one that is not
 * signed or not for this commit's tree. Merges are left out, because nobody's hook runs on a server's merge.
 * @param signers whose receipts count; absent: everybody's, so that a receipt proves a look but not by whom
 * @param range as git understands it; absent: what HEAD has and the remote's default branch has not, else all of HEAD
 */
export async function checkReceipts(
  root: string,
  range: string | undefined,
  signers: readonly Signer[] | undefined,
  terminal: Terminal,
): Promise<Verification> {
  const place = { directory: root, env: gitEnvironment(terminal.env, terminal.cwd) };
  const wanted = range ?? (await defaultRange(place, terminal.signal));
  const format = `%H%x00%T%x00%(trailers:key=${receiptTrailer},valueonly,separator=%x20)%x00`;
  const log = await listCommits(place, wanted, format, terminal.signal);
  const fields = log.split('\0');
  const trusted = signers && new Set(signers.map(({ key }) => key));
  const bypassed: string[] = [];
  const foreign: string[] = [];
  let commits = 0;
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [id = '', tree = '', trailer = ''] = fields.slice(at, at + 3).map((field) => field.trim());
    commits++;
    const verified = verifyReceipt(trailer);
    if (!verified || !holds(verified.receipt, tree)) bypassed.push(id);
    else if (trusted?.has(verified.signer) === false) foreign.push(id);
  }
  const of = `of ${commits} commits of ${wanted}`;
  const problems = [
    ...(bypassed.length > 0 ? [`${bypassed.length} ${of} did not pass the pre-commit gate: ${named(bypassed)}`] : []),
    ...(foreign.length > 0
      ? [`${foreign.length} ${of} have a receipt of a signer that the policy does not name: ${named(foreign)}`]
      : []),
  ];
  return problems.length === 0
    ? { name: receiptsCheck, outcome: 'verified', message: `${commits} commits of ${wanted}` }
    : { name: receiptsCheck, outcome: 'refuted', message: problems.join('; ') };
}

function holds(receipt: Receipt, tree: string): boolean {
  return receipt.tree === tree && receipt.gate === 'pre-commit' && receipt.outcome === 'pass';
}

function named(ids: readonly string[]): string {
  const rest = ids.length - mostNamed;
  const first = ids.slice(0, mostNamed).map((id) => id.slice(0, 12));
  return `${first.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
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
