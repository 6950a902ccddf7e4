export type Paint = (text: string) => string;

/** Named looks; with colour off each returns its text unchanged. Apply to sanitised text only. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly magenta: Paint;
  readonly cyan: Paint;
  /** Background in the colour of the wrapped paint: `inverse(red('…'))`. */
  readonly inverse: Paint;
}

/** Select Graphic Rendition (ECMA-48 §8.3.117); each look ends with its own reset, so that looks nest. */
export function palette(color: boolean): Palette {
  const sgr =
    (on: number, off: number): Paint =>
    (text) =>
      color && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    underline: sgr(4, 24),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    blue: sgr(34, 39),
    magenta: sgr(35, 39),
    cyan: sgr(36, 39),
    inverse: sgr(7, 27),
  };
}
