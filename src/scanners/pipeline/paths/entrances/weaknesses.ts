import { runRules } from '../../audit/run-rules.ts';
import { asksMembers, isForMembersOnly } from '../../github/entry-guards.ts';
import { waitsForMembers } from '../../github/members-check.ts';
import { isPrivilegedByStrangers } from '../../github/triggers.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { interpreterCode } from '../../rules/attacks/interpreter-code.ts';
import { remoteShell } from '../../rules/attacks/remote-shell.ts';
import { shellReparse } from '../../rules/attacks/shell-reparse.ts';
import { artifactPoisoning } from '../../rules/github/artifact-poisoning.ts';
import { envFileInjection } from '../../rules/github/env-file-injection.ts';
import { pwnRequest } from '../../rules/github/pwn-request.ts';
import { templateInjection } from '../../rules/github/template-injection.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { FlowStep } from '../../taint/flow.ts';
import type { Foothold } from '../place.ts';
import { placeOf, type Scene } from '../scene.ts';
import { named } from '../wording.ts';
import { writersBefore } from './workflow-before.ts';

/** Weaknesses by which somebody else's commands are run in a job, the most certain first. */
const opening: readonly PipelineRule[] = [
  pwnRequest,
  templateInjection,
  envFileInjection,
  artifactPoisoning,
  shellReparse,
  interpreterCode,
  remoteShell,
];

/** Jobs in which a stranger's commands run with the rights of the repository, by a weakness of their steps. */
export function* openedByWeaknesses(pipeline: Pipeline, scene: Scene): Generator<Foothold> {
  if (pipeline.dialect === 'github' && !isPrivilegedByStrangers(pipeline)) return;
  const jobs = new Map(pipeline.jobs.map((job) => [job.name, job]));
  const opened = new Set<Job>();
  for (const { rule, verdict, job: name = '' } of runRules(opening, [pipeline], scene.audit)) {
    const job = jobs.get(name);
    if (!job || opened.has(job) || 'undecided' in verdict || !letsStrangersIn(verdict)) continue;
    if (isForMembersOnly(job) || asksMembers(job) || waitsForMembers(job, pipeline)) continue;
    const foothold = enter(job, pipeline, scene, rule, verdict);
    if (!foothold) continue;
    opened.add(job);
    yield foothold;
  }
}

/** What is fetched and not run lets nobody in. */
function letsStrangersIn({ by, severity }: Issue): boolean {
  return (by === undefined || by === 'outsider') && severity !== 'low';
}

function enter(job: Job, pipeline: Pipeline, scene: Scene, rule: PipelineRule, issue: Issue): Foothold | undefined {
  const place = placeOf(job, pipeline, scene, true, pipeline.dialect === 'github' ? isByStrangers : isWithRights);
  const [scenario] = place?.scenarios ?? [];
  if (!place || !scenario) return undefined;
  const before = rule.id === artifactPoisoning.id ? writersBefore(pipeline, scene) : [];
  const at = pipeline.document.entry('on')?.key.range ?? job.at;
  const start: FlowStep = { at, message: `${scenario.title}: ${named(place)} is started` };
  const own = issue.path ?? [{ at: issue.at, message: issue.message }];
  const steps = [...before, start, ...own.filter((step) => step.at.start !== at.start || step.at.source !== at.source)];
  const open = rule.id === artifactPoisoning.id ? { unknown: 'whether what is unpacked is run' } : {};
  return { ...place, by: 'outsider', steps, weakness: { rule, issue }, crossed: before.length > 0, ...open };
}

function isByStrangers({ starter, privileged }: Scenario): boolean {
  return starter === 'outsider' && privileged === true;
}

/** Text of strangers travels with commits and requests into runs of those who are trusted. */
function isWithRights({ privileged }: Scenario): boolean {
  return privileged === true;
}
