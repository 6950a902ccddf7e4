import { defineSecret } from '../define-secret.ts';

export const gitlabAgentToken = defineSecret({
  id: 'secrets/gitlab-agent-token',
  title: 'GitLab agent for Kubernetes token',
  provider: 'GitLab',
  shape: 'glagent-<w50>',
  entropy: 3,
  gitleaks: 'gitlab-kubernetes-agent-token',
  opens: "It connects as the cluster's agent: receives manifests and tunnels that are meant for it.",
  revoke: 'Revoke it under Operate → Kubernetes clusters → agent → Access tokens and give the agent a new one.',
  bad: [{ path: 'values.yaml', code: 'config:\n  token: {secret}' }],
  good: [
    { path: 'values.yaml', code: 'config:\n  secretName: gitlab-agent-token' },
    { path: 'doc.md', code: 'token: glagent-<token>' },
  ],
});
