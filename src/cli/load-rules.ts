import { scanners } from '../scanners/registry.ts';
import type { RuleMeta } from '../model/rule.ts';
import { checkChoice } from './parse-invocation.ts';

/**
 * Metadata of every rule, by id.
 * @param scanner only this scanner's
 * @throws InputError when there is no such scanner
 */
export async function loadRules(scanner?: string): Promise<readonly RuleMeta[]> {
  const ids = scanners.map(({ id }) => id);
  if (scanner === undefined) return await rulesOf(ids);
  checkChoice(scanner, ids, '--scanner');
  return await rulesOf([scanner]);
}

/** Metadata of the rules of some scanners, by id. */
export async function rulesOf(ids: readonly string[]): Promise<readonly RuleMeta[]> {
  const chosen = scanners.filter((entry) => ids.includes(entry.id));
  const lists = await Promise.all(chosen.map(async (entry) => await (await entry.load()).rules()));
  return lists.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
