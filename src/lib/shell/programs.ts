/** Languages in which a text that somebody else chose runs commands, or changes what is asked of a database. */
export type CodeLanguage = 'shell' | 'script' | 'awk' | 'sed' | 'jq' | 'sql' | 'make';

/** A program that takes code as an argument or from its standard input. */
export interface Interpreter {
  readonly language: CodeLanguage;
  /** Options whose value is code. A letter also counts at the end of a group such as `-euxc`. */
  readonly codeOptions: readonly string[];
  /** Options that take a value, so that it is not mistaken for an operand. */
  readonly valueOptions: readonly string[];
  /** Whether the first operand is code when no code option is given. */
  readonly operand: boolean;
  /** Whether the program is read from standard input when there is no operand. */
  readonly stdin: boolean;
}

const shell: Interpreter = {
  language: 'shell',
  codeOptions: ['-c'],
  valueOptions: ['-o', '-O', '+o', '+O', '--rcfile', '--init-file'],
  operand: false,
  stdin: true,
};
const script = (...codeOptions: string[]): Interpreter => ({
  language: 'script',
  codeOptions,
  valueOptions: ['-W', '-X', '-r', '-I', '-M', '--require', '--import', '-C'].filter(
    (option) => !codeOptions.includes(option),
  ),
  operand: false,
  stdin: true,
});
const sql = (...codeOptions: string[]): Interpreter => ({
  language: 'sql',
  codeOptions,
  valueOptions: ['-h', '-U', '-u', '-d', '-p', '-P', '-D', '-f', '-o', '-v'].filter(
    (option) => !codeOptions.includes(option),
  ),
  operand: false,
  stdin: true,
});

/** What programs do with their arguments, by name (their manuals; POSIX.1-2024 for `sh`, `awk`, `sed`). */
export const interpreters: ReadonlyMap<string, Interpreter> = new Map([
  ...['sh', 'bash', 'dash', 'zsh', 'ksh', 'ash', 'fish'].map((name) => [name, shell] as const),
  ['su', { ...shell, stdin: false }],
  ['python', script('-c')],
  ['python2', script('-c')],
  ['python3', script('-c')],
  ['node', script('-e', '--eval', '-p', '--print')],
  ['perl', script('-e', '-E')],
  ['ruby', script('-e')],
  ['php', script('-r')],
  ['lua', script('-e')],
  ['Rscript', script('-e')],
  ['groovy', script('-e')],
  ['osascript', script('-e')],
  ['pwsh', script('-c', '-Command', '-command')],
  ['powershell', script('-c', '-Command', '-command')],
  ...['awk', 'gawk', 'mawk', 'nawk'].map(
    (name) =>
      [
        name,
        { language: 'awk', codeOptions: [], valueOptions: ['-F', '-v', '-f'], operand: true, stdin: false },
      ] as const,
  ),
  ...['sed', 'gsed'].map(
    (name) =>
      [
        name,
        {
          language: 'sed',
          codeOptions: ['-e', '--expression'],
          valueOptions: ['-f', '-l'],
          operand: true,
          stdin: false,
        },
      ] as const,
  ),
  ...['jq', 'yq'].map(
    (name) =>
      [
        name,
        { language: 'jq', codeOptions: [], valueOptions: ['-L', '-f', '--indent'], operand: true, stdin: false },
      ] as const,
  ),
  ['psql', sql('-c', '--command')],
  ['mysql', sql('-e', '--execute')],
  ['mariadb', sql('-e', '--execute')],
  ['mongosh', sql('--eval')],
  ['mongo', sql('--eval')],
  ['sqlcmd', sql('-Q', '-q')],
  ['clickhouse-client', sql('-q', '--query')],
  ['cqlsh', sql('-e')],
]);

/** Options of `ssh` that take a value (ssh(1)); the first operand is the host, the others are run there by a shell. */
export const sshValueOptions: ReadonlySet<string> = new Set(
  'BbcDEeFIiJLlmOopPQRSWw'.split('').map((letter) => `-${letter}`),
);

/** Commands that hand the value of an option to a shell somewhere else. */
export const remoteRunners: readonly {
  readonly words: readonly string[];
  readonly options: readonly string[];
}[] = [
  { words: ['aws', 'ssm', 'send-command'], options: ['--parameters'] },
  { words: ['aws', 'ecs', 'execute-command'], options: ['--command'] },
  { words: ['gcloud', 'compute', 'ssh'], options: ['--command'] },
  { words: ['az', 'vm', 'run-command', 'invoke'], options: ['--scripts'] },
  { words: ['flyctl', 'ssh', 'console'], options: ['-C', '--command'] },
  { words: ['fly', 'ssh', 'console'], options: ['-C', '--command'] },
  { words: ['ansible'], options: ['-a', '--args'] },
  { words: ['vagrant', 'ssh'], options: ['-c', '--command'] },
];

/** Commands that start another one elsewhere: in a container, a pod, a machine. */
export const remoteCommands: ReadonlySet<string> = new Set([
  'docker',
  'podman',
  'nerdctl',
  'kubectl',
  'oc',
  'docker-compose',
  'lxc',
  'incus',
  'heroku',
  'nomad',
]);
