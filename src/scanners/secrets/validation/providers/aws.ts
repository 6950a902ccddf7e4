import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';
import { signAws } from '../sign-aws.ts';

const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
const body = 'Action=GetCallerIdentity&Version=2011-06-15';

/**
 * The call needs no permission, so that every key may make it. A key is known only in its own partition (China and
 * GovCloud are others), and a secret that does not fit the key ID may belong to another one.
 */
export const aws: Provider = {
  id: 'aws',
  title: 'AWS',
  endpoint: 'https://sts.amazonaws.com',
  elsewhere: true,
  rules: ['secrets/aws-secret-access-key', 'secrets/aws-key-pair'],
  beside: ['secrets/aws-access-key-id', 'secrets/aws-session-token'],
  documentation: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  request(secretAccessKey, { host, now, beside: [accessKeyId, sessionToken] }) {
    // Temporary keys work only with their token, and others only without.
    if (accessKeyId === undefined || accessKeyId.startsWith('ASIA') !== (sessionToken !== undefined)) return undefined;
    const region = /^sts(?:-fips)?\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(host)?.[1] ?? 'us-east-1';
    const request = { method: 'POST', host, path: '/', contentType, body, region, service: 'sts' } as const;
    return {
      method: 'POST',
      path: '/',
      headers: signAws(request, { accessKeyId, secretAccessKey, sessionToken }, now),
      body,
    };
  },
  judge(answer) {
    const code = answer.at('Error', 'Code');
    if (answer.status === 403 && (code === 'InvalidClientTokenId' || code === 'ExpiredToken')) return inactive;
    const identity = (name: string): unknown => answer.at('GetCallerIdentityResponse', 'GetCallerIdentityResult', name);
    if (answer.status !== 200 || typeof identity('Arn') !== 'string') return undefined;
    return active({ account: identity('Account'), identity: identity('Arn') });
  },
};
