import type { Facts } from '../facts/facts.ts';
import { readLock } from '../lock/ci-lock.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { scenarioMatrix } from '../scenarios/scenario-matrix.ts';
import { ScriptFollower } from '../shell/follow-script.ts';
import { PipelineTaint } from '../taint/trace-pipeline.ts';
import { readTrust, type Trust } from '../trust/read-trust.ts';
import type { Audit } from './audit.ts';
import { oncePer } from '../../../lib/once-per.ts';

/** @param now when the audit runs, for what expires */
export function createAudit(files: RepositoryFiles, now: Date, facts?: Facts): Audit {
  const follower = new ScriptFollower(files);
  const lock = readLock(files);
  let trust: Trust | undefined;
  return {
    files,
    now,
    facts,
    lock: lock === 'broken' ? undefined : lock,
    trust: () => (trust ??= readTrust(files)),
    taint: oncePer((pipeline: Pipeline) => new PipelineTaint(pipeline, follower)),
    scenarios: oncePer((pipeline: Pipeline) => scenarioMatrix(pipeline, files, facts)),
  };
}
