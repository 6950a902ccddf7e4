import { defineSecret } from '../define-secret.ts';

export const segmentToken = defineSecret({
  id: 'secrets/segment-token',
  title: 'Segment public API token',
  provider: 'Segment',
  shape: 'sgp_<A64>',
  opens: "It administers the workspace: reads sources' write keys, adds destinations and so forwards customers' data.",
  revoke: 'Delete it under Settings → Access management → Tokens and create one with a narrower role.',
  bad: [{ path: '.env', code: 'SEGMENT_API_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'SEGMENT_API_TOKEN=sgp_xxx' },
    { path: 'main.tf', code: 'token = var.segment_token' },
  ],
});
