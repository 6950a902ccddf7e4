import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';

const ownFolder = fileURLToPath(new URL('../../src/reports/schemas/', import.meta.url));
const compiled = new Map<string, ReturnType<Ajv['compile']>>();

/** Expects the value to follow a JSON Schema of src/reports/schemas. */
export function expectValid(schema: string, value: unknown): void {
  expectFollows(join(ownFolder, schema), value);
}

/** The same with an official schema, where the environment says that there are some; then it must be there. */
export function expectOfficiallyValid(schema: string, value: unknown): void {
  const folder = process.env['PORTCULLIS_SCHEMAS'];
  if (folder) expectFollows(join(folder, schema), value);
}

function expectFollows(path: string, value: unknown): void {
  let validate = compiled.get(path);
  if (!validate) {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    compiled.set(path, validate);
  }
  const valid = validate(value);
  expect({ valid, errors: validate.errors ?? [] }).toEqual({ valid: true, errors: [] });
}
