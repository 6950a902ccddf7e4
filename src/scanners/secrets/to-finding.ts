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
  return {
    ruleId: rule.id,
    scanner: 'secrets',
    message: describe(candidate),
    severity,
    confidence,
    locations: [location],
    fingerprints: [{ kind: 'secret/v1', value: hash }],
    ...(suppression && { suppression }),
    properties: {
      secret: {
        masked: maskValue(value),
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

/** What it is, how sure that is, and what it opens. */
function describe(candidate: SecretCandidate): string {
  const { rule, outcome, encoding } = candidate;
  const proof =
    outcome === 'proven' ? ', its structure is valid' : outcome === 'refuted' ? ' with a wrong checksum' : '';
  const where = encoding === undefined ? '' : ` (${encoding})`;
  return `${rule.title}${where}${proof}. ${rule.why}`;
}

function optional(name: string, value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return value === undefined ? {} : { [name]: value };
}
