import { asksMembers, isForMembersOnly } from '../../github/entry-guards.ts';
import { eventsOf } from '../../github/triggers.ts';
import { holdsSomething } from '../../github/permissions.ts';
import type { Step, UseStep } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const head =
  '      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n';

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
  ],
  checks: {
    *job(job, pipeline) {
      const event = eventsOf(pipeline).find((one) => /^(?:pull_request_target|workflow_run|issue_comment)$/.test(one));
      if (event === undefined) return;
      const index = job.steps.findIndex(fetchesHead);
      const checkout = job.steps[index];
      if (!checkout || isForMembersOnly(job) || asksMembers(job)) return;
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

const headRef =
  /github\.head_ref|pull_request\.head\.|pull_request\.merge_commit_sha|workflow_run\.head_(?:sha|branch|commit)|refs\/pull\/|issue\.number|steps\.[\w-]+\.outputs\.(?:head_)?(?:ref|sha)/i;

function fetchesHead(step: Step): boolean {
  if (step.kind === 'use') {
    if (!/^actions\/checkout@/i.test(step.uses.text)) return false;
    return headRef.test(`${step.inputs?.text('ref') ?? ''} ${step.inputs?.text('repository') ?? ''}`);
  }
  return /\bgh\s+pr\s+checkout\b|git\s+(?:fetch|pull|checkout)\b[^\n]*(?:refs\/pull\/|pull\/\$|head_ref|HEAD_REF|head\.(?:ref|sha))/.test(
    step.script.text,
  );
}

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
