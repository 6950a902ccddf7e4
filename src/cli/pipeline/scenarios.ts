import { flatten } from '../../lib/terminal/sanitize.ts';
import type { Facts } from '../../scanners/pipeline/facts/facts.ts';
import { scenarioMatrix } from '../../scanners/pipeline/scenarios/scenario-matrix.ts';
import type { Invocation, Terminal } from '../command.ts';
import { pageScreen } from '../page-screen.ts';
import { readGivenFacts } from './given-facts.ts';
import { cacheDirectory } from './cache-directory.ts';
import { loadPipelines, type LoadedPipelines } from './load-pipelines.ts';
import { newlyReachable, type Evaluated, type NewlyReachable } from './scenario-diff.ts';
import { scenarioTable } from './scenario-table.ts';
import { printLines } from '../print-lines.ts';

/** `portcullis pipeline scenarios [DIRECTORY]`. */
export async function showScenarios(root: string, invocation: Invocation, terminal: Terminal): Promise<number> {
  const loaded = await loadPipelines({ kind: 'directory', root }, terminal, cacheDirectory(invocation, terminal));
  const facts = await readGivenFacts(invocation.value('facts'), loaded.files, terminal);
  const now = evaluate(loaded, facts);
  const revision = invocation.value('diff');
  const asJson = invocation.flag('json');
  if (revision !== undefined) {
    // The settings are those of today: what they were then nobody knows.
    const before = evaluate(await loadPipelines({ kind: 'tree', root, revision }, terminal), facts);
    const reachable = newlyReachable(before, now);
    return printLines(asJson ? [json(reachable.map(toJson))] : diffLines(reachable, revision), terminal);
  }
  if (asJson) return printLines([json(now.map(matrixToJson))], terminal);
  const look = pageScreen(invocation.flag('no-color'), terminal);
  for (const [index, { pipeline, matrix }] of now.entries()) {
    printLines([...(index > 0 ? [''] : []), ...scenarioTable(pipeline, matrix, look)], terminal);
  }
  return 0;
}

function evaluate({ pipelines, files }: LoadedPipelines, facts: Facts | undefined): readonly Evaluated[] {
  return pipelines.map((pipeline) => ({ pipeline, matrix: scenarioMatrix(pipeline, files, facts) }));
}

function diffLines(reachable: readonly NewlyReachable[], revision: string): readonly string[] {
  if (reachable.length === 0) return [`no job is easier to reach than at ${flatten(revision)}`];
  return reachable.map(({ pipeline, job, scenario, before, now }) =>
    flatten(`${pipeline}: ${job} now runs (${now}, was ${before}) on: ${scenario.title}`),
  );
}

function toJson({ scenario, ...rest }: NewlyReachable): unknown {
  return { ...rest, scenario: scenario.id };
}

function matrixToJson({ pipeline, matrix }: Evaluated): unknown {
  return {
    file: pipeline.source.uri,
    scenarios: matrix.scenarios.map(({ id, title, starter, checkout, definition, privileged, impossible }) => {
      return {
        id,
        title,
        starter,
        checkout,
        definition,
        privileged: privileged ?? null,
        impossible: impossible ?? null,
      };
    }),
    jobs: pipeline.jobs.map((job) => ({
      name: job.name,
      environment: job.environment?.name.text ?? null,
      runs: matrix.runsOf(job).map(({ scenario, runs, when, atoms, mayFail, claims, token }) => {
        return {
          scenario: scenario.id,
          runs,
          when: when ?? null,
          mayFail: mayFail ?? null,
          dependsOn: atoms,
          claims,
          token: token ?? null,
        };
      }),
    })),
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
