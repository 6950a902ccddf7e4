import { cutEnd } from '../../lib/terminal/cut.ts';
import { flatten } from '../../lib/terminal/sanitize.ts';
import type { Screen } from '../../lib/terminal/screen.ts';
import type { Pipeline } from '../../scanners/pipeline/model/pipeline.ts';
import type { JobRun, Scenario, ScenarioMatrix } from '../../scanners/pipeline/scenarios/scenario.ts';

/** Job × scenario as text: a column a scenario, numbered, with a legend below. */
export function* scenarioTable(
  pipeline: Pipeline,
  matrix: ScenarioMatrix,
  { paint, width }: Screen,
): Generator<string> {
  yield paint.bold(flatten(pipeline.source.uri));
  if (matrix.scenarios.length === 0) {
    yield '  the ways this kind of pipeline can start are not modelled';
    return;
  }
  const room = Math.max(12, Math.min(32, width - 3 * matrix.scenarios.length - 2));
  const heads = matrix.scenarios.map((_, index) => String(index + 1).padStart(3)).join('');
  yield `  ${''.padEnd(room)}${paint.dim(heads)}`;
  for (const job of pipeline.jobs) {
    const marks = matrix.runsOf(job).map((run) => `  ${paint[colors[run.runs]](symbols[run.runs])}`);
    yield `  ${cutEnd(flatten(job.name), room - 1).padEnd(room)}${marks.join('')}`;
  }
  yield '';
  yield `  ${legend(paint)}`;
  for (const [index, scenario] of matrix.scenarios.entries()) {
    const rights = rightsIn(scenario);
    if (scenario.impossible !== undefined) {
      yield `  ${String(index + 1).padStart(2)} ${scenario.title} ${paint.dim(`· does not happen: ${scenario.impossible}`)}`;
      continue;
    }
    yield `  ${String(index + 1).padStart(2)} ${scenario.title} ${paint.dim(`· started by: ${scenario.starter} · code: ${scenario.checkout} · ${rights}`)}`;
  }
  yield* openQuestions(pipeline, matrix);
}

function rightsIn({ privileged, dialect }: Scenario): string {
  if (privileged === undefined) return '?';
  if (dialect === 'github') return privileged ? 'secrets' : 'no secrets, the token reads at most';
  return privileged ? 'protected variables' : 'no protected variables';
}

const symbols: Readonly<Record<JobRun['runs'], string>> = { yes: '●', manual: '◐', no: '·', unknown: '?' };
const colors = { yes: 'green', manual: 'yellow', no: 'dim', unknown: 'red' } as const;

function legend(paint: Screen['paint']): string {
  return (['yes', 'manual', 'no', 'unknown'] as const)
    .map((word) => `${paint[colors[word]](symbols[word])} ${word === 'yes' ? 'runs' : word}`)
    .join('  ');
}

/** What decides where the table has a question mark. */
function* openQuestions(pipeline: Pipeline, matrix: ScenarioMatrix): Generator<string> {
  const lines = new Set(
    pipeline.jobs.flatMap((job) =>
      matrix
        .runsOf(job)
        .flatMap(({ atoms }) =>
          atoms.map(({ text, chosen }) => `  ? ${job.name}: ${text}${chosen ? ' (chosen by whoever starts it)' : ''}`),
        ),
    ),
  );
  if (lines.size > 0) yield '';
  for (const line of lines) yield flatten(line);
}
