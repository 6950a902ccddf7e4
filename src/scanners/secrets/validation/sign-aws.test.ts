import { expect, test } from 'vitest';
import { signAws } from './sign-aws.ts';

// The key of AWS's own examples, which opens nothing.
const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: ['wJalrXUtnFEMI', 'K7MDENG+bPxRfiCYEXAMPLEKEY'].join('/'),
};
const suite = { host: 'example.amazonaws.com', path: '/', region: 'us-east-1', service: 'service' } as const;
const form = 'application/x-www-form-urlencoded';

// The signature version 4 test suite (get-vanilla, post-vanilla, post-x-www-form-urlencoded) and the signed example of
// the AWS General Reference (POST iam.amazonaws.com).
test.each([
  [
    { ...suite, method: 'GET' as const, body: '' },
    '2015-08-30T12:36:00Z',
    'host;x-amz-date',
    '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  ],
  [
    { ...suite, method: 'POST' as const, body: '' },
    '2015-08-30T12:36:00Z',
    'host;x-amz-date',
    '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  ],
  [
    { ...suite, method: 'POST' as const, contentType: form, body: 'Param1=value1' },
    '2015-08-30T12:36:00Z',
    'content-type;host;x-amz-date',
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  ],
  [
    {
      method: 'POST' as const,
      host: 'iam.amazonaws.com',
      path: '/',
      contentType: `${form}; charset=utf-8`,
      body: 'Action=ListUsers&Version=2010-05-08',
      region: 'us-east-1',
      service: 'iam',
    },
    '2011-09-09T23:36:00Z',
    'content-type;host;x-amz-date',
    'ced6826de92d2bdeed8f846f0bf508e8559e98e4b0199114b84c54174deb456c',
  ],
])('signs %j as AWS publishes it', (request, time, names, signature) => {
  const { authorization } = signAws(request, credentials, new Date(time));
  expect(authorization).toContain(`SignedHeaders=${names}, Signature=${signature}`);
});

test('signs the session token too, and never sends the secret key', () => {
  const request = { ...suite, method: 'POST' as const, body: '' };
  const headers = signAws(request, { ...credentials, sessionToken: 'session' }, new Date('2026-01-01T00:00:00Z'));
  expect(headers['authorization']).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token');
  expect(headers['x-amz-security-token']).toBe('session');
  expect(JSON.stringify(headers)).not.toContain(credentials.secretAccessKey);
});
