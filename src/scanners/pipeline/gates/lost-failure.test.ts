import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import { ScriptText } from '../model/script-text.ts';
import type { RunStep } from '../model/step.ts';
import { lostFailure } from './lost-failure.ts';

function step(script: string, more: Partial<RunStep> = {}): RunStep {
  const { documents } = parseYaml(new SourceText('ci.yml', JSON.stringify(script)), { version: '1.2' });
  const [scalar] = documents;
  if (scalar?.kind !== 'scalar') throw new Error('a text was written');
  return {
    kind: 'run',
    phase: 'main',
    at: scalar.range,
    variables: [],
    script: new ScriptText([scalar]),
    shell: 'bash',
    errexit: true,
    pipefail: false,
    ...more,
  };
}

function reason(script: string, more: Partial<RunStep> = {}): string | undefined {
  const run = step(script, more);
  const command = run.script.program.commands.find(({ name }) => name === 'scan');
  if (!command) throw new Error(`no scan in ${script}`);
  return lostFailure(command, run)?.reason;
}

describe('a failure that is lost', () => {
  test.each([
    'scan || true',
    'scan || :',
    'scan || echo found something',
    'scan || { echo found; exit 0; }',
    'scan || exit 0',
    'scan > report.txt 2>&1 || true',
    '(scan) || true',
    'scan | tee report.txt',
    'scan &\nwait',
    '! scan',
    'if scan; then echo clean; fi',
    'if scan; then echo clean; else echo dirty; fi',
    'export RESULT=$(scan)',
    'echo "$(scan)"',
    'set +e\nscan\necho done',
    'set -e\nset +e\nscan\nls',
    'scan && echo clean\necho next',
    'scan || code=$?\necho done',
  ])('%s', (script) => {
    expect(reason(script)).toBeDefined();
  });

  test('in after_script, whatever is written', () => {
    expect(reason('scan', { phase: 'after' })).toMatch(/after_script/);
  });
});

describe('a failure that counts', () => {
  test.each([
    'scan',
    'scan\necho done',
    'scan || exit 1',
    'scan || { echo found; exit 1; }',
    'set -o pipefail\nscan | tee report.txt',
    'cat list | scan',
    'result=$(scan)\necho "$result"',
    'if ! scan; then echo dirty; exit 1; fi',
    'if scan; then echo clean; else exit 2; fi',
    'set +e\nscan\ncode=$?\nexit $code',
    'set +e\necho x\nset -e\nscan\necho done',
    'echo one\nscan && echo clean',
    'scan || code=$?\nexit "$code"',
    'for d in a b; do scan $d; done',
  ])('%s', (script) => {
    expect(reason(script)).toBeUndefined();
  });

  test('in a pipe where the runner sets pipefail or may set it', () => {
    expect(reason('scan | tee report.txt', { pipefail: true })).toBeUndefined();
    expect(reason('scan | tee report.txt', { pipefail: 'unknown' })).toBeUndefined();
  });
});
