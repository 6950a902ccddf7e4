import { InputError } from '../../../model/input-error.ts';
import { nearestWord } from '../../../lib/spelling/nearest-word.ts';
import { endpointFault } from './endpoint.ts';
import { providers } from './providers/all.ts';

export interface ValidationSettings {
  readonly enabled: boolean;
  /** Where to ask instead of at the provider itself, by its id. */
  readonly endpoints: ReadonlyMap<string, string>;
}

/**
 * Reads the policy's `scanners.secrets`: `{ validate: true }` or
 * `{ validate: { enabled: true, endpoints: { gitlab: 'https://gitlab.example.com' } } }`. Endpoints alone do not turn
 * it on.
 * @throws InputError for anything else
 */
export function readSettings(settings: unknown): ValidationSettings {
  const { validate = false } = objectWith(['validate'], 'scanners.secrets', settings);
  if (typeof validate === 'boolean') return { enabled: validate, endpoints: new Map() };
  const { enabled = false, endpoints = {} } = objectWith(
    ['enabled', 'endpoints'],
    'scanners.secrets.validate',
    validate,
  );
  if (typeof enabled !== 'boolean') throw fault('scanners.secrets.validate.enabled must be true or false');
  const place = 'scanners.secrets.validate.endpoints';
  const ids = providers.map((provider) => provider.id);
  const given = Object.entries(objectWith(ids, place, endpoints));
  return { enabled, endpoints: new Map(given.map(([id, url]) => [id, readEndpoint(`${place}.${id}`, url)])) };
}

function readEndpoint(place: string, url: unknown): string {
  if (typeof url !== 'string') throw fault(`${place} must be a URL`);
  const wrong = endpointFault(url);
  if (wrong !== undefined) throw fault(`${place} ${wrong}`);
  return url;
}

function objectWith(keys: readonly string[], place: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fault(`${place} must be an object with ${keys.join(', ')}`);
  }
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue;
    const meant = nearestWord(key, keys);
    throw fault(
      `${place} has no '${key}'`,
      meant === undefined ? `it has ${keys.join(', ')}` : `did you mean ${meant}?`,
    );
  }
  return value as Readonly<Record<string, unknown>>;
}

function fault(message: string, hint?: string): InputError {
  return new InputError('scanner-settings', message, hint);
}
