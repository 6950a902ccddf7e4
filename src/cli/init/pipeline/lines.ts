/** A line of YAML, and why it is there. What explains itself (`script:`) has no reason. */
export type Line = string | readonly [text: string, why: string];

const widest = 116;

/** The lines one level deeper. */
export function nest(lines: readonly Line[], levels = 1): readonly Line[] {
  const margin = '  '.repeat(levels);
  return lines.map((line) => (typeof line === 'string' ? `${margin}${line}` : [`${margin}${line[0]}`, line[1]]));
}

/** Reasons stand behind their line where there is room, else above it, as where a version stands behind already. */
export function printLines(lines: readonly Line[]): string {
  return lines.map(printLine).join('');
}

function printLine(line: Line): string {
  if (typeof line === 'string') return `${line.trimEnd()}\n`;
  const [text, why] = line;
  const beside = `${text} # ${why}`;
  if (beside.length <= widest && !text.includes(' # ')) return `${beside}\n`;
  const margin = /^ */.exec(text)?.[0] ?? '';
  return [...comment(why, margin), text, ''].join('\n');
}

/** A comment of its own, in as many lines as it needs. */
export function comment(text: string, margin = ''): readonly string[] {
  return wrap(text, widest - margin.length - 2).map((part) => `${margin}# ${part}`);
}

function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A plain scalar where YAML 1.1 and 1.2 both read the text as it is, else a quoted one. */
export function scalar(text: string): string {
  const isPlain = /^[A-Za-z0-9./$_]/.test(text) && !/: |:$| #|^(?:true|false|yes|no|on|off|null|[\d.]+)$/i.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
