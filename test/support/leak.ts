import { secretRules } from '../../src/scanners/secrets/rules/all.ts';
import { sampleSecret } from '../../src/scanners/secrets/sample-secret.ts';

/** A made-up token of a rule's format. */
export function tokenOf(ruleId: string, seed = 11): string {
  const rule = secretRules.find((one) => one.id === ruleId);
  if (!rule) throw new Error(`there is no rule ${ruleId}`);
  return sampleSecret(rule, seed);
}

/** A shell file that every gate must refuse. */
export function leakingScript(seed?: number): string {
  return `export GITHUB_TOKEN=${tokenOf('secrets/github-token', seed)}\n`;
}
