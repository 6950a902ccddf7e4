import { defineSecret } from '../define-secret.ts';

export const firebaseServerKey = defineSecret({
  id: 'secrets/firebase-server-key',
  title: 'Firebase Cloud Messaging server key',
  provider: 'Google Firebase',
  shape: 'AAAA<w7>:APA91b<w134>',
  opens: 'It sends push messages to every device of the app in its name.',
  revoke:
    'In Firebase Console → Project settings → Cloud Messaging remove the legacy server key and send through the HTTP v1 API with a service account.',
  bad: [
    { path: '.env', code: 'FCM_SERVER_KEY={secret}' },
    { path: 'push.js', code: "headers: { Authorization: 'key={secret}' }" },
  ],
  good: [
    { path: '.env.example', code: 'FCM_SERVER_KEY=AAAA...:APA91b...' },
    { path: 'push.js', code: 'headers: { Authorization: `key=${serverKey}` }' },
  ],
});
