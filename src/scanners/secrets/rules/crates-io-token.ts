import { defineSecret } from '../define-secret.ts';

export const cratesIoToken = defineSecret({
  id: 'secrets/crates-io-token',
  title: 'crates.io API token',
  provider: 'crates.io',
  shape: 'cio<A32>',
  entropy: 3.6,
  severity: 'critical',
  opens: "It publishes versions of the user's crates, which build scripts then run everywhere, and changes owners.",
  revoke:
    'Revoke it under Account settings → API tokens on crates.io and check the versions. Use trusted publishing, or a token scoped to one crate.',
  bad: [
    { path: '.cargo/credentials.toml', code: '[registry]\ntoken = "{secret}"' },
    { path: 'ci.yml', code: 'CARGO_REGISTRY_TOKEN: {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'CARGO_REGISTRY_TOKEN: ${{ secrets.CRATES_IO }}' },
    { path: 'a.rs', code: 'let cio = tokio::spawn(run());' },
    { path: 'b.txt', code: 'ciowhateverthisisnotatokenatallreally' },
  ],
});
