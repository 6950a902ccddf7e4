import type { Random } from './random.ts';

/** A finding that is put into the code, so that what becomes of it is known. */
export interface Plant {
  readonly id: number;
  readonly ruleId: string;
  readonly expression: string;
  /** Reported with its columns, or with its first line only, as some scanners do. */
  readonly columns: boolean;
}

/** NAME is replaced. Some fit on any line, some are long enough that a formatter breaks them. */
const shapes = [
  'eval(input)',
  'document.write(NAME)',
  'element.innerHTML = "<b>" + NAME + "</b>"',
  'crypto.createHash("md5").update(NAME)',
  `db.query("SELECT * FROM users WHERE name = '" + NAME + "' AND active = 1", [], callback)`,
  'require("child_process").exec("ls -la " + NAME, { cwd: "/tmp", shell: true }, function (error, out) { log(error, out) })',
] as const;

/** Half of the plants share their text with others, as real findings do. */
const commonNames = ['input', 'user', 'name'];

export function makePlant(id: number, random: Random): Plant {
  const rule = random.below(shapes.length);
  const name = random.next() < 0.5 ? (random.pick(commonNames) ?? '') : `value${id}`;
  const expression = (shapes[rule] ?? '').replace('NAME', name);
  return { id, ruleId: `bench/rule-${rule}`, expression, columns: random.next() < 0.5 };
}

export function twinOf(plant: Plant, id: number): Plant {
  return { ...plant, id };
}

/** The same finding after somebody edited its line. */
export function edit(plant: Plant): Plant {
  return {
    ...plant,
    expression: plant.expression.replace(/(input|user|name|value\d+)(?=\W*$|["\s]*\+|\))/, 'edited$1'),
  };
}

/** A statement of the plant between comments that travel with it through a formatter. */
export function markedStatement(plant: Plant): string {
  return `/*<${plant.id}*/ ${plant.expression} /*${plant.id}>*/;`;
}

/** Where a plant stands in text without marks; 1-based, end exclusive. */
export interface Place {
  readonly id: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Takes the marks out again and says where the plants are. */
export function unmark(marked: string): { text: string; places: Place[] } {
  const starts = new Map<number, number>();
  const spans: { id: number; start: number; end: number }[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\/\*<(\d+)\*\/\s?|\s?\/\*(\d+)>\*\//g)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    if (match[1] !== undefined) starts.set(Number(match[1]), text.length);
    else spans.push({ id: Number(match[2]), start: starts.get(Number(match[2])) ?? 0, end: text.length });
  }
  text += marked.slice(last);
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const places = spans.map(({ id, start, end }) => {
    const [startLine, startColumn] = position(lineStarts, start);
    const [endLine, endColumn] = position(lineStarts, end);
    return { id, startLine, startColumn, endLine, endColumn };
  });
  return { text, places };
}

function position(lineStarts: readonly number[], offset: number): [line: number, column: number] {
  const index = lineStarts.findLastIndex((start) => start <= offset);
  return [index + 1, offset - (lineStarts[index] ?? 0) + 1];
}
