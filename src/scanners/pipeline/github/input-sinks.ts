import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Step } from '../model/step.ts';
import { codeSites, type CodeSite } from './code-sites.ts';
import { ExpressionSources } from './expression-sources.ts';
import { readLocalUse } from './local-use.ts';

const deepest = 4;

/**
 * Where an input of a local action or reusable workflow becomes a part of a program, in it or in what it calls.
 * @param uses as it is called: `./.github/actions/build`
 */
export function inputSink(uses: string, input: string, files: RepositoryFiles, depth = 0): CodeSite | undefined {
  const callee = depth < deepest ? readLocalUse(uses, files) : undefined;
  if (!callee) return undefined;
  const sources = new ExpressionSources(callee);
  const wanted = `inputs.${input.toLowerCase()}`;
  for (const job of callee.jobs) {
    for (const step of job.steps) {
      const holds = (text: string): boolean => sources.inText(text, job, step).some(({ path }) => path === wanted);
      const site = codeSites(step).find(({ use }) => holds(`\${{${use.source}}}`));
      if (site) return site;
      const inner = handedOver(step).find(({ text }) => holds(text));
      const deeper = inner && inputSink(usesOf(step), inner.input, files, depth + 1);
      if (deeper) return deeper;
    }
  }
  return undefined;
}

/** The inputs that a step gives to an action or workflow of the same repository. */
export function handedOver(step: Step): readonly { readonly input: string; readonly text: string }[] {
  if (step.kind !== 'use' || !step.uses.text.startsWith('./')) return [];
  return (step.inputs?.entries ?? []).flatMap(({ key, value }) =>
    value.kind === 'scalar' && value.text.includes('${{') ? [{ input: key.text, text: value.text }] : [],
  );
}

function usesOf(step: Step): string {
  return step.kind === 'use' ? step.uses.text : '';
}

/** Whether all values of its inputs come from callers in the same repository, as far as anybody can see. */
export function isInternal({ source, action }: Pipeline): boolean {
  return action === true && source.uri.startsWith('.github/');
}
