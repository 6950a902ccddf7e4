import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import type { Job } from '../../model/job.ts';
import type { UseStep } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

interface Cloud {
  readonly name: string;
  /** Variables that hold a key that does not end by itself. */
  readonly variables: RegExp;
  readonly instead: string;
}

const clouds: readonly Cloud[] = [
  {
    name: 'AWS',
    variables: /^(?:\w+_)?AWS_(?:\w+_)?(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SECRET_KEY)(?:_\w+)?$/,
    instead: 'a role that trusts the job’s identity token',
  },
  {
    name: 'Google Cloud',
    variables:
      /^(?:GOOGLE_CREDENTIALS|GOOGLE_APPLICATION_CREDENTIALS_JSON|GOOGLE_SERVICE_ACCOUNT(?:_KEY|_JSON)|GCLOUD_SERVICE_KEY|GCLOUD_SERVICE_ACCOUNT_KEY|(?:\w+_)?(?:GCP|GKE|GCR|GCLOUD)_(?:SA|SERVICE_ACCOUNT|CREDENTIALS?|AUTH|KEY)(?:_KEY|_JSON|_FILE|_BASE64)*)$/,
    instead: 'workload identity federation',
  },
  {
    name: 'Azure',
    variables: /^(?:(?:AZURE|ARM)_CLIENT_SECRET|AZURE_CREDENTIALS|AZURE_PASSWORD|ARM_ACCESS_KEY|AZURE_STORAGE_KEY)$/,
    instead: 'a federated credential',
  },
  { name: 'DigitalOcean', variables: /^DIGITALOCEAN_(?:ACCESS_)?TOKEN$/, instead: 'a short-lived token' },
  {
    name: 'Alibaba Cloud',
    variables: /^(?:ALICLOUD|ALIBABA_CLOUD)_(?:ACCESS_KEY|SECRET_KEY|ACCESS_KEY_ID|ACCESS_KEY_SECRET)$/,
    instead: 'a RAM role by OIDC',
  },
];

const yaml = (code: string) => ({ path: '.gitlab-ci.yml', code });
const workflow = (steps: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
});

export const staticCloudKeys: PipelineRule = {
  id: 'pipeline/static-cloud-keys',
  title: 'Cloud is reached with a key that does not end',
  severity: 'high',
  confidence: 'high',
  cwe: [798, 522],
  tags: ['CICD-SEC-6', 'CICD-SEC-2', 'CIS-2.1.6'],
  why: 'Who reads the key once, in a log, an artifact or a compromised tool, has the cloud account until somebody notices and changes it. An identity token ends with the job and is bound to branch and environment.',
  fix: 'Exchange the job’s identity token (GitLab `id_tokens`, GitHub `id-token: write`) for a short session, and delete the key.',
  dialects: ['gitlab', 'github'],
  bad: [
    yaml(
      'variables:\n  AWS_ACCESS_KEY_ID: $AWS_ACCESS_KEY_ID\n  AWS_SECRET_ACCESS_KEY: $AWS_SECRET_ACCESS_KEY\njob:\n  script: aws s3 ls\n',
    ),
    gitlabScript('export AWS_SECRET_ACCESS_KEY="$PRODUCTION_SECRET_ACCESS_KEY"'),
    gitlabScript('gcloud auth activate-service-account --key-file "$GCP_KEY"'),
    gitlabScript('az login --service-principal -u "$ID" -p "$AZURE_CLIENT_SECRET" --tenant "$TENANT"'),
    workflow(
      '      - run: aws s3 ls\n        env:\n          AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}\n',
    ),
    workflow(
      '      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          aws-access-key-id: ${{ secrets.KEY }}\n          aws-secret-access-key: ${{ secrets.SECRET }}\n',
    ),
    workflow(
      '      - uses: google-github-actions/auth@v2\n        with:\n          credentials_json: ${{ secrets.GCP }}\n',
    ),
  ],
  good: [
    gitlabScript(
      'aws sts assume-role-with-web-identity --role-arn "$ROLE" --web-identity-token "$TOKEN" > creds.json',
      'export AWS_ACCESS_KEY_ID=$(jq -r .Credentials.AccessKeyId creds.json)',
    ),
    yaml(
      'job:\n  variables:\n    AWS_ACCESS_KEY_ID: test\n    AWS_SECRET_ACCESS_KEY: test\n    AWS_REGION: eu-central-1\n  script: make localstack\n',
    ),
    gitlabScript(
      'gcloud auth login --cred-file=wif.json',
      'az login --service-principal -u "$ID" --federated-token "$TOKEN" --tenant "$T"',
    ),
    workflow(
      '      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: arn:aws:iam::1:role/ci\n',
    ),
    workflow(
      '      - uses: google-github-actions/auth@v2\n        with:\n          workload_identity_provider: projects/1/x\n',
    ),
    githubScript(['AWS_REGION: eu-central-1'], 'aws s3 ls'),
    githubScript(
      ['AWS_SECRET_ACCESS_KEY: ${{ secrets.R2_SECRET }}'],
      'aws s3 sync dist s3://site --endpoint-url "https://$ACCOUNT.r2.cloudflarestorage.com"',
    ),
    yaml(
      'variables:\n  AWS_ENDPOINT_URL: https://minio.example.org\n  AWS_SECRET_ACCESS_KEY: $MINIO_SECRET_KEY\njob:\n  script: aws s3 ls\n',
    ),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const { dialect } = pipeline;
      const all = [...job.variables, ...job.steps.flatMap(({ variables }) => variables)];
      for (const { name, value, at } of all) {
        const cloud = clouds.find(({ variables }) => variables.test(name));
        // A literal is a test double, or a matter for the search for secrets.
        if (!cloud || !value || !value.text.includes(dialect === 'github' ? '${{' : '$')) continue;
        if (dialect === 'github' && !/secrets\./.test(value.text)) continue;
        // An identifier is told with its key.
        const key = name.replace(/ACCESS_KEY_ID/, 'SECRET_ACCESS_KEY');
        if (key !== name && all.some((other) => other.name === key)) continue;
        if (cloud.name === 'AWS' && usesOtherStore(job)) continue;
        yield {
          at,
          message: `${name} is a long-lived key of ${cloud.name}; ${cloud.instead} needs none`,
          subject: name,
        };
      }
      const taint = audit.taint(pipeline).of(job);
      for (const { command, text } of taint.holds('secret') ? taint.commands() : []) {
        for (const { name, value } of command.assignments) {
          const cloud = clouds.find(({ variables }) => variables.test(name));
          // A key that the job fetches or exchanges is another matter.
          if (!cloud || !value?.expansions.every(({ kind }) => kind === 'variable') || /KEY_ID/.test(name)) continue;
          if (cloud.name === 'AWS' && usesOtherStore(job)) continue;
          if (taint.word(value).secret?.origin !== 'setting' || /SESSION_TOKEN/.test(text.program.text)) continue;
          const at = text.range(command.start, command.end);
          yield {
            at,
            message: `${name} is a long-lived key of ${cloud.name}; ${cloud.instead} needs none`,
            subject: name,
          };
        }
      }
    },
    *command({ command, step }) {
      const found = keyLogin(command);
      if (found !== undefined) yield { at: step.script.range(command.start, command.end), message: found };
    },
    *use({ inputs, uses, at }) {
      const found = (inputs?.entries ?? []).find(
        ({ key, value }) => value.kind === 'scalar' && isKeyInput(uses.text, key.text, value.text),
      );
      if (found) yield { at, message: `${uses.text.replace(/@.*$/, '')} gets a long-lived key (${found.key.text})` };
    },
  },
};

/**
 * Whether a job speaks to a store that only talks like Amazon's (R2, MinIO, Spaces, Backblaze): it has no roles that an
 * identity token could be exchanged for.
 */
function usesOtherStore({ steps, variables }: Job): boolean {
  const set = [...variables, ...steps.flatMap((step) => step.variables)];
  const named = set.some(({ name, value }) => /ENDPOINT/.test(name) && isElsewhere(value?.text));
  return named || steps.some((step) => (step.kind === 'run' ? endpointIn(step.script.text) : endpointInput(step)));
}

function isElsewhere(address: string | undefined): boolean {
  return address !== undefined && address !== '' && !/\.amazonaws\.com/.test(address);
}

function endpointIn(script: string): boolean {
  return [
    ...script.matchAll(/--endpoint(?:-url)?[ =]["']?(?<address>[^\s"']+)|AWS_ENDPOINT_URL\w*=["']?(?<set>[^\s"']+)/g),
  ].some(({ groups }) => isElsewhere(groups?.['address'] ?? groups?.['set']));
}

function endpointInput({ inputs }: UseStep): boolean {
  return (inputs?.entries ?? []).some(
    ({ key, value }) => /endpoint/i.test(key.text) && value.kind === 'scalar' && isElsewhere(value.text),
  );
}

/** Commands that log in with a key. */
function keyLogin({ name, args }: ShellCommand): string | undefined {
  const words = args.map(({ value }) => value ?? '');
  const has = (pattern: RegExp): boolean => args.some(({ prefix }) => pattern.test(prefix));
  if (name === 'gcloud' && words.includes('activate-service-account') && has(/^--key-file/)) {
    return 'gcloud logs in with the key of a service account; workload identity federation needs none';
  }
  if (name === 'az' && words[0] === 'login' && has(/^--service-principal$/) && has(/^(?:-p|--password)/)) {
    return 'az logs in with a password of a service principal; --federated-token needs none';
  }
  const setting = args.at(-1);
  if (
    name === 'aws' &&
    words[0] === 'configure' &&
    words[1] === 'set' &&
    words[2] === 'aws_secret_access_key' &&
    setting?.value === undefined
  ) {
    return 'aws is configured with a long-lived key; a role that trusts the job’s identity token needs none';
  }
  return undefined;
}

function isKeyInput(action: string, input: string, value: string): boolean {
  if (!value.includes('secrets.')) return false;
  if (action.startsWith('aws-actions/')) return input === 'aws-secret-access-key';
  if (action.startsWith('google-github-actions/')) return input === 'credentials_json';
  return action.startsWith('azure/login@') && input === 'creds';
}
