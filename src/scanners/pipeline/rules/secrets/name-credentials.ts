import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import type { IssueFix } from '../../rule.ts';
import type { TracedCommand } from '../../taint/job-taint.ts';

/** The variables in which the AWS tools look for the parts of a session. */
const variables: ReadonlyMap<string, string> = new Map([
  ['AccessKeyId', 'AWS_ACCESS_KEY_ID'],
  ['SecretAccessKey', 'AWS_SECRET_ACCESS_KEY'],
  ['SessionToken', 'AWS_SESSION_TOKEN'],
]);

/** Gives names to the columns of `export $(aws sts … --query 'Credentials.[…]' --output text)`, in POSIX shell. */
export function nameCredentials({ command, text, step, path }: TracedCommand): readonly IssueFix[] | undefined {
  const [word, ...others] = command.args;
  const [expansion] = word?.expansions ?? [];
  const fetch = expansion?.commands?.[0];
  if (command.name !== 'export' || !fetch || others.length > 0 || path !== undefined) return undefined;
  const names = columnsOf(fetch);
  const at = text.range(command.start, command.end);
  const written = text.program.text.slice(command.start, command.end);
  const scalar = step.script.scalars.find(({ range }) => range.start <= at.start && at.end <= range.end);
  // Only where the script stands in the file as it is.
  if (!names || scalar?.style === 'double' || at.source.text.slice(at.start, at.end) !== written) return undefined;
  const fetching = text.program.text.slice(fetch.start, fetch.end);
  const exports = names.map((name, index) => `${name}="$${index + 1}"`).join(' ');
  const edit = { at, text: `CREDENTIALS=$(${fetching}); set -- $CREDENTIALS; export ${exports}` };
  return [{ description: 'give each value its name', safe: false, edits: [edit] }];
}

function columnsOf({ name, args }: ShellCommand): readonly string[] | undefined {
  const words = args.map(({ value }) => value ?? '');
  const query = words[words.indexOf('--query') + 1] ?? '';
  const columns = /^Credentials\.\[([\w, ]+)\]$/.exec(query)?.[1]?.split(/,\s*/) ?? [];
  const names = columns.flatMap((column) => variables.get(column) ?? []);
  const isText = words[words.indexOf('--output') + 1] === 'text';
  return name === 'aws' && isText && names.length > 0 && names.length === columns.length ? names : undefined;
}
