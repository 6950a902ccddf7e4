import { defineSecret } from '../define-secret.ts';

export const riotApiKey = defineSecret({
  id: 'secrets/riot-api-key',
  title: 'Riot API key',
  provider: 'Riot Games',
  shape: 'RGAPI-<uuid>',
  severity: 'medium',
  opens: 'Uses up the developer’s rate limit; personal and production keys do not expire.',
  revoke: 'Regenerate it on developer.riotgames.com.',
  bad: [{ path: 'lol.py', code: 'KEY = "{secret}"' }],
  good: [{ path: 'lol.py', code: 'KEY = "RGAPI-YOUR-API-KEY"' }],
});
