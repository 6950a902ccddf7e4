import { textOf } from '../../../../lib/yaml/node.ts';
import { addAfter, addEntry } from '../../fix/edit-entry.ts';
import { actionVersion } from '../../github/action-version.ts';
import type { Job } from '../../model/job.ts';
import type { RunStep, Step, UseStep } from '../../model/step.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const checkout = '      - uses: actions/checkout@v4\n';
const upload = (path: string, version = 'v4.3.1', rest = '') =>
  `      - uses: actions/upload-artifact@${version}\n        with:\n          path: ${path}\n${rest}`;
const hidden = '          include-hidden-files: true\n';

export const persistedCredentials: PipelineRule = {
  id: 'pipeline/persisted-credentials',
  title: 'Token is kept in a workspace that is published',
  severity: 'high',
  confidence: 'high',
  cwe: [522, 538],
  tags: ['CICD-SEC-6'],
  why: 'The checkout writes the token into .git/config, and what is published has that file in it: whoever fetches it while the job runs has the token.',
  fix: 'Say `persist-credentials: false` at the checkout, and publish only what is needed.',
  dialects: ['github'],
  bad: [
    workflow('push', checkout + upload('.')),
    workflow('push', checkout + upload('.', 'v4', hidden)),
    workflow('push', `${checkout}      - run: make\n${upload('${{ github.workspace }}', 'v2')}`),
    workflow('push', checkout + upload('|\n            dist\n            .git/config', `${'a1'.repeat(20)} # v4.3.0`)),
    workflow('push', `${checkout}        with:\n          path: src\n${upload('src/', 'v3.1.0')}`),
    workflow('push', `${checkout}      - run: aws s3 sync . s3://site --delete\n`),
  ],
  good: [
    workflow('push', `${checkout}        with:\n          persist-credentials: false\n${upload('.')}`),
    workflow('push', checkout + upload('dist/', 'v4', hidden)),
    workflow('push', checkout + upload('.', 'v4')),
    workflow('push', upload('.')),
    workflow('push', checkout + upload('|\n            dist\n\n            build/*.tar\n', 'v2')),
    workflow('push', `      - uses: actions/checkout@v6\n${upload('.')}`),
    workflow('push', `${checkout}        with:\n          path: src\n${upload('dist', 'v3.1.0')}`),
    workflow('push', `${checkout}      - run: aws s3 sync . s3://site --exclude ".git/*"\n`),
    workflow('push', `${checkout}      - run: aws s3 sync dist s3://site\n`),
  ],
  checks: {
    *job(job) {
      for (const [index, source] of job.steps.entries()) {
        if (source.kind !== 'use' || !keepsToken(source)) continue;
        const folder = (source.inputs?.text('path') ?? '.').replace(/^\.\/|\/+$/g, '') || '.';
        const target = job.steps.slice(index + 1).find((step) => publishes(step, folder));
        if (!target) continue;
        const fix = forget(source, job);
        yield {
          at: source.at,
          message: 'the checkout keeps the token in .git/config, and that is published',
          path: [
            { at: source.at, message: 'the checkout keeps the token' },
            { at: target.at, message: 'the folder is published with it' },
          ],
          ...(fix && { fixes: [fix] }),
        };
      }
    },
  },
};

/** From version 6 on it is in a file outside of the workspace (actions/checkout, README). */
function keepsToken(step: UseStep): boolean {
  if (!/^actions\/checkout@/i.test(step.uses.text) || step.inputs?.text('persist-credentials') === 'false')
    return false;
  const [major] = actionVersion(step) ?? [0];
  return major < 6;
}

function publishes(step: Step, folder: string): boolean {
  return step.kind === 'use' ? uploads(step, folder) : copies(step, folder);
}

/** Hidden files are left out from 4.4 on, and at the end of 3, unless they are asked for (upload-artifact, README). */
function uploads(step: UseStep, folder: string): boolean {
  if (!/^actions\/upload-artifact@/i.test(step.uses.text)) return false;
  const version = actionVersion(step);
  const takesHidden =
    step.inputs?.text('include-hidden-files') === 'true' ||
    (version !== undefined &&
      (version[0] < 3 || (version[0] === 3 && version[1] < 2) || (version[0] === 4 && version[1] < 4)));
  const paths = (textOf(step.inputs?.get('path')) ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(pathOf);
  const isOut = paths.some((path) => /^!.*\.git(?:\/|$)/.test(path));
  return takesHidden && !isOut && paths.some((path) => holdsGit(path, folder));
}

function pathOf(text: string): string {
  const path = text.trim().replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?|^\.\/+/, '');
  return path.replace(/(?:\/\*{1,2})*\/*$/, '') || '.';
}

/** Whether a path, written from the workspace, takes the `.git` of a folder in it. */
function holdsGit(path: string, folder: string): boolean {
  const git = folder === '.' ? '.git' : `${folder}/.git`;
  return [folder, git, `${git}/config`, '.', '*', '**'].includes(path);
}

/** Commands that copy a folder with everything in it to where others read it. */
function copies({ script }: RunStep, folder: string): boolean {
  return script.program.commands.some(({ name, args }) => {
    const words = args.map(({ value, prefix }) => value ?? prefix);
    const isSync = words[0] === 's3' && (words[1] === 'sync' || (words[1] === 'cp' && words.includes('--recursive')));
    if (name !== 'aws' || !isSync || words.some((word) => /\.git\b/.test(word))) return false;
    return words.slice(2).some((word) => pathOf(word) === folder) && words.some((word) => word.startsWith('s3://'));
  });
}

function forget({ inputs, body }: UseStep, { steps }: Job): IssueFix | undefined {
  const given = inputs?.entry('persist-credentials');
  const uses = body?.entry('uses');
  const edit = given
    ? { at: given.value.range, text: 'false' }
    : inputs
      ? addEntry(inputs, 'persist-credentials: false')
      : uses && addAfter(uses, 'with:\n  persist-credentials: false');
  // Whatever speaks to the server by itself later may need the token.
  const safe = !steps.some((step) => step.kind === 'run' && /\bgit\b|\.\/|\bmake\b/.test(step.script.text));
  return edit && { description: 'do not keep the token', safe, edits: [edit] };
}
