import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlScalar } from '../../../lib/yaml/node.ts';

/** A variable that the pipeline's definition sets. */
export interface Variable {
  readonly name: string;
  /** Undefined when it is null or a mapping without a value. */
  readonly value?: YamlScalar;
  /** Where it is set: for the whole pipeline (or workflow), for defaults, for one job, for one step. */
  readonly scope: 'pipeline' | 'job' | 'step';
  readonly at: TextRange;
}
