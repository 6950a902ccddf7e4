import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const sendgrid: Provider = {
  id: 'sendgrid',
  title: 'SendGrid',
  endpoint: 'https://api.sendgrid.com',
  elsewhere: true,
  rules: ['secrets/sendgrid-api-key'],
  documentation: 'https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions',
  request: (value) => bearer('/v3/scopes', value),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const scopes = answer.at('scopes');
    return answer.status === 200 && Array.isArray(scopes) ? active({ scopes }) : undefined;
  },
};
