import { pick, sampleShape, seededRandom } from './shape-sample.ts';
import type { SecretRule } from './secret-rule.ts';
import { parseShape } from './shape.ts';

/** A made-up value of the rule's format, valid as far as an offline proof can tell; the same for the same seed. */
export function sampleSecret(rule: SecretRule, seed: number): string {
  const random = seededRandom(seed);
  const drawn =
    rule.shape === undefined
      ? (rule.regex?.sample(random) ?? '')
      : sampleShape(parseShape(pick(rule.shape, random)), random);
  return rule.proof?.complete(drawn, random) ?? drawn;
}
