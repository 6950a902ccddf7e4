import { z } from 'zod';
import { compilePathGlob, compileWordGlob } from '../../lib/glob/glob.ts';
import { GlobSyntaxError } from '../../lib/glob/glob-syntax.ts';
import { nearestWord } from '../../lib/spelling/nearest-word.ts';

/** A string that must pass a check which says what is wrong, or nothing. */
export function checkedString(problem: (text: string) => string | undefined) {
  return z.string().check((context) => {
    const message = problem(context.value);
    if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
  });
}

export const line = checkedString((text) => (text.trim() === '' ? 'must not be empty' : undefined));

export const duration = checkedString((text) =>
  /^\d+(\.\d+)?(ms|s|m|h|d)$/.test(text) ? undefined : 'is not a duration; write for example 500ms, 1s, 5m, 2h or 7d',
).meta({ description: 'A number with a unit: ms, s, m, h or d.', examples: ['1s'] });

export const size = checkedString((text) =>
  /^\d+(\.\d+)?\s?(B|KB|MB|GB)$/i.test(text) ? undefined : 'is not a size; write for example 512KB or 10MB',
).meta({ description: 'A number with a unit: B, KB, MB or GB (powers of 1000).', examples: ['10MB'] });

export const date = checkedString((text) =>
  isDate(text) ? undefined : 'is not a date; write YYYY-MM-DD, for example 2027-01-31',
).meta({ description: 'YYYY-MM-DD; holds to the end of that day, UTC.', format: 'date' });

export const instant = checkedString((text) =>
  isDate(text) || isInstant(text) ? undefined : 'is not a time; write for example 2027-12-24T18:00:00Z',
).meta({ description: 'A date, or an ISO time with its offset.' });

export const timeOfDay = checkedString((text) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? undefined : 'is not a time of day; write HH:MM, for example 09:00',
).meta({ description: 'HH:MM.' });

export const timezone = checkedString((text) =>
  isTimezone(text) ? undefined : 'is not a time zone; write an IANA name, for example Europe/Berlin',
).meta({ description: 'IANA time zone.', examples: ['UTC', 'Europe/Berlin'] });

export const pathGlob = checkedString((text) => syntaxProblem(() => compilePathGlob(text))).meta({
  description: 'A path pattern in the manner of .gitignore: *, ?, **, [a-z], {a,b}.',
});

/** A rule id or a glob of ids; what stands before the slash must be a scanner. */
export function ruleGlob(scanners: readonly string[]) {
  return checkedString((text) => {
    const problem = syntaxProblem(() => compileWordGlob(text));
    const scanner = /^([\w-]+)\//.exec(text)?.[1];
    if (problem !== undefined || scanner === undefined || scanners.includes(scanner)) return problem;
    const meant = nearestWord(scanner, scanners);
    return `there is no scanner "${scanner}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
  }).meta({ description: 'A rule id, or a pattern of ids such as iac/*.' });
}

/** One or several. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)]);
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  return match?.[1] !== undefined && isDate(match[1]) && !Number.isNaN(Date.parse(text));
}

function isTimezone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function syntaxProblem(compile: () => unknown): string | undefined {
  try {
    compile();
    return undefined;
  } catch (error) {
    if (error instanceof GlobSyntaxError) return `is not a pattern: ${error.message}`;
    throw error;
  }
}
