import type { Finding, JsonValue } from '../../../model/finding.ts';
import type { RuleMeta } from '../../../model/rule.ts';
import { compareSeverity, type Severity } from '../../../model/severity.ts';
import type { Validity } from './validator.ts';

/**
 * The finding with what the provider said. Only a clear answer changes what it weighs: an active credential at least
 * as much as its rule says, an inactive one at most low.
 */
export function applyValidity(finding: Finding, rule: RuleMeta, said: Validity): Finding {
  const properties = { ...finding.properties, secret: { ...secretOf(finding), ...describe(said) } };
  const provider = said.provider ?? 'the provider';
  if (said.validity === 'active') {
    return {
      ...finding,
      message: `${rule.title} that is active: ${provider} accepts it. ${rule.why}`,
      severity: worse(finding.severity, rule.severity),
      confidence: 'proven',
      properties,
    };
  }
  if (said.validity === 'unknown') return { ...finding, properties };
  return {
    ...finding,
    message: `${rule.title} that is no longer accepted by ${provider}.`,
    severity: compareSeverity(finding.severity, 'low') < 0 ? finding.severity : 'low',
    properties,
  };
}

function worse(a: Severity, b: Severity): Severity {
  return compareSeverity(a, b) >= 0 ? a : b;
}

function secretOf(finding: Finding): Readonly<Record<string, JsonValue>> {
  const secret = finding.properties?.['secret'];
  return typeof secret === 'object' && secret !== null && !Array.isArray(secret)
    ? (secret as Readonly<Record<string, JsonValue>>)
    : {};
}

function describe({ validity, host, reason, facts }: Validity): Readonly<Record<string, JsonValue>> {
  const validation = {
    ...(host !== undefined && { host }),
    ...(reason !== undefined && { reason }),
    ...(facts && { facts }),
  };
  return { validity, ...(Object.keys(validation).length > 0 && { validation }) };
}
