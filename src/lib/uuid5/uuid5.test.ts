import { expect, test } from 'vitest';
import { uuid5 } from './uuid5.ts';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('the example of RFC 9562, appendix A.4', () => {
  expect(uuid5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('names are UTF-8', () => {
  expect(uuid5(dns, 'грифон')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid5(dns, 'грифон')).not.toBe(uuid5(dns, '??????'));
});
