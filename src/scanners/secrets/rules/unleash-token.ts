import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const unleashToken = defineSecret({
  id: 'secrets/unleash-token',
  title: 'Unleash API token',
  provider: 'Unleash',
  regex: {
    source: String.raw`(?<![\w:.*-])(?:[\w-]{1,40}|\*|\[\]):(?:production|development|staging|\*)\.[0-9a-f]{56,64}(?![\w])`,
    literals: [':production.', ':development.', ':staging.', ':*.'],
    lead: 42,
    maxLength: 140,
    sample: (random) => `default:production.${drawText(random, '0123456789abcdef', 64)}`,
  },
  opens: 'Reads all feature flags of the environment; an admin token (*:*) changes them.',
  revoke: 'Delete it under Admin settings → API access.',
  bad: [{ path: '.env', code: 'UNLEASH_API_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'UNLEASH_API_TOKEN=default:development.unleash-insecure-api-token' }],
});
