import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import { marker } from './shim.ts';

/** A tool that owns the repository's hooks; we become one of its entries, so that its next run does not remove us. */
export interface HookManager {
  readonly id: 'husky' | 'lefthook' | 'pre-commit';
  /** What holds its hooks: a file, or for husky the directory; absolute. */
  readonly place: string;
}

/** A hook and the command line that it runs. */
export interface ManagedHook {
  readonly name: 'pre-commit' | 'commit-msg';
  readonly command: string;
}

const hookNames: readonly ManagedHook['name'][] = ['pre-commit', 'commit-msg'];

const configurations: readonly { readonly id: HookManager['id']; readonly places: readonly string[] }[] = [
  { id: 'husky', places: ['.husky'] },
  { id: 'lefthook', places: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'] },
  { id: 'pre-commit', places: ['.pre-commit-config.yaml'] },
];

/** The manager whose configuration lies in the work tree, if there is one. */
export function findManager(workTree: string): HookManager | undefined {
  for (const { id, places } of configurations) {
    const name = places.find((candidate) => existsSync(join(workTree, candidate)));
    if (name !== undefined) return { id, place: join(workTree, name) };
  }
  return undefined;
}

/** Adds our entries, in place of older ones. */
export function installManaged(manager: HookManager, hooks: readonly ManagedHook[]): void {
  uninstallManaged(manager);
  if (manager.id === 'husky') {
    for (const { name, command } of hooks) addHuskyLine(join(manager.place, name), `${command} "$@"`);
    return;
  }
  const document = readYaml(manager.place);
  if (manager.id === 'lefthook') {
    for (const { name, command } of hooks) {
      const run = name === 'commit-msg' ? `${command} {1}` : command;
      document.setIn([name, 'commands', 'portcullis'], document.createNode({ run }));
    }
  } else {
    document.addIn(['repos'], document.createNode({ repo: 'local', hooks: hooks.map(preCommitHook) }));
  }
  writeWhole(manager.place, [document.toString({ lineWidth: 0 })]);
}

/** Takes our entries out. Gives false when there were none. */
export function uninstallManaged(manager: HookManager): boolean {
  if (manager.id === 'husky') return hookNames.map((name) => removeHuskyLine(join(manager.place, name))).includes(true);
  const document = readYaml(manager.place);
  const removed =
    manager.id === 'lefthook'
      ? hookNames.map((name) => removeLefthookEntry(document, name)).includes(true)
      : removePreCommitEntry(document);
  if (removed) writeWhole(manager.place, [document.toString({ lineWidth: 0 })]);
  return removed;
}

const executable = 0o755;

function addHuskyLine(file: string, command: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  const note = `${marker}: judges what is staged. Remove both lines with: portcullis hook uninstall`;
  writeWhole(file, [`${text}${separator}${note}\n${command}\n`], executable);
}

function removeHuskyLine(file: string): boolean {
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.startsWith(marker));
  if (at === -1) return false;
  const rest = lines.toSpliced(at, 2).join('\n');
  if (rest === '') rmSync(file);
  else writeWhole(file, [rest], executable);
  return true;
}

/** What we added as a whole goes as a whole: no empty section stays behind. */
function removeLefthookEntry(document: Document, hook: string): boolean {
  const entry = [hook, 'commands', 'portcullis'];
  if (!document.hasIn(entry)) return false;
  document.deleteIn(entry);
  for (const path of [[hook, 'commands'], [hook]]) {
    const section = document.getIn(path);
    if (isMap(section) && section.items.length === 0) document.deleteIn(path);
  }
  return true;
}

/** https://pre-commit.com: a hook of `repo: local`. */
function preCommitHook({ name, command }: ManagedHook): unknown {
  const shared = { entry: command, language: 'system', always_run: true };
  if (name === 'commit-msg') return { id: 'portcullis-receipt', name: 'portcullis receipt', ...shared, stages: [name] };
  return { id: 'portcullis', name: 'portcullis', ...shared, pass_filenames: false, stages: [name] };
}

function removePreCommitEntry(document: Document): boolean {
  const repositories = document.get('repos');
  if (!isSeq(repositories)) return false;
  const at = repositories.items.findIndex((item) => isMap(item) && item.getIn(['hooks', 0, 'id']) === 'portcullis');
  return at !== -1 && document.deleteIn(['repos', at]);
}

function readYaml(file: string): Document {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [error] = document.errors;
  if (error) {
    const said = error.message.split('\n')[0] ?? '';
    throw new InputError('yaml', `${file}: ${said}`, 'mend the file, or install with --manager none');
  }
  return document;
}
