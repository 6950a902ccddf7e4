import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { policyJsonSchema } from './policy-json-schema.ts';

const schema = policyJsonSchema(['secrets', 'sast']);
const validate = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema);

test.each([
  [{ version: 1 }, true],
  [
    {
      version: 1,
      gates: { build: { scanners: ['secrets'], 'fail-on': 'high', overrides: { sast: { severity: 'low' } } } },
    },
    true,
  ],
  [{ version: 1, waivers: [{ rule: 'secrets/x', owner: 'Jo', reason: 'why', expires: '2027-01-01' }] }, true],
  [{ version: 2 }, false],
  [{ version: 1, gate: {} }, false],
  [{ version: 1, gates: { build: { scanners: ['secret'] } } }, false],
  [{ version: 1, waivers: [{ rule: 'secrets/x', owner: 'Jo', reason: 'why' }] }, false],
])('an editor is told of %j: %s', (document, valid) => {
  expect(validate(document)).toBe(valid);
});

test('says what a key is for', () => {
  expect(JSON.stringify(schema)).toContain('Each must run to the end, or the gate does not open.');
});
