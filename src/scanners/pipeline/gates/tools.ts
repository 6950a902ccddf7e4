import type { Tool } from './tool.ts';
import { allKinds } from './tools/all-kinds.ts';
import { dependencyTools } from './tools/dependencies.ts';
import { infrastructureTools } from './tools/infrastructure.ts';
import { releaseTools } from './tools/release.ts';
import { sourceTools } from './tools/source.ts';

/** A program that writes a bill of materials does not scan, so that these come first. */
const tools: readonly Tool[] = [
  ...sourceTools,
  ...dependencyTools.toSorted(
    (one, other) => Number(other.kinds.includes('sbom')) - Number(one.kinds.includes('sbom')),
  ),
  ...infrastructureTools,
  ...releaseTools,
  ...allKinds,
];

/** The tools that a program can be, in their order. */
export const toolsOf: ReadonlyMap<string, readonly Tool[]> = new Map(
  tools
    .flatMap(({ programs }) => programs)
    .map((program) => [program, tools.filter(({ programs }) => programs.includes(program))]),
);
