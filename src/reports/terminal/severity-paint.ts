import type { Paint, Palette } from '../../lib/terminal/palette.ts';
import type { Severity } from '../../model/severity.ts';
import type { Outcome } from '../../model/verdict.ts';

export function severityPaint(severity: Severity, paint: Palette): Paint {
  const paints: Record<Severity, Paint> = {
    critical: paint.magenta,
    high: paint.red,
    medium: paint.yellow,
    low: paint.blue,
    info: paint.cyan,
  };
  return paints[severity];
}

export function outcomePaint(outcome: Outcome, paint: Palette): Paint {
  const paints: Record<Outcome, Paint> = { pass: paint.green, fail: paint.red, error: paint.yellow };
  return paints[outcome];
}

/** A word on a coloured ground, as wide as with spaces around it. */
export function badge(word: string, color: Paint, paint: Palette): string {
  return paint.bold(paint.inverse(color(` ${word.toUpperCase()} `)));
}
