import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const ownFolder = fileURLToPath(new URL('../../src/reports/schemas/', import.meta.url));
const compiled = new Map<string, ReturnType<Ajv['compile']>>();

/** What is wrong with the value by a JSON Schema of src/reports/schemas; nothing when it follows it. */
export function schemaErrors(schema: string, value: unknown): readonly object[] {
  return errors(join(ownFolder, schema), value);
}

/** The same by an official schema, where the environment says that there are some; then it must be there. */
export function officialErrors(schema: string, value: unknown): readonly object[] {
  const folder = process.env['PORTCULLIS_SCHEMAS'];
  return folder ? errors(join(folder, schema), value) : [];
}

function errors(path: string, value: unknown): readonly object[] {
  let validate = compiled.get(path);
  if (!validate) {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    compiled.set(path, validate);
  }
  return validate(value) === true ? [] : (validate.errors ?? [{ message: 'invalid' }]);
}
