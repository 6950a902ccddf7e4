import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { githubAction } from './image-examples.ts';

const latest = (uses: string, input: string, value: string) =>
  githubAction(`${uses}\n        with:\n          ${input}: ${value}`);

export const toolUnpinned: PipelineRule = {
  id: 'pipeline/tool-unpinned',
  title: 'Program is fetched in whatever version is newest',
  severity: 'medium',
  confidence: 'high',
  cwe: [1357, 829],
  tags: ['CICD-SEC-3', 'CIS-2.3.2'],
  why: 'A new release, good or bad, is in the job minutes after it is published, and a build of last week can not be repeated.',
  fix: 'Name an exact version and let a bot propose updates.',
  dialects: everyDialect,
  bad: [
    gitlabScript('curl -fsSLO https://github.com/o/tool/releases/latest/download/tool.tgz'),
    gitlabScript('wget https://dl.example.com/cli/latest/cli-linux-amd64'),
    latest('goreleaser/goreleaser-action@v6', 'version: latest\n          args', 'release'),
    latest('sigstore/cosign-installer@v3', 'cosign-release', 'main'),
    githubScript([], 'curl -fsSL "https://api.github.com/repos/o/tool/releases/latest"'),
  ],
  good: [
    gitlabScript('curl -fsSLO https://github.com/o/tool/releases/download/v1.2.3/tool.tgz'),
    gitlabScript('wget https://example.com/blog/latest.html'),
    latest('goreleaser/goreleaser-action@v6', 'version', '2.8.1'),
    latest('actions/setup-node@v4', 'node-version', 'lts/*'),
    githubScript([], 'echo https://github.com/o/tool/releases/latest/download/tool.tgz'),
  ],
  checks: {
    *command({ command, step }) {
      if (command.name !== 'curl' && command.name !== 'wget') return;
      const word = command.args.find(({ text }) => newest.test(text));
      if (word)
        yield {
          at: step.script.range(word.start, word.end),
          message: `${word.text} is another file after every release`,
        };
    },
    *use({ uses, inputs }) {
      const action = uses.text.split('@')[0] ?? '';
      // Languages follow a series on purpose; their newest release is what a library is tested with.
      if (/^actions\/setup-(?:node|python|go|java|dotnet)$/.test(action)) return;
      for (const { key, value } of inputs?.entries ?? []) {
        if (value.kind !== 'scalar' || !/(?:^|[-_])(?:version|release)$/.test(key.text)) continue;
        if (/^(?:latest|main|master|nightly|HEAD)$/.test(value.text)) {
          yield {
            at: value.range,
            message: `${action} fetches ${key.text}: ${value.text}, another one after every release`,
          };
        }
      }
    },
  },
};

/** Addresses of programs in their newest release; a page of that name is none. */
const newest =
  /\/releases\/latest(?:\/download\/|["']?$)|\/(?:latest|nightly|master|main)\/[^/\s]*(?:linux|amd64|x86_64|arm64|darwin|windows|\.(?:tgz|tar\.\w+|zip|deb|rpm|jar|exe))/i;
