import { FunctionError } from './template-error.ts';

/** What carrying out a template may cost. */
export interface TemplateLimits {
  /** Bytes that are written. */
  readonly output: number;
  /** Nodes of the template that are visited, loops counted each time. */
  readonly steps: number;
  /** Templates that call each other. */
  readonly depth: number;
  /** Bytes and elements that functions make, all together. */
  readonly made: number;
}

export const defaultLimits: TemplateLimits = {
  output: 256_000_000,
  steps: 20_000_000,
  depth: 500,
  made: 512_000_000,
};

/** No single text or list of a template is longer. */
const longest = 32_000_000;

/** Throws `FunctionError` before something is made that would be too long. */
export function requireRoom(length: number): void {
  if (!(length <= longest)) throw new FunctionError('result too large');
}
