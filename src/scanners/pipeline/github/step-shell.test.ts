import { expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { readGithubWorkflow } from './read-github.ts';

/** Shell, errexit and pipefail of the one step of a job. */
function shellOf(job: string, step = ''): readonly unknown[] {
  const text = `on: push\njobs:\n  a:\n${job}    steps:\n      - run: make\n${step}`;
  const [one] = readGithubWorkflow(new SourceText('.github/workflows/a.yml', text)).jobs;
  const [first] = one?.steps ?? [];
  if (first?.kind !== 'run') throw new Error('the job has one step');
  return [first.shell, first.errexit, first.pipefail];
}

test('bash without pipefail, on Windows PowerShell, where nothing is said', () => {
  expect(shellOf('    runs-on: ubuntu-24.04\n')).toEqual(['bash', true, false]);
  expect(shellOf('    runs-on: windows-2022\n')).toEqual(['pwsh', true, false]);
  expect(shellOf('    runs-on: [self-hosted, windows, x64]\n')).toEqual(['pwsh', true, false]);
  expect(shellOf('    runs-on: { group: a, labels: windows-large }\n')).toEqual(['pwsh', true, false]);
  expect(shellOf('    runs-on: ubuntu-24.04\n', "        if: runner.os == 'Windows'\n")).toEqual(['pwsh', true, false]);
});

test('a matrix counts as Windows if every machine of it has Windows', () => {
  const matrix = (list: string) => shellOf(`    runs-on: \${{ matrix.os }}\n    strategy: { matrix: ${list} }\n`);
  expect(matrix('{ os: [windows-2019, windows-2022] }')).toEqual(['pwsh', true, false]);
  expect(matrix('{ include: [{ os: windows-2022 }, { os: windows-11-arm }] }')).toEqual(['pwsh', true, false]);
  expect(matrix('{ os: [windows-2022, ubuntu-24.04] }')).toEqual(['bash', true, false]);
});

test('what is named is taken, with the options that it names', () => {
  expect(shellOf('    runs-on: windows-2022\n', '        shell: bash\n')).toEqual(['bash', true, true]);
  expect(shellOf('    runs-on: x\n', '        shell: bash -l {0}\n')).toEqual(['bash', false, false]);
  expect(shellOf('    runs-on: x\n', '        shell: bash -leo pipefail {0}\n')).toEqual(['bash', true, true]);
  expect(shellOf('    runs-on: x\n    defaults: { run: { shell: powershell } }\n')).toEqual(['pwsh', true, false]);
});
