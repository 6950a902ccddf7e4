import type { Baseline, BaselineEntry } from './baseline.ts';

/** First line of the file. */
export const formatLine = '# portcullis baseline 1';

/** The text of the file: one sorted line per identity, so that branches merge without conflicts. */
export function writeBaseline({ salt, entries }: Baseline): string {
  const header = [
    formatLine,
    `# salt ${salt}`,
    '# fingerprints  rule  status  owner  reason; columns are separated by two spaces or a tab',
  ];
  return `${[...header, ...entries.map(writeEntry).sort()].join('\n')}\n`;
}

function writeEntry({ fingerprints, rule, count, status, owner, reason }: BaselineEntry): string {
  const identity = fingerprints.map(({ kind, value }) => `${kind}:${encodeWord(value)}`).join(',');
  const columns = [`${identity}${count > 1 ? `*${count}` : ''}`, encodeWord(rule)];
  const isDecided = status !== 'open' || owner !== undefined || reason !== undefined;
  if (isDecided) columns.push(status);
  if (owner !== undefined || reason !== undefined) columns.push(oneLine(owner ?? '-'));
  if (reason !== undefined) columns.push(oneLine(reason));
  return columns.join('  ');
}

/** A word without the characters that mean something in a line. */
function encodeWord(word: string): string {
  return word.replace(/[%,*\s]/g, (character) => encodeURIComponent(character).replace('*', '%2A'));
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
