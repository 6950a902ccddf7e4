import type { PipelineRule } from '../../rule.ts';
import { maskedByJob } from '../../taint/masking.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

/** Credentials that end by themselves after minutes or hours. */
const shortLived = /token|assume-role|print-|federation|vault write|unwrap|login|export-credentials/;

export const runtimeSecretUnmasked: PipelineRule = {
  id: 'pipeline/runtime-secret-unmasked',
  title: 'Secret that a command fetches is not masked',
  severity: 'medium',
  confidence: 'high',
  cwe: [532, 522],
  tags: ['CICD-SEC-6', 'CICD-SEC-10'],
  why: 'The platform masks what it knows. A value that the script fetches is unknown to it: any command that prints its environment, its arguments or an error writes it into the log.',
  fix: 'GitLab: let `secrets:` deliver it, as a file. GitHub: print `::add-mask::` with the value before anything uses it. Or write it into a file that only its user reads.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript(
      'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)',
    ),
    gitlabScript('KEY="$(az keyvault secret show --name key --query value -o tsv)"'),
    githubScript([], 'P=$(vault kv get -field=password secret/db)', 'psql "postgres://app:$P@db/app" -f a.sql'),
    githubScript([], 'echo "KEY=$(gcloud secrets versions access latest --secret key)" >> "$GITHUB_ENV"'),
  ],
  good: [
    gitlabScript(
      'aws secretsmanager get-secret-value --secret-id db --query SecretString --output text > "$RUNNER_TEMP/db"',
    ),
    gitlabScript(
      'aws ecr get-login-password | docker login --username AWS --password-stdin "$REGISTRY"',
      'VAULT_TOKEN=$(vault write -field=token auth/jwt/login role=ci jwt="$ID_TOKEN")',
    ),
    githubScript([], 'P=$(vault kv get -field=password secret/db)', 'echo "::add-mask::$P"', 'use "$P"'),
    githubScript([], 'gcloud secrets versions access latest --secret key > key.json'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('secret')) return;
      const masked = maskedByJob(taint);
      for (const { command, text } of taint.commands()) {
        const written = command.redirects.some(({ target }) => /GITHUB_ENV|GITHUB_OUTPUT/.test(target?.text ?? ''));
        const words = [
          ...command.assignments.flatMap(({ name, value }) => (value ? [{ name, value }] : [])),
          ...(written ? command.args.map((value) => ({ name: 'the next steps', value })) : []),
        ];
        for (const { name, value } of words) {
          const fetch = value.expansions.find(({ kind }) => kind === 'command');
          const secret = fetch && taint.expansion(fetch).secret;
          if (secret?.origin !== 'fetched' || shortLived.test(secret.name) || masked.has(secret.name)) continue;
          const message = `${name} holds ${secret.name}, which ${pipeline.dialect === 'github' ? 'GitHub' : 'GitLab'} does not know and does not mask`;
          yield { at: text.range(command.start, command.end), message };
        }
      }
    },
  },
};
