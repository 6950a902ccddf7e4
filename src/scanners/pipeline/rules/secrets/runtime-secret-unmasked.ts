import { lineStart } from '../../../../lib/text/line-start.ts';
import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import { join, type Secret } from '../../taint/flow.ts';
import type { JobTaint, TracedCommand } from '../../taint/job-taint.ts';
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
    githubScript([], 'TOKEN=$(gcloud auth print-access-token)', 'echo "TOKEN=$TOKEN" >> "$GITHUB_ENV"'),
    githubScript(
      [],
      'T=$(az account get-access-token --query accessToken -o tsv)',
      'cat <<EOF >> "$GITHUB_OUTPUT"\ntoken=$T\nEOF',
    ),
    githubScript([], '{\n  echo "T=$(gh auth token)"\n} >> "$GITHUB_ENV"'),
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
    githubScript(
      [],
      'TOKEN=$(gcloud auth print-access-token)',
      'echo "::add-mask::$TOKEN"',
      'echo "TOKEN=$TOKEN" >> "$GITHUB_ENV"',
    ),
    githubScript([], 'TOKEN=$(gcloud auth print-access-token)', 'curl -H "Authorization: Bearer $TOKEN" https://x.org'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('secret')) return;
      const masked = maskedByJob(taint);
      const isOpen = (secret: Secret | undefined): secret is Secret =>
        secret?.origin === 'fetched' && !masked.has(secret.name);
      const platform = pipeline.dialect === 'github' ? 'GitHub' : 'GitLab';
      for (const site of taint.commands()) {
        const { command, text } = site;
        const at = text.range(command.start, command.end);
        const handed = pipeline.dialect === 'github' ? handedOn(command, taint) : undefined;
        if (handed && isOpen(handed.secret)) {
          const message = `${handed.secret.name} is written to ${handed.file} without a mask`;
          const next = handed.file === 'GITHUB_ENV' ? '; every later step prints it in its log' : '';
          yield { at, message: `${message}${next}`, path: [...handed.secret.steps, { at, message }] };
          continue;
        }
        for (const { name, value } of command.assignments) {
          const fetch = value?.expansions.find(({ kind }) => kind === 'command');
          const secret = fetch && taint.expansion(fetch).secret;
          if (!isOpen(secret) || shortLived.test(secret.name)) continue;
          const fix = pipeline.dialect === 'github' ? maskAfter(site, name) : undefined;
          yield {
            at,
            message: `${name} holds ${secret.name}, which ${platform} does not know and does not mask`,
            ...(fix && { fixes: [fix] }),
          };
        }
      }
    },
  },
};

const environmentFile = /GITHUB_(?:ENV|OUTPUT)/;

/** The secret that a command hands on to later steps, and by which file. */
function handedOn(
  command: ShellCommand,
  taint: JobTaint,
): { readonly file: string; readonly secret?: Secret } | undefined {
  const targets = [
    ...command.redirects.flatMap(({ target }) => target?.text ?? []),
    ...command.frames.flatMap((frame) =>
      frame.kind === 'redirected' ? frame.redirects.flatMap(({ target }) => target?.text ?? []) : [],
    ),
    ...(command.name === 'tee' ? command.args.map(({ text }) => text) : []),
  ];
  const [file] = targets.flatMap((target) => environmentFile.exec(target)?.[0] ?? []);
  if (file === undefined) return undefined;
  const words = [
    ...command.args,
    ...command.redirects.flatMap(({ operator, target }) => (operator.startsWith('<<') && target ? [target] : [])),
  ];
  const flows = [...words.map((word) => taint.word(word)), taint.input(command)];
  const secret = join(flows).secret;
  return { file, ...(secret && { secret }) };
}

/** A mask behind the assignment. Of a value of several lines only the first would be masked: somebody has to look. */
function maskAfter({ command, text }: TracedCommand, name: string): IssueFix | undefined {
  if (command.frames.length > 0 || command.name !== undefined) return undefined;
  const { source, end } = text.range(command.start, command.end);
  const newline = source.text.indexOf('\n', end);
  const begin = lineStart(source.text, end);
  const indent = /^[ \t]*/.exec(source.text.slice(begin))?.[0] ?? '';
  const isAlone = newline !== -1 && source.text.slice(begin + indent.length, newline).startsWith(`${name}=`);
  if (!isAlone || source.text.slice(end, newline).trim() !== '') return undefined;
  const edit = { at: { source, start: newline, end: newline }, text: `\n${indent}echo "::add-mask::$${name}"` };
  return { description: 'mask it', safe: false, edits: [edit] };
}
