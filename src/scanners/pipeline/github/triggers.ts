import { listOf, YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';

/** Events of strangers whose runs have the secrets of the repository and a token that may write. */
const privilegedEvents: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
]);

/** The names of the events that start a workflow. */
export function eventsOf({ document }: Pipeline): readonly string[] {
  return entriesOf(document.get('on')).map(({ name }) => name);
}

/** The settings of an event: filters, types, inputs. */
export function eventOptions({ document }: Pipeline, event: string): YamlMap | undefined {
  return entriesOf(document.get('on')).find(({ name }) => name === event)?.options;
}

export function isPrivilegedByStrangers(pipeline: Pipeline): boolean {
  return eventsOf(pipeline).some((event) => privilegedEvents.has(event));
}

function entriesOf(on: YamlNode | undefined): readonly { readonly name: string; readonly options?: YamlMap }[] {
  if (on?.kind === 'map') {
    return on.entries.map(({ key, value }) => ({
      name: key.text,
      ...(value instanceof YamlMap && { options: value }),
    }));
  }
  return listOf(on).flatMap((item) => (item.kind === 'scalar' ? [{ name: item.text }] : []));
}
