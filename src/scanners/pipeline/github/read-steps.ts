import type { YamlMap } from '../../../lib/yaml/node.ts';
import { ScriptText } from '../model/script-text.ts';
import type { Step } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import { isForWindows, stepShell } from './step-shell.ts';

/**
 * The steps of a job or of a composite action.
 * @param shell what the workflow says for steps that name none
 * @param isWindows whether the job runs on Windows
 */
export function readSteps(body: YamlMap, shell?: string, isWindows = false): readonly Step[] {
  return body.list('steps').flatMap((item) => (item.kind === 'map' ? readStep(item, shell, isWindows) : []));
}

export function readEnv(map: YamlMap | undefined, scope: Variable['scope']): readonly Variable[] {
  return (map?.entries ?? []).map(({ key, value }) => ({
    name: key.text,
    scope,
    at: key.range,
    ...(value.kind === 'scalar' && value.value !== null && { value }),
  }));
}

function readStep(body: YamlMap, shell: string | undefined, isWindows: boolean): readonly Step[] {
  const variables = readEnv(body.map('env'), 'step');
  const uses = body.get('uses');
  const inputs = body.map('with');
  if (uses?.kind === 'scalar')
    return [{ kind: 'use', uses, at: uses.range, body, variables, ...(inputs && { inputs }) }];
  const run = body.get('run');
  if (run?.kind !== 'scalar') return [];
  return [
    {
      kind: 'run',
      phase: 'main',
      at: run.range,
      body,
      variables,
      script: new ScriptText([run]),
      ...stepShell(body.text('shell') ?? shell, isWindows || isForWindows(body.text('if'))),
    },
  ];
}
