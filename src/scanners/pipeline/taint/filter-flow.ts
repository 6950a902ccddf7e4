import { argumentPrinters, cleaningFilters, cuttingFilters, filters } from './filters.ts';
import { changed, join, nothing, without, type Flow } from './flow.ts';

/** What a filter can take its text from. */
interface Given {
  readonly input: () => Flow;
  readonly words: () => Flow;
  readonly files: () => Flow;
}

/** Filters that show some lines or columns: of all variables those that somebody picked. */
const picking: ReadonlySet<string> = new Set([
  'grep',
  'egrep',
  'fgrep',
  'rg',
  'sed',
  'awk',
  'gawk',
  'cut',
  'jq',
  'head',
]);

/**
 * What a filter prints.
 *
 * @param written the command as it is written
 */
export function filterFlow(name: string, written: string, given: Given): Flow {
  const effect = filters.get(name);
  if (effect === undefined || effect === 'none' || isSilent(name, written)) return nothing;
  const flow = join([
    given.input(),
    argumentPrinters.has(name) ? given.words() : nothing,
    name === 'tee' ? nothing : given.files(),
  ]);
  const picked = flow.secret?.origin === 'environment' && picking.has(name) ? without(flow, 'secret') : flow;
  const clean =
    cleaningFilters.get(name)?.test(written) === true ? without(picked, 'untrusted') : cut(name, written, picked);
  return effect === 'changed' || /@(?:base64|uri|sh|json)\b/.test(written) ? changed(clean) : clean;
}

function isSilent(name: string, written: string): boolean {
  return /grep$|^rg$/.test(name) && /\s(?:-[a-zA-Z]*[qcL][a-zA-Z]*|--quiet|--silent|--count)(?:\s|$)/.test(written);
}

/** A piece of a line has no blanks in it. */
function cut(name: string, written: string, flow: Flow): Flow {
  const { untrusted } = flow;
  if (!untrusted || cuttingFilters.get(name)?.test(written) !== true) return flow;
  return { ...flow, untrusted: { ...untrusted, form: 'structured', multiline: false } };
}
