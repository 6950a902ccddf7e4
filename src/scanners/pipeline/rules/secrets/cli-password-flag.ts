import type { ShellCommand, ShellWord } from '../../../../lib/shell/shell-command.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

/** How a command takes a password. */
interface PasswordOptions {
  readonly options: readonly string[];
  /** Whether the value stands right behind the letter: `-pPASSWORD`. */
  readonly joined?: boolean;
  readonly instead: string;
}

/** Options that take a password, and how else the command gets it (the commands’ manuals). */
const passwordOptions: ReadonlyMap<string, PasswordOptions> = new Map<string, PasswordOptions>([
  ...['docker', 'podman', 'buildah', 'nerdctl', 'oras', 'crane', 'helm', 'regctl'].map(
    (name) => [name, { options: ['-p', '--password'], instead: '--password-stdin' }] as const,
  ),
  [
    'skopeo',
    {
      options: ['--creds', '--src-creds', '--dest-creds', '-p', '--password'],
      instead: 'skopeo login --password-stdin',
    },
  ],
  ...['mysql', 'mysqldump', 'mysqladmin', 'mariadb'].map(
    (name) =>
      [name, { options: ['--password', '-p'], joined: true, instead: 'MYSQL_PWD or --defaults-extra-file' }] as const,
  ),
  ['sshpass', { options: ['-p'], joined: true, instead: 'a key, or sshpass -e' }],
  ['redis-cli', { options: ['-a', '--pass'], instead: 'REDISCLI_AUTH' }],
  ['mongosh', { options: ['-p', '--password'], instead: 'a configuration file' }],
  ['az', { options: ['-p', '--password', '--client-secret'], instead: '--federated-token' }],
  ['sqlcmd', { options: ['-P'], instead: 'SQLCMDPASSWORD' }],
  ['ldapsearch', { options: ['-w'], instead: '-y' }],
  ['lftp', { options: ['-u'], instead: '--env-password' }],
  ['argocd', { options: ['--password', '--auth-token'], instead: 'ARGOCD_AUTH_TOKEN' }],
  ['cf', { options: ['-p'], instead: 'CF_PASSWORD' }],
  ['oc', { options: ['--token', '-p', '--password'], instead: 'KUBECONFIG' }],
]);

/** Of commands that have sub-commands, those in which `-p` is a password. */
const logins = /^(?:docker|podman|buildah|nerdctl|oras|crane|helm|regctl|az|skopeo|oc|cf|argocd)$/;

export const cliPasswordFlag: PipelineRule = {
  id: 'pipeline/cli-password-flag',
  title: 'Password is an argument of a command',
  severity: 'medium',
  confidence: 'high',
  cwe: [214, 522],
  tags: ['CICD-SEC-6'],
  why: 'Every process on the machine can read the arguments of all others, and traces and error messages repeat them. On a runner that is shared, other jobs are among those processes.',
  fix: 'Hand it over on standard input, in a file or in the variable that the command knows.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('docker login -u "$CI_REGISTRY_USER" -p "$CI_REGISTRY_PASSWORD" "$CI_REGISTRY"'),
    gitlabScript('mysql -h db -u app -p$DB_PASSWORD < schema.sql'),
    githubScript(
      ['P: ${{ secrets.REGISTRY_PASSWORD }}'],
      'helm registry login -u ci --password "$P" registry.example.org',
    ),
    githubScript([], 'docker login -u ci -p ${{ secrets.REGISTRY_PASSWORD }} registry.example.org'),
    githubScript(['P: ${{ secrets.SSH_PASSWORD }}'], 'sshpass -p "$P" ssh ci@example.org uptime'),
  ],
  good: [
    gitlabScript('echo "$CI_REGISTRY_PASSWORD" | docker login -u "$CI_REGISTRY_USER" --password-stdin "$CI_REGISTRY"'),
    gitlabScript('docker run -p 8080:80 app', 'mysql -h db -P 3306 -p -u app', 'docker login -u x --password-stdin'),
    githubScript(['MYSQL_PWD: ${{ secrets.DB }}'], 'mysql -u app < a.sql'),
    githubScript(['P: ${{ secrets.P }}'], 'mkdir -p "$HOME/x"', 'docker compose -p app up'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('secret')) return;
      for (const site of taint.commands()) {
        const { command, text } = site;
        const given = passwordOf(command);
        const secret = given && taint.word(given.word).secret;
        if (!secret) continue;
        const edits = /^(?:docker|podman|buildah|nerdctl)$/.test(command.name ?? '')
          ? standardInput(site.command, given.word)
          : undefined;
        yield {
          at: text.range(command.start, command.end),
          message: `${secret.name} is an argument of ${given.name}, which takes it from ${given.instead} as well`,
          ...(edits &&
            site.path === undefined && {
              fixes: [
                {
                  description: 'hand it over on standard input',
                  safe: false,
                  edits: [
                    { at: text.range(edits.option, given.word.end), text: '--password-stdin' },
                    {
                      at: {
                        ...text.range(command.start, command.end),
                        end: text.range(command.start, command.end).start,
                      },
                      text: `printf '%s' ${given.word.text} | `,
                    },
                  ],
                },
              ],
            }),
        };
      }
    },
  },
};

interface Given {
  readonly name: string;
  readonly word: ShellWord;
  readonly instead: string;
}

function passwordOf({ name = '', args, frames }: ShellCommand): Given | undefined {
  const known = passwordOptions.get(name);
  if (!known || (logins.test(name) && !args.some(({ value }) => value === 'login'))) return undefined;
  if (frames.some(({ kind }) => kind === 'substitution')) return undefined;
  for (const [at, word] of args.entries()) {
    for (const option of known.options) {
      const next = word.value === option ? args[at + 1] : undefined;
      // `mysql -p` asks; only the joined form has the password.
      if (next && !(known.joined === true && option === '-p' && name !== 'sshpass'))
        return { name, word: next, instead: known.instead };
      const joined = word.prefix === `${option}=` || (known.joined === true && option === '-p' && word.prefix === '-p');
      if (joined && word.expansions.length > 0) return { name, word, instead: known.instead };
    }
  }
  return undefined;
}

function standardInput(
  { args, wrappers, frames, redirects }: ShellCommand,
  word: ShellWord,
): { readonly option: number } | undefined {
  const option = args[args.indexOf(word) - 1];
  const plain =
    wrappers.length === 0 &&
    redirects.length === 0 &&
    frames.every(({ kind }) => kind === 'branch' || kind === 'function');
  return plain && option && /^-(?:p|-password)$/.test(option.value ?? '') ? { option: option.start } : undefined;
}
