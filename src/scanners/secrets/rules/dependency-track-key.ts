import { defineSecret } from '../define-secret.ts';

export const dependencyTrackKey = defineSecret({
  id: 'secrets/dependency-track-key',
  title: 'Dependency-Track API key',
  provider: 'Dependency-Track',
  shape: 'odt_<A32-255>',
  entropy: 3.3,
  opens: 'It reads the inventory and open vulnerabilities of all projects of its team, and changes their audit.',
  revoke: 'Delete it under Administration → Access management → Teams and generate another.',
  bad: [
    { path: '.env', code: 'DTRACK_API_KEY={secret}' },
    { path: 'upload.sh', code: 'curl -H "X-Api-Key: {secret}" https://dtrack.acme.io/api/v1/bom' },
  ],
  good: [
    { path: 'upload.sh', code: 'curl -H "X-Api-Key: $DTRACK_API_KEY" https://dtrack.acme.io/api/v1/bom' },
    { path: 'a.txt', code: 'report_odt_Document2023FinalVersion' },
  ],
});
