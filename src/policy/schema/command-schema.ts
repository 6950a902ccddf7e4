import { z } from 'zod';
import { duration, line, oneOrMore, pathGlob } from './scalars.ts';

export const command = z
  .strictObject({
    name: line,
    run: z.union([line, z.array(z.string()).min(1)]).meta({
      description:
        'Program and arguments as a list, or one line for the shell. The staged files that match are appended.',
    }),
    files: oneOrMore(pathGlob).optional().meta({ description: 'Which staged files it is for. Default: all.' }),
    fix: z
      .boolean()
      .optional()
      .meta({ description: 'It may change the files; the changes are staged. Default: false.' }),
    timeout: duration.optional().meta({ description: 'Default: 60s.' }),
  })
  .meta({ description: 'A linter or formatter of the project that the pre-commit hook runs.' });
