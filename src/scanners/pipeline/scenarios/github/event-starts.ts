import { textOf } from '../../../../lib/yaml/node.ts';
import { eventOptions, eventsOf } from '../../github/triggers.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { and, certain, impossible, unknown, type Truth } from '../truth.ts';
import type { GithubScenario } from './github-scenarios.ts';

/** Whether the `on` of a workflow lets a scenario start it. */
export function eventStarts(pipeline: Pipeline, { event, ref }: GithubScenario, defaultBranch: string): Truth {
  if (!eventsOf(pipeline).includes(event)) return impossible;
  const options = eventOptions(pipeline, event);
  if (!options) return certain;
  const filters = (key: string): readonly string[] => options.list(key).flatMap((item) => textOf(item) ?? []);
  const paths = [...filters('paths'), ...filters('paths-ignore')];
  // Paths are not looked at for tags.
  const changes = paths.length > 0 && ref !== 'tag' ? unknown(`paths: ${paths.join(', ')}`, true) : certain;
  if (event !== 'push') return changes;
  const [branches, tags] = [filters('branches'), filters('tags')];
  const hasTags = tags.length > 0 || options.get('tags-ignore') !== undefined;
  const hasBranches = branches.length > 0 || options.get('branches-ignore') !== undefined;
  // A filter for one of them leaves the other out.
  if (ref === 'tag') return tags.length > 0 ? matching(tags) : hasBranches && !hasTags ? impossible : certain;
  if (hasTags && !hasBranches) return impossible;
  if (branches.length === 0) return and(changes, hasBranches ? unknown('branches-ignore', true) : certain);
  if (ref === 'default') return and(changes, branches.includes(defaultBranch) ? certain : matching(branches));
  return and(changes, branches.every((name) => name === defaultBranch) ? impossible : matching(branches));
}

/** Whoever names a branch or tag can choose a name that the patterns match. */
function matching(patterns: readonly string[]): Truth {
  return patterns.includes('*') || patterns.includes('**') ? certain : unknown(patterns.join(', '), true);
}
