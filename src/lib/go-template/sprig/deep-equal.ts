import { GoFloat, GoInt, GoList, GoMap, GoStruct, GoTime, typeName, type GoValue } from '../value/go-value.ts';

/** Go's `reflect.DeepEqual`. */
export function deepEqual(a: GoValue, b: GoValue): boolean {
  if ((a ?? null) === (b ?? null)) return true;
  if (typeName(a) !== typeName(b)) return false;
  if (a instanceof GoInt && b instanceof GoInt) return a.value === b.value;
  if (a instanceof GoFloat && b instanceof GoFloat) return a.value === b.value;
  if (a instanceof GoTime && b instanceof GoTime) return a.milliseconds === b.milliseconds;
  if (a instanceof GoList && b instanceof GoList) return sameLists(a.items, b.items);
  if (a instanceof GoStruct && b instanceof GoStruct) {
    return sameLists(
      a.fields.map(({ value }) => value),
      b.fields.map(({ value }) => value),
    );
  }
  if (!(a instanceof GoMap && b instanceof GoMap) || a.entries.size !== b.entries.size) return false;
  return [...a.entries].every(([key, value]) => b.entries.has(key) && deepEqual(value, b.entries.get(key)));
}

function sameLists(a: readonly GoValue[], b: readonly GoValue[]): boolean {
  return a.length === b.length && a.every((item, index) => deepEqual(item, b[index]));
}
