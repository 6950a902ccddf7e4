import { readDependabot } from '../../github/dependabot.ts';
import type { PipelineRule } from '../../rule.ts';
import { dependabot, weekly } from './dependabot-examples.ts';

export const dependabotCodeExecution: PipelineRule = {
  id: 'pipeline/dependabot-code-execution',
  title: 'Dependabot runs code of the packages that it updates',
  severity: 'medium',
  confidence: 'high',
  cwe: [829, 94],
  tags: ['CICD-SEC-3', 'CICD-SEC-4'],
  why: 'A manifest of the new version runs while the update is made, before anybody has looked at it, and the credentials of the private registries are there.',
  fix: 'Take `insecure-external-code-execution: allow` out, or say `deny`; update what then fails by hand.',
  references: [
    'https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference',
  ],
  dialects: ['github'],
  bad: [
    dependabot([weekly('bundler', 'insecure-external-code-execution: allow\n')]),
    dependabot([weekly('npm'), weekly('pip', 'insecure-external-code-execution: "allow"\nregistries: "*"\n')]),
  ],
  good: [
    dependabot([weekly('bundler', 'insecure-external-code-execution: deny\n')]),
    dependabot([weekly('pip', 'registries: "*"\n')]),
  ],
  checks: {
    *repository(_pipelines, { files }) {
      const { updates = [], problems = [] } = readDependabot(files) ?? {};
      for (const { code, message, range } of problems) {
        if (code !== 'duplicate-key') yield { undecided: `dependabot.yml: ${message}`, at: range, reason: code };
      }
      for (const { body, ecosystem, directories } of updates) {
        const entry = body.entry('insecure-external-code-execution');
        if (entry?.value.kind !== 'scalar' || entry.value.text !== 'allow') continue;
        const registries = body.get('registries');
        yield {
          at: entry.value.range,
          message: `updates of ${ecosystem} run code of the packages${registries ? ', with the credentials of private registries' : ''}`,
          ...(registries && { severity: 'high' as const }),
          subject: `${ecosystem} ${directories.join(' ')}`,
          fixes: [{ description: 'do not run it', safe: false, edits: [{ at: entry.value.range, text: 'deny' }] }],
        };
      }
    },
  },
};
