import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';
import { json } from '../proof/json.ts';

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

export const grafanaCloudToken = defineSecret({
  id: 'secrets/grafana-cloud-token',
  title: 'Grafana Cloud access policy token',
  provider: 'Grafana',
  shape: 'glc_eyJ<B60+>=?=?',
  proof: json({
    prefix: 4,
    encoding: 'base64',
    keys: ['o', 'n', 'k'],
    example: (random) => ({
      o: '123456',
      n: 'shop-metrics',
      k: drawText(random, alphabet, 24),
      m: { r: 'prod-eu-west-2' },
    }),
  }),
  gitleaks: 'grafana-cloud-api-token',
  opens: 'It writes or reads metrics, logs and traces, or manages stacks, with the scopes of its access policy.',
  revoke: 'Delete it under Security → Access policies on grafana.com and create one with fewer scopes and an expiry.',
  bad: [
    { path: '.env', code: 'GRAFANA_CLOUD_TOKEN={secret}' },
    { path: 'config.alloy', code: 'password = "{secret}"' },
  ],
  good: [
    { path: 'config.alloy', code: 'password = sys.env("GRAFANA_CLOUD_TOKEN")' },
    { path: '.env', code: 'GRAFANA_CLOUD_TOKEN=glc_eyJ...' },
  ],
});
