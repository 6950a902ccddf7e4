import { describe, expect, test } from 'vitest';
import { codeArguments, readsProgram } from './code-arguments.ts';
import { parseShell } from './parse-shell.ts';

const first = (text: string) => {
  const command = parseShell(text).commands.find(({ name }) => name !== undefined);
  if (!command) throw new Error('no command');
  return command;
};
const code = (text: string) =>
  codeArguments(first(text)).map(({ word, language, place }) => `${place} ${language}: ${word.text}`);

describe('what a second parser reads', () => {
  test.each([
    ['sh -c "$A"', 'here shell: "$A"'],
    ['bash -euxo pipefail -c "$A" name', 'here shell: "$A"'],
    ['su - app -c "$A"', 'here shell: "$A"'],
    ['bash -lc "$A"', 'here shell: "$A"'],
    ['ssh -i key -p 22 u@h "cd /x && $A"', 'remote shell: "cd /x && $A"'],
    ['docker exec -t app sh -c "$A"', 'remote shell: "$A"'],
    ['kubectl exec pod -- /bin/bash -c "$A"', 'remote shell: "$A"'],
    ['xargs -n1 sh -c "$A"', 'here shell: "$A"'],
    ["find . -exec sh -c 'x {}' ';'", "here shell: 'x {}'"],
    ['python3 -c "print($A)"', 'here script: "print($A)"'],
    ['node --eval="$A"', 'here script: --eval="$A"'],
    ['awk -F: "/$A/" file', 'here awk: "/$A/"'],
    ['sed -i "s/x/$A/" file', 'here sed: "s/x/$A/"'],
    ['jq --arg a "$A" ".x = $B"', 'here jq: ".x = $B"'],
    ['psql -h db -c "select $A"', 'here sql: "select $A"'],
    ['make build V=$A', 'here make: V=$A'],
    ['aws ssm send-command --parameters "commands=$A"', 'remote shell: "commands=$A"'],
  ])('%s', (text, expected) => {
    expect(code(text)).toEqual([expected]);
  });

  test.each([
    'bash script.sh -c "$A"',
    'python build.py "$A"',
    'grep -c "$A" file',
    'docker run --rm app "$A"',
    'awk -f program.awk -v x="$A" file',
    'git -c user.name=x commit',
    'ssh-keygen -t ed25519 -C "$A"',
  ])('nothing in %s', (text) => {
    expect(code(text)).toEqual([]);
  });

  test('here-documents for an interpreter', () => {
    expect(code('ssh host <<E\necho $A\nE\n')).toEqual(['remote shell: echo $A\n']);
    expect(code('bash -s <<< "$A"')).toEqual(['here shell: "$A"']);
    expect(code('cat <<E\necho $A\nE\n')).toEqual([]);
  });

  test('who reads a program from a pipe', () => {
    expect(readsProgram(first('bash -s -- --flag'))).toMatchObject({ language: 'shell' });
    expect(readsProgram(first('ssh host bash'))).toMatchObject({ place: 'remote' });
    expect(readsProgram(first('docker exec -i app sh'))).toMatchObject({ place: 'remote' });
    expect(readsProgram(first('bash install.sh'))).toBeUndefined();
    expect(readsProgram(first('ssh host tar x'))).toBeUndefined();
  });
});
