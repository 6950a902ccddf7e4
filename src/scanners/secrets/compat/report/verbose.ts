import type { ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';

const context = 20;

/** What `-v` prints of a finding. With `color` the match stands in its line. */
export function describeFinding(finding: CompatFinding, color: boolean): ByteText {
  const secret = color ? highlight(finding.secret) : trimSpace(finding.secret);
  const { commit } = finding;
  const required = finding.required.map(({ ruleId, startLine, secret: part }) => `${ruleId}:${startLine}:${part}`);
  const rows: (readonly [name: string, value: ByteText] | undefined)[] = [
    ['Finding:', color ? showInLine(finding) : trimSpace(finding.match)],
    ['Secret:', secret],
    ['RuleID:', finding.ruleId],
    ['Entropy:', finding.entropy.toFixed(6)],
    finding.tags.length === 0 ? undefined : ['Tags:', `[${finding.tags.join(' ')}]`],
    ['File:', finding.file],
    ['Line:', String(finding.startLine)],
    ...(commit === undefined
      ? []
      : ([
          ['Commit:', commit.hash],
          ['Author:', commit.author],
          ['Email:', commit.email],
          ['Date:', commit.date],
        ] as const)),
    ['Fingerprint:', finding.fingerprint],
    finding.link === '' ? undefined : ['Link:', finding.link],
    required.length === 0 ? undefined : ['Required:', required.join(`\n${' '.repeat(13)}`)],
  ];
  const lines = rows.flatMap((row) => (row === undefined ? [] : [`${row[0].padEnd(13)}${row[1]}\n`]));
  return `${lines.join('')}\n`;
}

/** The match with the secret marked, and a little of the line around it. */
function showInLine({ line, match, secret }: CompatFinding): ByteText {
  const marked = secret === '' ? match : match.replace(secret, () => highlight(secret));
  const at = line.indexOf(match);
  if (at < 0) return marked;
  const before = line.slice(0, at);
  const after = line.slice(at + match.length);
  const start = before.length > context ? `...${before.slice(-context)}` : before.trimStart();
  const end = after.length > context ? `${after.slice(0, context)}...` : after.trimEnd();
  return start + marked + end;
}

/** Only ASCII: the other spaces of JavaScript's `trim` can be bytes of a letter. */
function trimSpace(text: ByteText): ByteText {
  let [start, end] = [0, text.length];
  while (start < end && /[\t-\r ]/.test(text.charAt(start))) start++;
  while (end > start && /[\t-\r ]/.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function highlight(text: ByteText): ByteText {
  return text === '' ? '' : `\u001b[1;3;m${text}\u001b[0m`;
}
