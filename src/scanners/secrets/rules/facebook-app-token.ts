import { defineSecret } from '../define-secret.ts';

export const facebookAppToken = defineSecret({
  id: 'secrets/facebook-app-token',
  title: 'Facebook app access token',
  provider: 'Meta',
  shape: '<d13-18>\\|<w24-32>',
  near: { words: ['facebook', 'fb_', 'fbapp', 'app_token', 'apptoken', 'access_token'], within: 40 },
  entropy: 3.8,
  opens: 'Acts as the app itself: changes its settings, reads its insights and manages its test users.',
  revoke: 'Reset the app secret under App settings → Basic, which voids the token.',
  bad: [{ path: 'insights.rb', code: 'FB_APP_TOKEN = "{secret}"' }],
  good: [{ path: 'insights.rb', code: 'FB_APP_TOKEN = "#{app_id}|#{app_secret}"' }],
});
