import { codeArguments, readsProgram } from '../../../../lib/shell/code-arguments.ts';
import type { ShellCommand, ShellExpansion, ShellWord } from '../../../../lib/shell/shell-command.ts';
import type { PipelineRule, Issue } from '../../rule.ts';
import type { Flow } from '../../taint/flow.ts';
import type { JobTaint, TracedCommand } from '../../taint/job-taint.ts';
import { threat } from '../../taint/threat.ts';
import { pathOf } from '../../taint/covers.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const shellReparse: PipelineRule = {
  id: 'pipeline/shell-reparse',
  title: 'Text that others choose is parsed as a shell script',
  severity: 'critical',
  confidence: 'high',
  cwe: [78, 94],
  tags: ['CICD-SEC-4', 'CIS-2.3.1'],
  why: 'A variable is data as long as it is only expanded. `eval`, `sh -c` and their like parse the result again, so that $( ) or a semicolon in a title or branch name is a command.',
  fix: 'Pass the value as an argument (`sh -c \'use "$1"\' sh "$VALUE"`) or through the environment, and drop `eval`.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('eval "notify $CI_COMMIT_TITLE"'),
    gitlabScript('CMD="deploy $CI_COMMIT_REF_NAME"', 'bash -ec "$CMD"'),
    gitlabScript('if [[ $CI_COMMIT_TITLE -gt 3 ]]; then echo big; fi'),
    gitlabScript('echo "deploy $CI_COMMIT_TAG" > run.sh', '. ./run.sh'),
    gitlabScript('echo "deploy $CI_COMMIT_TAG" > run.sh', 'bash -e run.sh'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'sh -c "echo $TITLE"'),
    githubScript(['BODY: ${{ github.event.issue.body }}'], 'echo "$BODY" | grep "^run" | bash'),
  ],
  good: [
    gitlabScript('echo "$CI_COMMIT_TITLE"', `sh -c 'notify "$1"' sh "$CI_COMMIT_TITLE"`),
    gitlabScript(
      'eval "deploy $(printf %q "$CI_COMMIT_REF_NAME")"',
      'eval "$(ssh-agent -s)"',
      'bash -c "deploy $CI_COMMIT_REF_SLUG"',
    ),
    gitlabScript('[[ $CI_COMMIT_TAG =~ ^v[0-9]+$ ]] || exit 1', 'bash -c "deploy $CI_COMMIT_TAG"'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'gh issue comment "$ISSUE" --body "$TITLE"'),
    githubScript(['NUMBER: ${{ github.event.issue.number }}'], 'bash -c "close $NUMBER"'),
  ],
  checks: {
    *run({ script, shell }) {
      const [problem] = shell === 'sh' || shell === 'bash' || shell === 'unknown' ? script.program.problems : [];
      if (!problem || powerShell.test(script.text)) return;
      const at = script.range(problem.offset, problem.offset + 1);
      yield { undecided: 'from here on the script can not be read as one of sh or bash', at, reason: 'unsupported' };
    },
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (taint.cut) {
        yield { undecided: 'the scripts that the job calls are more than are followed', at: job.at, reason: 'limit' };
      }
      if (!taint.holds('untrusted')) return;
      for (const site of taint.commands()) {
        for (const { flow, start, end, message } of sinksOf(site, taint)) {
          if (flow.untrusted)
            yield threat(
              'critical',
              flow.untrusted,
              { at: site.text.range(start, end), message: message(flow.untrusted.source) },
              job,
              taint,
            );
        }
      }
    },
  },
};

/** Scripts for Windows, whose shell the definition does not name. */
const powerShell =
  /\$env:|^\s*&\s|\b(?:Write|New|Get|Set|Remove|Import|Invoke|Test|Select|Start|Out|Join)-[A-Z]\w+|\)\s*\{|\bif\s*\(/im;

interface ParsedAgain {
  readonly flow: Flow;
  readonly start: number;
  readonly end: number;
  readonly message: (source: string) => Issue['message'];
}

function* sinksOf(site: TracedCommand, taint: JobTaint): Generator<ParsedAgain> {
  const { command } = site;
  const { name = '', nameWord, args } = command;
  for (const { word, language, place, reader } of codeArguments(command)) {
    if (language !== 'shell' || place !== 'here') continue;
    for (const expansion of word.expansions) yield parsed(expansion, taint, reader);
  }
  const reader = readsProgram(command);
  if (
    reader?.language === 'shell' &&
    reader.place === 'here' &&
    !command.redirects.some(({ operator }) => operator.startsWith('<<'))
  ) {
    yield {
      flow: taint.input(command),
      start: command.start,
      end: command.end,
      message: (source) => `${source} is part of what ${reader.reader} runs`,
    };
  }
  const sourced = name === 'source' || name === '.' ? args[0] : undefined;
  const file = sourced ?? fileRunBy(command);
  const generated =
    file &&
    (sourced && file.expansions.some(({ kind }) => kind === 'process')
      ? taint.word(file)
      : taint.files.get(pathOf(file.text)));
  if (generated) {
    const { start, end } = command;
    yield { flow: generated, start, end, message: (source) => `${source} is part of the script that is run` };
  }
  for (const expansion of nameWord?.prefix === '' ? (nameWord?.expansions ?? []) : []) {
    if (expansion.kind === 'variable' && expansion.quoting === 'none')
      yield { ...parsed(expansion, taint, ''), message: (source) => `${source} decides which command runs` };
  }
  for (const { names, start, end } of evaluatedIn(command)) {
    // The shell evaluates `a[$(command)]` in what a name of an expression holds.
    const flows = names
      .map((variable) => taint.variable(variable))
      .filter(({ untrusted }) => untrusted?.form === 'arbitrary');
    for (const flow of flows) {
      yield {
        flow,
        start,
        end,
        message: (source) => `${source} is evaluated as an arithmetic expression, which can run commands`,
      };
    }
  }
}

interface Evaluated {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The variables in `$(( ))`, and those that `[[ … -gt … ]]` compares as numbers. */
function* evaluatedIn({ args, assignments, test }: ShellCommand): Generator<Evaluated> {
  for (const { expansions } of [...args, ...assignments.flatMap(({ value }) => (value ? [value] : []))]) {
    for (const { kind, names = [], start, end } of expansions) if (kind === 'arithmetic') yield { names, start, end };
  }
  if (test?.type !== 'TestBinary' || !/^-(?:eq|ne|lt|le|gt|ge)$/.test(test.operator)) return;
  for (const { expansions, start, end } of args) {
    yield { names: expansions.flatMap(({ name }) => name ?? []), start, end };
  }
}

/** The script of `bash FILE` and of `./FILE`. */
function fileRunBy({ name = '', nameWord, args }: ShellCommand): ShellWord | undefined {
  if (nameWord?.value?.includes('/') === true) return nameWord;
  if (!/^(?:ba|da|z|k|a)?sh$/.test(name)) return undefined;
  const at = args.findIndex(({ prefix }) => !/^[-+]/.test(prefix));
  return args.slice(0, at).some(({ value = '' }) => /^-\w*c$/.test(value)) ? undefined : args[at];
}

function parsed(expansion: ShellExpansion, taint: JobTaint, reader: string): ParsedAgain {
  const { start, end } = expansion;
  return {
    flow: taint.expansion(expansion),
    start,
    end,
    message: (source) => `${source} is parsed as shell code by ${reader}`,
  };
}
