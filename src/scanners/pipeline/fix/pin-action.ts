import type { YamlScalar } from '../../../lib/yaml/node.ts';
import { isCommit, parseAction } from '../github/action-reference.ts';
import type { CiLock } from '../lock/ci-lock.ts';
import { actionOf } from '../lock/references.ts';
import type { IssueFix } from '../rule.ts';
import { versionNote } from './version-note.ts';
import { writtenText } from './written-text.ts';

/** The commit of an action or a reusable workflow that the lock knows, its version as a comment. */
export function pinAction(uses: YamlScalar, lock: CiLock | undefined): readonly IssueFix[] {
  const action = parseAction(uses.text);
  const written = writtenText(uses);
  if (!lock || !action || !written || isCommit(action.ref)) return [];
  const entry = lock.find(actionOf(action));
  const { resolved = '', version = action.ref } = entry ?? {};
  if (!isCommit(resolved)) return [];
  const { source, start, end } = written;
  const pin = { at: { source, start: start + action.name.length, end }, text: `@${resolved}` };
  const note = version === '' ? undefined : versionNote(uses.range, version);
  return [{ description: `pin ${uses.text} by the commit in ci.lock`, safe: true, edits: note ? [pin, note] : [pin] }];
}
