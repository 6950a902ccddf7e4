import type { Scan, ScanContext } from '../../../model/scanner.ts';
import type { SecretScan } from '../secret-scan.ts';
import type { Fetch } from './ask.ts';
import { providers } from './providers/all.ts';
import { readSettings } from './settings.ts';
import { ValidatingScan } from './validating-scan.ts';
import { Validator } from './validator.ts';

/** Calls at the same time, calls of a run in one thread, and how long a provider may take. */
const limits = { atOnce: 4, calls: 200, timeoutMillis: 5000 } as const;

/**
 * The scan as the settings want it: with validation, or as it is.
 * @throws InputError when the settings are wrong
 */
export function openValidation(
  scan: SecretScan,
  context: Pick<ScanContext, 'settings' | 'signal'>,
  fetch: Fetch = globalThis.fetch,
): Scan {
  const { enabled, endpoints } = readSettings(context.settings);
  if (!enabled) return scan;
  const now = (): Date => new Date();
  return new ValidatingScan(
    scan,
    new Validator({ ...limits, providers, endpoints, fetch, now, signal: context.signal }),
  );
}
