import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { text } from './planted.mjs';

const paths = [
  'a.txt',
  'src/b.js',
  'na me/c d.py',
  'quo"te.txt',
  'new\nline.md',
  'ü/漢.txt',
  'tab\t.ini',
  'x.pem',
  'bin.dat',
];
const messages = [
  'Change',
  'Ünï – a second line\n\nwith a body\n\n  indented',
  'trailing  \n',
  'x'.repeat(300),
  '',
  'quote " and \\ back',
];
const people = ['Ann Example <ann@example.org>', 'Jürgen Müller <j@example.org>', 'No Mail <>', '"Q" O\'N <q@x>'];

/** Writes a repository of `commits` commits with merges, renames, deletions, links, submodules and odd encodings. */
export function makeRepository(directory, commits, random) {
  mkdirSync(directory, { recursive: true });
  const git = (...args) => execFileSync('git', args, { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] });
  git('init', '-q', '-b', 'main');
  const parts = [];
  const contents = new Map();
  for (let mark = 1; mark <= commits; mark++) {
    const who = random.pick(people);
    const zone = random.pick(['+0000', '-0730', '+1345', '+0200']);
    const message = Buffer.from(random.pick(messages));
    parts.push(`commit refs/heads/main\nmark :${mark}\nauthor ${who} ${1_500_000_000 + mark * 977} ${zone}\n`);
    parts.push(`committer ${random.pick(people)} ${1_500_000_100 + mark * 977} ${zone}\n`);
    parts.push(`data ${message.length}\n`, message, '\n');
    if (mark > 1) parts.push(`from :${mark - 1}\n`);
    if (mark > 12 && random.next() < 0.07) parts.push(`merge :${mark - 2 - random.below(9)}\n`);
    if (random.next() < 0.05) {
      parts.push('\n');
      continue;
    }
    for (let n = 1 + random.below(3); n > 0; n--) parts.push(...change(contents, random));
    parts.push('\n');
  }
  const input = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const done = spawnSync('git', ['fast-import', '--quiet', '--force'], { cwd: directory, input });
  if (done.status !== 0) throw new Error(done.stderr.toString());
  git('reset', '-q', '--hard');
}

function change(contents, random) {
  const roll = random.next();
  const known = [...contents.keys()];
  if (roll < 0.06 && known.length > 3) {
    const path = random.pick(known);
    contents.delete(path);
    return [`D ${quote(path)}\n`];
  }
  if (roll < 0.12 && known.length > 3) {
    const from = random.pick(known);
    const to = `moved ${random.below(30)}/${from.replaceAll(/.*\//gu, '')}`;
    if (!contents.has(to)) {
      contents.set(to, contents.get(from));
      contents.delete(from);
      return [`R ${quote(from)} ${quote(to)}\n`];
    }
  }
  if (roll < 0.14) return ['M 120000 inline link\n', 'data 5\na.txt\n'];
  if (roll < 0.16) return [`M 160000 ${random.text('0123456789abcdef', 40)} sub\n`];
  const path = random.pick(paths);
  const before = contents.get(path) ?? '';
  const after = edit(before, random);
  contents.set(path, after);
  return [`M ${random.next() < 0.1 ? '100755' : '100644'} inline ${quote(path)}\n`, ...data(encode(after, random))];
}

function edit(before, random) {
  const lines = before.split('\n');
  if (lines.length > 120) return text(random, 3);
  const roll = random.next();
  if (roll < 0.2) return before + text(random, 1 + random.below(6));
  lines.splice(random.below(lines.length), random.below(4), ...text(random, 1 + random.below(4)).split('\n'));
  return lines.join('\n');
}

function encode(content, random) {
  const roll = random.next();
  if (roll < 0.05) return Buffer.from(content.replaceAll('\n', '\r\n'));
  if (roll < 0.07) return Buffer.from(`\ufeff${content}`, 'utf16le');
  if (roll < 0.1) return Buffer.from(`${content}\0binary`);
  if (roll < 0.12) return Buffer.from(`caf\xe9 ${content}`, 'latin1');
  return Buffer.from(content);
}

function data(bytes) {
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

function quote(path) {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}
