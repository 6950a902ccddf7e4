import { codeArguments, readsProgram } from '../../../../lib/shell/code-arguments.ts';
import type { PipelineRule } from '../../rule.ts';
import { threat } from '../../taint/threat.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const remoteShell: PipelineRule = {
  id: 'pipeline/remote-shell',
  title: 'Text that others choose is parsed by a shell on another machine',
  severity: 'critical',
  confidence: 'high',
  cwe: [78],
  tags: ['CICD-SEC-4'],
  why: 'ssh joins its words and gives them to the login shell of the host; quotes on this side are gone there. A $( ) in the value runs on the server, with the rights of the deployment.',
  fix: 'Quote the value for the other shell (`${VALUE@Q}` or `printf %q`), check it against `^[a-z0-9.-]+$` before, or send it as data on standard input.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('ssh deploy@app.example.org "cd /srv && ./deploy.sh $CI_COMMIT_TAG"'),
    gitlabScript('ssh deploy@app.example.org bash -s <<EOF\ngit checkout $CI_COMMIT_REF_NAME\nEOF'),
    gitlabScript('docker exec app sh -c "notify \'$CI_COMMIT_TITLE\'"'),
    githubScript(['BRANCH: ${{ github.head_ref }}'], 'ssh -i key ci@build.example.org "build $BRANCH"'),
    githubScript(['TITLE: ${{ github.event.issue.title }}'], 'kubectl exec deploy/app -- bash -c "say $TITLE"'),
  ],
  good: [
    gitlabScript(
      'ssh deploy@app.example.org "deploy ${CI_COMMIT_TAG@Q}"',
      'ssh deploy@app.example.org "deploy $CI_COMMIT_SHA"',
    ),
    gitlabScript(
      "ssh deploy@app.example.org <<'EOF'\necho $CI_COMMIT_TITLE\nEOF",
      'docker exec app notify "$CI_COMMIT_TITLE"',
    ),
    githubScript(['BRANCH: ${{ github.head_ref }}'], 'echo "$BRANCH" | ssh ci@build.example.org "cat > branch"'),
    githubScript(['SHA: ${{ github.event.pull_request.head.sha }}'], 'ssh ci@build.example.org "build $SHA"'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('untrusted')) return;
      for (const { command, text } of taint.commands()) {
        for (const { word, language, place, reader } of codeArguments(command)) {
          if (language !== 'shell' || place !== 'remote') continue;
          for (const expansion of word.expansions) {
            const { untrusted } = taint.expansion(expansion);
            const message = `${untrusted?.source ?? ''} is parsed as shell code on the other side of ${reader}`;
            if (untrusted)
              yield threat(
                'critical',
                untrusted,
                { at: text.range(expansion.start, expansion.end), message },
                job,
                taint,
              );
          }
        }
        const reader = readsProgram(command);
        const { untrusted } = reader?.place === 'remote' ? taint.input(command) : {};
        if (!reader || !untrusted || command.redirects.some(({ operator }) => operator.startsWith('<<'))) continue;
        const message = `${untrusted.source} is part of what ${reader.reader} runs`;
        yield threat('critical', untrusted, { at: text.range(command.start, command.end), message }, job, taint);
      }
    },
  },
};
