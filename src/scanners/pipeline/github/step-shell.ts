import { textOf, type YamlMap } from '../../../lib/yaml/node.ts';
import type { RunStep, Shell } from '../model/step.ts';

/**
 * What a step's script is run by (GitHub documentation, "Workflow syntax", jobs.<job_id>.steps[*].shell): on Windows
 * PowerShell, elsewhere bash, where nothing is said.
 * @param named what the step, the job or the workflow says
 */
export function stepShell(
  named: string | undefined,
  isWindows: boolean,
): Pick<RunStep, 'shell' | 'errexit' | 'pipefail'> {
  if (named === undefined) return { shell: isWindows ? 'pwsh' : 'bash', errexit: true, pipefail: false };
  const shell = shellOf(named);
  // Only the bare word gets the options of the platform, pipefail among them.
  if (!named.includes('{0}')) return { shell, errexit: true, pipefail: named === 'bash' };
  return { shell, errexit: /\s-(?:\w*e\w*|o\s+errexit)(?=\s|$)/.test(named), pipefail: /\bpipefail\b/.test(named) };
}

function shellOf(name: string): Shell {
  const [first = ''] = name.split(' ');
  if (first === 'powershell') return 'pwsh';
  return (['sh', 'bash', 'pwsh', 'cmd', 'python'] as const).find((shell) => shell === first) ?? 'other';
}

/** Whether every machine that a job can get has Windows; a matrix is looked up. */
export function runsOnWindows(body: YamlMap): boolean {
  const runner = body.get('runs-on');
  const labels = (runner?.kind === 'map' ? runner.list('labels') : body.list('runs-on')).flatMap((item) =>
    machinesOf(textOf(item) ?? '', body),
  );
  return labels.some((label) => /^windows\b/i.test(label)) && labels.every((label) => !hosted.test(label));
}

/** Labels of machines that have another system. */
const hosted = /^(?:ubuntu|macos|linux)\b/i;

/** Whether a step's condition lets it run on Windows alone. */
export function isForWindows(condition: string | undefined): boolean {
  if (condition === undefined || condition.includes('||')) return false;
  return /(?:runner\.os|matrix\.\w+)\s*==\s*'windows[\w.-]*'|startsWith\(\s*matrix\.\w+,\s*'windows/i.test(condition);
}

/** The label itself, or what the matrix puts in its place. */
function machinesOf(label: string, body: YamlMap): readonly string[] {
  const key = /^\$\{\{\s*matrix\.(?<key>[\w-]+)\s*\}\}$/.exec(label.trim())?.groups?.['key'];
  if (key === undefined) return [label];
  const matrix = body.map('strategy')?.map('matrix');
  const included = (matrix?.list('include') ?? []).flatMap((item) => (item.kind === 'map' ? item.list(key) : []));
  return [...(matrix?.list(key) ?? []), ...included].map((item) => textOf(item) ?? '');
}
