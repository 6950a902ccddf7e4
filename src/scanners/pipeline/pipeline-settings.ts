import { SourceText } from '../../lib/text/source-text.ts';
import { nearestWord } from '../../lib/spelling/nearest-word.ts';
import { InputError } from '../../model/input-error.ts';

export interface PipelineSettings {
  /** Also what is right but not worth interrupting anybody. */
  readonly pedantic: boolean;
  /** A facts file from elsewhere than the project. */
  readonly facts?: SourceText;
  /** A directory with copies of what `ci.lock` names. */
  readonly includeCache?: string;
}

const keys = ['pedantic', 'facts', 'includeCache'];

/**
 * Reads the policy's `scanners.pipeline`: `{ pedantic: true, includeCache: DIR }`; the command line adds `facts: { uri, text }`.
 * @throws InputError for anything else
 */
export function readPipelineSettings(settings: unknown): PipelineSettings {
  if (settings === undefined) return { pedantic: false };
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) throw fault('must be an object');
  for (const key of Object.keys(settings)) {
    if (!keys.includes(key)) throw fault(`has no '${key}'`, nearestWord(key, keys));
  }
  const { pedantic = false, facts, includeCache } = settings as Readonly<Record<string, unknown>>;
  if (typeof pedantic !== 'boolean') throw fault('.pedantic must be true or false');
  if (includeCache !== undefined && typeof includeCache !== 'string') throw fault('.includeCache must be a directory');
  return {
    pedantic,
    ...(facts !== undefined && { facts: readSource(facts) }),
    ...(includeCache !== undefined && { includeCache }),
  };
}

function readSource(facts: unknown): SourceText {
  const { uri, text } = (typeof facts === 'object' && facts !== null ? facts : {}) as { uri?: unknown; text?: unknown };
  if (typeof uri !== 'string' || typeof text !== 'string') throw fault('.facts is given by --facts FILE');
  return new SourceText(uri, text);
}

function fault(problem: string, meant?: string): InputError {
  const hint = meant === undefined ? `it has ${keys.join(', ')}` : `did you mean ${meant}?`;
  return new InputError('scanner-settings', `scanners.pipeline${problem.startsWith('.') ? '' : ' '}${problem}`, hint);
}
