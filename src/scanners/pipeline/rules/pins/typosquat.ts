import type { PipelineRule } from '../../rule.ts';
import { parseAction } from '../../github/action-reference.ts';
import { githubAction } from './image-examples.ts';
import { popularOwners } from './popular-owners.ts';

export const typosquat: PipelineRule = {
  id: 'pipeline/typosquat',
  title: 'Name that differs from a well-known one by a letter',
  severity: 'critical',
  confidence: 'medium',
  cwe: [506, 1007],
  tags: ['CICD-SEC-3'],
  why: 'Owners of names such as `action/checkout` or `docker-hub/login` wait for a slip of the keyboard; the job then runs their code with its secrets.',
  fix: 'Correct the name.',
  dialects: ['github'],
  bad: [
    githubAction('actons/checkout@v4'),
    githubAction('action/setup-node@v4'),
    githubAction('dockre/login-action@v3'),
    githubAction('googel-github-actions/auth@v2'),
  ],
  good: [
    githubAction('actions/checkout@v4'),
    githubAction('docker/login-action@v3'),
    githubAction('actions-rs/toolchain@v1'),
    githubAction('google-github-actions/auth@v2'),
    githubAction('aws/checkout@v1'),
  ],
  checks: {
    *use({ uses }) {
      const owner = parseAction(uses.text)?.owner;
      if (owner === undefined || popularOwners.has(owner)) return;
      const meant = [...popularOwners].find((popular) => popular.length >= 6 && isSlip(owner, popular));
      if (meant !== undefined) yield { at: uses.range, message: `${owner} is not ${meant}, which it looks like` };
    },
  },
};

/** One letter left out, doubled, put in, changed, or two changed places. */
function isSlip(text: string, meant: string): boolean {
  if (Math.abs(text.length - meant.length) > 1) return false;
  let start = 0;
  while (start < text.length && text[start] === meant[start]) start++;
  let end = 0;
  while (end < Math.min(text.length, meant.length) - start && text.at(-1 - end) === meant.at(-1 - end)) end++;
  const left = text.slice(start, text.length - end);
  const right = meant.slice(start, meant.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
