import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import { findGates, type Gate } from '../../gates/find-gates.ts';
import { examines } from '../../gates/gate-kind.ts';
import { templateKinds } from '../../gates/template-gates.ts';
import type { Variable } from '../../model/variable.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { githubAction } from '../pins/image-examples.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const gateWeakened: PipelineRule = {
  id: 'pipeline/gate-weakened',
  title: 'Security gate that closes for the worst only, or is switched off',
  severity: 'medium',
  confidence: 'high',
  cwe: [693, 754],
  tags: ['CICD-SEC-1', 'SSDF-PO.4'],
  why: 'High findings pass, or the scanner is there and told not to run; who reads the pipeline believes that it protects.',
  fix: 'Let the gate close at `high`; accept single findings by name, with a reason and an expiry, instead of raising the level.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'variables:\n  SAST_DISABLED: "true"\njob:\n  script: [make]\n' },
    gitlabScript('trivy image --exit-code 1 --severity CRITICAL app:1'),
    gitlabScript('dependency-check.sh --scan . --failOnCVSS 11'),
    { path: '.gitlab-ci.yml', code: 'scan:\n  script: [gitleaks detect]\n  allow_failure:\n    exit_codes: [1]\n' },
    githubScript([], 'npm audit --audit-level=critical'),
    githubAction('aquasecurity/trivy-action@v1\n        with:\n          exit-code: 1\n          severity: CRITICAL'),
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'variables:\n  SAST_DISABLED: "false"\njob:\n  script: [make]\n' },
    gitlabScript('trivy image --exit-code 1 --severity HIGH,CRITICAL app:1'),
    { path: '.gitlab-ci.yml', code: 'tests:\n  script: [make test]\n  allow_failure:\n    exit_codes: [137]\n' },
    githubScript([], 'npm audit --audit-level=high'),
    githubAction(
      'aquasecurity/trivy-action@v1\n        with:\n          exit-code: 1\n          severity: CRITICAL,HIGH',
    ),
  ],
  checks: {
    *pipeline(pipeline) {
      for (const gate of findGates(pipeline)) {
        if (!gate.kinds.some(examines)) continue;
        if (gate.run) yield* judgeLevel(gate, gate.run.command);
        yield* judgeInputs(gate);
        yield* judgeExitCodes(gate);
      }
      const template = pipeline.holes.find((hole) => (templateKinds(hole)?.length ?? 0) > 0);
      if (template) {
        const undecided =
          "whether an approval policy acts on the reports of the platform's security templates, which never fail";
        yield { undecided, at: template.at };
      }
    },
    variable: judgeVariable,
  },
};

const switches =
  /^(?:SAST|SECRET_DETECTION|DEPENDENCY_SCANNING|CONTAINER_SCANNING|DAST|LICENSE_MANAGEMENT|COVFUZZ|API_FUZZING)_DISABLED$/;

function judgeVariable({ name, value, at, scope }: Variable): readonly Issue[] {
  // GitLab's scanners see what is set for the pipeline and for their job.
  return scope !== 'step' && switches.test(name) && /^(?:true|1)$/i.test(value?.text ?? '')
    ? [{ at, message: `${name} switches the scanner off`, subject: name }]
    : [];
}

/** Levels that let high findings pass, as the words of a command. */
const lax =
  /^(?:--severity|--audit-level|--fail-on|--severity-threshold|--min-severity)[= ](?:critical|none)$|^--failOnCVSS[= ](?:9\.[1-9]|1\d)(?:\.\d+)?$/i;

function judgeLevel({ name, run }: Gate, { args }: ShellCommand): readonly Issue[] {
  if (!run) return [];
  return args.flatMap((word, index): readonly Issue[] => {
    const text = word.value ?? '';
    const next = args[index + 1];
    const joined = text.includes('=') ? text : `${text} ${next?.value ?? ''}`;
    if (!lax.test(joined)) return [];
    const end = text.includes('=') ? word.end : (next?.end ?? word.end);
    return [{ at: run.step.script.range(word.start, end), message: `${name}: with ${joined} high findings pass` }];
  });
}

function judgeInputs({ name, use }: Gate): readonly Issue[] {
  return ['severity', 'fail-on-severity', 'severity-cutoff'].flatMap((input): readonly Issue[] => {
    const entry = use?.step.inputs?.entry(input);
    if (entry?.value.kind !== 'scalar' || !/^critical$/i.test(entry.value.text)) return [];
    return [{ at: entry.value.range, message: `${name}: with ${input}: ${entry.value.text} high findings pass` }];
  });
}

function judgeExitCodes({ name, job }: Gate): readonly Issue[] {
  const codes = job.body.map('allow_failure')?.entry('exit_codes');
  if (!codes) return [];
  const given = codes.value.kind === 'sequence' ? codes.value.items : [codes.value];
  const passing = given.flatMap((item) => (item.kind === 'scalar' ? item.text : []));
  // Findings are 1 for nearly every tool; trufflehog says 183, kics 20 to 60.
  if (!passing.some((code) => /^(?:1|183|[2-6]0)$/.test(code))) return [];
  return [{ at: codes.value.range, message: `${name}: the exit code ${passing.join(', ')} of findings is allowed` }];
}
