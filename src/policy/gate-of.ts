import { nearestWord } from '../lib/spelling/nearest-word.ts';
import { InputError } from '../model/input-error.ts';
import type { Gate, Policy } from './policy.ts';

/** @throws InputError `unknown-gate` */
export function gateOf(policy: Policy, name: string): Gate {
  const gate = Object.hasOwn(policy.gates, name) ? policy.gates[name] : undefined;
  if (gate) return gate;
  const names = Object.keys(policy.gates);
  const meant = nearestWord(name, names);
  throw new InputError(
    'unknown-gate',
    `the policy has no gate "${name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    `its gates are: ${names.join(', ')}`,
  );
}
