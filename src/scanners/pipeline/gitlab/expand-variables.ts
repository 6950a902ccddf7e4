import type { Variable } from '../model/variable.ts';

const deepest = 10;

/**
 * Puts the definition's own variables into a text (`$NAME`, `${NAME}`, `$$` for a dollar). Undefined when one is not
 * known: what the definition does not set comes from the platform or from settings.
 */
export function expandVariables(text: string, variables: readonly Variable[], depth = 0): string | undefined {
  if (!text.includes('$')) return text;
  if (depth > deepest) return undefined;
  let known = true;
  const expanded = text.replace(/\$\$|\$\{(\w+)\}|\$(\w+)/g, (all, braced?: string, bare?: string) => {
    if (all === '$$') return '$';
    const name = braced ?? bare;
    const value = variables.findLast((variable) => variable.name === name)?.value?.text;
    const inner = value === undefined ? undefined : expandVariables(value, variables, depth + 1);
    known &&= inner !== undefined;
    return inner ?? '';
  });
  return known ? expanded : undefined;
}
