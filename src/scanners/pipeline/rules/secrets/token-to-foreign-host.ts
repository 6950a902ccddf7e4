import type { Dialect } from '../../model/pipeline.ts';
import type { PipelineRule } from '../../rule.ts';
import { hostIn } from '../attacks/capture-hosts.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

/** Hosts that the platform's own token is for. */
const homes: Readonly<Partial<Record<Dialect, RegExp>>> = {
  gitlab: /gitlab|^localhost$|^127\./,
  github:
    /(?:^|\.)(?:github\.com|githubusercontent\.com|ghcr\.io|github\.dev|azure\.com)$|^github\.|^localhost$|^127\./,
};

export const tokenToForeignHost: PipelineRule = {
  id: 'pipeline/token-to-foreign-host',
  title: 'The platform’s token is sent to another host',
  severity: 'high',
  confidence: 'medium',
  cwe: [201, 522],
  tags: ['CICD-SEC-6', 'CICD-SEC-5'],
  why: 'The token acts for whoever started the pipeline, on the platform: no other host has a use for it but to act as you.',
  fix: 'Send it only to the platform’s own addresses (`$CI_API_V4_URL`, `$CI_SERVER_HOST`, `$GITHUB_API_URL`); give the other host a token of its own.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('curl -H "JOB-TOKEN: $CI_JOB_TOKEN" https://deploy.example.org/hook'),
    gitlabScript('wget --header="X-Token: ${CI_JOB_TOKEN}" https://ci.example.org/report'),
    githubScript(['GH: ${{ github.token }}'], 'curl -H "Authorization: Bearer $GH" https://status.example.org/api'),
    githubScript(['GH: ${{ secrets.GITHUB_TOKEN }}'], 'curl -d "token=$GH" https://status.example.org/api'),
  ],
  good: [
    gitlabScript(
      'curl -H "JOB-TOKEN: $CI_JOB_TOKEN" "$CI_API_V4_URL/projects/1"',
      'curl -H "JOB-TOKEN: $CI_JOB_TOKEN" https://gitlab.example.org/api/v4/x',
    ),
    gitlabScript('curl -H "Authorization: Bearer $SONAR_TOKEN" https://sonarcloud.io/api'),
    githubScript(['GH: ${{ github.token }}'], 'curl -H "Authorization: Bearer $GH" https://api.github.com/user'),
    githubScript(['T: ${{ secrets.SONAR_TOKEN }}'], 'curl -u "$T:" https://sonarcloud.io/api'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const home = homes[pipeline.dialect];
      const taint = audit.taint(pipeline).of(job);
      if (!taint.holds('secret')) return;
      for (const { command, text } of taint.commands()) {
        if (!/^(?:curl|wget|http|https)$/.test(command.name ?? '')) continue;
        const host = command.args.flatMap((word) => hostIn(word.text) ?? [])[0];
        if (host === undefined || !home || home.test(host)) continue;
        const token = command.args
          .map((word) => taint.word(word).secret)
          .find((secret) => secret && isPlatformToken(secret.name));
        if (!token) continue;
        const at = text.range(command.start, command.end);
        const message = `${token.name} is sent to ${host}`;
        yield { at, message, path: [...token.steps, { at, message }] };
      }
    },
  },
};

function isPlatformToken(name: string): boolean {
  return /^(?:\$CI_JOB_TOKEN|\$CI_REGISTRY_PASSWORD|github\.token|secrets\.GITHUB_TOKEN)$/i.test(name);
}
