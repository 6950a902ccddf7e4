import type { Scanner } from '../model/scanner.ts';

/** A scanner that can be loaded; its module costs nothing until then. */
export interface ScannerEntry {
  readonly id: string;
  /** Says without loading it that the scanner has no `masks`; such a one is loaded only when it is asked for. */
  readonly masks?: false;
  load(): Promise<Scanner>;
}

/** Every scanner there is. A new scanner is a folder beside this file and one line here. */
export const scanners: readonly ScannerEntry[] = [
  { id: 'secrets', load: async () => (await import('./secrets/scanner.ts')).secretsScanner },
  { id: 'pipeline', masks: false, load: async () => (await import('./pipeline/scanner.ts')).pipelineScanner },
];
