import { defineSecret } from '../define-secret.ts';

export const clojarsToken = defineSecret({
  id: 'secrets/clojars-token',
  title: 'Clojars deploy token',
  provider: 'Clojars',
  shape: 'CLOJARS_<l60>',
  gitleaks: 'clojars-api-token',
  opens: "It deploys versions of the user's libraries, which builds of their users then run.",
  revoke: 'Disable it on clojars.org → Deploy tokens and create one for a single artifact.',
  bad: [{ path: '.env', code: 'CLOJARS_PASSWORD={secret}' }],
  good: [
    { path: 'project.clj', code: ':password :env/clojars_token' },
    { path: '.env', code: 'CLOJARS_PASSWORD=CLOJARS_xxx' },
  ],
});
