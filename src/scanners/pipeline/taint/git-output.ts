import type { ShellWord } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import { nothing, type Flow } from './flow.ts';

/** What git prints of things that people wrote: messages, names of authors, branches and tags (git manuals). */
export function gitOutput(args: readonly ShellWord[], at: TextRange): Flow {
  const words = args.map(({ value, prefix }) => value ?? prefix);
  const command = words.find((word) => !word.startsWith('-')) ?? '';
  const format = words.find((word) => /^--(?:pretty|format)=/.test(word));
  if (command === 'log' || command === 'show' || command === 'shortlog') {
    // `%f` is a subject made harmless, dates and hashes have a fixed form.
    if (format === undefined || !/%(?:[sbBNdD]|[ac][neNElL])/.test(format)) return nothing;
    return written('the message or author of a commit', 'outsider', 'arbitrary', at);
  }
  const branch =
    (command === 'rev-parse' && words.includes('--abbrev-ref')) ||
    (command === 'branch' && words.includes('--show-current')) ||
    command === 'symbolic-ref' ||
    command === 'name-rev';
  if (branch || command === 'describe') return written('the name of a branch or tag', 'developer', 'structured', at);
  return nothing;
}

function written(
  source: string,
  trust: 'outsider' | 'developer',
  form: 'arbitrary' | 'structured',
  at: TextRange,
): Flow {
  const steps = [{ at, message: `git prints ${source}` }];
  return { untrusted: { source, trust, form, multiline: form === 'arbitrary', steps } };
}
