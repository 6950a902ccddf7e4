// Values for the placeholders of examples/: made from the formats of the rules, so that no token is ever stored.
import { secretRules } from '../dist/scanners/secrets/rules/all.js';
import { sampleSecret } from '../dist/scanners/secrets/sample-secret.js';

export function exampleValue(kind, name) {
  if (kind === 'password') return `Tr0ub4dor&${[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0)}x`;
  const rule = secretRules.find((one) => one.id === name);
  if (!rule) throw new Error(`no rule ${name} for an example`);
  return sampleSecret(rule, 7);
}
