import { didYouMean } from '../../../lib/spelling/did-you-mean.ts';
import { textOf, type YamlMap } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Problem } from '../model/pipeline.ts';
import { globalShapes, jobShapes } from './grammar.ts';
import { globalKeywords } from './keywords.ts';
import { checkShape } from '../definition/shape.ts';

/**
 * What GitLab refuses or ignores in a definition: keywords that do not exist, values of the wrong kind, jobs that do
 * nothing, stages that are not there. What several jobs inherit is said once.
 * @param hasHoles whether includes that could not be looked at may bring what is missing
 */
export function checkDefinition(document: YamlMap, jobs: readonly Job[], hasHoles: boolean): readonly Problem[] {
  const problems = [
    ...document.entries.flatMap((entry) => checkTop(entry.key.text, entry, document)),
    ...jobs.flatMap((job) => checkJob(job, hasHoles)),
    ...checkStages(document, jobs, hasHoles),
  ];
  const said = new Set<string>();
  return problems.filter(({ message, at }) => {
    const key = `${at.source.uri} ${at.start} ${message}`;
    return !said.has(key) && said.add(key);
  });
}

function checkTop(name: string, { key, value }: YamlMap['entries'][number], document: YamlMap): readonly Problem[] {
  if (name.startsWith('.')) return [];
  const shape = Object.hasOwn(globalShapes, name) ? globalShapes[name] : undefined;
  if (shape) {
    const twice = document.map('default')?.get(name) === undefined ? [] : [twiceSaid(name, key.range)];
    return [...checkShape(name, value, shape), ...twice];
  }
  if (globalKeywords.has(name) || value.kind === 'map') return [];
  return [
    {
      code: 'schema',
      message: `'${name}' is no keyword, and a job is a mapping${didYouMean(name, [...globalKeywords])}`,
      at: key.range,
    },
  ];
}

function twiceSaid(name: string, at: Problem['at']): Problem {
  return { code: 'schema', message: `${name} stands at the top and under default`, at };
}

const work = ['script', 'run', 'trigger', 'release', 'pages', 'needs'];

function checkJob({ name, at, body, unresolved }: Job, hasHoles: boolean): readonly Problem[] {
  const problems = body.entries.flatMap(({ key, value }): readonly Problem[] => {
    const shape = Object.hasOwn(jobShapes, key.text) ? jobShapes[key.text] : undefined;
    if (shape) return checkShape(key.text, value, shape);
    if (key.text.includes('$[[')) return [];
    return [
      {
        code: 'unknown-key',
        message: `'${key.text}' is no keyword of a job${didYouMean(key.text, Object.keys(jobShapes))}`,
        at: key.range,
      },
    ];
  });
  if (body.get('rules') && (body.get('only') ?? body.get('except'))) {
    problems.push({ code: 'schema', message: `${name} has rules and only or except`, at });
  }
  if (unresolved || hasHoles || work.some((keyword) => body.get(keyword) !== undefined)) return problems;
  return [...problems, { code: 'schema', message: `'${name}' has no script, trigger or extends`, at }];
}

function checkStages(document: YamlMap, jobs: readonly Job[], hasHoles: boolean): readonly Problem[] {
  const given = document.list('stages').map(textOf);
  // A list that an include brings is not seen; a reference in it may bring more.
  if ((given.length === 0 && hasHoles) || given.includes(undefined)) return [];
  const stages = given.length === 0 ? ['build', 'test', 'deploy'] : given.flatMap((stage) => stage ?? []);
  const known = new Set(['.pre', ...stages, '.post']);
  return jobs.flatMap(({ name, body, at, unresolved }): readonly Problem[] => {
    const stage = body.text('stage');
    if (unresolved || stage?.includes('$')) return [];
    if (stage === undefined) {
      if (known.has('test') || body.get('stage') !== undefined) return [];
      return [{ code: 'schema', message: `${name} has no stage, and there is no stage test`, at }];
    }
    if (known.has(stage)) return [];
    const where = body.get('stage')?.range ?? at;
    return [{ code: 'schema', message: `there is no stage ${stage}${didYouMean(stage, stages)}`, at: where }];
  });
}
