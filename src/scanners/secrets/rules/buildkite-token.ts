import { defineSecret } from '../define-secret.ts';

export const buildkiteToken = defineSecret({
  id: 'secrets/buildkite-token',
  title: 'Buildkite token',
  provider: 'Buildkite',
  shape: ['bkua_(<l40>|<l53>)', 'bk(aa|aj|ar|ct|pt|pat|ps)_<w54-120>'],
  opens:
    'A user token reads builds, logs and artifacts and starts builds; an agent or cluster token runs a machine that receives jobs with their secrets.',
  revoke: "Revoke it under Personal settings → API access tokens, or under the cluster's Agent tokens.",
  bad: [
    { path: '.env', code: 'BUILDKITE_API_TOKEN={secret}' },
    { path: 'agent.cfg', code: 'token="{secret}"' },
  ],
  good: [
    { path: 'agent.cfg', code: 'token="$BUILDKITE_AGENT_TOKEN"' },
    { path: '.env', code: 'BUILDKITE_API_TOKEN=bkua_xxx' },
  ],
});
