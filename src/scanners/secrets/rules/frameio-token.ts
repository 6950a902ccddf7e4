import { defineSecret } from '../define-secret.ts';

export const frameioToken = defineSecret({
  id: 'secrets/frameio-token',
  title: 'Frame.io developer token',
  provider: 'Frame.io',
  shape: 'fio-u-<[\\w=-]64>',
  gitleaks: 'frameio-api-token',
  opens: 'Reads and shares the video projects its scopes allow.',
  revoke: 'Delete the token at developer.frame.io.',
  bad: [{ path: 'upload.py', code: 'client = FrameioClient("{secret}")' }],
  good: [{ path: 'upload.py', code: 'client = FrameioClient(token)' }],
});
