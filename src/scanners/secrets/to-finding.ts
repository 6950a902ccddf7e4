import type { Finding, JsonValue, Suppression } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { SecretCandidate } from './candidate.ts';
import { shannonEntropy } from './entropy.ts';
import { identify } from './identity.ts';
import { maskValue } from './mask.ts';

/** The finding for a candidate: everything but its value. */
export function toFinding(
  candidate: SecretCandidate,
  location: Location,
  salt: string,
  suppression: Suppression | undefined,
): Finding {
  const { rule, value, severity, confidence } = candidate;
  const hash = identify(salt, candidate.family, value);
  const masked = maskValue(value);
  return {
    ruleId: rule.id,
    scanner: 'secrets',
    message: describe(candidate, masked),
    severity,
    confidence,
    locations: [location],
    fingerprints: [{ kind: 'secret/v1', value: hash }],
    ...(suppression && { suppression }),
    properties: {
      ...optional('proof', candidate.proof),
      secret: {
        masked,
        hash,
        length: value.length,
        entropy: Math.round(shannonEntropy(value) * 100) / 100,
        family: candidate.family,
        ...optional('provider', candidate.provider),
        ...optional('encoding', candidate.encoding),
        ...optional('key', candidate.keyName),
        ...optional('proof', candidate.outcome),
        ...optional('facts', candidate.facts),
        ...optional('score', candidate.score),
        ...optional(
          'features',
          candidate.features?.map(({ name, weight }) => ({ name, weight })),
        ),
      },
    },
  };
}

/** `GitHub token ghp_***3x assigned to GH_TOKEN, checksum holds`: the particulars; the rule says what it opens. */
function describe({ rule, keyName, encoding, proof }: SecretCandidate, masked: string): string {
  const shown = /^\*+$/.test(masked) ? '' : ` ${masked}`;
  const assigned = keyName === undefined ? '' : ` assigned to ${keyName}`;
  const where = encoding === undefined ? '' : `, in ${encoding}`;
  return `${rule.title}${shown}${assigned}${where}${proof === undefined ? '' : `, ${proof}`}`;
}

function optional(name: string, value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return value === undefined ? {} : { [name]: value };
}
