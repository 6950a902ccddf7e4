import { defineSecret } from '../define-secret.ts';

export const rapidapiKey = defineSecret({
  id: 'secrets/rapidapi-key',
  title: 'RapidAPI key',
  provider: 'RapidAPI',
  shape: '<h10>msh<h12-18>p1<h5-7>jsn<h12>',
  gitleaks: 'rapidapi-access-token',
  opens: 'It calls every API that the account subscribes to, at its expense.',
  revoke: 'Rotate it under My apps → Authorization on RapidAPI.',
  bad: [
    { path: '.env', code: 'RAPIDAPI_KEY={secret}' },
    { path: 'call.js', code: "headers: { 'X-RapidAPI-Key': '{secret}' }" },
  ],
  good: [
    { path: 'call.js', code: "headers: { 'X-RapidAPI-Key': process.env.RAPIDAPI_KEY }" },
    { path: '.env.example', code: 'RAPIDAPI_KEY=SIGN-UP-FOR-KEY' },
  ],
});
