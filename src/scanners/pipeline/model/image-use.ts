import type { YamlScalar } from '../../../lib/yaml/node.ts';

/** An image that a job runs in or beside, or in one of its steps. */
export interface ImageUse {
  readonly role: 'job' | 'service' | 'step';
  /** As written; may have variables or expressions in it. */
  readonly reference: YamlScalar;
  /** With the pipeline's own variables put in; undefined when one is not known. */
  readonly resolved?: string;
}
