import type { YamlMap } from '../../../../lib/yaml/node.ts';
import type { Job } from '../../model/job.ts';

/** The text that a job was written with, after expansion: its scripts and conditions. */
export function textOfJob({ body, steps }: Job): string {
  const scripts = steps.map((step) => (step.kind === 'run' ? step.script.text : step.uses.text));
  return [...scripts, ...conditions(body)].join('\n');
}

function conditions(body: YamlMap): readonly string[] {
  return body.list('rules').flatMap((rule) => (rule.kind === 'map' ? (rule.text('if') ?? []) : []));
}
