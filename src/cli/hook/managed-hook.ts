import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import { marker } from './shim.ts';

/** A tool that owns the repository's hooks; we become one of its entries, so that its next run does not remove us. */
export interface HookManager {
  readonly id: 'husky' | 'lefthook' | 'pre-commit';
  /** The file that holds its hooks, absolute. */
  readonly file: string;
}

const configurations: readonly { readonly id: HookManager['id']; readonly files: readonly string[] }[] = [
  { id: 'husky', files: ['.husky/pre-commit'] },
  { id: 'lefthook', files: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'] },
  { id: 'pre-commit', files: ['.pre-commit-config.yaml'] },
];

/** The manager whose configuration lies in the work tree, if there is one. */
export function findManager(workTree: string, hooksPath: string): HookManager | undefined {
  const inHusky = /[/\\]\.husky([/\\]_)?$/.test(hooksPath);
  if (inHusky) return { id: 'husky', file: join(workTree, '.husky/pre-commit') };
  for (const { id, files } of configurations) {
    const file = files.find((name) => existsSync(join(workTree, name)));
    if (file !== undefined) return { id, file: join(workTree, file) };
  }
  return undefined;
}

/** Adds our entry; does nothing when it is there. */
export function installManaged(manager: HookManager, command: string): void {
  if (manager.id === 'husky') {
    const text = existsSync(manager.file) ? readFileSync(manager.file, 'utf8') : '';
    if (text.includes(marker)) return;
    const separator = text === '' || text.endsWith('\n') ? '' : '\n';
    writeWhole(manager.file, [`${text}${separator}${huskyBlock(command)}`], 0o755);
    return;
  }
  const document = readYaml(manager.file);
  if (manager.id === 'lefthook') document.setIn(['pre-commit', 'commands', 'portcullis'], { run: command });
  else if (!hasEntry(document)) document.addIn(['repos'], document.createNode(preCommitEntry(command)));
  writeWhole(manager.file, [document.toString({ lineWidth: 0 })]);
}

/** Takes our entry out. Gives false when there was none. */
export function uninstallManaged(manager: HookManager): boolean {
  if (!existsSync(manager.file)) return false;
  if (manager.id === 'husky') {
    const lines = readFileSync(manager.file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith(marker));
    if (at === -1) return false;
    writeWhole(manager.file, [lines.toSpliced(at, 2).join('\n')], 0o755);
    return true;
  }
  const document = readYaml(manager.file);
  const removed =
    manager.id === 'lefthook' ? document.deleteIn(['pre-commit', 'commands', 'portcullis']) : removeEntry(document);
  if (removed) writeWhole(manager.file, [document.toString({ lineWidth: 0 })]);
  return removed;
}

function huskyBlock(command: string): string {
  return `${marker}: judges what is staged. Remove both lines with: portcullis hook uninstall\n${command}\n`;
}

/** https://pre-commit.com: a hook of `repo: local`. */
function preCommitEntry(command: string): unknown {
  return {
    repo: 'local',
    hooks: [
      {
        id: 'portcullis',
        name: 'portcullis',
        entry: command,
        language: 'system',
        pass_filenames: false,
        always_run: true,
      },
    ],
  };
}

function hasEntry(document: Document): boolean {
  return entryIndex(document) !== -1;
}

function removeEntry(document: Document): boolean {
  const index = entryIndex(document);
  return index !== -1 && document.deleteIn(['repos', index]);
}

function entryIndex(document: Document): number {
  const repositories = document.get('repos');
  if (!isSeq(repositories)) return -1;
  return repositories.items.findIndex((item) => isMap(item) && item.getIn(['hooks', 0, 'id']) === 'portcullis');
}

function readYaml(file: string): Document {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [error] = document.errors;
  if (error)
    throw new InputError(
      'yaml',
      `${file}: ${error.message.split('\n')[0]}`,
      'mend the file, or install with --manager none',
    );
  return document;
}
