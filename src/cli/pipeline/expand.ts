import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { flatten } from '../../lib/terminal/sanitize.ts';
import type { TextRange } from '../../lib/text/source-text.ts';
import { InputError } from '../../model/input-error.ts';
import { explain } from '../../scanners/pipeline/gitlab/explain.ts';
import { plainJson } from '../../scanners/pipeline/gitlab/plain-json.ts';
import { placeOf, printExpanded } from '../../scanners/pipeline/gitlab/print-expanded.ts';
import { readGitlabPipelines } from '../../scanners/pipeline/gitlab/read-gitlab.ts';
import type { Pipeline } from '../../scanners/pipeline/model/pipeline.ts';
import type { Invocation, Terminal } from '../command.ts';
import { findGitDirectory } from '../find-repository.ts';
import { cacheDirectory } from './cache-directory.ts';
import { loadFiles } from './load-files.ts';

/** `portcullis pipeline expand [FILE]`: a definition, or a directory with one. */
export async function showExpanded(path: string, invocation: Invocation, terminal: Terminal): Promise<number> {
  const [pipeline, ...children] = await readDefinition(path, invocation, terminal);
  if (!pipeline) throw new Error('a definition is at least one pipeline');
  const key = invocation.value('explain');
  const asJson = invocation.flag('json');
  if (key !== undefined) {
    terminal.stdout.write(asJson ? `${explainedJson(pipeline, key)}\n` : explainedText(pipeline, key));
    return 0;
  }
  const all = [pipeline, ...children];
  terminal.stdout.write(
    asJson ? `${JSON.stringify(all.map(pipelineJson), null, 2)}\n` : all.map(printExpanded).join('---\n'),
  );
  for (const { message, at } of all.flatMap(({ problems }) => problems)) {
    terminal.stderr.write(`${flatten(`${placeOf(at)}: ${message}`)}\n`);
  }
  return 0;
}

async function readDefinition(path: string, invocation: Invocation, terminal: Terminal): Promise<readonly Pipeline[]> {
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isDirectory ? definitionIn(path) : path;
  if (!existsSync(file)) {
    throw new InputError(
      'no-pipeline',
      `there is no ${file}`,
      'portcullis pipeline expand [FILE], for example .gitlab-ci.yml',
    );
  }
  const root = findGitDirectory(dirname(file))?.root ?? dirname(file);
  const { files } = await loadFiles({ kind: 'directory', root }, terminal, cacheDirectory(invocation, terminal));
  const source = files.read(relative(root, file).split(sep).join('/'));
  if (!source || !/\.ya?ml$/.test(file)) {
    throw new InputError(
      'no-pipeline',
      `${basename(file)} can not be read as a GitLab pipeline`,
      'is it a .yml file that git does not ignore?',
    );
  }
  return readGitlabPipelines(source, files);
}

function definitionIn(directory: string): string {
  const [yml = '', yaml = ''] = ['.gitlab-ci.yml', '.gitlab-ci.yaml'].map((name) => join(directory, name));
  return !existsSync(yml) && existsSync(yaml) ? yaml : yml;
}

function explained(pipeline: Pipeline, key: string): NonNullable<ReturnType<typeof explain>> {
  const explanation = explain(pipeline, key);
  if (explanation) return explanation;
  const names = pipeline.jobs.map(({ name }) => name).slice(0, 10);
  throw new InputError(
    'no-such-key',
    `${pipeline.source.uri} has no ${key}`,
    `a key begins with a keyword or a job: ${names.join(', ')}`,
  );
}

function explainedText(pipeline: Pipeline, key: string): string {
  const { value, steps, instead } = explained(pipeline, key);
  const shown = value.kind === 'scalar' ? value.text : JSON.stringify(plainJson(value));
  const lines = [
    `${key}: ${shown}`,
    ...steps.map(({ message, at }) => `${message} (${placeOf(at)})`),
    `is written at ${placeOf(value.range)}`,
    ...instead.map((at) => `and not what is written at ${placeOf(at)}`),
  ];
  return lines.map((line) => `${flatten(line)}\n`).join('');
}

function explainedJson(pipeline: Pipeline, key: string): string {
  const { value, steps, instead } = explained(pipeline, key);
  const chain = steps.map(({ message, at }) => ({ message, at: placeJson(at) }));
  return JSON.stringify(
    { key, value: plainJson(value), at: placeJson(value.range), chain, instead: instead.map(placeJson) },
    null,
    2,
  );
}

function pipelineJson(pipeline: Pipeline): unknown {
  const { source, startedBy, holes, problems, document, jobs, variables } = pipeline;
  return {
    file: source.uri,
    startedBy: startedBy ?? null,
    stages: document.list('stages').map(plainJson),
    variables: Object.fromEntries(variables.map(({ name, value }) => [name, value?.value ?? null])),
    jobs: jobs.map(({ name, at, body, instances, unresolved }) => ({
      name,
      at: placeJson(at),
      instances: instances?.map((instance) => instance.name) ?? null,
      unresolved: unresolved ?? [],
      body: plainJson(body),
    })),
    holes: holes.map(({ kind, address, ref, reason, at }) => ({
      kind,
      address,
      ref: ref ?? null,
      reason,
      at: placeJson(at),
    })),
    problems: problems.map(({ code, message, at }) => ({ code, message, at: placeJson(at) })),
  };
}

function placeJson({ source, start }: TextRange): { file: string; line: number; column: number } {
  return { file: source.uri, ...source.position(start) };
}
