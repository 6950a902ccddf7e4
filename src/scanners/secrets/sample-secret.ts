import { shannonEntropy } from './entropy.ts';
import { pick, sampleShape, seededRandom } from './shape-sample.ts';
import type { Random, SecretRule } from './secret-rule.ts';
import { parseShape } from './shape.ts';

const enough = 200;

/**
 * A made-up value of the rule's format, valid as far as an offline proof can tell; the same for the same seed.
 *
 * @param alternative which of the shapes; drawn when absent
 */
export function sampleSecret(rule: SecretRule, seed: number, alternative?: string): string {
  const random = seededRandom(seed);
  for (let attempt = 0; attempt < enough; attempt++) {
    const drawn = draw(rule, random, alternative);
    const value = rule.proof?.complete(drawn, random) ?? drawn;
    if (
      shannonEntropy(value) >= (rule.entropy ?? 0) &&
      rule.proof?.check(value, value, new Date()).outcome !== 'refuted'
    )
      return value;
  }
  throw new Error(`${rule.id}: its own samples do not satisfy it`);
}

function draw(rule: SecretRule, random: Random, alternative: string | undefined): string {
  if (rule.shape === undefined) return rule.regex?.sample(random) ?? '';
  return sampleShape(parseShape(alternative ?? pick(rule.shape, random)), random);
}
