import type { CommandSpec, Option } from './command.ts';

/** As the user may type an option, with the dashes. */
function namesOf({ name, short }: Option): readonly string[] {
  return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`];
}

export function bashCompletion(specs: readonly CommandSpec[]): string {
  const cases = specs
    .map((spec) => `    ${spec.name}) words='${[...spec.options.flatMap(namesOf), '--help'].join(' ')}' ;;`)
    .join('\n');
  const second = specs
    .filter((spec) => spec.subcommands)
    .map((spec) => `    ${spec.name}:2) words="${spec.subcommands?.join(' ') ?? ''} $words" ;;`)
    .join('\n');
  const values = specs
    .flatMap((spec) => spec.options.map((option) => ({ spec, option })))
    .filter(({ option }) => option.choices)
    .map(
      ({ spec, option }) =>
        `    ${namesOf(option)
          .map((name) => `${spec.name}:${name}`)
          .join('|')}) words='${option.choices?.join(' ') ?? ''}' ;;`,
    )
    .join('\n');
  return `# bash completion for portcullis
_portcullis() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${specs.map((spec) => spec.name).join(' ')} --help --version'
  else
    case \${COMP_WORDS[1]} in
${cases}
    esac
    case \${COMP_WORDS[1]}:$COMP_CWORD in
${second}
    esac
    case \${COMP_WORDS[1]}:$previous in
${values}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _portcullis portcullis
`;
}

export function zshCompletion(specs: readonly CommandSpec[]): string {
  const commands = specs.map((spec) => `    '${spec.name}:${quote(spec.summary)}'`).join('\n');
  const cases = specs
    .map((spec) => {
      const options = spec.options
        .flatMap(zshOptions)
        .map((option) => `        '${option}'`)
        .join(' \\\n');
      const rest = spec.subcommands ? `'1:subcommand:(${spec.subcommands.join(' ')})'` : "'*:file:_files'";
      return `      ${spec.name})\n        _arguments ${options === '' ? '' : `\\\n${options} `}\\\n        ${rest} ;;`;
    })
    .join('\n');
  return `#compdef portcullis
_portcullis() {
  local -a commands
  commands=(
${commands}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
${cases}
    esac
  fi
}
compdef _portcullis portcullis
`;
}

export function fishCompletion(specs: readonly CommandSpec[]): string {
  const lines = specs.flatMap((spec) => [
    `complete -c portcullis -n __fish_use_subcommand -f -a ${spec.name} -d '${quote(spec.summary)}'`,
    ...(spec.subcommands ?? []).map(
      (word) => `complete -c portcullis -n '__fish_seen_subcommand_from ${spec.name}' -f -a ${word}`,
    ),
    ...spec.options.map((option) => fishOption(spec, option)),
  ]);
  return `# fish completion for portcullis\n${lines.join('\n')}\n`;
}

function zshOptions(option: Option): readonly string[] {
  const summary = quote(option.summary).replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll(':', '\\:');
  const value =
    option.value === undefined ? '' : `:${option.name}:${option.choices ? `(${option.choices.join(' ')})` : '_files'}`;
  return namesOf(option).map((name) => `${option.repeat ? '*' : ''}${name}[${summary}]${value}`);
}

function fishOption(spec: CommandSpec, option: Option): string {
  const value = option.value === undefined ? '' : option.choices ? ` -x -a '${option.choices.join(' ')}'` : ' -r';
  const short = option.short === undefined ? '' : ` -s ${option.short}`;
  return `complete -c portcullis -n '__fish_seen_subcommand_from ${spec.name}' -l ${option.name}${short}${value} -d '${quote(option.summary)}'`;
}

/** Inside single quotes of all three shells. */
function quote(text: string): string {
  return text.replaceAll("'", '’');
}
