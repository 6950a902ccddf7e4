import { InputError } from '../model/input-error.ts';
import type { Option } from './command.ts';
import type { PolicyInForce } from './policy-in-force.ts';

export const validateOption: Option = {
  name: 'validate',
  summary: 'Ask providers whether they accept the credentials that are found; sends each to its own provider.',
};

/**
 * The policy with validation of secrets turned on, if the command line asks for it. Only the command line may: the
 * policy comes with what is scanned, and nothing of that decides whether values leave the machine.
 * @throws InputError when the policy turns it on by itself, or its settings are wrong
 */
export async function withValidation(inForce: PolicyInForce, asked: boolean): Promise<PolicyInForce> {
  const { policy } = inForce;
  const given = policy.scanners['secrets'];
  if (given === undefined && !asked) return inForce;
  const { readSettings } = await import('../scanners/secrets/validation/settings.ts');
  const { enabled, endpoints } = readSettings(given ?? {});
  if (enabled && !asked) {
    const message = 'the policy turns on scanners.secrets.validate, which only the command line may do';
    throw new InputError('validate-by-policy', message, 'remove it, and give --validate where it is wanted');
  }
  if (!asked) return inForce;
  const secrets = { validate: { enabled: true, endpoints: Object.fromEntries(endpoints) } };
  // One thread, so that its limits hold for the whole run and nothing is asked twice.
  const scan = { ...policy.scan, workers: 0 };
  return { ...inForce, policy: { ...policy, scan, scanners: { ...policy.scanners, secrets } } };
}
