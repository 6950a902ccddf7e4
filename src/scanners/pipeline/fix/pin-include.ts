import { textOf } from '../../../lib/yaml/node.ts';
import { isCommit } from '../github/action-reference.ts';
import type { CiLock } from '../lock/ci-lock.ts';
import type { Inclusion } from '../model/pipeline.ts';
import type { IssueEdit, IssueFix } from '../rule.ts';
import { addAfter } from './edit-entry.ts';
import { versionNote } from './version-note.ts';
import { writtenText } from './written-text.ts';

/** The commit of a project's files that the lock knows, if it is one for all of them. */
export function pinProject({ address, ref, body }: Inclusion, lock: CiLock | undefined): readonly IssueFix[] {
  const project = body?.entry('project');
  if (!lock || !body || !project) return [];
  const files = body.list('file').map((file) => textOf(file) ?? '');
  const base = { kind: 'project-file' as const, address, ...(ref !== undefined && { ref }) };
  const commits = new Set(files.map((file) => lock.find({ ...base, file })?.resolved));
  const [commit] = commits;
  if (commits.size !== 1 || commit === undefined || !isCommit(commit)) return [];
  const named = body.get('ref');
  if (named?.kind === 'scalar') {
    const at = writtenText(named);
    const note = versionNote(named.range, named.text);
    return at ? [fixOf(address, [{ at, text: commit }, ...(note ? [note] : [])])] : [];
  }
  const added = addAfter(project, `ref: ${commit}`);
  return added ? [fixOf(address, [added])] : [];
}

/** The commit of a component that the lock knows. */
export function pinComponent({ address, body }: Inclusion, lock: CiLock | undefined): readonly IssueFix[] {
  const component = body?.get('component');
  const split = address.lastIndexOf('@');
  if (!lock || component?.kind !== 'scalar' || split === -1) return [];
  const ref = address.slice(split + 1);
  const { resolved = '', version = ref } =
    lock.find({ kind: 'component', address: address.slice(0, split), ref }) ?? {};
  const written = writtenText(component);
  if (!written || !isCommit(resolved)) return [];
  const note = versionNote(component.range, version);
  const pin = { at: { ...written, start: written.start + split + 1 }, text: resolved };
  return [fixOf(address, [pin, ...(note ? [note] : [])])];
}

/** What a file from a web address has to be, as the lock knows it. */
export function addIntegrity({ address, body, at }: Inclusion, lock: CiLock | undefined): readonly IssueFix[] {
  const integrity = lock?.find({ kind: 'include', address })?.integrity;
  if (integrity === undefined) return [];
  const remote = body?.entry('remote');
  const edit = remote ? addAfter(remote, `integrity: ${integrity}`) : asMapping(at, integrity);
  return edit ? [{ description: `add the integrity of ${address} from ci.lock`, safe: true, edits: [edit] }] : [];
}

/** `- https://…` becomes a mapping of two lines. */
function asMapping({ source, start, end }: Inclusion['at'], integrity: string): IssueEdit | undefined {
  const before = /[^\n]*$/.exec(source.text.slice(0, start))?.[0] ?? '';
  if (!/^\s*-\s+$/.test(before)) return undefined;
  const indent = before.replace('-', ' ');
  const written = source.text.slice(start, end);
  return { at: { source, start, end }, text: `remote: ${written}\n${indent}integrity: ${integrity}` };
}

/** Other commits than today's are not looked at any more: that wants a look. */
function fixOf(address: string, edits: readonly IssueEdit[]): IssueFix {
  const [first, ...rest] = edits;
  if (!first) throw new Error('a fix changes something');
  return { description: `pin ${address} by the commit in ci.lock`, safe: false, edits: [first, ...rest] };
}
