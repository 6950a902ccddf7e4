import type { ShellWord } from '../../../../lib/shell/shell-command.ts';
import type { Severity } from '../../../../model/severity.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import { quote } from '../../shell/word-source.ts';
import type { JobTaint, TracedCommand } from '../../taint/job-taint.ts';
import { threat } from '../../taint/threat.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { dangerousOptions, harmlessCommands } from './dangerous-options.ts';

export const argumentInjection: PipelineRule = {
  id: 'pipeline/argument-injection',
  title: 'Text that others choose can become an option of a command',
  severity: 'high',
  confidence: 'medium',
  cwe: [88],
  tags: ['CICD-SEC-4'],
  why: 'An unquoted value is split at blanks, and each part that begins with a dash is an option. Some commands have options that run a program or write a file.',
  fix: 'Quote the expansion and put `--` in front of it, or attach it to its option (`--title="$VALUE"`).',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('git commit --allow-empty -m $CI_COMMIT_MESSAGE'),
    gitlabScript('git grep "$CI_COMMIT_TITLE"', 'deploy --token "$DEPLOY_TOKEN"'),
    gitlabScript('./notify.sh $CI_MERGE_REQUEST_TITLE', 'deploy --token "$DEPLOY_TOKEN"'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'curl -d $TITLE https://example.org'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'tar cf out.tar $TITLE'),
  ],
  good: [
    gitlabScript('git commit --allow-empty -m "$CI_COMMIT_MESSAGE"', 'git grep -- "$CI_COMMIT_TITLE"'),
    gitlabScript(
      'git checkout $CI_COMMIT_REF_NAME',
      'echo $CI_COMMIT_MESSAGE',
      './notify.sh "$CI_MERGE_REQUEST_TITLE"',
    ),
    githubScript(
      ['TITLE: ${{ github.event.issue.title }}'],
      'curl --data-urlencode "title=$TITLE" https://example.org',
    ),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'gh issue edit "$NUMBER" --title "$TITLE"'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('untrusted')) return;
      for (const site of taint.commands()) {
        for (const { word, severity, message } of optionsOf(site, taint)) {
          const { untrusted } = taint.word(word);
          // Somebody who may push has better ways than an argument of a harmless command.
          if (untrusted?.form !== 'arbitrary' || (untrusted.trust !== 'outsider' && severity !== 'high')) continue;
          const issue = threat(
            severity,
            untrusted,
            { at: site.text.range(word.start, word.end), message: message(untrusted.source) },
            job,
            taint,
          );
          // Where nothing is to be had, an argument is not worth a word.
          if (issue.severity === 'low') continue;
          const fixes = quoting(site, word);
          yield { ...issue, ...(fixes && { fixes }) };
        }
      }
    },
  },
};

interface MayBeOption {
  readonly word: ShellWord;
  readonly severity: Severity;
  readonly message: (source: string) => string;
}

function* optionsOf({ command }: TracedCommand, taint: JobTaint): Generator<MayBeOption> {
  const { name, args } = command;
  if (name === undefined || harmlessCommands.has(name)) return;
  const option = dangerousOptions.get(name);
  for (const [at, word] of args.entries()) {
    if (word.value === '--') return;
    const split = word.expansions.some(
      (expansion) => expansion.quoting === 'none' && taint.expansion(expansion).untrusted,
    );
    if (split) {
      const harm = option === undefined ? 'is split into arguments' : `is split into arguments, ${option} among them`;
      yield {
        word,
        severity: option === undefined ? 'medium' : 'high',
        message: (source) => `${source} ${harm} of ${name}`,
      };
    } else if (
      option !== undefined &&
      word.prefix === '' &&
      !word.text.startsWith('${{') &&
      !takesValue(args[at - 1])
    ) {
      yield {
        word,
        severity: 'medium',
        message: (source) => `${source} can be an option of ${name}, such as ${option}`,
      };
    }
  }
}

/** Whether the word in front looks like an option whose value follows. */
function takesValue(word: ShellWord | undefined): boolean {
  return word !== undefined && /^-{1,2}[A-Za-z][\w-]*$/.test(word.prefix) && word.expansions.length === 0;
}

function quoting(site: TracedCommand, word: ShellWord): readonly IssueFix[] | undefined {
  const [expansion, ...others] = word.expansions;
  if (!expansion || others.length > 0 || expansion.quoting !== 'none') return undefined;
  const edit = quote(site, expansion);
  return edit && [{ description: 'quote it, so that it is one argument', safe: true, edits: [edit] }];
}
