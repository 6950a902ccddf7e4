import type { SourceText } from '../../../lib/text/source-text.ts';
import { textOf, YamlMap } from '../../../lib/yaml/node.ts';
import { parseYaml, type YamlProblem } from '../../../lib/yaml/parse-yaml.ts';
import { oncePer } from '../../../lib/once-per.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';

/** One entry of `updates`: an ecosystem that the bot keeps up to date. */
export interface DependabotUpdate {
  readonly body: YamlMap;
  /** `npm`, `github-actions` …; empty where it is missing. */
  readonly ecosystem: string;
  /** Folders or globs of folders, with a slash in front. */
  readonly directories: readonly string[];
}

/** The configuration of Dependabot (GitHub documentation, "Dependabot options reference"). */
export interface Dependabot {
  readonly source: SourceText;
  readonly updates: readonly DependabotUpdate[];
  readonly problems: readonly YamlProblem[];
}

/** Undefined when the repository has none. */
export const readDependabot: (files: RepositoryFiles) => Dependabot | undefined = oncePer((files) => {
  const source = files.read('.github/dependabot.yml') ?? files.read('.github/dependabot.yaml');
  if (!source) return undefined;
  const { documents, problems } = parseYaml(source, { version: '1.2' });
  const [root] = documents;
  // Of a broken file nobody knows what the rest means.
  const isWhole = problems.every(({ code }) => code === 'duplicate-key');
  const entries = isWhole && root instanceof YamlMap ? root.list('updates') : [];
  return {
    source,
    problems,
    updates: entries.flatMap((body) => (body instanceof YamlMap ? [toUpdate(body)] : [])),
  };
});

function toUpdate(body: YamlMap): DependabotUpdate {
  const named = [...body.list('directory'), ...body.list('directories')].flatMap((item) => textOf(item) ?? []);
  return {
    body,
    ecosystem: body.text('package-ecosystem') ?? '',
    directories: named.map((path) => `/${path.replace(/^\.?\//, '')}`),
  };
}

/** Whether it proposes new versions at all; with a limit of 0 it proposes only what repairs a vulnerability. */
export function proposesVersions({ body }: DependabotUpdate): boolean {
  return body.text('open-pull-requests-limit') !== '0';
}
