import { broken, scanner, scanners as others } from './registry.ts';

/** The same with a scanner that should say what is secret and can not. */
export const scanners = [
  ...others,
  scanner('broken-masker', { masks: true }, () => ({ file: () => [], sensitive: broken })),
];
