import type { Waiver } from '../policy.ts';

/** "waiver of iac/* in infra/** by Jo", for messages. */
export function describeWaiver(waiver: Waiver): string {
  const what = [
    waiver.rules?.join(', '),
    waiver.secret === undefined ? undefined : `secret ${waiver.secret}`,
    waiver.fingerprint === undefined ? undefined : `fingerprint ${waiver.fingerprint}`,
  ].filter((part) => part !== undefined);
  const where = waiver.paths === undefined ? '' : ` in ${waiver.paths.join(', ')}`;
  return `waiver of ${what.length > 0 ? what.join(' and ') : 'everything'}${where} by ${waiver.owner}`;
}
