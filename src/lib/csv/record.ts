import { sanitize } from '../terminal/sanitize.ts';

// What a spreadsheet takes for the start of a formula, fullwidth forms included.
const formula = /^[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/**
 * One record of a CSV file (RFC 4180). Control characters are made visible, so that a record is always one line, and a
 * cell that a spreadsheet would evaluate gets a leading apostrophe (OWASP, CSV Injection). Numbers are left alone.
 */
export function csvRecord(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const clean = sanitize(value);
  const inert = formula.test(clean) ? `'${clean}` : clean;
  return /[",]/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
}
