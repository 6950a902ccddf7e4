import { describe, expect, it } from 'vitest';
import { leakingScript } from './support/leak.ts';
import { portcullis } from './support/portcullis.ts';
import { git, scratch, writeFiles } from './support/scratch.ts';

const make = scratch();

function branchOf(files: Readonly<Record<string, string>>): string {
  const root = make.repository({ 'old.sh': leakingScript(1) });
  git(root, 'checkout', '--quiet', '-b', 'feature');
  writeFiles(root, files);
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'feature');
  git(root, 'checkout', '--quiet', 'main');
  writeFiles(root, { 'later.sh': 'echo later\n' });
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'main goes on');
  git(root, 'checkout', '--quiet', 'feature');
  return root;
}

describe('--new-since', () => {
  it('lets pass what was there before the branch, even where it moved', () => {
    const root = branchOf({ 'README.md': 'text\n' });
    git(root, 'mv', 'old.sh', 'moved.sh');
    writeFiles(root, { 'moved.sh': `# a line before\n${leakingScript(1)}` });
    expect(portcullis(['gate', 'build'], { cwd: root }).code).toBe(1);
    expect(portcullis(['gate', 'build', '--new-since', 'main'], { cwd: root }).code).toBe(0);
  });

  it('shuts for what the branch brings', () => {
    const root = branchOf({ 'new.sh': leakingScript(2) });
    const run = portcullis(['scan', '--new-since', 'main', '--json'], { cwd: root });
    expect(run.code).toBe(1);
    const { evidence } = JSON.parse(run.stdout) as {
      evidence: { findings: { baselineState: string; locations: [{ uri: string }] }[] };
    };
    const states = Object.fromEntries(
      evidence.findings.map(({ locations, baselineState }) => [locations[0].uri, baselineState]),
    );
    expect(states).toEqual({ 'old.sh': 'unchanged', 'new.sh': 'new' });
  });

  it('says which revision is not known', () => {
    const run = portcullis(['gate', 'build', '--new-since', 'no-such-branch'], { cwd: branchOf({ 'a.txt': 'a\n' }) });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('no-such-branch') as unknown });
  });
});
