import type { ShellWord } from '../../../../lib/shell/shell-command.ts';
import type { Dialect } from '../../model/pipeline.ts';
import type { Issue, IssueFix, PipelineRule } from '../../rule.ts';
import { outputShape } from '../../shell/output-shape.ts';
import type { Secret } from '../../taint/flow.ts';
import type { JobTaint, TracedCommand } from '../../taint/job-taint.ts';
import { maskedByJob, maskingOf } from '../../taint/masking.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { nameCredentials } from './name-credentials.ts';
import { talkativeFlag } from './talkative-flags.ts';

export const secretInLog: PipelineRule = {
  id: 'pipeline/secret-in-log',
  title: 'Secret is printed into the job log',
  severity: 'high',
  confidence: 'high',
  cwe: [532, 209],
  tags: ['CICD-SEC-6', 'CICD-SEC-10', 'A09:2021', 'CIS-2.4.2'],
  why: 'Logs are read by more people than secrets, are kept for long and are often public. A mask knows only registered values as they are: not what a command fetched, encoded or cut.',
  fix: 'Do not print it: assign first and export after, switch tracing off around it, hand it over in a file or on standard input.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('echo "deploying with $DEPLOY_TOKEN"'),
    gitlabScript(
      'export $(aws sts assume-role --role-arn "$ROLE" --query "Credentials.[AccessKeyId,SecretAccessKey]" --output text | xargs -n1 echo)',
    ),
    gitlabScript(
      'DB=$(vault kv get -field=password secret/db)',
      'set -x',
      'psql "postgres://app:$DB@db/app" -f schema.sql',
    ),
    gitlabScript('export $(kubectl get secret app -o jsonpath="{.data.key}" | base64 -d)'),
    gitlabScript('aws secretsmanager get-secret-value --secret-id db'),
    gitlabScript('printenv'),
    { path: '.gitlab-ci.yml', code: 'variables:\n  CI_DEBUG_TRACE: "true"\njob:\n  script: make\n' },
    githubScript(['TOKEN: ${{ secrets.TOKEN }}'], 'echo "$TOKEN" | base64'),
    githubScript([], 'echo "${{ secrets.TOKEN }}" | rev'),
    githubScript(
      [],
      'P=$(aws ssm get-parameter --name db --with-decryption --query Parameter.Value --output text)',
      'echo "password: $P"',
    ),
    githubScript(['T: ${{ secrets.T }}'], 'curl -v -u "me:$T" https://api.example.org'),
  ],
  good: [
    gitlabScript(
      'export $(printf "AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s" $(aws sts assume-role --role-arn "$R" --query "Credentials.[AccessKeyId,SecretAccessKey]" --output text))',
    ),
    gitlabScript(
      'echo "$DEPLOY_TOKEN" | docker login -u ci --password-stdin registry.example.org',
      'echo "$CI_JOB_TOKEN"',
    ),
    gitlabScript(
      'DB=$(vault kv get -field=password secret/db)',
      'echo "password has ${#DB} characters, ${DB:+set}"',
      'set +x',
    ),
    gitlabScript(
      'export $(grep -v "^#" .env | xargs)',
      'export $(jq -r \'to_entries[] | "\\(.key)=\\(.value)"\' vars.json)',
      'env | grep -c CI_',
    ),
    gitlabScript('set -x', 'make', 'set +x', 'deploy --token-file "$DEPLOY_TOKEN"', 'echo "$KUBE_TOKEN" > token.txt'),
    githubScript(['TOKEN: ${{ secrets.TOKEN }}'], 'echo "$TOKEN"', 'env | sort'),
    githubScript([], 'P=$(vault kv get -field=p secret/db)', 'echo "::add-mask::$P"', 'echo "password: $P"'),
    githubScript(['T: ${{ secrets.T }}'], 'curl -v -H "Authorization: Bearer $T" https://api.example.org'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      for (const { name, value, at } of job.variables) {
        const reason = value && debugReason(name, value.text);
        if (reason !== undefined) yield { at: value?.range ?? at, message: `${name} ${reason}`, subject: name };
      }
      if (!taint.holds('secret')) return;
      const masked = maskedByJob(taint);
      for (const site of taint.commands()) {
        const leak = leakOf(site, taint, pipeline.dialect);
        if (leak && !masked.has(leak.secret.name)) yield issueOf(leak, site, pipeline.dialect);
      }
      yield* tracedIn(taint, pipeline.dialect, masked);
    },
  },
};

interface Leak {
  readonly secret: Secret;
  readonly message: string;
  readonly fixes?: readonly IssueFix[];
}

function leakOf(site: TracedCommand, taint: JobTaint, dialect: Dialect): Leak | undefined {
  const { command } = site;
  const bare = bareExport(site, taint);
  if (bare) return bare;
  const printed = taint.printed(command);
  if (printed && isLeaked(printed, dialect)) {
    const how = printed.changed ? ' in a form that no mask knows' : '';
    return { secret: printed, message: `${command.name ?? ''} prints ${printed.name}${how}` };
  }
  const flag = talkativeFlag(command);
  if (!flag) return undefined;
  for (const [at, word] of command.args.entries()) {
    const { secret } = taint.word(word);
    // `-u user:password` is sent as base64, which no mask finds in what is printed.
    const sent = secret && flag.encodes.test(command.args[at - 1]?.value ?? '') ? { ...secret, changed: true } : secret;
    if (sent && isLeaked(sent, dialect))
      return { secret: sent, message: `${command.name ?? ''} ${flag.flag} prints ${sent.name}` };
  }
  return undefined;
}

/** `export $(…)` of values without names: the shell complains about each and prints it. */
function bareExport(site: TracedCommand, taint: JobTaint): Leak | undefined {
  const { name = '', args } = site.command;
  if (!/^(?:export|declare|typeset|local|readonly|unset|eval|source|\.)$/.test(name)) return undefined;
  for (const word of args) {
    for (const expansion of word.expansions) {
      const { secret } = taint.expansion(expansion);
      const whole = word.prefix === '' && expansion.kind !== 'variable' && expansion.commands;
      if (!secret || !whole || outputShape(whole) !== 'bare') continue;
      const complaint =
        name === 'eval' || name === 'source' || name === '.' ? 'command not found' : 'not a valid identifier';
      const fixes = nameCredentials(site);
      return {
        secret,
        ...(fixes && { fixes }),
        message: `${name} gets values without names, prints ${secret.name} in its error message ("${complaint}") and sets no variable`,
      };
    }
  }
  return undefined;
}

function isLeaked(secret: Secret, dialect: Dialect): boolean {
  return maskingOf(secret, dialect) !== 'masked';
}

function issueOf({ secret, message, fixes }: Leak, { command, text }: TracedCommand, dialect: Dialect): Issue {
  const at = text.range(command.start, command.end);
  const masking = maskingOf(secret, dialect);
  const all = secret.origin === 'environment';
  return {
    at,
    message: masking === 'perhaps' && !all ? `${message}, unless its setting masks it` : message,
    ...(masking === 'perhaps' && { confidence: 'medium' as const }),
    ...(all && { severity: 'medium' as const }),
    path: [...secret.steps, { at, message }],
    ...(fixes && { fixes }),
  };
}

/** `set -x` … `set +x`: what is expanded in between is printed. */
function* tracedIn(taint: JobTaint, dialect: Dialect, masked: ReadonlySet<string>): Generator<Issue> {
  let tracing: TracedCommand | undefined;
  let script: unknown;
  for (const site of taint.commands()) {
    const { command, text } = site;
    if (script !== text) tracing = undefined;
    script = text;
    const switched = tracingOf(command.name === 'set' ? command.args : []);
    if (switched !== undefined) tracing = switched ? site : undefined;
    if (!tracing) continue;
    const words: ShellWord[] = [...command.args, ...command.assignments.flatMap(({ value }) => (value ? [value] : []))];
    const secret = words
      .map((word) => taint.word(word).secret)
      .find((one) => one && isLeaked(one, dialect) && !masked.has(one.name));
    if (!secret) continue;
    const message = `set -x prints ${secret.name}, which is expanded here`;
    const steps = [...secret.steps, { at: text.range(command.start, command.end), message }];
    const leak = { secret: { ...secret, steps }, message: `set -x prints ${secret.name}` };
    yield issueOf(leak, tracing, dialect);
    tracing = undefined;
  }
}

function tracingOf(args: readonly ShellWord[]): boolean | undefined {
  const words = args.map(({ value }) => value ?? '');
  const named = words.findLast((_, at) => /^[-+]\w*o$/.test(words[at - 1] ?? '') && words[at] === 'xtrace');
  const option = words.findLast((word) => /^[-+][a-z]*x[a-z]*$/.test(word));
  if (named !== undefined) return words[words.lastIndexOf(named) - 1]?.startsWith('-');
  return option?.startsWith('-');
}

function debugReason(name: string, value: string): string | undefined {
  if (/^(?:CI_DEBUG_TRACE|CI_DEBUG_SERVICES)$/.test(name) && /^(?:true|1|yes)$/i.test(value)) {
    return name === 'CI_DEBUG_TRACE'
      ? 'prints every variable of the job'
      : 'prints what the services say, with their passwords';
  }
  if (name === 'GIT_TRACE_REDACT' && /^(?:0|false)$/i.test(value)) return 'lets git print tokens in its traces';
  return /^TF_LOG(?:_PROVIDER|_CORE)?$/.test(name) && /^(?:TRACE|DEBUG|JSON)$/i.test(value)
    ? 'prints the requests of the providers, with what is in them'
    : undefined;
}
