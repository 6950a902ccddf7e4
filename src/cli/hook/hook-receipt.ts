import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gitEnvironment } from '../../lib/git/git-environment.ts';
import { runGit } from '../../lib/git/run-git.ts';
import { writeWhole } from '../../lib/write-whole.ts';
import { receiptTrailer, signReceipt } from '../../ledger/receipt.ts';
import { signingKey, signingKeyPath } from '../../ledger/signing-key.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Terminal } from '../command.ts';
import { findRepository } from '../find-repository.ts';

/** The tree that this commit will have; git writes its tree objects for it, nothing else. */
export async function stagedTree(root: string, terminal: Terminal): Promise<string> {
  const place = { directory: root, env: gitEnvironment(terminal.env, terminal.cwd) };
  const id = await runGit(place, ['write-tree'], { signal: terminal.signal });
  return id.toString('utf8').trim();
}

/** Signs what the gate said and leaves it for the hook that writes the commit message. A shut gate leaves nothing. */
export function leaveReceipt(
  tree: string,
  verdict: Verdict,
  evidence: Evidence,
  version: string,
  gitDirectory: string,
  terminal: Terminal,
): void {
  const path = pendingPath(gitDirectory);
  rmSync(path, { force: true });
  if (verdict.outcome !== 'pass') return;
  const receipt = {
    tree,
    gate: verdict.gate,
    outcome: verdict.outcome,
    policy: verdict.policyDigest,
    rules: `portcullis@${version}`,
    deferred: evidence.runs.filter((run) => run.status !== 'complete').map((run) => run.scanner),
    at: evidence.now,
  };
  writeWhole(path, [signReceipt(receipt, signingKey(signingKeyPath(terminal.env)))], 0o600);
}

/** Puts the receipt that the gate left into the commit message, in place of one that is there (an amended commit). */
export function addReceipt(messageFile: string, terminal: Terminal): number {
  const path = pendingPath(findRepository(terminal).gitDirectory);
  const message = readFileSync(messageFile, 'utf8');
  const lines = message.split('\n').filter((line) => !line.startsWith(`${receiptTrailer}: `));
  if (existsSync(path)) {
    insertTrailer(lines, `${receiptTrailer}: ${readFileSync(path, 'utf8').trim()}`);
    rmSync(path);
  }
  writeWhole(messageFile, [lines.join('\n')]);
  return 0;
}

/** Trailers are the last paragraph (git-interpret-trailers(1)); comments of the editor follow it. */
function insertTrailer(lines: string[], trailer: string): void {
  const isText = (line: string): boolean => line.trim() !== '' && !line.startsWith('#');
  const scissors = lines.findIndex((line) => line.includes('------------------------ >8 ------------------------'));
  const body = scissors === -1 ? lines : lines.slice(0, scissors);
  const last = body.findLastIndex(isText);
  if (last === -1) return;
  const joinsTrailers =
    /^[A-Za-z][A-Za-z-]*: \S/.test(lines[last] ?? '') && body.slice(0, last).some((line) => line.trim() === '');
  lines.splice(last + 1, 0, ...(joinsTrailers ? [trailer] : ['', trailer]));
}

function pendingPath(gitDirectory: string): string {
  return join(gitDirectory, 'portcullis', 'pending-receipt');
}
