import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode, type YamlScalar } from '../../../lib/yaml/node.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { Job, Need } from '../model/job.ts';
import type { Pipeline, Problem } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import { checkWorkflow } from './check-workflow.ts';
import { readEnv, readSteps } from './read-steps.ts';
import { stepImage } from './step-image.ts';
import { runsOnWindows } from './step-shell.ts';

/** Reads a GitHub Actions workflow. */
export function readGithubWorkflow(source: SourceText): Pipeline {
  const file = parseYaml(source, { version: '1.2' });
  const problems: Problem[] = file.problems.map(({ code, message, range }) => ({ code, message, at: range }));
  const [root] = file.documents;
  const document = root instanceof YamlMap ? root : new YamlMap([], { source, start: 0, end: 0 });
  const variables = readEnv(document.map('env'), 'pipeline');
  const jobs = (document.map('jobs')?.entries ?? []).flatMap(({ key, value }) =>
    value.kind === 'map' ? [readJob(key, value, document, variables)] : [],
  );
  if (file.problems.length === 0) problems.push(...checkWorkflow(document, jobs));
  return { dialect: 'github', source, document, jobs, variables, holes: [], problems };
}

function readJob(key: YamlScalar, body: YamlMap, workflow: YamlMap, above: readonly Variable[]): Job {
  const shell = defaultShell(body) ?? defaultShell(workflow);
  const uses = body.get('uses');
  const inputs = body.map('with');
  const called: readonly Step[] =
    uses?.kind === 'scalar'
      ? [{ kind: 'use', uses, at: uses.range, body, variables: [], ...(inputs && { inputs }) }]
      : [];
  const steps = readSteps(body, shell, runsOnWindows(body));
  const environment = body.get('environment');
  const name = environment?.kind === 'map' ? environment.get('name') : environment;
  return {
    name: key.text,
    at: key.range,
    body,
    steps: [...called, ...steps],
    images: [...readImages(body), ...steps.flatMap((step) => (step.kind === 'use' ? stepImage(step.uses) : []))],
    variables: [...above, ...readEnv(body.map('env'), 'job')],
    needs: scalarsOf(body.get('needs')).map((item): Need => ({
      job: item.text,
      optional: false,
      artifacts: false,
      at: item.range,
    })),
    ...(name?.kind === 'scalar' && { environment: { name, action: 'start' as const } }),
    identityTokens: [],
    runner: scalarsOf(body.get('runs-on')),
  };
}

function defaultShell(map: YamlMap): string | undefined {
  return map.map('defaults')?.map('run')?.text('shell');
}

function readImages(body: YamlMap): readonly ImageUse[] {
  const services = (body.map('services')?.entries ?? []).map(({ value }) => value);
  const nodes: readonly (readonly [ImageUse['role'], YamlNode | undefined])[] = [
    ['job', body.get('container')],
    ...services.map((node) => ['service', node] as const),
  ];
  return nodes.flatMap(([role, node]) => {
    const reference = node?.kind === 'map' ? node.get('image') : node;
    if (reference?.kind !== 'scalar' || reference.text === '') return [];
    return [{ role, reference, ...(!reference.text.includes('${{') && { resolved: reference.text }) }];
  });
}

function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node?.kind === 'scalar') return node.value === null ? [] : [node];
  return node?.kind === 'sequence' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item] : [])) : [];
}
