import type { Terminal } from './command.ts';

const everyMillis = 100;
const firstAfterMillis = 400;

/** A line on the terminal that says how far a long scan is; silent in pipes and build logs. */
export function showProgress(terminal: Terminal): { onProgress?: (examined: number) => void; end(): void } {
  const quiet = terminal.stderr.isTTY !== true || (terminal.env['CI'] ?? '') !== '' || terminal.env['TERM'] === 'dumb';
  if (quiet) return { end: () => undefined };
  let next = performance.now() + firstAfterMillis;
  let shown = false;
  return {
    onProgress(examined) {
      const now = performance.now();
      if (now < next) return;
      next = now + everyMillis;
      shown = true;
      terminal.stderr.write(`\r${examined.toLocaleString('en')} files examined\u{1b}[K`);
    },
    end() {
      if (shown) terminal.stderr.write('\r\u{1b}[K');
    },
  };
}
