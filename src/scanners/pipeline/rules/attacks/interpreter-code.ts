import { codeArguments, readsProgram } from '../../../../lib/shell/code-arguments.ts';
import type { CodeLanguage } from '../../../../lib/shell/programs.ts';
import type { Severity } from '../../../../model/severity.ts';
import type { PipelineRule } from '../../rule.ts';
import type { Untrusted } from '../../taint/flow.ts';
import { threat } from '../../taint/threat.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

/** How bad it is when an outsider writes part of a program; `jq` can only change what is read. */
const worst: Readonly<Record<CodeLanguage, Severity | undefined>> = {
  script: 'critical',
  make: 'critical',
  awk: 'critical',
  sql: 'critical',
  sed: 'high',
  jq: undefined,
  shell: undefined,
};

/** sed changes texts: what somebody who may push puts into them is rarely worth a word. */
function matters(language: CodeLanguage, { trust }: Untrusted): boolean {
  return language !== 'sed' || trust === 'outsider';
}

export const interpreterCode: PipelineRule = {
  id: 'pipeline/interpreter-code',
  title: 'Text that others choose becomes part of a program',
  severity: 'critical',
  confidence: 'high',
  cwe: [94, 89],
  tags: ['CICD-SEC-4'],
  why: 'What stands in `python -c`, an awk or sed program, an SQL statement or a make variable is code. A quote or a separator in the value ends the intended text and starts a new instruction.',
  fix: 'Hand the value over as data: an argument (`sys.argv`), the environment, `awk -v`, `psql -v`, a parameter of the statement.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript(`python3 -c "print('$CI_COMMIT_TITLE')"`),
    gitlabScript('sed -i "s/BRANCH/$CI_MERGE_REQUEST_SOURCE_BRANCH_NAME/" app.conf'),
    gitlabScript('make release NOTES="$CI_COMMIT_MESSAGE"'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'node -e "console.log(\'$TITLE\')"'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'psql -c "insert into t values (\'$TITLE\')"'),
  ],
  good: [
    gitlabScript(`python3 -c 'import sys; print(sys.argv[1])' "$CI_COMMIT_TITLE"`),
    gitlabScript(
      'awk -v title="$CI_COMMIT_TITLE" \'{ print title }\' f',
      'sed -i "s/VERSION/$CI_COMMIT_SHORT_SHA/" app.conf',
    ),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'jq -n --arg t "$TITLE" \'{title: $t}\''),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'python3 label.py "$TITLE"'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('untrusted')) return;
      for (const { command, text } of taint.commands()) {
        for (const { word, language, reader } of codeArguments(command)) {
          const severity = worst[language];
          if (severity === undefined) continue;
          for (const expansion of word.expansions) {
            const { untrusted } = taint.expansion(expansion);
            const message = `${untrusted?.source ?? ''} is part of the program that ${reader} runs`;
            if (untrusted && matters(language, untrusted))
              yield threat(
                severity,
                untrusted,
                { at: text.range(expansion.start, expansion.end), message },
                job,
                taint,
              );
          }
        }
        const reader = readsProgram(command);
        const { untrusted } = reader ? taint.input(command) : {};
        const severity = reader && worst[reader.language];
        if (!reader || !severity || !untrusted || command.redirects.some(({ operator }) => operator.startsWith('<<')))
          continue;
        const message = `${untrusted.source} is part of the program that ${reader.reader} reads`;
        yield threat(severity, untrusted, { at: text.range(command.start, command.end), message }, job, taint);
      }
    },
  },
};
