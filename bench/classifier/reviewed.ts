import type { Candidate } from '../../src/scanners/secrets/generic/candidate.ts';
import { pathKind } from '../../src/scanners/secrets/generic/path-kind.ts';
import { measureShape } from '../../src/scanners/secrets/generic/value-shape.ts';

const tryout =
  /playbooks?\/|certification|local-environment|evp_data|test|mock|fixture|sample|example|demo|quickstart|guides?\/|site\/|examples/i;

/**
 * What a review of the mined candidates decided: most are no secrets; `unclear` ones (test credentials that look real,
 * key material of crypto tests under names that announce a secret) teach nothing and are left out.
 */
export function reviewed(candidate: Candidate): 'innocent' | 'unclear' {
  const { value, path, kind } = candidate;
  if (kind === 'other' || kind === 'auth') return 'innocent';
  const place = pathKind(path);
  const trial = place === 'test' || place === 'docs' || place === 'example' || tryout.test(path);
  return trial && looksDrawn(value) ? 'unclear' : 'innocent';
}

/** Letters with digits or signs among them, without spaces: what people and programs draw for secrets. */
function looksDrawn(value: string): boolean {
  const { alphabet, digits, entropy } = measureShape(value);
  if (/\s/.test(value) || value.length < 6) return false;
  if (alphabet === 'hex' && value.length >= 8) return true;
  if (digits > 0 && entropy > 2.2) return true;
  return (
    /[A-Za-z].*[!@#$%^&*].*/.test(value) || (value.length >= 16 && /[a-z][A-Z].*[a-z][A-Z].*[a-z][A-Z]/.test(value))
  );
}
