import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { portcullis } from './support/portcullis.ts';
import { scratch, writeFiles } from './support/scratch.ts';

const make = scratch();
const root = 'include:\n  - local: ci/build.yml\ntest:\n  script: [make test]\n';
const build = 'build:\n  script:\n    - curl -fsSL https://example.com/install.sh | sh\n';

interface Seen {
  readonly evidence: {
    readonly findings: readonly { readonly ruleId: string; readonly locations: readonly { readonly uri: string }[] }[];
    readonly unknowns: readonly { readonly reason: string; readonly message: string }[];
    readonly runs: readonly { readonly scanner: string; readonly status: string }[];
  };
}

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly { readonly ruleId: string; readonly suppressions?: readonly object[] }[];
  }[];
}

function scan(directory: string, ...args: string[]) {
  const { stdout } = portcullis(['scan', '--only', 'pipeline', '--json', ...args], { cwd: directory });
  const { findings, unknowns, runs } = (JSON.parse(stdout) as Seen).evidence;
  return {
    found: findings.map(({ ruleId, locations }) => `${ruleId} ${locations[0]?.uri ?? ''}`),
    reasons: unknowns.map(({ reason }) => reason).filter((reason) => reason !== 'needs-facts'),
    status: runs.find(({ scanner }) => scanner === 'pipeline')?.status,
  };
}

describe('the pipeline scanner through the program', () => {
  test('what an included file says is found in that file', () => {
    const { found, status } = scan(make.directory({ '.gitlab-ci.yml': root, 'ci/build.yml': build }));
    expect(found).toContain('pipeline/download-exec ci/build.yml');
    expect(status).toBe('complete');
  });

  test('an include from elsewhere leaves the run partial, the rest is audited', () => {
    const text = `include:\n  - project: team/ci\n    file: base.yml\n${build}`;
    const { found, reasons, status } = scan(make.directory({ '.gitlab-ci.yml': text }));
    expect(found).toContain('pipeline/download-exec .gitlab-ci.yml');
    expect([reasons, status]).toEqual([['not-fetched'], 'partial']);
  });

  test('a broken file among others is told, the others are audited', () => {
    const directory = make.directory({
      '.gitlab-ci.yml': 'a: [1\nb: {',
      '.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: curl https://example.com/x | sh\n',
    });
    const { found, reasons, status } = scan(directory);
    expect(found).toContain('pipeline/download-exec .github/workflows/a.yml');
    expect(reasons).toContain('syntax');
    expect(status).toBe('partial');
  });

  test('a staged definition is judged without the files that stay as they are', () => {
    const directory = make.repository({ '.gitlab-ci.yml': 'a:\n  script: [make]\n', 'ci/build.yml': build });
    writeFiles(directory, { '.gitlab-ci.yml': root });
    execFileSync('git', ['add', '-A'], { cwd: directory });
    const { reasons, status } = scan(directory, '--staged');
    expect([reasons, status]).toEqual([['unsupported'], 'complete']);
  });

  test('what a comment accepts is in the report as suppressed', () => {
    const step = '      - run: curl https://example.com/x | sh # portcullis: ignore[download-exec] ours\n';
    const job = `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${step}`;
    const directory = make.directory({ '.github/workflows/a.yml': job });
    const sarif = portcullis(['scan', '--only', 'pipeline', '-o', 'sarif'], { cwd: directory });
    const [run] = (JSON.parse(sarif.stdout) as Sarif).runs;
    const result = run?.results.find(({ ruleId }) => ruleId === 'pipeline/download-exec');
    expect(result?.suppressions).toMatchObject([{ kind: 'inSource', justification: 'ours' }]);
  });

  test('hostile definitions end, with a reason', () => {
    const jobs = Array.from(
      { length: 2_000 },
      (_, index) => `job${index}:\n  extends: .base\n  script: [make ${index}]\n`,
    ).join('');
    const directory = make.directory({
      '.gitlab-ci.yml': `.base:\n  image: node:20.1.0\n${jobs}`,
      'sub/.gitlab-ci.yml': 'include: [/sub/.gitlab-ci.yml]\na:\n  extends: a\n',
      '.github/workflows/bomb.yml': bomb('abcdefghi'),
      '.github/workflows/binary.yml': '\u0000\u0001\u0002',
      '.github/workflows/deep.yml': '['.repeat(3000),
      '.github/workflows/empty.yml': '',
      '.github/workflows/scalar.yml': 'just text\n',
    });
    const { found, reasons } = scan(directory);
    expect(found).toContain('pipeline/schema sub/.gitlab-ci.yml');
    expect(reasons).toContain('limit');
  });
});

/** Lists of nine aliases of the list before, once for each name after the first. */
function bomb(names: string): string {
  const lists = Array.from({ length: names.length - 1 }, (_, at) => {
    const [name, next] = [names.charAt(at), names.charAt(at + 1)];
    return `${next}: &${next} [${`*${name},`.repeat(9)}]\n`;
  });
  return `a: &a [1,1,1,1,1,1,1,1,1]\n${lists.join('')}`;
}
