import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';
import { json } from '../proof/json.ts';

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

export const grafanaApiKey = defineSecret({
  id: 'secrets/grafana-api-key',
  title: 'Grafana API key (legacy)',
  provider: 'Grafana',
  shape: 'eyJrIjoi<A70-400>=?=?',
  proof: json({
    prefix: 0,
    encoding: 'base64',
    keys: ['k', 'n', 'id'],
    example: (random) => ({ k: drawText(random, alphabet, 32), n: 'deploy', id: 1 }),
  }),
  gitleaks: 'grafana-api-key',
  opens: 'It reads dashboards and, through data sources, the databases behind them, or changes both, by its role.',
  revoke: 'Delete it under Administration → API keys, or migrate it to a service account token and delete that.',
  bad: [
    { path: '.env', code: 'GRAFANA_API_KEY={secret}' },
    { path: 'call.sh', code: 'curl -H "Authorization: Bearer {secret}" https://grafana.acme.io/api/dashboards/home' },
  ],
  good: [
    {
      path: 'call.sh',
      code: 'curl -H "Authorization: Bearer $GRAFANA_API_KEY" https://grafana.acme.io/api/dashboards/home',
    },
    { path: '.env', code: 'GRAFANA_API_KEY=eyJrIjoi...' },
  ],
});
