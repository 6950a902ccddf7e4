import { palette, type Palette } from './palette.ts';

/** What text is laid out for. */
export interface Screen {
  /** Columns to use. */
  readonly width: number;
  readonly paint: Palette;
}

const narrowest = 40;
const widest = 120;
const usual = 80;

/** Lines of prose longer than 120 columns are hard to read, and fewer than 40 leave no room for code. */
export function screen(width: number, color: boolean): Screen {
  const columns = Number.isFinite(width) && width > 0 ? Math.floor(width) : usual;
  return { width: Math.min(widest, Math.max(narrowest, columns)), paint: palette(color) };
}
