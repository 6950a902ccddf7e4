import type { UseStep } from '../model/step.ts';

/**
 * The version of an action as far as the workflow tells it: by its tag, or by the comment behind a commit id. Parts that
 * a moving tag leaves open (`v4`) count as the newest. Undefined where nothing tells it.
 */
export function actionVersion({ uses }: UseStep): readonly [major: number, minor: number] | undefined {
  const ref = uses.text.split('@')[1] ?? '';
  const { source, end } = uses.range;
  const comment = /^["']?[ \t]*#[ \t]*(?<rest>\S+)/.exec(source.text.slice(end, end + 80))?.groups?.['rest'] ?? '';
  const named = /^[0-9a-f]{40}$/.test(ref) ? comment.replace(/^(?:tag=|ratchet:\S+@)/, '') : ref;
  const groups = /^v?(?<major>\d{1,4})(?:\.(?<minor>\d{1,4}))?(?:\.|$)/.exec(named)?.groups;
  if (groups?.['major'] === undefined) return undefined;
  return [Number(groups['major']), groups['minor'] === undefined ? Number.MAX_SAFE_INTEGER : Number(groups['minor'])];
}
