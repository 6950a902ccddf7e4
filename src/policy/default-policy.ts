import type { GateDocument } from './schema/policy-schema.ts';

interface DefaultPolicy {
  readonly gates: Readonly<Record<string, GateDocument>>;
  readonly paths: { readonly exclude: string[]; readonly test: string[] };
  readonly baseline: string;
}

/**
 * The policy of a repository without portcullis.yaml, and what a file that is silent about a gate means. A scanner is
 * named only if it exists: a gate must not ask for what nobody can run.
 */
export function defaultPolicy(scanners: readonly string[]): DefaultPolicy {
  const existing = (...ids: string[]) => ids.filter((id) => scanners.includes(id));
  return {
    gates: {
      'pre-commit': {
        scanners: existing('secrets', 'pipeline'),
        soft: existing('sast'),
        'fail-on': 'high',
        unknowns: 'note',
        budget: '1s',
      },
      build: {
        scanners: existing('secrets', 'pipeline', 'sast', 'sca', 'licenses'),
        'fail-on': 'high',
        // A checkout does not tell how the platform is set up; a gate that no checkout can open would be taken out.
        unknowns: { 'needs-facts': 'note' },
        ...(existing('sca').length > 0 && { overrides: { sca: 'critical' } }),
      },
      test: { scanners: existing('iac', 'image'), 'fail-on': 'high' },
      deploy: {
        scanners: existing('dast'),
        'fail-on': { severity: 'high', 'new-only': false },
        approvals: { quorum: 1 },
      },
      'post-deploy': { scanners: existing('sca'), 'fail-on': { severity: 'critical', 'new-only': false } },
    },
    paths: {
      exclude: [],
      test: [
        '**/{test,tests,__tests__,spec,fixtures,testdata}/**',
        '**/*.{test,spec}.*',
        '**/*_test.*',
        '**/test_*.py',
      ],
    },
    baseline: '.portcullis-baseline',
  };
}
