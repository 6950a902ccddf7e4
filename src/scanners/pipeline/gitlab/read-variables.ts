import type { YamlMap } from '../../../lib/yaml/node.ts';
import type { Variable } from '../model/variable.ts';

/** Reads `variables:`; a value is a scalar or `{value, description, expand, options}`. */
export function readVariables(map: YamlMap | undefined, scope: Variable['scope']): readonly Variable[] {
  return (map?.entries ?? []).map(({ key, value }) => {
    const scalar = value.kind === 'map' ? value.get('value') : value;
    const known = scalar?.kind === 'scalar' && scalar.value !== null;
    return { name: key.text, scope, at: key.range, ...(known && { value: scalar }) };
  });
}
