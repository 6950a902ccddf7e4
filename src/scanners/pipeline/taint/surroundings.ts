import type { ShellCommand } from '../../../lib/shell/shell-command.ts';

/** Whether what the command sets is set for what follows, whatever happens. */
export function isCertain({ frames }: ShellCommand): boolean {
  return frames.every(({ kind }) => kind === 'function' || kind === 'redirected' || kind === 'and-left');
}

/** Whether the command's standard output is what the list at `depth` frames prints. */
export function isPrinted({ frames, redirects }: ShellCommand, depth: number): boolean {
  if (redirects.some(({ operator, descriptor }) => writesFile(operator) && descriptor !== 2)) return false;
  return frames.slice(depth).every((frame) => {
    if (frame.kind === 'substitution' || frame.kind === 'function') return false;
    if (frame.kind === 'redirected') return !frame.redirects.some(({ operator }) => writesFile(operator));
    return frame.kind !== 'pipe' || frame.index === frame.members.length - 1;
  });
}

/** Whether a redirection's operator writes a file. */
export function writesFile(operator: string): boolean {
  return operator === '>' || operator === '>>' || operator === '>|' || operator === '&>' || operator === '&>>';
}
