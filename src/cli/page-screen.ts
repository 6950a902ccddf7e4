import { screen, type Screen } from '../lib/terminal/screen.ts';
import type { Terminal } from './command.ts';
import { wantsColor } from './outputs.ts';

/** What pages for standard output are laid out for. */
export function pageScreen(noColor: boolean, { stdout, env }: Terminal): Screen {
  return screen(stdout.columns ?? 100, wantsColor(noColor, env) && stdout.isTTY === true);
}
