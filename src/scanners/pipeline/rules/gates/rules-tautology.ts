import type { YamlScalar } from '../../../../lib/yaml/node.ts';
import type { Job } from '../../model/job.ts';
import type { Issue, PipelineRule } from '../../rule.ts';

const gitlab = (condition: string) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  script: [make]\n  rules:\n    - if: ${condition}\n`,
});
const github = (condition: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    if: ${condition}\n    steps:\n      - run: make\n`,
});

export const rulesTautology: PipelineRule = {
  id: 'pipeline/rules-tautology',
  title: 'Condition that always holds',
  severity: 'high',
  confidence: 'high',
  cwe: [571, 697],
  tags: ['CICD-SEC-1'],
  why: 'It looks as if the job were limited and it is not: it runs on every branch, for everybody who can start a pipeline.',
  fix: 'Write the comparison that was meant; leave the condition out where the job shall always run.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlab(`'$CI_COMMIT_BRANCH == "main" || "true"'`),
    gitlab('$CI_COMMIT_BRANCH =~ /.*/'),
    gitlab('$CI_COMMIT_BRANCH == $CI_COMMIT_BRANCH'),
    gitlab('$CI'),
    github(`github.ref == 'refs/heads/main' || true`),
    github(`github.actor != 'a' || github.actor != 'b'`),
  ],
  good: [
    gitlab(`'$CI_COMMIT_BRANCH == "main" || $CI_COMMIT_TAG'`),
    gitlab('$CI_COMMIT_BRANCH =~ /^release-.*/'),
    gitlab('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
    github('always()'),
    github(`github.actor != 'a' && github.actor != 'b'`),
    github(`github.event_name != 'push' || github.ref != 'refs/heads/x'`),
  ],
  checks: {
    *job(job, { dialect }) {
      const judge = dialect === 'gitlab' ? alwaysInGitlab : alwaysInGithub;
      for (const condition of dialect === 'gitlab' ? gitlabConditions(job) : githubConditions(job)) {
        const reason = judge(condition.text);
        if (reason !== undefined) yield issue(condition, reason);
      }
    },
  },
};

function issue({ range, text }: YamlScalar, reason: string): Issue {
  return { at: range, message: `\`${text.replaceAll(/\s+/g, ' ').slice(0, 120)}\` always holds: ${reason}` };
}

function gitlabConditions({ body }: Job): readonly YamlScalar[] {
  return body.list('rules').flatMap((rule) => {
    const condition = rule.kind === 'map' ? rule.get('if') : undefined;
    return condition?.kind === 'scalar' ? [condition] : [];
  });
}

function githubConditions({ body, steps }: Job): readonly YamlScalar[] {
  return [body.get('if'), ...steps.map((step) => step.body?.get('if'))].flatMap((node) =>
    node?.kind === 'scalar' ? [node] : [],
  );
}

/** Variables that are set in every pipeline (GitLab documentation, "Predefined CI/CD variables"). */
const everywhere =
  /^\$\{?(?:CI|GITLAB_CI|CI_PIPELINE_SOURCE|CI_COMMIT_SHA|CI_COMMIT_REF_NAME|CI_PROJECT_(?:ID|PATH|NAME)|CI_PIPELINE_ID|CI_DEFAULT_BRANCH)\}?$/;

function alwaysInGitlab(text: string): string | undefined {
  if (/[()]/.test(text)) return undefined;
  return alternatives(text)
    .map((part) => {
      if (/^(?:"[^"]+"|'[^']+'|true)$/.test(part)) return `${part} is true by itself`;
      if (everywhere.test(part)) return `${part} is set in every pipeline`;
      const sides = /^(?<left>\$\{?\w+\}?)\s*(?<operator>==|=~)\s*(?<right>\S+)$/.exec(part)?.groups;
      if (sides?.['operator'] === '==' && sides['left'] === sides['right']) return 'it compares a value with itself';
      // A value that is not there matches nothing, so that only what is always there makes it certain.
      return sides?.['operator'] === '=~' && /^\/\^?(?:\.[*+])?\$?\/\w*$/.test(sides['right'] ?? '')
        ? `${sides['right'] ?? ''} matches everything`
        : undefined;
    })
    .find((reason) => reason !== undefined);
}

function alwaysInGithub(text: string): string | undefined {
  const whole = text.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').trim();
  if (/[()]|\$\{\{/.test(whole)) return undefined;
  const parts = alternatives(whole);
  if (parts.length > 1 && parts.includes('true')) return 'true is one of its alternatives';
  const unequal = parts.map((part) => /^(?<name>[\w.-]+)\s*!=\s*'(?<value>[^']*)'$/.exec(part)?.groups);
  const twice = unequal.find((one, at) =>
    unequal.some(
      (other, index) => index > at && one && other && one['name'] === other['name'] && one['value'] !== other['value'],
    ),
  );
  return twice ? `${twice['name'] ?? ''} is always different from one of them` : undefined;
}

/** The parts that `||` joins, where no `&&` limits them. */
function alternatives(text: string): readonly string[] {
  return text
    .split('||')
    .map((part) => part.trim())
    .filter((part) => !part.includes('&&'));
}
