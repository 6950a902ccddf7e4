import { codeArguments, readsProgram } from '../../../../lib/shell/code-arguments.ts';
import type { ShellCommand, ShellExpansion } from '../../../../lib/shell/shell-command.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const encodedPayload: PipelineRule = {
  id: 'pipeline/encoded-payload',
  title: 'Encoded code is decoded and run',
  severity: 'high',
  confidence: 'high',
  cwe: [506, 94],
  tags: ['CICD-SEC-10', 'CICD-SEC-4'],
  why: 'Nobody can review what stands there encoded, and no search finds it. Attacks on pipelines hide their second stage this way.',
  fix: 'Put the script into the repository as it is; a script that must stay secret does not belong into a pipeline that others can edit.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('echo Y3VybCBleGFtcGxlLm9yZw== | base64 -d | bash'),
    gitlabScript('eval "$(echo $SETUP | base64 --decode)"'),
    githubScript([], 'python3 -c "import base64; exec(base64.b64decode(\'cHJpbnQoMSk=\'))"'),
    githubScript([], 'bash <(xxd -r -p payload.hex)'),
  ],
  good: [
    gitlabScript('echo "$KUBECONFIG_DATA" | base64 -d > kubeconfig', 'eval "$(ssh-agent -s)"'),
    gitlabScript('echo "$SSH_KEY" | base64 -d | ssh-add -', 'echo "$SCRIPT_DATA" | base64 -d | jq .'),
    githubScript([], 'python3 -c "import base64; print(base64.b64encode(b\'x\'))"'),
    githubScript([], 'gpg -d notes.gpg | grep x'),
  ],
  checks: {
    *command({ command, step }) {
      const message = decodedAndRun(command);
      if (message !== undefined) yield { at: step.script.range(command.start, command.end), message };
    },
  },
};

const decodesInCode =
  /\b(?:exec|eval)\s*\(.{0,80}(?:b64decode|base64|fromhex|unhexlify|decompress|Buffer\.from)|Invoke-Expression.{0,80}FromBase64/s;

function decodedAndRun(command: ShellCommand): string | undefined {
  const { name = '', args, frames } = command;
  if (
    (name === 'pwsh' || name === 'powershell') &&
    args.some(({ value }) => /^-e(?:nc|ncodedcommand)?$/i.test(value ?? ''))
  ) {
    return `${name} runs an encoded command`;
  }
  const code = codeArguments(command);
  if (code.some(({ word }) => decodesInCode.test(word.text))) return `${name} decodes what it runs`;
  const substituted = [
    ...code.map(({ word }) => word),
    ...(name === 'source' || name === '.' || readsFile(command) ? args : []),
  ];
  const inner = substituted
    .flatMap(({ expansions }) => expansions)
    .flatMap(commandsOf)
    .find(isDecoder);
  if (inner) return `${name} runs what ${inner.name ?? ''} decodes`;
  const reader = readsProgram(command);
  const pipe = frames.findLast((frame) => frame.kind === 'pipe');
  if (!reader || pipe?.kind !== 'pipe') return undefined;
  const decoder = pipe.members.slice(0, pipe.index).flat().find(isDecoder);
  return decoder && `${reader.reader} runs what ${decoder.name ?? ''} decodes`;
}

function commandsOf({ commands = [] }: ShellExpansion): readonly ShellCommand[] {
  return commands;
}

/** `bash <(…)` */
function readsFile({ name, args }: ShellCommand): boolean {
  return /^(?:ba|da|z|k)?sh$|^python\d?$/.test(name ?? '') && args[0]?.expansions[0]?.kind === 'process';
}

function isDecoder({ name, args }: ShellCommand): boolean {
  const has = (pattern: RegExp): boolean => args.some(({ value }) => pattern.test(value ?? ''));
  if (name === 'base64' || name === 'base32') return has(/^(?:-\w*[dD]\w*|--decode)$/);
  if (name === 'xxd') return has(/^-\w*r/);
  if (name === 'openssl') return has(/^-d$/);
  return name === 'uudecode';
}
