import { defineSecret } from '../define-secret.ts';

export const aikidoToken = defineSecret({
  id: 'secrets/aikido-token',
  title: 'Aikido Security token',
  provider: 'Aikido',
  shape: ['AIK_SECRET_<A64>', 'AIK_CI_<A20-44>'],
  opens: "It reads the organisation's findings, which say where its software is weak, or starts scans in its name.",
  revoke: 'Revoke it under Settings → Integrations → API, or CI integration.',
  bad: [{ path: '.env', code: 'AIKIDO_SECRET={secret}' }],
  good: [
    { path: '.env', code: 'AIKIDO_SECRET=AIK_SECRET_xxx' },
    { path: 'ci.yml', code: 'secret-key: ${{ secrets.AIKIDO }}' },
  ],
});
