import type { ShellCommand, ShellRedirect } from '../../../lib/shell/shell-command.ts';

/** Whether what the command prints stands in the job's log: nothing else takes it. */
export function reachesLog({ frames, redirects }: ShellCommand): boolean {
  if (redirects.some(takesOutput)) return false;
  return frames.every((frame) => {
    if (frame.kind === 'substitution') return false;
    if (frame.kind === 'redirected') return !frame.redirects.some(takesOutput);
    return frame.kind !== 'pipe' || frame.index === frame.members.length - 1;
  });
}

/** Standard output goes to a file that is not a terminal, or to a descriptor that somebody opened. */
function takesOutput({ operator, descriptor, target }: ShellRedirect): boolean {
  if (operator === '>&') return descriptor !== 2 && !/^[-12]$/.test(target?.text ?? '');
  if (descriptor === 2 || !/^(?:>|>>|>\||&>|&>>)$/.test(operator)) return false;
  return !/^["']?\/dev\/(?:stdout|stderr|tty|fd\/[12])["']?$/.test(target?.text ?? '');
}
