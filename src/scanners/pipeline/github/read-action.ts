import type { SourceText } from '../../../lib/text/source-text.ts';
import { textOf, YamlMap } from '../../../lib/yaml/node.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline, Problem } from '../model/pipeline.ts';
import { checkAction } from './check-workflow.ts';
import { readSteps } from './read-steps.ts';
import { stepImage } from './step-image.ts';

/**
 * Reads an action's definition (GitHub documentation, "Metadata syntax reference"). A composite action is a job of one,
 * named as the action; the others have no steps. What is called `action.yml` and has no `runs` is none.
 */
export function readGithubAction(source: SourceText): readonly Pipeline[] {
  const file = parseYaml(source, { version: '1.2' });
  const [document] = file.documents;
  if (!(document instanceof YamlMap)) return [];
  const runs = document.entry('runs');
  if (runs?.value.kind !== 'map') return [];
  const body = runs.value;
  const steps = readSteps(body);
  const job: Job = {
    name: textOf(document.get('name')) ?? source.uri,
    at: runs.key.range,
    body,
    steps,
    images: [
      ...stepImage(body.get('image')),
      ...steps.flatMap((step) => (step.kind === 'use' ? stepImage(step.uses) : [])),
    ],
    variables: [],
    needs: [],
    identityTokens: [],
    runner: [],
  };
  const problems: Problem[] = file.problems.map(({ code, message, range }) => ({ code, message, at: range }));
  if (problems.length === 0) problems.push(...checkAction(document));
  return [{ dialect: 'github', source, document, jobs: [job], variables: [], holes: [], problems, action: true }];
}
