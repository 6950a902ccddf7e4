import { expect, test } from 'vitest';
import { parseShell } from '../../../lib/shell/parse-shell.ts';
import { outputShape } from './output-shape.ts';

const shape = (text: string) => outputShape(parseShell(text).commands);

test.each([
  "aws sts get-session-token --query 'Credentials.[AccessKeyId]' --output text",
  'aws sts get-session-token --output text | xargs -n1 echo',
  'jq -r .token a.json',
  "vault read secret/a | awk '{print $2}'",
  'vault kv get -field=password secret/db',
  'kubectl get secret a -o jsonpath={.data.a} | base64 -d',
  'cut -d= -f2 .env',
])('values alone: %s', (text) => {
  expect(shape(text)).toBe('bare');
});

test.each([
  'printf "A=%s B=%s" $(aws sts get-session-token --output text)',
  `jq -r 'to_entries[] | "\\(.key)=\\(.value)"' a.json`,
  'aws sts get-session-token --output text | xargs -I{} echo A={}',
  `vault read a | awk '{print $1"="$2}'`,
])('with names: %s', (text) => {
  expect(shape(text)).toBe('assignments');
});

test.each([
  "grep -v '^#' .env | xargs",
  'cat .env',
  'doppler secrets download --format env',
  'sops -d a.env',
  'my-tool',
])('not known: %s', (text) => {
  expect(shape(text)).not.toBe('bare');
});

test('a very long pipe has an end', () => {
  expect(shape(`aws sts get-session-token${' | cat'.repeat(20_000)}`)).toBe('unknown');
});
