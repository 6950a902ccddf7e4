import { dependencyScanners, seriousOnly, type OpenGates } from '../gate-tools.ts';
import type { Line } from '../lines.ts';
import { installPortcullis, portcullis } from '../own-gate.ts';
import type { ImageName, Pins } from '../pins.ts';
import type { Command } from '../toolchain.ts';
import { alertPermissions, checkout, job, run, uploadSarif, type WorkflowJob } from './job.ts';

/** Ids of the gates on the source, by stage. */
export function gateJobIds(open: OpenGates): { readonly build: readonly string[]; readonly test: readonly string[] } {
  return {
    build: ['gate-build', ...(open.sast ? ['sast'] : []), ...(open.sca || open.licenses ? ['dependencies'] : [])],
    test: open.iac ? ['iac'] : [],
  };
}

/** The gates on the source. They run for every event: what is deployed has passed them, and the schedule repeats them. */
export function gateJobs(open: OpenGates, pins: Pins): readonly Line[] {
  return [
    ...job({
      id: 'pre-commit',
      name: 'Gate: pre-commit',
      purpose: 'The pre-commit gate again, on the commits of the change: hooks can be skipped.',
      condition: ["github.event_name == 'pull_request'", 'only a change has commits to look at'],
      steps: [
        ...checkout(pins, 'whole'),
        ...nodeSteps(pins),
        ...run(installPortcullis),
        ...run(
          {
            run: portcullis('gate pre-commit --range "$BASE..HEAD"'),
            why: 'also what a later commit takes away again stays in the history',
          },
          { env: [['BASE: ${{ github.event.pull_request.base.sha }}', 'where the change begins']] },
        ),
      ],
    }),
    ...job({
      id: 'gate-build',
      name: 'Gate: build',
      purpose: 'The build gate of portcullis.yaml: secrets, the pipeline itself, and what else is named there.',
      permissions: alertPermissions,
      steps: [
        ...checkout(pins),
        ...nodeSteps(pins),
        ...run(installPortcullis),
        ...run({
          run: portcullis('gate build -o terminal -o sarif=portcullis.sarif'),
          why: 'ends with 1 when the policy says no, with 2 when it can not tell',
        }),
        ...uploadSarif(pins, 'portcullis.sarif', 'portcullis'),
      ],
    }),
    ...(open.sast ? toolGate(sast, pins) : []),
    ...(open.sca || open.licenses ? toolGate(dependencies(open), pins) : []),
    ...(open.iac ? toolGate(iac, pins) : []),
  ];
}

function nodeSteps(pins: Pins): readonly Line[] {
  return [
    [`- uses: ${pins.action('actions/setup-node')}`, 'Portcullis runs on Node.js'],
    '  with:',
    ['    node-version: 22', 'a release line that it knows'],
    ['    package-manager-cache: false', 'what an earlier run left does not come into this one'],
  ];
}

/** The image that a job runs in. Alpine has no bash. */
export function container(name: ImageName, pins: Pins): readonly Line[] {
  return [
    'container:',
    [`  image: ${pins.image(name)}`, 'the digest decides, the tag is for people'],
    ...(name === 'trivy' ? ['defaults:', '  run:', ['    shell: sh', 'the image has no bash'] as const] : []),
  ];
}

interface ToolGate extends Pick<WorkflowJob, 'id' | 'name' | 'purpose'> {
  /** In whose image it runs. */
  readonly tool: ImageName;
  readonly commands: readonly Command[];
  /** What the SARIF file that the commands write is called, and its alerts. */
  readonly report: string;
}

/** A gate of another tool, whose findings become alerts. */
function toolGate({ tool, commands, report, ...about }: ToolGate, pins: Pins): readonly Line[] {
  return job({
    ...about,
    permissions: alertPermissions,
    keys: container(tool, pins),
    steps: [
      ...checkout(pins),
      ...commands.flatMap((command) => run(command)),
      ...uploadSarif(pins, `${report}.sarif`, report),
    ],
  });
}

const sast: ToolGate = {
  id: 'sast',
  name: 'Gate: static analysis',
  purpose: 'Static analysis of the code.',
  tool: 'semgrep',
  commands: [
    {
      run: 'semgrep scan --config p/default --metrics off --error --sarif-output semgrep.sarif',
      why: 'a finding fails the job; rules are fetched: a directory of your own in --config makes them yours',
    },
  ],
  report: 'semgrep',
};

function dependencies(open: OpenGates): ToolGate {
  const look = `trivy filesystem --scanners ${dependencyScanners(open)}`;
  return {
    id: 'dependencies',
    name: 'Gate: dependencies',
    purpose: 'Dependencies: known vulnerabilities and licences.',
    tool: 'trivy',
    commands: [
      { run: `${look} --format sarif --output dependencies.sarif .`, why: 'all of it, as a report' },
      {
        run: `${look} ${seriousOnly} .`,
        why: 'the gate: what is serious fails the job; accepted ones go to .trivyignore.yaml, with an end',
      },
    ],
    report: 'dependencies',
  };
}

const iac: ToolGate = {
  id: 'iac',
  name: 'Gate: infrastructure code',
  purpose: 'Infrastructure code: Dockerfiles, Kubernetes, Helm, Terraform, Compose.',
  tool: 'trivy',
  commands: [
    { run: 'trivy config --format sarif --output iac.sarif .', why: 'all of it, as a report' },
    { run: `trivy config ${seriousOnly} .`, why: 'the gate: what is serious fails the job' },
  ],
  report: 'iac',
};
