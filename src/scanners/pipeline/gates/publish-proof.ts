import type { Pipeline } from '../model/pipeline.ts';
import type { GateKind } from './gate-kind.ts';
import { findGates } from './find-gates.ts';
import { findReleases, type Release } from './find-releases.ts';

/**
 * What is published while no job of the pipeline makes a proof of that kind; nothing when an include may bring it. An
 * action or a component is a part of pipelines of others: they may make the proof.
 */
export function publishedWithout(
  pipeline: Pipeline,
  kind: GateKind,
  made: (release: Release) => boolean,
): readonly Release[] {
  const isOpen = pipeline.action === true || pipeline.component === true || pipeline.holes.length > 0;
  if (isOpen || findGates(pipeline).some(({ kinds }) => kinds.includes(kind))) return [];
  const published = findReleases(pipeline).filter((one) => one.kind === 'publish');
  return published.some(made) ? [] : published.slice(0, 1);
}

/** What the options and inputs of a release say. */
export function textOfRelease({ command, step }: Release): string {
  if (command) return command.args.map(({ text }) => text).join(' ');
  const range = step?.body?.range;
  return range ? range.source.text.slice(range.start, range.end) : '';
}
