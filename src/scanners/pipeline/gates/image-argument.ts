import type { ShellCommand, ShellWord } from '../../../lib/shell/shell-command.ts';
import type { Variable } from '../model/variable.ts';

/** An image as a command names it, with the definition's own variables put in; those of the platform stay names. */
export interface NamedImage {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const mostRounds = 5;

/** Reads `name:tag@digest`; the name may have variables in it. Undefined for what can be no image's name. */
export function namedImage(text: string, variables: readonly Variable[]): NamedImage | undefined {
  const plain = putIn(text.replaceAll(/["']/g, ''), variables).replace(
    /^(?:docker|registry|docker-daemon):(?:\/\/)?/,
    '',
  );
  const parts = /^(?<repository>[^\s:@]+(?::\d+\/[^\s:@]+)?)(?::(?<tag>[^\s:@/]+))?(?:@(?<digest>\S+))?$/.exec(
    plain,
  )?.groups;
  const repository = parts?.['repository'];
  if (!parts || repository === undefined || /\.(?:tar|json|sif|oci)$/.test(plain)) return undefined;
  const { tag, digest } = parts;
  return { repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

/** The operand that names an image: the last that looks like one and is not the value of an option. */
export function imageOperand(command: ShellCommand, variables: readonly Variable[]): NamedImage | undefined {
  const word = imageWord(command);
  return word && namedImage(word.text, variables);
}

/** The word of that operand. */
export function imageWord({ args }: ShellCommand): ShellWord | undefined {
  const operands = args.filter(({ text }) => !text.startsWith('-'));
  const named = operands.filter(({ text }) => /[/:$]/.test(text));
  const values = new Set(args.filter((_, index) => /^--?[a-z][\w-]*$/.test(args[index - 1]?.text ?? '')));
  return named.findLast((one) => !values.has(one)) ?? named.at(-1) ?? operands.at(-1);
}

/** Whether the tag follows what is built last, also by way of a branch's name. */
export function isMovable({ tag, digest }: NamedImage): boolean {
  if (digest !== undefined) return false;
  if (tag === undefined) return true;
  return (
    /^(?:latest|stable|edge|main|master|develop|dev|nightly|next|prod|production|staging|release)$/i.test(tag) ||
    /^\$\{?(?:CI_COMMIT_(?:REF_NAME|REF_SLUG|BRANCH)|CI_DEFAULT_BRANCH|GITHUB_REF_NAME|BRANCH\w*)\}?$/.test(tag)
  );
}

function putIn(text: string, variables: readonly Variable[]): string {
  let current = text;
  for (let round = 0; round < mostRounds && current.includes('$') && current.length < 2000; round++) {
    const next = current.replace(/\$\{(\w+)\}|\$(\w+)/g, (all, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      const value = variables.findLast((variable) => variable.name === name)?.value?.text;
      return value === undefined || value === all ? `\${${name ?? ''}}` : value;
    });
    if (next === current) break;
    current = next;
  }
  return current;
}
