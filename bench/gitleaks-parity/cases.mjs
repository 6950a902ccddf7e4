import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { base, extended, invalid, valid } from './configurations.mjs';
import { makeRepository } from './make-repository.mjs';
import { makeTemplate } from './make-template.mjs';
import { makeTree } from './make-tree.mjs';
import { text, token } from './planted.mjs';

/**
 * Each case: a name and what runTool takes. `config` is gitleaks' own configuration file, used as an argument only;
 * `repository` and `trees` are further inputs of the user's.
 */
export function* cases({ scratch, random, config, commits, templates: count, trees, repositories }) {
  const tree = join(scratch, 'tree');
  makeTree(tree, random);
  const repository = join(scratch, 'repository');
  makeRepository(repository, commits, random);
  const small = join(scratch, 'small');
  makeRepository(small, 60, random);
  const own = join(scratch, 'plain.toml');
  writeFileSync(own, valid.plain);
  const defaults = ['-c', config];
  const mine = ['-c', own];

  yield* configurations(scratch, tree, small);
  for (const { name, flags } of [
    { name: 'default', flags: defaults },
    { name: 'own', flags: mine },
  ]) {
    const dir = (title, ...args) => ({
      name: `dir ${name} ${title}`,
      cwd: scratch,
      args: ['dir', 'tree', ...flags, ...args],
    });
    yield dir('plain');
    for (const depth of [0, 1, 2, 3, 8]) yield dir(`decode ${depth}`, '--max-decode-depth', String(depth));
    for (const depth of [1, 2, 3]) yield dir(`archives ${depth}`, '--max-archive-depth', String(depth));
    for (const size of [1, 2]) yield dir(`megabytes ${size}`, '--max-target-megabytes', String(size));
    yield dir('links', '--follow-symlinks');
    yield dir('allow', '--ignore-gitleaks-allow');
    for (const percent of ['', '=20', '=0', '=50', '=99', '=150']) yield dir(`redact${percent}`, `--redact${percent}`);
    for (const format of ['csv', 'junit', 'sarif']) yield { ...dir(format), format };
    for (const format of ['csv', 'junit', 'sarif', 'json'])
      yield { ...dir(`${format} redacted`, '--redact=30', '--max-archive-depth', '2'), format };
    yield { ...dir('verbose', '-v', '--no-banner'), stdout: true };
    yield { ...dir('verbose redacted', '-v', '--redact', '--no-banner'), stdout: true };
    yield dir('exit code', '--exit-code', '42');
    yield dir('exit code 300', '--exit-code', '300');
    yield dir('exit code 0', '--exit-code=0');
    const git = (title, ...args) => ({
      name: `git ${name} ${title}`,
      cwd: scratch,
      args: ['git', 'repository', ...flags, ...args],
    });
    yield git('plain');
    yield { ...git('sarif'), format: 'sarif' };
    yield { ...git('csv'), format: 'csv' };
    yield { ...git('junit'), format: 'junit' };
    yield git('platform', '--platform', 'github');
    for (const options of [
      '--all',
      '-n 20',
      'HEAD~40..HEAD',
      '--since=2017-08-01',
      '--merges -m',
      '--reverse',
      '-- src',
      '--first-parent -m',
      '--no-renames',
      "--author='Ann'",
      '--all --full-history -- "na me"',
      'nonsense',
      '-p -U0 -M',
      '--cc',
      '--grep=Change',
    ])
      yield {
        ...git(`log ${options}`, `--log-opts=${options}`),
        args: ['git', 'small', ...flags, `--log-opts=${options}`],
      };
    yield { name: `detect ${name}`, cwd: small, args: ['detect', ...flags] };
    yield { name: `detect source ${name}`, cwd: scratch, args: ['detect', '-s', 'small', ...flags, '--redact'] };
    yield { name: `detect no-git ${name}`, cwd: scratch, args: ['detect', '--no-git', '-s', 'tree', ...flags] };
    yield { name: `detect pipe ${name}`, cwd: scratch, args: ['detect', '--pipe', ...flags], input: text(random, 300) };
    for (const file of [
      'a.txt',
      'new\nline.txt',
      'huge-line.js',
      'one-line.txt',
      'bom.txt',
      'utf16le.txt',
      'nul.bin',
      'elf',
      'link.txt',
      'linked-directory',
      'dangling',
      'packed.tar.gz',
      'empty.txt',
      'no-such',
    ])
      for (const more of [[], ['--follow-symlinks', '--max-archive-depth=4']])
        yield {
          name: `dir ${name} ${JSON.stringify(file)} ${more.length}`,
          cwd: tree,
          args: ['dir', file, ...flags, ...more],
        };
    for (const path of ['.', './', '..', '../tree/', '/', '']) {
      if (path === '/') yield { name: `dir ${name} absolute`, cwd: '/', args: ['dir', tree, ...flags] };
      else yield { name: `dir ${name} "${path}"`, cwd: join(tree, 'src'), args: ['dir', path, ...flags] };
    }
    yield { name: `dir ${name} none`, cwd: join(tree, 'src'), args: ['dir', ...flags] };
    yield { name: `file ${name} many`, cwd: tree, args: ['file', 'a.txt', 'src', ...flags] };
    for (const count of [0, 1, 2, 500, 9000])
      yield { name: `stdin ${name} ${count}`, cwd: scratch, args: ['stdin', ...flags], input: text(random, count) };
    yield {
      name: `stdin ${name} one line`,
      cwd: scratch,
      args: ['stdin', ...flags],
      input: `${'-'.repeat(300_000)}${token(random)} ${'='.repeat(99_000)}`,
    };
    yield {
      name: `stdin ${name} bytes`,
      cwd: scratch,
      args: ['stdin', ...flags],
      input: Buffer.concat([Buffer.from([0xff, 0, 0xfe, 0x0a]), Buffer.from(text(random, 30))]),
    };
    for (const folder of trees) yield { name: `dir ${name} ${folder}`, cwd: folder, args: ['dir', '.', ...flags] };
    for (const folder of repositories)
      yield { name: `git ${name} ${folder}`, cwd: folder, args: ['git', '.', ...flags] };
  }
  for (const id of ['ticket', 'pair', 'none', 'ticket,pair'])
    yield { name: `enable ${id}`, cwd: scratch, args: ['dir', 'tree', ...mine, '--enable-rule', id] };
  yield {
    name: 'enable twice',
    cwd: scratch,
    args: ['dir', 'tree', ...mine, '--enable-rule=ticket', '--enable-rule=pair'],
  };
  yield* uncommitted(small, mine, random);
  yield* suppressions(scratch, tree, small, mine);
  yield* templates(scratch, mine);
  yield* madeTemplates(scratch, mine, count, random);
  yield* commandLines(scratch, mine);
}

function* configurations(scratch, tree, small) {
  for (const { kind, files } of [
    { kind: 'config', files: valid },
    { kind: 'invalid', files: invalid },
  ]) {
    for (const [name, content] of Object.entries(files)) {
      const path = join(scratch, `${kind}-${name}.toml`);
      writeFileSync(path, content);
      if (name === 'default-extended') continue;
      yield { name: `${kind} ${name}`, cwd: tree, args: ['dir', '.', '-c', path], log: kind === 'invalid' };
      if (kind === 'config') yield { name: `${kind} ${name} git`, cwd: small, args: ['git', '.', '-c', path] };
    }
  }
  for (const [name, content] of Object.entries(extended)) {
    const folder = join(scratch, `extended-${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'base.toml'), base);
    writeFileSync(join(folder, 'config.toml'), content);
    yield { name: `extend ${name}`, cwd: folder, args: ['dir', tree, '-c', 'config.toml'], log: true };
  }
  yield { name: 'config missing', cwd: scratch, args: ['dir', 'tree', '-c', 'none.toml'], log: true };
  yield { name: 'config directory', cwd: scratch, args: ['dir', 'tree', '-c', 'tree'], log: true };
  yield { name: 'config by variable', cwd: scratch, args: ['dir', 'tree'], env: { GITLEAKS_CONFIG: 'plain.toml' } };
  yield { name: 'config in variable', cwd: scratch, args: ['dir', 'tree'], env: { GITLEAKS_CONFIG_TOML: valid.plain } };
  yield {
    name: 'bad config in variable',
    cwd: scratch,
    args: ['dir', 'tree'],
    env: { GITLEAKS_CONFIG_TOML: '[' },
    log: true,
  };
  const beside = join(scratch, 'beside');
  mkdirSync(beside);
  writeFileSync(join(beside, '.gitleaks.toml'), valid.plain);
  writeFileSync(join(beside, 'x.txt'), 'ticket-ab12cd34\n');
  yield { name: 'config beside', cwd: scratch, args: ['dir', 'beside'] };
  yield {
    name: 'config beside a file',
    cwd: beside,
    args: ['dir', 'x.txt'],
    env: { GITLEAKS_CONFIG: '.gitleaks.toml' },
  };
  yield { name: 'config beside here', cwd: beside, args: ['dir'] };
}

function* uncommitted(small, mine, random) {
  writeFileSync(join(small, 'staged ü.txt'), text(random, 30));
  writeFileSync(join(small, 'a.txt'), text(random, 30));
  execFileSync('git', ['add', '-A'], { cwd: small });
  writeFileSync(join(small, 'a.txt'), text(random, 50));
  for (const args of [
    ['git', '--staged'],
    ['git', '--pre-commit'],
    ['git', '--pre-commit', '--staged'],
    ['protect'],
    ['protect', '--staged'],
    ['protect', '-s', small],
    ['detect'],
  ])
    for (const format of ['json', 'sarif'])
      yield { name: args.join(' ').replace(small, 'SOURCE'), cwd: small, args: [...args, ...mine], format };
}

function* suppressions(scratch, tree, small, mine) {
  const report = join(scratch, 'earlier.json');
  const half = join(scratch, 'half.json');
  for (const { source, command } of [
    { source: tree, command: 'dir' },
    { source: small, command: 'git' },
  ]) {
    yield { name: `baseline made of ${command}`, cwd: source, args: [command, '.', ...mine], keep: [report, half] };
    for (const path of [report, half])
      yield { name: `baseline ${command}`, cwd: source, args: [command, '.', ...mine, '-b', path] };
    yield { name: `baseline redacted ${command}`, cwd: source, args: [command, '.', ...mine, '-b', half, '--redact'] };
    yield { name: `ignore ${command}`, cwd: source, args: [command, '.', ...mine, '-i', `${half}.ignore`] };
    yield { name: `ignore folder ${command}`, cwd: source, args: [command, '.', ...mine, '-i', `${half}.folder`] };
  }
  writeFileSync(join(scratch, 'bad.json'), '{');
  writeFileSync(join(scratch, 'object.json'), '{}');
  writeFileSync(join(scratch, 'null.json'), 'null');
  writeFileSync(join(scratch, 'partial.json'), '[{"RuleID":"ticket"},{}]');
  writeFileSync(join(scratch, 'wrong.json'), '[{"RuleID":5}]');
  for (const name of ['bad', 'object', 'null', 'partial', 'wrong', 'missing'])
    yield { name: `baseline ${name}`, cwd: scratch, args: ['dir', 'tree', ...mine, '-b', `${name}.json`], log: true };
  yield { name: 'ignore missing', cwd: scratch, args: ['dir', 'tree', ...mine, '-i', 'none'] };
}

function* templates(scratch, mine) {
  const written = {
    lines: '{{ range . }}{{ .RuleID }} {{ .File }}:{{ .StartLine }}\n{{ end }}',
    trimmed:
      '{{- range $i, $f := . -}}\n  {{ $i }}{{ if eq $f.RuleID "pair" }} pair{{ else }} other{{ end }} {{ printf "%q %5d %-6s|" .Secret .StartLine .RuleID }}\n{{ end -}}\n',
    functions:
      '{{ range . }}{{ .Match | quote }} {{ len .Tags }} {{ .RuleID | upper }}{{ range .Tags }}[{{ . }}]{{ end }}{{ with .Commit }}c{{ else }}none{{ end }}\n{{ end }}',
    count: '{{ len . }} findings{{ if not . }} none{{ end }}\n',
    bad: '{{ range . }',
    unknown: '{{ nofunction . }}',
    field: '{{ range . }}{{ .Nope }}{{ end }}',
  };
  for (const [name, content] of Object.entries(written)) {
    const path = join(scratch, `${name}.tmpl`);
    writeFileSync(path, content);
    yield {
      name: `template ${name}`,
      cwd: scratch,
      args: ['dir', 'beside', ...mine, '--report-template', path],
      format: 'template',
      log: true,
    };
  }
  yield {
    name: 'template missing',
    cwd: scratch,
    args: ['dir', 'beside', ...mine, '--report-template', 'none'],
    format: 'template',
    log: true,
  };
  yield { name: 'template none', cwd: scratch, args: ['dir', 'beside', ...mine], format: 'template', log: true };
  yield { name: 'format unknown', cwd: scratch, args: ['dir', 'beside', ...mine], format: 'xml', log: true };
}

/** Report templates made at random, over the findings of a file and of a history. */
function* madeTemplates(scratch, mine, count, random) {
  const path = join(scratch, 'made.tmpl');
  for (let index = 0; index < count; index++) {
    writeFileSync(path, makeTemplate(random));
    const target = index % 2 === 0 ? ['dir', 'beside'] : ['git', 'small', '--log-opts=-n 3'];
    const name = `template made ${index}`;
    yield { name, cwd: scratch, args: [...target, ...mine, '--report-template', path], format: 'template' };
  }
}

function* commandLines(scratch, mine) {
  const lines = [
    ['dir', 'beside', '--bogus'],
    ['dir', 'beside', '-z'],
    ['nothing'],
    ['dir', 'beside', '--exit-code', 'x'],
    ['dir', 'beside', '--redact=x'],
    ['dir', 'beside', '--redact', '20'],
    ['dir', 'beside', '-c'],
    ['git', 'beside'],
    ['git', 'no-such-directory'],
    ['protect', '-s', 'beside'],
    ['detect', '-s', 'beside'],
    ['stdin', 'extra'],
    ['dir', 'beside', '-l', 'debug'],
    ['dir', 'beside', '-l', 'nonsense'],
    ['dir', 'beside', '--log-level=error', '--no-banner'],
    ['dir', 'beside', '--timeout', '100'],
    ['dir', 'beside', '--', '--x'],
  ];
  for (const line of lines) yield { name: `command ${line.join(' ')}`, cwd: scratch, args: [...line, ...mine] };
  for (const path of ['no-such/x.json', 'tree'])
    yield { name: `report to ${path}`, cwd: scratch, args: ['dir', 'beside', ...mine, '-r', path], report: false };
  for (const name of ['-', 'x.json', 'x.csv', 'x.sarif'])
    yield {
      name: `report by name ${name}`,
      cwd: scratch,
      args: ['dir', 'beside', ...mine, '-r', name],
      report: false,
      stdout: true,
    };
  yield {
    name: 'report by name x.txt',
    cwd: scratch,
    args: ['dir', 'beside', ...mine, '-r', 'x.txt'],
    report: false,
    stdout: true,
  };
}
