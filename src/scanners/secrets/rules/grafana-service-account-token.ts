import { defineSecret } from '../define-secret.ts';
import { crcle } from '../proof/crc32-hex.ts';

export const grafanaServiceAccountToken = defineSecret({
  id: 'secrets/grafana-service-account-token',
  title: 'Grafana service account token',
  provider: 'Grafana',
  shape: 'glsa_<A32>_<h8>',
  proof: crcle(),
  gitleaks: 'grafana-service-account-token',
  opens:
    'It reads dashboards and, through data sources, the databases behind them; with an editor or admin role it changes alerts and users.',
  revoke:
    'Delete it under Administration → Users and access → Service accounts and create one with less role and an expiry.',
  bad: [
    { path: '.env', code: 'GRAFANA_TOKEN={secret}' },
    { path: 'main.tf', code: 'auth = "{secret}"' },
  ],
  good: [
    { path: 'main.tf', code: 'auth = var.grafana_auth' },
    { path: '.env', code: 'GRAFANA_TOKEN=glsa_xxx' },
  ],
});
