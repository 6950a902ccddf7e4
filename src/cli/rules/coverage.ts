import type { Control, Platform } from '../../model/control.ts';
import type { RuleMeta } from '../../model/rule.ts';

export const platforms: readonly Platform[] = ['gitlab', 'github'];

/** What watches over a control on a platform. */
interface Watch {
  /** Ids of rules, sorted. */
  readonly rules: readonly string[];
  /** Where no rule can speak of it: what does instead. */
  readonly outside?: string;
}

export interface CoverageRow extends Watches {
  readonly id: string;
  readonly group: string;
  readonly text: string;
}

type Watches = Readonly<Record<Platform, Watch>>;

/** The matrix of controls and rules. A rule that reads no platform's definition counts for all of them. */
export function coverage(controls: readonly Control[], rules: readonly RuleMeta[]): readonly CoverageRow[] {
  return controls.map(({ id, group, text, outside = {} }) => {
    const watch = (platform: Platform): Watch => {
      const ids = rules
        .filter(({ covers, dialects }) => covers?.includes(id) && (dialects?.includes(platform) ?? true))
        .map((rule) => rule.id)
        .toSorted();
      const instead = outside[platform];
      return { rules: ids, ...(instead !== undefined && { outside: instead }) };
    };
    return { id, group, text, gitlab: watch('gitlab'), github: watch('github') };
  });
}
