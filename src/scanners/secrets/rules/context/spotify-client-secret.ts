import { defineContextSecret } from '../../define-context-secret.ts';

export const spotifyClientSecret = defineContextSecret({
  id: 'secrets/spotify-client-secret',
  title: 'Spotify client secret',
  provider: 'Spotify',
  shape: '<h32>',
  words: ['spotify'],
  variable: 'SPOTIFY_CLIENT_SECRET',
  opens: "With the client ID it obtains tokens as the application and exchanges its users' codes.",
  revoke:
    "Rotate it under the app's settings in the Spotify developer dashboard; browser and phone apps use PKCE without it.",
});
