import { defineContextSecret } from '../../define-context-secret.ts';

export const openweatherApiKey = defineContextSecret({
  id: 'secrets/openweather-api-key',
  title: 'OpenWeather API key',
  provider: 'OpenWeather',
  shape: '<h32>',
  words: ['openweather', 'owm_', 'openweathermap'],
  variable: 'OPENWEATHER_API_KEY',
  severity: 'medium',
  opens: "It spends the account's calls; paid plans are billed for them.",
  revoke: 'Delete it under My API keys on openweathermap.org and create another.',
});
