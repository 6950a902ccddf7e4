import type { Pipeline } from '../../model/pipeline.ts';

const usual = ['main', 'master', 'trunk'] as const;

/** The name of the default branch when the settings are not known: the first usual name that the definition mentions. */
export function assumeDefaultBranch({ source }: Pipeline): string {
  const mentioned = usual.find((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source.text));
  return mentioned ?? 'main';
}
