import { oncePer } from '../../../../lib/once-per.ts';
import type { YamlNode } from '../../../../lib/yaml/node.ts';
import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import type { JobRun, ScenarioMatrix } from '../scenario.ts';
import { and, certain, impossible, or, type Truth } from '../truth.ts';
import { assumeDefaultBranch } from './default-branch.ts';
import { gitlabScenarios } from './gitlab-scenarios.ts';
import { createLookup } from './lookup.ts';
import { runJob } from './run-job.ts';
import { ruleOutcomes, type Circumstances } from './rules.ts';

/**
 * Evaluates the jobs of a GitLab pipeline under each way it can start.
 * @param facts its settings; without them the default branch is assumed from the names that the definition uses
 */
export function gitlabMatrix(pipeline: Pipeline, files: RepositoryFiles, facts?: GitlabFacts): ScenarioMatrix {
  const defaultBranch = facts?.project?.default_branch ?? assumeDefaultBranch(pipeline);
  const scenarios = gitlabScenarios(defaultBranch, pipeline.startedBy !== undefined, facts);
  const hasWorkflowRules = bringsWorkflowRules(pipeline);
  const starts = scenarios.map((scenario) => {
    const lookup = createLookup(scenario, pipeline.variables, facts);
    const circumstances = { scenario, files, lookup, hasWorkflowRules };
    return scenario.impossible === undefined ? pipelineStarts(pipeline, circumstances) : impossible;
  });
  return {
    scenarios,
    runsOf: oncePer((job: Job): readonly JobRun[] =>
      scenarios.map((scenario, index) => {
        const lookup = createLookup(scenario, job.variables, facts);
        const circumstances = { scenario, files, lookup, hasWorkflowRules };
        const included = (job.includedIf ?? []).map((rules) => letIn(rules, circumstances));
        return runJob(job, and(starts[index] ?? certain, ...included), circumstances, facts);
      }),
    ),
  };
}

function bringsWorkflowRules({ document, holes }: Pipeline): boolean | undefined {
  if (document.map('workflow')?.get('rules')) return true;
  return holes.some(({ kind }) => kind !== 'artifact') ? undefined : false;
}

/** `workflow:rules`: without a rule that matches there is no pipeline. */
function pipelineStarts(pipeline: Pipeline, circumstances: Circumstances): Truth {
  const workflow = pipeline.document.map('workflow');
  if (!workflow?.get('rules')) return certain;
  return letIn(workflow.list('rules'), circumstances);
}

/** Whether rules that only say always or never say always. */
function letIn(rules: readonly YamlNode[], circumstances: Circumstances): Truth {
  const outcomes = ruleOutcomes(rules, circumstances);
  const starting = outcomes.filter(({ rule }) => rule && rule.text('when') !== 'never');
  return or(...starting.map(({ when }) => when));
}
