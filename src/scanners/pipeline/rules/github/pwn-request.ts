import { asksMembers, isForMembersOnly } from '../../github/entry-guards.ts';
import { checksMembers, waitsForMembers } from '../../github/members-check.ts';
import { fetchesHead, privilegedCheckoutEvents } from '../../github/untrusted-checkout.ts';
import { eventsOf } from '../../github/triggers.ts';
import { holdsSomething } from '../../github/permissions.ts';
import type { Step, UseStep } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const head =
  '      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n';

/** A job of a comment that needs another. @param steps of the other job */
const gated = (steps: string, condition: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: issue_comment\njobs:\n  check:\n    runs-on: ubuntu-24.04\n    outputs:\n      go: \${{ steps.who.outputs.is }}\n    steps:\n${steps}  a:\n    needs: check\n    if: ${condition}\n    runs-on: ubuntu-24.04\n    steps:\n      - run: gh pr checkout 1\n      - run: make\n`,
});

export const pwnRequest: PipelineRule = {
  id: 'pipeline/pwn-request',
  title: 'Code of strangers runs with the rights of the repository',
  severity: 'critical',
  confidence: 'high',
  cwe: [94, 829],
  tags: ['CICD-SEC-4', 'CICD-SEC-1'],
  why: 'This event has secrets and a token that may write, also for a pull request of a fork; its code is fetched, and a build runs whatever it says.',
  fix: 'Build pull requests under `pull_request`, without secrets; do what needs rights in a second workflow that takes only data and never runs it.',
  references: ['https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/'],
  dialects: ['github'],
  bad: [
    workflow('pull_request_target', `${head}      - run: npm ci && npm test\n`),
    workflow(
      'issue_comment',
      '      - uses: actions/checkout@v4\n      - run: gh pr checkout ${{ github.event.issue.number }}\n      - run: make\n',
    ),
    workflow(
      'workflow_run',
      '      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.workflow_run.head_sha }}\n      - run: ./gradlew build\n',
    ),
    workflow(
      'pull_request_target',
      '      - uses: actions/checkout@v4\n        with:\n          repository: ${{ github.event.pull_request.head.repo.full_name }}\n          ref: ${{ github.head_ref }}\n      - uses: ./.github/actions/build\n',
    ),
    workflow('pull_request_target', `${head}          path: pr\n      - run: cd pr && make\n`),
    workflow('pull_request_target', `${head}      - run: make\n`, {
      job: '    if: github.event.pull_request.merged == false\n',
    }),
    gated('      - id: who\n        run: echo found >> "$GITHUB_OUTPUT"\n', "needs.check.outputs.go == 'true'"),
  ],
  good: [
    workflow('pull_request', `${head}      - run: npm ci && npm test\n`),
    workflow('pull_request_target', '      - uses: actions/checkout@v4\n      - run: npm ci && npm test\n'),
    workflow('pull_request_target', '      - uses: actions/labeler@v5\n'),
    workflow('{ pull_request_target: { types: [closed] } }', `${head}      - run: make\n`, {
      job: '    if: github.event.pull_request.merged == true\n',
    }),
    workflow('workflow_run', `${head}      - run: make\n`, {
      job: "    if: github.event.workflow_run.event == 'push'\n",
    }),
    workflow('push', '      - uses: actions/checkout@v4\n      - run: make\n'),
    workflow('[pull_request, workflow_run]', `${head}      - run: make\n`),
    gated(
      '      - id: who\n        uses: tspascoal/get-user-teams-membership@v3\n',
      "needs.check.outputs.go == 'true'",
    ),
    gated(
      '      - id: who\n        run: gh api "repos/$REPO/collaborators/$ACTOR/permission" --jq .permission\n',
      "${{ needs.check.outputs.go == 'admin' }}",
    ),
  ],
  checks: {
    *job(job, pipeline) {
      const events = eventsOf(pipeline).filter((one) => privilegedCheckoutEvents.includes(one));
      const index = job.steps.findIndex((step) => events.some((one) => fetchesHead(step, one)));
      const checkout = job.steps[index];
      const event = checkout && events.find((one) => fetchesHead(checkout, one));
      if (!checkout || event === undefined || isForMembersOnly(job) || asksMembers(job)) return;
      if (waitsForMembers(job, pipeline) || job.steps.slice(0, index).some((step) => checksMembers(step))) return;
      const folder = folderOf(checkout);
      const runner = job.steps
        .slice(index + 1)
        .find((step) => (folder === undefined ? runsCode(step) : runsIn(step, folder)));
      yield {
        at: checkout.at,
        message: runner
          ? `${event} fetches the code of the pull request and ${job.name} runs it`
          : `${event} fetches the code of the pull request into a job with rights`,
        severity: runner ? (holdsSomething(job, pipeline) ? 'critical' : 'medium') : 'low',
        path: [
          { at: pipeline.document.entry('on')?.key.range ?? job.at, message: `anybody starts it by ${event}` },
          { at: checkout.at, message: 'the code of the pull request is fetched' },
          ...(runner ? [{ at: runner.at, message: 'and run' }] : []),
        ],
      };
    },
  },
};

/** Programs that take their orders from files of the checkout. */
const builders =
  /(?:^|[\s;&|(])(?:npm|yarn|pnpm|bun|npx|pip3?|poetry|uv|pipenv|tox|nox|make|cmake|just|mage|ant|gradle|mvn|rake|bundle|cargo|go|dotnet|msbuild|composer|terraform|docker|podman|pre-commit|eslint|prettier|webpack|vite|jest|pytest|mypy|rubocop|phpstan|golangci-lint|goreleaser|deno|node|python3?|ruby|perl|php|java|bash|sh|source|tar|unzip|mix|sbt|swift|flutter|helm|ansible-playbook)(?:\s|$)|(?:^|[\s;&|(])\.{1,2}\/\S/m;

function runsCode(step: Step): boolean {
  if (step.kind === 'run') return builders.test(step.script.text);
  return step.uses.text.startsWith('./') || isBuilder(step);
}

/** The folder that the code is put into, beside the repository's own. */
function folderOf(step: Step): string | undefined {
  const path = step.kind === 'use' ? step.inputs?.text('path')?.replace(/^\.\/|\/+$/g, '') : undefined;
  return path === undefined || path === '' || path === '.' || path.includes('${{') ? undefined : path;
}

function runsIn(step: Step, folder: string): boolean {
  if (step.kind === 'use') return step.uses.text.startsWith(`./${folder}`) || isBuilderIn(step, folder);
  const inside = step.body?.text('working-directory')?.replace(/^\.\//, '') ?? '';
  if (inside === folder || inside.startsWith(`${folder}/`)) return runsCode(step);
  const lines = step.script.text.split('\n');
  const entered = lines.findIndex((line) => new RegExp(`\\bcd\\s+["']?(?:\\./)?${literal(folder)}\\b`).test(line));
  if (entered !== -1 && builders.test(lines.slice(entered).join('\n'))) return true;
  const named = new RegExp(
    `(?:^|[\\s;&|(])(?:(?:bash|sh|source|\\.|python3?|node)\\s+)?(?:\\./)?${literal(folder)}/\\S|(?:make|npm|yarn|pnpm|cargo|go|mvn|gradle)\\s[^\\n;&|]*(?:-C|--prefix|--cwd|--dir|-f|--manifest-path)[ =]["']?(?:\\./)?${literal(folder)}\\b`,
  );
  return lines.some((line) => named.test(line));
}

function literal(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

function isBuilderIn({ inputs }: UseStep, folder: string): boolean {
  return ['context', 'working-directory', 'directory'].some((name) => inputs?.text(name)?.includes(folder));
}

function isBuilder({ uses }: UseStep): boolean {
  return /^(?:docker\/build-push-action|gradle\/|golangci\/|goreleaser\/|ruby\/setup-ruby|pre-commit\/|cypress-io\/|bahmutov\/npm-install|actions-rs\/cargo|pypa\/cibuildwheel)/i.test(
    uses.text,
  );
}
