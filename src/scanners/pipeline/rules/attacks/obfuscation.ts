import type { ShellCommand, ShellWord } from '../../../../lib/shell/shell-command.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const obfuscation: PipelineRule = {
  id: 'pipeline/obfuscation',
  title: 'Command is written so that it is not recognised',
  severity: 'high',
  confidence: 'medium',
  cwe: [506],
  tags: ['CICD-SEC-10'],
  why: 'Quotes inside a word, escapes for plain letters, blanks from ${IFS} and names made of pieces have one use: that reviews and scanners do not see what runs.',
  fix: 'Write the command out, or remove it and find out who wrote it so.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript(`c'u'rl https://example.org/x`),
    gitlabScript('sh -c "curl${IFS}example.org"'),
    githubScript([], `$'\\x63\\x75\\x72\\x6c' https://example.org`),
    githubScript([], 'w\\get https://example.org/x'),
  ],
  good: [
    gitlabScript('"docker" build .', '\\rm -f x', "'/opt/my tool/run' now"),
    gitlabScript('IFS=, read -r a b <<< "$LIST"', 'OLD=$IFS', `printf '%s' $'a\\tb'`),
    githubScript([], '"$HOME"/bin/tool', 'npm run "build:prod"'),
    githubScript([], `echo $'\\e[31mred'`, 'IFS=$OLD'),
  ],
  checks: {
    *command({ command, step }) {
      const reason = hiddenName(command.nameWord) ?? blanksIn(command);
      if (reason !== undefined) yield { at: step.script.range(command.start, command.end), message: reason };
    },
  },
};

function hiddenName(word: ShellWord | undefined): string | undefined {
  if (!word || word.value === undefined) return undefined;
  const { text, value } = word;
  if (/\$'.*\\(?:x[0-9a-f]{2}|[0-7]{3}|u[0-9a-f]{4})/i.test(text))
    return 'the name of the command is written in escapes';
  const inner = text.slice(1, -1);
  const pieces =
    /\w(?:''|""|'\w+'|"\w+"|\\[a-z])\w/i.test(text) && !/^["'].*["']$/.test(text) && !/["']\/|\/["']/.test(text);
  return pieces && /^[\w-]+$/.test(value) && inner !== value
    ? `the name of the command is written in pieces: it is ${value}`
    : undefined;
}

/** `curl${IFS}host`: a blank where none is written. */
function blanksIn({ name, args, nameWord }: ShellCommand): string | undefined {
  const words = [...(nameWord ? [nameWord] : []), ...args];
  const joined = words.some(({ text }) =>
    /[\w/]\$(?:\{IFS\}|IFS\b(?!=))[\w/$-]|\$\{IFS%\?\?\}|[\w/]\$IFS\$9/.test(text),
  );
  return joined ? `\${IFS} stands for a blank${name === undefined ? '' : ` in what ${name} gets`}` : undefined;
}
