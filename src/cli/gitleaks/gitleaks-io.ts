import type { Terminal } from '../command.ts';

/** What the command reads and writes. */
export type GitleaksIo = Pick<Terminal, 'stdout' | 'stderr' | 'stdin' | 'env' | 'cwd'> &
  Partial<Pick<Terminal, 'signal' | 'now'>>;

/** A failure that gitleaks calls fatal: logged, exit code 1. */
export class FatalError extends Error {
  /** What the log says beside the message. */
  readonly detail: string | undefined;

  constructor(message: string, detail?: string) {
    super(message);
    this.name = 'FatalError';
    this.detail = detail;
  }
}
