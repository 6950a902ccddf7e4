import type { PipelineRule } from '../../rule.ts';
import { maskedByJob } from '../../taint/masking.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const secretDerivedUnmasked: PipelineRule = {
  id: 'pipeline/secret-derived-unmasked',
  title: 'Encoded or cut secret is not masked',
  severity: 'medium',
  confidence: 'high',
  cwe: [532],
  tags: ['CICD-SEC-6', 'CICD-SEC-10'],
  why: 'A mask looks for the secret as it is registered. Encoded, cut or joined with something it is another text, and is printed as it is.',
  fix: 'Register the derived value as a secret of its own, mask it (`::add-mask::`), or build it where it is used, on standard input.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlabScript('AUTH=$(echo -n "ci:$REGISTRY_PASSWORD" | base64)'),
    gitlabScript('SHORT=${DEPLOY_TOKEN:0:8}'),
    githubScript(['T: ${{ secrets.T }}'], 'AUTH=$(printf "x:%s" "$T" | base64 -w0)'),
    githubScript(['K: ${{ secrets.K }}'], 'URL=$(echo "$K" | jq -sRr @uri)'),
  ],
  good: [
    gitlabScript('AUTH="$REGISTRY_PASSWORD"', 'LENGTH=${#REGISTRY_PASSWORD}'),
    gitlabScript('echo -n "ci:$REGISTRY_PASSWORD" | base64 > auth.txt'),
    githubScript(['T: ${{ secrets.T }}'], 'AUTH=$(printf "x:%s" "$T" | base64 -w0)', 'echo "::add-mask::$AUTH"'),
    githubScript(['T: ${{ secrets.T }}'], 'HASH=$(echo "$T" | sha256sum)'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('secret')) return;
      const masked = maskedByJob(taint);
      for (const { command, text } of taint.commands()) {
        for (const { name, value } of command.assignments) {
          const secret = value && taint.word(value).secret;
          // One that was changed before is told where it was changed.
          const before = value?.expansions.some((expansion) => expansion.kind === 'variable' && !expansion.operation);
          if (!secret?.changed || secret.origin === 'fetched' || before || masked.has(secret.name)) continue;
          yield {
            at: text.range(command.start, command.end),
            message: `${name} holds ${secret.name} in a form that no mask knows`,
          };
        }
      }
    },
  },
};
