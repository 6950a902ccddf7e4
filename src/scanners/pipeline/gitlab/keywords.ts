import { defaultableKeywords, globalShapes } from './grammar.ts';

/** Keys at the top of a definition that are no jobs. */
export const globalKeywords: ReadonlySet<string> = new Set([...Object.keys(globalShapes), 'include', 'spec']);

/** Keywords that a job inherits, that may also stand at the top level, as they did before there was `default`. */
export const globalDefaults: ReadonlySet<string> = new Set(
  defaultableKeywords.filter((name) => Object.hasOwn(globalShapes, name)),
);
