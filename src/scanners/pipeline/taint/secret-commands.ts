import type { ShellCommand } from '../../../lib/shell/shell-command.ts';

/** A command that prints a secret. */
interface SecretCommand {
  /** The words it begins with; options may stand between them. */
  readonly words: readonly string[];
  /** An option that must be there. */
  readonly option?: RegExp;
  /** Options with which it prints no secret. */
  readonly except?: RegExp;
}

/** Commands of the common tools that fetch credentials (their command references). */
const secretCommands: readonly SecretCommand[] = [
  { words: ['aws', 'secretsmanager', 'get-secret-value'] },
  { words: ['aws', 'secretsmanager', 'batch-get-secret-value'] },
  { words: ['aws', 'ssm', 'get-parameter'], option: /^--with-decryption$/ },
  { words: ['aws', 'ssm', 'get-parameters'], option: /^--with-decryption$/ },
  { words: ['aws', 'ssm', 'get-parameters-by-path'], option: /^--with-decryption$/ },
  { words: ['aws', 'sts', 'assume-role'] },
  { words: ['aws', 'sts', 'assume-role-with-web-identity'] },
  { words: ['aws', 'sts', 'assume-role-with-saml'] },
  { words: ['aws', 'sts', 'get-session-token'] },
  { words: ['aws', 'sts', 'get-federation-token'] },
  { words: ['aws', 'ecr', 'get-login-password'] },
  { words: ['aws', 'ecr-public', 'get-login-password'] },
  { words: ['aws', 'ecr', 'get-authorization-token'] },
  { words: ['aws', 'codeartifact', 'get-authorization-token'] },
  { words: ['aws', 'rds', 'generate-db-auth-token'] },
  { words: ['aws', 'kms', 'decrypt'] },
  { words: ['aws', 'iam', 'create-access-key'] },
  { words: ['aws', 'configure', 'export-credentials'] },
  { words: ['vault', 'read'] },
  { words: ['vault', 'kv', 'get'] },
  { words: ['vault', 'unwrap'] },
  { words: ['vault', 'print', 'token'] },
  { words: ['vault', 'write'], option: /^(?:-field=\S+|auth\/\S+\/login)$/ },
  { words: ['gcloud', 'secrets', 'versions', 'access'] },
  { words: ['gcloud', 'auth', 'print-access-token'] },
  { words: ['gcloud', 'auth', 'print-identity-token'] },
  { words: ['gcloud', 'auth', 'application-default', 'print-access-token'] },
  { words: ['az', 'keyvault', 'secret', 'show'] },
  { words: ['az', 'account', 'get-access-token'] },
  { words: ['az', 'storage', 'account', 'keys', 'list'] },
  { words: ['az', 'storage', 'account', 'show-connection-string'] },
  { words: ['az', 'acr', 'login'], option: /^--expose-token$/ },
  { words: ['op', 'read'] },
  { words: ['op', 'item', 'get'] },
  { words: ['sops', 'decrypt'] },
  { words: ['sops'], option: /^(?:-d|--decrypt)$/, except: /^(?:-i|--in-place|--output)$/ },
  {
    words: ['kubectl', 'get', 'secret'],
    option: /^(?:-o|--output|-o=?\S+|--output=\S+|--template=\S+)$/,
    except: /\bca\\*\.crt|tls\\*\.crt|custom-columns|\bname$/,
  },
  {
    words: ['kubectl', 'get', 'secrets'],
    option: /^(?:-o|--output|-o=?\S+|--output=\S+|--template=\S+)$/,
    except: /\bca\\*\.crt|tls\\*\.crt|custom-columns|\bname$/,
  },
  { words: ['kubectl', 'create', 'token'] },
  { words: ['oc', 'whoami'], option: /^(?:-t|--show-token)$/ },
  { words: ['gh', 'auth', 'token'] },
  { words: ['doppler', 'secrets', 'get'] },
  { words: ['doppler', 'secrets', 'download'] },
  { words: ['infisical', 'export'] },
  { words: ['infisical', 'secrets', 'get'] },
  { words: ['bw', 'get'] },
  { words: ['pass', 'show'] },
  { words: ['chamber', 'read'] },
  { words: ['chamber', 'export'] },
  { words: ['ansible-vault', 'view'] },
  { words: ['berglas', 'access'] },
  { words: ['akeyless', 'get-secret-value'] },
  { words: ['heroku', 'auth:token'] },
];

const byName = new Map<string, SecretCommand[]>();
for (const command of secretCommands) {
  const [name = ''] = command.words;
  byName.set(name, [...(byName.get(name) ?? []), command]);
}

/** What the command fetches, named by its words; undefined when it is none that prints a secret. */
export function fetchedBy({ name = '', args }: ShellCommand): string | undefined {
  const found = byName.get(name)?.find(({ words, option, except }) => {
    const plain = args.flatMap(({ value }) => (value !== undefined && !value.startsWith('-') ? [value] : []));
    const [, ...wanted] = words;
    let from = 0;
    const inOrder = wanted.every((word) => {
      // Values of options such as `--region x` may stand between the words.
      const at = plain.indexOf(word, from);
      from = at + 1;
      return at !== -1 && at <= wanted.length + 3;
    });
    const has = (pattern: RegExp): boolean => args.some(({ prefix }) => pattern.test(prefix));
    return inOrder && (!option || has(option)) && !(except && has(except));
  });
  return found?.words.join(' ');
}
