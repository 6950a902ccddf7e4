import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const call = (uses: string, rest: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: push\njobs:\n  a:\n    uses: ${uses}\n${rest}`,
});
const sha = 'a1'.repeat(20);

export const secretsInherited: PipelineRule = {
  id: 'pipeline/secrets-inherited',
  title: 'All secrets are handed over at once',
  severity: 'high',
  confidence: 'high',
  cwe: [668, 250],
  tags: ['CICD-SEC-6', 'CICD-SEC-2'],
  why: 'The other side gets every secret of the repository and organisation, also those that it has no business with, and those that are added later.',
  fix: 'Name the secrets that are needed, one by one.',
  dialects: ['github'],
  bad: [
    call(`other/repo/.github/workflows/b.yml@${sha}`, '    secrets: inherit\n'),
    workflow('push', '      - run: ./deploy\n        env:\n          ALL: ${{ toJSON(secrets) }}\n'),
  ],
  good: [
    call(`other/repo/.github/workflows/b.yml@${sha}`, '    secrets:\n      TOKEN: ${{ secrets.TOKEN }}\n'),
    call('./.github/workflows/b.yml', '    secrets: inherit\n'),
    workflow('push', '      - run: ./deploy\n        env:\n          T: ${{ secrets.T }}\n'),
  ],
  checks: {
    *job({ body, steps }) {
      const secrets = body.entry('secrets');
      const uses = body.text('uses') ?? '';
      if (secrets?.value.kind === 'scalar' && secrets.value.text === 'inherit' && !uses.startsWith('./')) {
        yield { at: secrets.value.range, message: `${uses.split('@')[0] ?? ''} gets every secret` };
      }
      for (const step of steps) {
        const map = step.body;
        const text = map ? map.range.source.text.slice(map.range.start, map.range.end) : '';
        const all = /toJSON\(\s*secrets\s*\)/i.exec(text);
        if (all && map)
          yield {
            at: { ...map.range, start: map.range.start + all.index, end: map.range.start + all.index + all[0].length },
            message: 'every secret is put into one text',
          };
      }
    },
  },
};
