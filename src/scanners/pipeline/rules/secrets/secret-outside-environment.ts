import { addEntry } from '../../fix/edit-entry.ts';
import { findReleases, type Release } from '../../gates/find-releases.ts';
import { findExpressions } from '../../github/expressions.ts';
import type { Job } from '../../model/job.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from '../github/workflow-example.ts';

const publish = '      - run: npm publish\n        env:\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n';

export const secretOutsideEnvironment: PipelineRule = {
  id: 'pipeline/secret-outside-environment',
  title: 'Release uses a secret that every workflow can read',
  severity: 'medium',
  confidence: 'high',
  cwe: [668, 522],
  tags: ['CICD-SEC-6', 'CICD-SEC-2', 'CICD-SEC-1'],
  why: 'A secret of the repository is given to any workflow on any branch that names it: whoever can push a branch can publish or deploy. One of an environment is given to the job that names the environment, on the branches that it allows, after the reviews that it asks for.',
  fix: 'Move the secret into an environment with a branch rule (and reviewers), and name it in the job: `environment: release`. Better still, publish by the identity of the job, without a secret.',
  references: ['https://docs.github.com/en/actions/concepts/workflows-and-actions/deployment-environments'],
  dialects: ['github'],
  pedantic: true,
  bad: [
    workflow('push', publish),
    workflow(
      'release',
      '      - uses: docker/login-action@v3\n        with:\n          username: me\n          password: ${{ secrets.DOCKERHUB_TOKEN }}\n      - run: docker push me/app:1.2\n',
    ),
    workflow('push', '      - run: kubectl apply -f app.yml\n', { job: "    env: { KUBE: '${{ secrets.KUBE }}' }\n" }),
  ],
  good: [
    workflow('push', publish, { job: '    environment: release\n' }),
    workflow('push', publish.replace('NPM_TOKEN', 'GITHUB_TOKEN')),
    workflow('push', publish.replace('npm publish', 'npm test')),
    workflow('push', '      - run: npm publish --provenance\n'),
    workflow('push', '      - run: helm push a.tgz oci://x && kubectl get externalsecrets.external-secrets.io\n'),
  ],
  checks: {
    *pipeline(pipeline) {
      if (pipeline.action) return;
      const first = new Map<Job, Release>();
      for (const release of findReleases(pipeline)) if (!first.has(release.job)) first.set(release.job, release);
      for (const [job, release] of first) {
        const names = job.body.get('environment') === undefined ? secretsIn(job) : [];
        if (names.length === 0) continue;
        const edit = addEntry(job.body, `environment: ${release.kind === 'deploy' ? 'production' : 'release'}`);
        yield {
          at: job.at,
          message: `${job.name} uses ${names.join(', ')} (${release.name}), which any workflow of the repository can read`,
          subject: job.name,
          ...(edit && { fixes: [{ description: 'name an environment', safe: false, edits: [edit] }] }),
        };
      }
    },
  },
};

/** The secrets that a job names, but for the token that every job has and what is none by its name. */
function secretsIn({ body }: Job): readonly string[] {
  const { source, start, end } = body.range;
  const uses = findExpressions(source.text.slice(start, end));
  const names = uses.flatMap((use) =>
    [...use.source.matchAll(/(?<![\w.-])secrets\.(?<name>\w+)/gi)].flatMap(({ groups }) => groups?.['name'] ?? []),
  );
  return [...new Set(names)].filter((name) => !harmless.test(name)).slice(0, 5);
}

const harmless =
  /^GITHUB_TOKEN$|(?:^|_)(?:USER(?:NAME)?|ARN|(?:ACCOUNT|TENANT|CLIENT|SUBSCRIPTION|APP)_ID|REGION|URL|REGISTRY|PUBLIC)$/i;
