import type { Facts } from '../facts/facts.ts';
import { readLock } from '../lock/ci-lock.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { scenarioMatrix } from '../scenarios/scenario-matrix.ts';
import { ScriptFollower } from '../shell/follow-script.ts';
import { PipelineTaint } from '../taint/trace-pipeline.ts';
import type { Grant } from '../trust/grant.ts';
import { readGrants } from '../trust/read-grants.ts';
import type { Audit } from './audit.ts';
import { oncePer } from '../../../lib/once-per.ts';

/** @param now when the audit runs, for what expires */
export function createAudit(files: RepositoryFiles, now: Date, facts?: Facts): Audit {
  const follower = new ScriptFollower(files);
  const lock = readLock(files);
  let grants: readonly Grant[] | undefined;
  return {
    files,
    now,
    facts,
    lock: lock === 'broken' ? undefined : lock,
    grants: () => (grants ??= readGrants(files)),
    taint: oncePer((pipeline: Pipeline) => new PipelineTaint(pipeline, follower)),
    scenarios: oncePer((pipeline: Pipeline) => scenarioMatrix(pipeline, files, facts)),
  };
}
