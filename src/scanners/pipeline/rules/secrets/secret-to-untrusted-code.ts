import { parseImageReference } from '../../../../lib/oci/image-reference.ts';
import type { Job } from '../../model/job.ts';
import type { PipelineRule } from '../../rule.ts';
import { isSecretName } from '../../taint/secret-names.ts';
import type { JobTaint } from '../../taint/job-taint.ts';

const yaml = (image: string, script: string) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  image: ${image}\n  script:\n    - ${script}\n`,
});
const workflow = (uses: string, value: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n        with:\n          token: ${value}\n`,
});

export const secretToUntrustedCode: PipelineRule = {
  id: 'pipeline/secret-to-untrusted-code',
  title: 'Secret is given to code that can change unseen',
  severity: 'medium',
  confidence: 'medium',
  cwe: [829, 668],
  tags: ['CICD-SEC-3', 'CICD-SEC-6', 'CICD-SEC-8'],
  why: 'Whoever publishes the image or the action, or takes over their account, reads the secret with the next run; nothing in the repository changes.',
  fix: 'Pin it by digest or full commit, so that only code that was looked at gets the secret.',
  dialects: ['gitlab', 'github'],
  bad: [
    yaml('somebody/deployer:latest', 'deploy --token "$DEPLOY_TOKEN"'),
    yaml('quay.io/somebody/kubectl', 'kubectl --token "$KUBE_TOKEN" apply -f app.yml'),
    workflow('somebody/deploy@main', '${{ secrets.DEPLOY_TOKEN }}'),
    workflow('somebody/deploy@v2', '${{ secrets.DEPLOY_TOKEN }}'),
  ],
  good: [
    yaml(`somebody/deployer@sha256:${'0123456789abcdef'.repeat(4)}`, 'deploy --token "$DEPLOY_TOKEN"'),
    yaml('somebody/linter:latest', 'lint .'),
    yaml('$CI_REGISTRY_IMAGE/deployer:latest', 'deploy --token "$DEPLOY_TOKEN"'),
    workflow(`somebody/deploy@${'0123456789'.repeat(4)}`, '${{ secrets.DEPLOY_TOKEN }}'),
    workflow('actions/checkout@v4', '${{ secrets.DEPLOY_TOKEN }}'),
    workflow('somebody/deploy@v2', '${{ github.token }}'),
  ],
  checks: {
    *image({ reference, resolved, role }, job, pipeline, audit) {
      if (pipeline.dialect !== 'gitlab' || role !== 'job' || resolved === undefined) return;
      const image = parseImageReference(resolved);
      if (!image) return;
      const { registry, repository, tag, digest } = image;
      const official = registry === 'docker.io' && repository.startsWith('library/');
      const moving = tag === undefined || /^(?:latest|stable|edge|nightly|main|master|dev|develop)$/.test(tag);
      if (digest !== undefined || official || !moving) return;
      const secret = heldBy(job, audit.taint(pipeline).of(job));
      if (secret !== undefined)
        yield { at: reference.range, message: `${resolved}, which can change at any time, gets ${secret}` };
    },
    *use({ uses, inputs, variables, at }, _job, { dialect }) {
      if (dialect !== 'github') return;
      const [, owner = '', ref = ''] = /^([\w.-]+)\/[^@\s]+@(\S+)$/.exec(uses.text) ?? [];
      if (owner === '' || /^(?:actions|github)$/.test(owner) || /^[0-9a-f]{40}$/.test(ref)) return;
      const values = [
        ...(inputs?.entries ?? []).map(({ value }) => value),
        ...variables.flatMap(({ value }) => (value ? [value] : [])),
      ];
      const secret = values
        .flatMap((value) => (value.kind === 'scalar' ? [...value.text.matchAll(/secrets\.(\w+)/gi)] : []))
        .find(([, name = '']) => isSecretName(name) && !/^GITHUB_TOKEN$/i.test(name));
      if (secret) yield { at, message: `${uses.text}, which can change at any time, gets ${secret[0]}` };
    },
  },
};

/** A secret that the job uses by name; what the settings give every job does not count. */
function heldBy({ identityTokens, body }: Job, taint: JobTaint): string | undefined {
  const token = identityTokens[0]?.name;
  if (token !== undefined) return `the identity token $${token}`;
  if (body.get('secrets')) return 'what secrets: delivers';
  for (const { command } of taint.commands()) {
    for (const word of command.args) {
      const { secret } = taint.word(word);
      if (secret && secret.origin !== 'platform') return secret.name;
    }
  }
  return undefined;
}
