import type { Candidate } from '../../src/scanners/secrets/generic/candidate.ts';
import { splitName } from '../../src/scanners/secrets/generic/key-name.ts';
import { pathKind } from '../../src/scanners/secrets/generic/path-kind.ts';
import { measureStrangeness } from '../../src/scanners/secrets/generic/strangeness.ts';
import { measureShape } from '../../src/scanners/secrets/generic/value-shape.ts';

const tryout =
  /playbooks?\/|certification|local-environment|evp_data|test|mock|fixture|sample|example|demo|quickstart|guides?\/|site\//i;

const notSecret =
  /^(?:length|len|size|min|max|field|label|hint|placeholder|types?|names?|url|uri|path|files?|dir|directory|ids?|policy|reset|required|enabled?|disabled?|expired|expiry|expires|expiration|ttl|timeout|lifetime|count|number|regex|pattern|prompt|message|msg|errors?|codes?|text|title|header|prefix|suffix|params?|column|endpoint|provider|manager|service|store|help|desc|description|format|encoding|algorithm|mode|method|class|changed?|check|index|pos|position|start|end|list|set|map|handler|status|state|source|strength|confirm|input|output|button|form|link|page|options?|config|version|kind|scopes?|audience|issuer|roles?|users?|usernames?|groups?|host|port|server|realm|domain|hash|digest|identity|certificate|continuation|magic|alias|public)$/;

/** Whether a name could be the name of a secret: none of its words says otherwise. */
export function namesSecret(key: string): boolean {
  const words = splitName(key);
  return (
    words.length <= 6 &&
    !words.some((word) => notSecret.test(word)) &&
    !/^(?:tokens|passwords|secrets|keys)$/.test(words.at(-1) ?? '')
  );
}

/**
 * What a review of the mined candidates decided: nearly all are no secrets. Drawn values under the name of a secret
 * are `unclear` (credentials of tests and playbooks, samples in documentation, some real ones) and teach nothing.
 */
export function reviewed(candidate: Candidate): 'innocent' | 'unclear' {
  const { value, path, kind, key } = candidate;
  if (kind === 'other' || kind === 'auth' || !looksDrawn(value)) return 'innocent';
  const place = pathKind(path);
  if (place === 'test' || place === 'docs' || place === 'example' || tryout.test(path)) return 'unclear';
  return namesSecret(key) && measureStrangeness(value) >= 0.2 ? 'unclear' : 'innocent';
}

/** Letters with digits or signs among them, without spaces: what people and programs draw for secrets. */
export function looksDrawn(value: string): boolean {
  const { alphabet, digits, entropy } = measureShape(value);
  if (/\s/.test(value) || value.length < 6) return false;
  if (alphabet === 'hex' && value.length >= 8) return true;
  if (digits > 0 && entropy > 2.2) return true;
  return (
    /[A-Za-z].*[!@#$%^&*].*/.test(value) || (value.length >= 16 && /[a-z][A-Z].*[a-z][A-Z].*[a-z][A-Z]/.test(value))
  );
}
