import type { Terminal } from '../command.ts';

/** What the command reads and writes. */
export type GitleaksIo = Pick<Terminal, 'stdout' | 'stderr' | 'stdin' | 'env' | 'cwd'> &
  Partial<Pick<Terminal, 'signal' | 'now'>>;

/** A failure that gitleaks calls fatal: logged, exit code 1. */
export class FatalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FatalError';
  }
}
