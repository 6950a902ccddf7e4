import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { text, token } from './planted.mjs';

const names = [
  'a.txt',
  'src/main.js',
  'src/deep/er/config.yml',
  'with space/na me.py',
  'quote"d\'.env',
  'new\nline.txt',
  'tab\there.ini',
  'ünï/漢字.md',
  'back\\slash.txt',
  'package-lock.json',
  'go.sum',
  'node_modules/x/index.min.js',
  'vendor/github.com/x/y.go',
  'image.png',
  'doc.pdf',
  '.env',
  '.git-not/config',
  'test/fixtures/key.pem',
  'UPPER.TXT',
  'ticket-inpath01.txt',
];

/** Writes a tree with planted tokens: odd names, encodings, sizes, links and archives. */
export function makeTree(directory, random) {
  const write = (name, content) => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  for (const name of names) write(name, text(random, 1 + random.below(60), random.next() < 0.2 ? '\r\n' : '\n'));
  write('one-line.txt', token(random));
  write('newlines-first.txt', `\n\n\n${token(random)}\n\n\n${token(random)}`);
  write('empty.txt', '');
  write('only-newlines.txt', '\n\n\n');
  write('utf16le.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text(random, 20), 'utf16le')]));
  write('utf16be.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text(random, 9), 'utf16le').swap16()]));
  write('bom.txt', `\ufeff${text(random, 12)}`);
  write('latin1.txt', Buffer.from(`caf\xe9 ${token(random)}\n\xff\xfe ${text(random, 10)}`, 'latin1'));
  write('nul.bin', `${text(random, 8)}\0\0\x01${text(random, 8)}`);
  write('elf', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), Buffer.from(text(random, 10))]));
  write('huge-line.js', `${'x=1;'.repeat(60_000)}${token(random)};${'y(2),'.repeat(60_000)}"${token(random)}"\n`);
  write('long.log', text(random, 4000));
  write('blank-runs.txt', Array.from({ length: 40 }, () => text(random, 80) + '\n'.repeat(random.below(4))).join(''));
  write('no-newline-100k.txt', `${token(random)} ${'a b '.repeat(24_990)}${token(random)} ${'c d '.repeat(30_000)}`);
  write('padding-99990.txt', `${'z\n'.repeat(49_990)}${token(random)}\n${text(random, 50)}`);
  const inner = join(directory, 'inner');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, 'one.txt'), text(random, 20));
  writeFileSync(join(inner, 'two.json'), text(random, 5));
  const tar = (...args) => execFileSync('tar', args, { cwd: directory });
  tar('-cf', 'plain.tar', 'inner');
  tar('-czf', 'packed.tar.gz', 'inner', 'plain.tar');
  write('single.txt.gz', gzipSync(text(random, 15)));
  write('zeros.gz', gzipSync(Buffer.alloc(3_000_000, 'a')));
  execFileSync('python3', ['-c', zipScript], { cwd: directory });
  symlinkSync('a.txt', join(directory, 'link.txt'));
  symlinkSync('inner', join(directory, 'linked-directory'));
  symlinkSync('/nowhere/at/all', join(directory, 'dangling'));
  write('unreadable-not.txt', text(random, 3));
  chmodSync(join(directory, 'unreadable-not.txt'), 0o644);
}

const zipScript = `
import zipfile
with zipfile.ZipFile('files.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('inner/one.txt'); z.write('packed.tar.gz'); z.write('a.txt', 'dir/ä.txt')
with zipfile.ZipFile('lib.jar', 'w') as z:
    z.write('inner/two.json', 'META-INF/two.json')
`;
