import { InputError } from '../../model/input-error.ts';

/** First words of every file and block that we write, by which we recognise our own. */
export const marker = '# portcullis hook';

/**
 * The script that git runs. It starts Node with nothing that costs start-up time or lets the environment inject code
 * (NODE_OPTIONS), runs a hook that was there before first, and shuts when Portcullis is gone: a gate that is missing
 * is not an open gate.
 * @param words what the program is told, before the arguments of git: the hook's name and options
 * @param program path of the bundled hook, absolute or relative to the work tree
 * @param node absolute path of Node, for callers without a PATH (graphical clients)
 * @param chained path of the hook that was there before
 */
export function hookShim(words: string, program: string, node: string, chained: string | undefined): string {
  const before =
    chained === undefined ? '' : `if [ -x ${quote(chained)} ]; then ${quote(chained)} "$@" || exit $?; fi\n`;
  return `#!/bin/sh
${marker}: judges what is staged. Remove it with: portcullis hook uninstall
${before}program=${quote(program)}
if [ ! -f "$program" ]; then
  echo "portcullis: $program is missing; install it again, or remove this hook with: rm \\"$0\\"" >&2
  exit 2
fi
export NODE_EXTRA_CA_CERTS= NODE_OPTIONS=
if command -v node >/dev/null 2>&1; then exec node "$program" ${words} "$@"; fi
exec ${quote(node)} "$program" ${words} "$@"
`;
}

/** Puts a word into single quotes of the shell. */
function quote(word: string): string {
  if (word.includes('\n') || word.includes('\0'))
    throw new InputError('path', `a hook can not name the path ${JSON.stringify(word)}`);
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
