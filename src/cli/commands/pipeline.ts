import { resolve } from 'node:path';
import { nearestWord } from '../../lib/spelling/nearest-word.ts';
import { InputError } from '../../model/input-error.ts';
import type { Command, Invocation, Terminal } from '../command.ts';
import { lockOptions } from '../pipeline/lock-options.ts';

type Action = (root: string, invocation: Invocation, terminal: Terminal) => Promise<number>;

const actions: ReadonlyMap<string, () => Promise<Action>> = new Map([
  ['expand', async () => (await import('../pipeline/expand.ts')).showExpanded],
  ['scenarios', async () => (await import('../pipeline/scenarios.ts')).showScenarios],
  ['lock', async () => (await import('../pipeline/lock.ts')).lockPipelines],
  ['facts', async () => (await import('../pipeline/facts.ts')).exportFacts],
]);

export const pipelineCommand: Command = {
  spec: {
    name: 'pipeline',
    summary: 'Look at the pipeline as the platform sees it: expanded, in scenarios, with its settings.',
    usage: 'expand [FILE] | scenarios [DIRECTORY] | lock [DIRECTORY] | facts',
    subcommands: [...actions.keys()],
    details: `expand prints a GitLab definition with includes, extends, references and defaults put in.
--explain KEY says where a value of it comes from, for example deploy.script.0.
scenarios shows which jobs run in each way a pipeline can start, and what is not known.
--diff REV shows only what is easier to reach than it was at that commit.
lock writes ci.lock: what every include, image and action stands for, by commit id or digest. Without
--online nobody is asked, and what only a server knows is listed. Tokens are taken from GITLAB_TOKEN,
GITHUB_TOKEN and DOCKER_AUTH_CONFIG, each for its own server.
facts reads the settings of the project from GitLab or GitHub, never values of variables, and prints
a facts file for scan --facts. The token is taken from GITLAB_TOKEN or GITHUB_TOKEN; in a job of
either platform the project is known. What the token may not read stays unknown, with the reason.`,
    options: [
      { name: 'explain', value: 'KEY', summary: 'With expand: where this value is written, and how it came here.' },
      { name: 'diff', value: 'REV', summary: 'With scenarios: what became reachable since this commit.' },
      {
        name: 'facts',
        value: 'FILE',
        summary: 'With scenarios: settings of the project (default: portcullis.facts.json in it).',
      },
      { name: 'gitlab', value: 'URL', summary: 'With facts: the GitLab instance, for example https://gitlab.com.' },
      { name: 'project', value: 'PROJECT', summary: 'With facts --gitlab: path or number of the project.' },
      { name: 'github', value: 'OWNER/REPO', summary: 'With facts: the GitHub repository.' },
      { name: 'api', value: 'URL', summary: 'With facts --github: the API of GitHub Enterprise, https://HOST/api/v3.' },
      { name: 'output', value: 'FILE', summary: 'With facts: write the file instead of printing it.' },
      { name: 'schema', summary: 'With facts: print the JSON Schema of the file.' },
      ...lockOptions,
      { name: 'json', summary: 'As JSON.' },
      { name: 'no-color', summary: 'No colour; NO_COLOR and pipes do the same.' },
    ],
    examples: [
      { command: 'portcullis pipeline expand', note: 'What does GitLab make of .gitlab-ci.yml?' },
      { command: 'portcullis pipeline expand --explain deploy.image', note: 'Who decides the image of deploy?' },
      { command: 'portcullis pipeline scenarios', note: 'Does the deployment run for a merge request of a fork?' },
      { command: 'portcullis pipeline scenarios --diff origin/main', note: 'What does this change make reachable?' },
      {
        command: 'portcullis pipeline lock --online --vendor --min-age 7d',
        note: 'Look everything up, keep copies, take nothing that is younger than a week.',
      },
      { command: 'portcullis pipeline lock --check', note: 'In the build: is ci.lock up to date?' },
      {
        command: 'portcullis pipeline facts --gitlab https://gitlab.com --project shop/web --output facts.json',
        note: 'What do the settings say? Then: portcullis scan --facts facts.json',
      },
    ],
  },
  async run(invocation, terminal) {
    const [word = '', directory = '.', ...more] = invocation.positionals;
    const load = actions.get(word);
    if (!load || more.length > 0) {
      const close = nearestWord(word, [...actions.keys()]);
      throw new InputError(
        'usage',
        word === '' ? 'what should be shown of the pipeline?' : `portcullis pipeline does not know '${word}'`,
        close === undefined ? `portcullis pipeline ${[...actions.keys()].join(', ')}` : `did you mean '${close}'?`,
      );
    }
    return await (
      await load()
    )(resolve(terminal.cwd, directory), invocation, terminal);
  },
};
