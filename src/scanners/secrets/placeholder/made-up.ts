import { measureStrangeness } from '../generic/strangeness.ts';
import { unleet } from './unleet.ts';

/** Words reach no more, random letters rarely so little. */
const mostStrange = 0.3;

/**
 * Whether the value is words, however they are spelt: `P@ssw0rd1234!`, `4-v3ry-53cr37-k3y`, `thisIsDog11`. People do
 * choose such passwords, so this alone says nothing; in tests, documentation and comments they are made up.
 */
export function findMadeUp(value: string): string | undefined {
  if (value.length > 40) return undefined;
  const plain = unleet(value.replace(/[^A-Za-z]+$/, '')).replace(/[^a-z0-9]/g, '');
  return /^[a-z]{3,}$/.test(plain) && measureStrangeness(plain) <= mostStrange ? 'words made up for it' : undefined;
}
