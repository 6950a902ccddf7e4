import { pinComponent } from '../../fix/pin-include.ts';
import type { PipelineRule } from '../../rule.ts';

const ci = (address: string) => ({
  path: '.gitlab-ci.yml',
  code: `include:\n  - component: ${address}\na:\n  script: [make]\n`,
});

export const componentMutable: PipelineRule = {
  id: 'pipeline/component-mutable',
  title: 'CI/CD component can change under its name',
  severity: 'high',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3', 'SLSA-L3'],
  why: '`~latest`, a branch or a partial version follows whatever its owner publishes next, and it runs with the variables and tokens of this project.',
  fix: 'Name the component by its full commit id.',
  dialects: ['gitlab'],
  bad: [
    ci('$CI_SERVER_FQDN/components/sast/sast@~latest'),
    ci('gitlab.com/components/go@main'),
    ci('gitlab.com/components/go/test@1'),
  ],
  good: [
    ci(`gitlab.com/components/go/test@${'3f'.repeat(20)}`),
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\n' },
  ],
  checks: {
    *pipeline({ inclusions = [] }, { lock }) {
      for (const inclusion of inclusions) {
        const { kind, address, at } = inclusion;
        if (kind !== 'component') continue;
        const version = address.slice(address.lastIndexOf('@') + 1);
        if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(version)) continue;
        const exact = /^v?\d+\.\d+\.\d+/.test(version);
        yield {
          at,
          message: `${version} of ${address.slice(0, address.lastIndexOf('@'))} ${exact ? 'is a tag that can be moved' : 'follows what is published next'}`,
          fixes: pinComponent(inclusion, lock),
          ...(exact && { severity: 'low' as const }),
        };
      }
    },
  },
};
