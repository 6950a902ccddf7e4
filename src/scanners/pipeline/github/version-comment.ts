import type { TextRange } from '../../../lib/text/source-text.ts';

/** The version that a comment behind a commit id gives to it: `# v1.2.3`, as people and bots write it. */
export function versionComment({ source, end }: TextRange): string | undefined {
  const line = /^[^\n]{0,300}/.exec(source.text.slice(end, end + 300))?.[0] ?? '';
  return /^["']?\s*#\s*(?:tag=|ratchet:\S+@)?(?<version>v?\d+\.\d+\.\d+\S*)/.exec(line)?.groups?.['version'];
}
