import { defineSecret } from '../define-secret.ts';

export const robloxSessionCookie = defineSecret({
  id: 'secrets/roblox-session-cookie',
  title: 'Roblox session cookie',
  provider: 'Roblox',
  shape:
    '_\\|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.\\|_^<[\\w.-]100-1400>',
  entropy: 3,
  severity: 'critical',
  opens: 'Signs in as the account without its password or second factor.',
  revoke: 'Sign out of all sessions under Settings → Security and use an Open Cloud API key.',
  bad: [
    {
      path: 'bot.js',
      code: 'await noblox.setCookie("_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_{secret}");',
    },
  ],
  good: [{ path: 'bot.js', code: 'await noblox.setCookie(process.env.ROBLOX_COOKIE);' }],
});
