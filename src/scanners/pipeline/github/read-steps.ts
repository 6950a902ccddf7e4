import type { YamlMap } from '../../../lib/yaml/node.ts';
import { ScriptText } from '../model/script-text.ts';
import type { Shell, Step } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';

/** The steps of a job or of a composite action. @param shell what the workflow says for steps that name none */
export function readSteps(body: YamlMap, shell: string | undefined): readonly Step[] {
  return body.list('steps').flatMap((item) => (item.kind === 'map' ? readStep(item, shell) : []));
}

export function readEnv(map: YamlMap | undefined, scope: Variable['scope']): readonly Variable[] {
  return (map?.entries ?? []).map(({ key, value }) => ({
    name: key.text,
    scope,
    at: key.range,
    ...(value.kind === 'scalar' && value.value !== null && { value }),
  }));
}

function readStep(body: YamlMap, shell: string | undefined): readonly Step[] {
  const variables = readEnv(body.map('env'), 'step');
  const uses = body.get('uses');
  const inputs = body.map('with');
  if (uses?.kind === 'scalar')
    return [{ kind: 'use', uses, at: uses.range, body, variables, ...(inputs && { inputs }) }];
  const run = body.get('run');
  if (run?.kind !== 'scalar') return [];
  const named = body.text('shell') ?? shell;
  return [
    {
      kind: 'run',
      phase: 'main',
      at: run.range,
      body,
      variables,
      script: new ScriptText([run]),
      shell: shellOf(named),
      errexit: true,
      // Only an explicit `bash` gets -o pipefail ("Workflow syntax", jobs.<job_id>.steps[*].shell).
      pipefail: named === 'bash',
    },
  ];
}

function shellOf(name: string | undefined): Shell {
  const [first = 'bash'] = (name ?? 'bash').split(' ');
  if (first === 'powershell') return 'pwsh';
  return (['sh', 'bash', 'pwsh', 'cmd', 'python'] as const).find((shell) => shell === first) ?? 'other';
}
