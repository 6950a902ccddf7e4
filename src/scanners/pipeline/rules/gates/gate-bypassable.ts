import type { Audit } from '../../audit/audit.ts';
import { findGates, type Gate } from '../../gates/find-gates.ts';
import { examines, gateTitles, type GateKind } from '../../gates/gate-kind.ts';
import { findReleases, type Release } from '../../gates/find-releases.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import type { JobRun } from '../../scenarios/scenario.ts';

const release = 'release:\n  stage: deploy\n  script: [./deploy.sh]\n  environment: production\n  only: [main]\n';
const gate = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `scan:\n  script: [gitleaks detect]\n${rest}${release}`,
});
const workflow = (condition: string, onStep = false) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n${onStep ? '' : `    if: ${condition}\n`}    steps:\n      - run: gitleaks detect\n${onStep ? `        if: ${condition}\n` : ''}`,
});

export const gateBypassable: PipelineRule = {
  id: 'pipeline/gate-bypassable',
  title: 'Security gate that whoever starts the pipeline can leave out',
  severity: 'high',
  confidence: 'high',
  cwe: [693],
  tags: ['CICD-SEC-1', 'CICD-SEC-4'],
  why: 'A variable, a label or a word in the commit message decides whether the gate runs, and the person whose change it would stop writes it.',
  fix: 'Run the gate whenever the release runs; let exceptions be decided by the policy of the tool, not by whoever starts the pipeline.',
  dialects: ['gitlab', 'github'],
  bad: [
    gate('  rules:\n    - if: $SKIP_SCAN == "true"\n      when: never\n    - when: on_success\n'),
    gate('  except:\n    variables:\n      - $CI_COMMIT_MESSAGE =~ /skip-scan/\n'),
    gate('  when: manual\n'),
    workflow("${{ !contains(github.event.head_commit.message, 'no-scan') }}"),
    workflow("${{ inputs.skip != 'true' }}", true),
  ],
  good: [
    gate('  rules:\n    - when: on_success\n'),
    gate('  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n'),
    gate(''),
    workflow("${{ github.event_name == 'push' }}"),
    workflow("${{ github.ref == 'refs/heads/main' }}", true),
  ],
  checks: {
    *pipeline(pipeline, audit) {
      const gates = findGates(pipeline).filter(({ kinds }) => kinds.some(examines));
      if (pipeline.dialect === 'github') yield* gates.flatMap(chosenCondition);
      else yield* skipped(gates, pipeline, audit);
    },
  },
};

/** GitLab: each kind of gate in each scenario of each release. */
function* skipped(gates: readonly Gate[], pipeline: Pipeline, audit: Audit): Generator<Issue> {
  const matrix = audit.scenarios(pipeline);
  const kinds = new Set(gates.flatMap((one) => one.kinds.filter(examines)));
  const reported = new Set<Gate>();
  for (const one of findReleases(pipeline)) {
    for (const kind of kinds) {
      const of = gates.filter((each) => each.kinds.includes(kind));
      const [first] = of;
      if (!first || reported.has(first) || of.some(({ job }) => job === one.job)) continue;
      const index = matrix
        .runsOf(one.job)
        .findIndex((run, at) => isReleased(run) && of.every(({ job }) => isOptional(matrix.runsOf(job)[at], run)));
      const how = matrix.runsOf(first.job)[index];
      if (!how) continue;
      reported.add(first);
      yield issue(first, kind, one, how);
    }
  }
}

/** What an outsider starts releases nothing. */
function isReleased({ runs, scenario }: JobRun): boolean {
  return runs !== 'no' && scenario.starter !== 'outsider' && scenario.privileged !== false;
}

function isOptional(gate: JobRun | undefined, release: JobRun): boolean {
  if (gate?.runs === 'manual') return gate.mayFail !== false;
  if (gate?.runs !== 'unknown') return false;
  const own = gate.atoms.filter(({ text }) => !release.atoms.some((atom) => atom.text === text));
  // Which files change says what a change is, not whether it is looked at.
  return own.some(({ chosen, text }) => chosen && !text.startsWith('changes:'));
}

function issue({ job, at, name }: Gate, kind: GateKind, one: Release, { runs, atoms, scenario }: JobRun): Issue {
  const decides = atoms.flatMap(({ text, chosen }) => (chosen ? [text] : [])).slice(0, 3);
  const how = runs === 'manual' ? 'nobody has to start it' : `${decides.join(', ')} decides whether it runs`;
  return {
    at: job.body.entry('rules')?.key.range ?? job.body.entry('when')?.key.range ?? at,
    message: `${name} in ${job.name}, the ${gateTitles[kind]}: ${how}, and ${one.job.name} runs without it (${scenario.title})`,
    subject: job.name,
  };
}

const written =
  /github\.event\.(?:head_commit\.message|commits|pull_request\.(?:title|body|labels)|issue\.(?:title|body|labels))|\binputs\.|github\.event\.inputs\./;

/** GitHub: a condition on the job or the step that reads what its author wrote. */
function chosenCondition({ job, step, name }: Gate): readonly Issue[] {
  const conditions = [job.body.entry('if'), step.body?.entry('if')];
  return conditions.flatMap((entry): readonly Issue[] => {
    if (entry?.value.kind !== 'scalar') return [];
    const source = written.exec(entry.value.text)?.[0];
    if (source === undefined) return [];
    return [
      { at: entry.value.range, message: `${name}: ${source} decides whether it runs`, subject: `${job.name} ${name}` },
    ];
  });
}
