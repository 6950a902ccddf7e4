import { expect, test } from 'vitest';
import { portcullis } from './support/portcullis.ts';
import { scratch } from './support/scratch.ts';

const make = scratch();

interface Seen {
  readonly evidence: {
    readonly findings: readonly {
      readonly ruleId: string;
      readonly severity: string;
      readonly message: string;
      readonly locations: readonly { readonly uri: string; readonly startLine: number }[];
      readonly path?: readonly { readonly location: { readonly uri: string }; readonly message: string }[];
    }[];
    readonly unknowns: readonly { readonly reason: string; readonly message: string }[];
    readonly runs: readonly { readonly status: string }[];
  };
}

function scan(files: Readonly<Record<string, string>>): Seen['evidence'] {
  const { stdout } = portcullis(['scan', '--only', 'pipeline', '--json'], { cwd: make.directory(files) });
  return (JSON.parse(stdout) as Seen).evidence;
}

const role = (subject: string): string => `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/gitlab.com"]
    }
    condition {
      test     = "StringLike"
      variable = "gitlab.com:sub"
      values   = ["${subject}"]
    }
  }
}
resource "aws_iam_role" "deploy" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`;

test('a repository of policies alone is judged, and of nothing else', () => {
  const { findings, unknowns } = scan({ 'iam/role.tf': role('project_path:group/*') });
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['pipeline/oidc-trust-policy']);
  expect(findings[0]).toMatchObject({ severity: 'high', locations: [{ uri: 'iam/role.tf', startLine: 2 }] });
  expect(findings[0]?.message).toContain('any project of `group`');
  expect(unknowns).toEqual([]);
});

test('the job that shows it is the first step', () => {
  const pipeline =
    'plan:\n  script: terraform plan\n  id_tokens: { AWS: { aud: aws } }\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n';
  const files = { 'role.tf': role('project_path:*'), '.gitlab-ci.yml': pipeline };
  const found = scan(files).findings.filter(({ ruleId }) => ruleId === 'pipeline/oidc-trust-policy');
  expect(found.map(({ severity }) => severity)).toEqual(['critical']);
  expect(found[0]?.path?.map(({ location, message }) => `${location.uri}: ${message}`)).toEqual([
    '.gitlab-ci.yml: plan gets a token in a merge request of a fork, run in the fork',
    'role.tf: it asks for `project_path:*` in the claim sub',
  ]);
});

test('JSON by its content, and what is not there is not known', () => {
  const host = 'token.actions.githubusercontent.com';
  const statement = { Effect: 'Allow', Principal: { Federated: host }, Action: 'sts:AssumeRoleWithWebIdentity' };
  const { findings } = scan({ 'x.json': JSON.stringify({ Statement: statement }), 'y.json': '{"a": 1}' });
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('`x.json` can be assumed from any repository on GitHub'),
  ]);
  const open = scan({ 'role.tf': `variable "s" {}\n${role('')}`.replace('[""]', 'var.s') });
  expect(open.findings).toEqual([]);
  expect(open.unknowns.map(({ message }) => message)).toEqual([expect.stringContaining('var.s has no default')]);
});

test('configuration that can not be read leaves the run partial, the rest is judged', () => {
  const { findings, unknowns, runs } = scan({
    'a.tf': `resource "aws_iam_role" "x" {\n y = = oidc\n}\n${role('project_path:*')}`,
  });
  expect(findings).toHaveLength(1);
  expect(unknowns.map(({ reason }) => reason)).toEqual(['syntax']);
  expect(runs[0]?.status).toBe('partial');
});
