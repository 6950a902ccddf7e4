import type { PipelineRule } from '../../rule.ts';

const job = (audience: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  id_tokens:\n    TOKEN:\n      aud: ${audience}\n  script: ./deploy.sh\n`,
});

export const oidcAudShared: PipelineRule = {
  id: 'pipeline/oidc-aud-shared',
  title: 'Identity token is made for everybody',
  severity: 'medium',
  confidence: 'high',
  cwe: [287, 863],
  tags: ['CICD-SEC-2', 'CICD-SEC-6'],
  why: 'The audience says who may accept the token. With the address of the GitLab instance every service that trusts the instance accepts it, and whoever is sent the token can use it at all the others.',
  fix: 'Name the one service that the token is for, such as `https://vault.example.org` or `sts.amazonaws.com`, and ask for the same in its trust policy; one token for each service.',
  dialects: ['gitlab'],
  bad: [
    job('https://gitlab.com'),
    job('$CI_SERVER_URL'),
    job('[https://vault.example.org, https://gitlab.example.org/]'),
  ],
  good: [job('https://vault.example.org'), job('sts.amazonaws.com'), job('https://gitlab.example.org/group/deployer')],
  checks: {
    *job({ identityTokens }) {
      for (const { audiences } of identityTokens) {
        for (const { text, range } of audiences) {
          const whole = /^(?:https?:\/\/)?(?:gitlab\.[\w.-]+|\$\{?CI_SERVER_(?:URL|FQDN|HOST)\}?)\/?$/i.test(
            text.trim(),
          );
          if (whole) yield { at: range, message: `${text} is the audience of every service that trusts this instance` };
          if (/^[*]$|^$/.test(text.trim())) yield { at: range, message: 'the audience is open' };
        }
      }
    },
  },
};
