import type { YamlMap } from '../../../../lib/yaml/node.ts';
import type { Issue, IssueFix, PipelineRule } from '../../rule.ts';
import type { JobTaint } from '../../taint/job-taint.ts';
import { covers, pathOf } from '../../taint/covers.ts';
import { pathsIn, sensitiveFile, takesAll } from './kept-files.ts';
import { revealingReport } from './revealing-report.ts';

const job = (script: string, artifacts: string) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  script:\n    - ${script}\n  artifacts:\n${artifacts}`,
});
const upload = (path: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: terraform plan -out tfplan\n      - uses: actions/upload-artifact@v4\n        with:\n          name: out\n          path: ${path}\n`,
});

export const secretInArtifact: PipelineRule = {
  id: 'pipeline/secret-in-artifact',
  title: 'Secrets are kept in the artifacts',
  severity: 'high',
  confidence: 'high',
  cwe: [538, 312],
  tags: ['CICD-SEC-6', 'CIS-2.4.6'],
  why: 'Artifacts are downloaded by everybody who may read the project, on public projects by everybody, for as long as they are kept.',
  fix: 'Keep only the files that are needed; redact reports of secret scanners; encrypt state and plans or leave them in their backend.',
  dialects: ['gitlab', 'github'],
  bad: [
    job('gitleaks detect --report-path leaks.json', '    paths: [leaks.json]\n'),
    job('terraform plan -out=plan.cache', '    paths:\n      - plan.cache\n'),
    job('echo "key=$API_TOKEN" > conf/app.ini', '    paths:\n      - conf/\n'),
    job('make', '    untracked: true\n'),
    upload('tfplan'),
    upload('.'),
  ],
  good: [
    job('gitleaks detect --redact --report-path leaks.json', '    paths: [leaks.json]\n'),
    job('make', '    paths:\n      - dist/\n      - .env.example\n'),
    job('echo "key=$API_TOKEN" > conf/app.ini', '    paths:\n      - dist/\n'),
    job('terraform plan -out=plan.cache', '    access: developer\n    paths:\n      - plan.cache\n'),
    job("echo '//registry.example.org/:_authToken=${NPM_TOKEN}' > .npmrc", '    paths: [.npmrc]\n'),
    upload('dist/'),
    upload('|\n            coverage/\n            !coverage/.env'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      if (pipeline.dialect === 'github') return;
      const artifacts = job.body.map('artifacts');
      if (!artifacts) return;
      const untracked = artifacts.get('untracked');
      if (untracked?.kind === 'scalar' && untracked.value === true) {
        yield {
          at: untracked.range,
          message: 'untracked: true keeps every file that git ignores, such as .env',
          severity: 'medium',
        };
      }
      const taint = audit.taint(pipeline).of(job);
      for (const { path, at } of pathsIn(artifacts.list('paths'))) yield* keptIn(path, at, taint, isLimited(artifacts));
    },
    *use({ uses, inputs }) {
      if (!/(?:^|\/)upload-artifact@/.test(uses.text)) return;
      for (const { path, at } of pathsIn(inputs?.list('path') ?? [])) {
        const what =
          sensitiveFile(path) ?? (takesAll(path) ? 'the whole checkout, with .git/config and its token' : undefined);
        if (what !== undefined) yield { at, message: `the artifact holds ${what}`, subject: path };
      }
    },
  },
};

/** Whether only members who develop can read the artifacts. */
function isLimited(artifacts: YamlMap): boolean {
  return /^(?:developer|maintainer|none)$/.test(artifacts.text('access') ?? '') || artifacts.text('public') === 'false';
}

function* keptIn(path: string, at: Issue['at'], taint: JobTaint, limited: boolean): Generator<Issue> {
  const what = sensitiveFile(path) ?? (takesAll(path) ? 'everything in the working directory' : undefined);
  const written = taint.files.get(pathOf(path));
  // A plan has to reach the job that applies it; a file that the script writes holds what is written.
  if ((limited && /plan/i.test(what ?? '')) || (written && !written.secret)) return;
  if (what !== undefined) {
    yield { at, message: `the artifacts keep ${what}`, ...(takesAll(path) && { severity: 'medium' as const }) };
    return;
  }
  for (const { command, text, path: file } of taint.commands()) {
    const report = revealingReport(command);
    if (!report || !covers(pathOf(path), pathOf(report.file))) continue;
    const place = text.range(command.start, command.end);
    const fixes =
      report.redactAfter !== undefined && file === undefined
        ? redacting(text.range(report.redactAfter - 1, report.redactAfter))
        : undefined;
    const message = `${report.file} holds the secrets that ${command.name ?? ''} finds, in the clear`;
    yield {
      at,
      message,
      path: [
        { at: place, message: 'the report is written without redaction' },
        { at, message: 'and kept' },
      ],
      ...(fixes && { fixes }),
    };
  }
  for (const [written, { secret }] of taint.files) {
    if (!secret || secret.origin === 'identity-token' || !covers(pathOf(path), written)) continue;
    yield {
      at,
      message: `${written} holds ${secret.name} and is kept`,
      path: [...secret.steps, { at, message: 'the file is kept' }],
    };
  }
}

function redacting(at: Issue['at']): readonly IssueFix[] {
  const edit = { at: { source: at.source, start: at.end, end: at.end }, text: ' --redact' };
  return [{ description: 'redact what is found', safe: true, edits: [edit] }];
}
