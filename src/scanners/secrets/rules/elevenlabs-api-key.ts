import { defineSecret } from '../define-secret.ts';

export const elevenlabsApiKey = defineSecret({
  id: 'secrets/elevenlabs-api-key',
  title: 'ElevenLabs API key',
  provider: 'ElevenLabs',
  shape: 'sk_<h48>',
  opens: 'Spends the account’s credits and uses its cloned voices.',
  revoke: 'Delete it under Settings → API keys.',
  bad: [{ path: 'say.py', code: 'client = ElevenLabs(api_key="{secret}")' }],
  good: [{ path: 'say.py', code: 'client = ElevenLabs(api_key=os.environ["ELEVENLABS_API_KEY"])' }],
});
