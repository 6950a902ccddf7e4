import { ByteString } from '../../lib/re2/byte-string.ts';
import type { GitPlace } from '../../lib/git/git-command.ts';
import { GitError } from '../../lib/git/git-error.ts';
import { gitEnvironment } from '../../lib/git/git-environment.ts';
import { runGit } from '../../lib/git/run-git.ts';
import type { Detector } from '../../scanners/secrets/compat/detector.ts';
import type { CompatFinding } from '../../scanners/secrets/compat/finding.ts';
import {
  linkTo,
  parseRemote,
  type HostedRepository,
  type Platform,
} from '../../scanners/secrets/compat/source/commit-link.ts';
import { readChanges, type ChangeSelection } from '../../scanners/secrets/compat/source/git-changes.ts';
import { PatchError, type Change } from '../../scanners/secrets/compat/source/parse-patch.ts';
import type { Log } from './log.ts';
import { absolute } from './scan-request.ts';
import type { ScanSink } from './scan-sink.ts';

export interface GitScan {
  readonly source: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly selection: ChangeSelection;
  readonly platform: Platform;
  readonly detector: Detector;
  readonly signal: AbortSignal;
}

/** Scans what changes add, in the history or not yet committed. Failures of git make the scan incomplete. */
export async function scanGit(scan: GitScan, sink: ScanSink, log: Log): Promise<void> {
  const place = { directory: absolute(scan.cwd, scan.source), env: gitEnvironment(scan.env, scan.cwd) };
  let commits = 0;
  try {
    const hosted = await findRemote(place, scan, log);
    for await (const part of readChanges(place, scan.selection, { signal: scan.signal })) {
      commits = part.commits;
      for (const change of part.changes) scanChange(change, scan, hosted, sink);
    }
  } catch (error) {
    if (scan.signal.aborted) return;
    if (!(error instanceof GitError) && !(error instanceof PatchError)) throw error;
    sink.problem(`[git] ${error.message}`, {}, true);
  } finally {
    log.info(`${commits} commits scanned.`);
  }
}

/** The zero of Go's clock, which gitleaks reports. */
const notCommitted = '0001-01-01T00:00:00Z';

function scanChange(change: Change, scan: GitScan, hosted: HostedRepository | undefined, sink: ScanSink): void {
  if (change.kind === 'binary') return;
  const { path, startLine, commit, added } = change;
  sink.bytes(added.length);
  const content = ByteString.ofText(added);
  const fragment = { content, path, symlink: '', startLine, ...(commit ? { commit } : { date: notCommitted }) };
  for (const finding of scan.detector.detect(fragment)) sink.finding(withLink(finding, hosted));
}

function withLink(finding: CompatFinding, hosted: HostedRepository | undefined): CompatFinding {
  const { commit, file: path, startLine, endLine } = finding;
  if (hosted === undefined || commit === undefined) return finding;
  return { ...finding, link: linkTo(hosted, { commit: commit.hash, path, startLine, endLine }) };
}

/** Where the repository is hosted. Without a remote, or one that we know nothing of, there are no links. */
async function findRemote(
  place: GitPlace,
  { platform, selection, signal }: GitScan,
  log: Log,
): Promise<HostedRepository | undefined> {
  if (platform === 'none' || selection.kind === 'uncommitted') return undefined;
  const remote = await runGit(place, ['ls-remote', '--quiet', '--get-url'], { signal }).catch((error: unknown) => {
    if (error instanceof GitError) return Buffer.alloc(0);
    throw error;
  });
  const address = remote.toString('utf8').trim();
  if (address === '' || !/[:/]/.test(address)) return undefined;
  const hosted = parseRemote(address, platform);
  if (hosted?.platform === 'unknown') {
    log.info('Unknown SCM platform. Use --platform to include links in findings.');
  }
  return hosted;
}
