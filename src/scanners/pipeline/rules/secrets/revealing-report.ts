import type { ShellCommand, ShellWord } from '../../../../lib/shell/shell-command.ts';

interface RevealingReport {
  readonly file: string;
  /** Offset in the program behind which `--redact` belongs. */
  readonly redactAfter?: number;
}

/** The report of a secret scanner that repeats what it found; undefined when it is redacted or none is written. */
export function revealingReport({ name, args, redirects }: ShellCommand): RevealingReport | undefined {
  const has = (pattern: RegExp): boolean => args.some(({ prefix }) => pattern.test(prefix));
  if (name === 'gitleaks') {
    const command = args.find(({ value }) => /^(?:detect|git|dir|protect|stdin)$/.test(value ?? ''));
    const file = optionValue(args, ['--report-path', '-r']);
    if (!command || file === undefined || has(/^--redact(?:=|$)/)) return undefined;
    return { file, redactAfter: command.end };
  }
  if (name === 'trufflehog') {
    const file = redirects.find(({ operator, descriptor }) => operator.startsWith('>') && descriptor !== 2)?.target;
    return file ? { file: file.text } : undefined;
  }
  return undefined;
}

function optionValue(args: readonly ShellWord[], names: readonly string[]): string | undefined {
  for (const [at, { prefix, text }] of args.entries()) {
    for (const name of names) {
      if (prefix === name) return args[at + 1]?.text;
      if (prefix.startsWith(`${name}=`)) return text.slice(name.length + 1);
    }
  }
  return undefined;
}
