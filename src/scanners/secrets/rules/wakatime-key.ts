import { defineSecret } from '../define-secret.ts';

export const wakatimeKey = defineSecret({
  id: 'secrets/wakatime-key',
  title: 'WakaTime API key',
  provider: 'WakaTime',
  shape: 'waka_<uuid>',
  severity: 'medium',
  opens: 'Reads the owner’s coding activity: projects, branches, file names.',
  revoke: 'Reset it under wakatime.com/settings/account.',
  bad: [{ path: '.wakatime.cfg', code: 'api_key = {secret}' }],
  good: [{ path: '.wakatime.cfg', code: 'api_key = waka_…' }],
});
