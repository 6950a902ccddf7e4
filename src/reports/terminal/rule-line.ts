import type { Paint } from '../../lib/terminal/palette.ts';
import type { Screen } from '../../lib/terminal/screen.ts';

/** A heading with a line to the right edge. */
export function ruleLine(heading: string, color: Paint, screen: Screen): string {
  const label = `── ${heading} `;
  return color(screen.paint.bold(label + '─'.repeat(Math.max(0, screen.width - label.length))));
}
