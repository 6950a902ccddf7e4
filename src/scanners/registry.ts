import type { Scanner } from '../model/scanner.ts';

/** A scanner that can be loaded; its module costs nothing until then. */
export interface ScannerEntry {
  readonly id: string;
  load(): Promise<Scanner>;
}

/** Every scanner there is. A new scanner is a folder beside this file and one line here. */
export const scanners: readonly ScannerEntry[] = [
  { id: 'secrets', load: async () => (await import('./secrets/scanner.ts')).secretsScanner },
  { id: 'pipeline', load: async () => (await import('./pipeline/scanner.ts')).pipelineScanner },
];
