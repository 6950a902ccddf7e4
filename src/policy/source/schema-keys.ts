import type { YamlPath } from './yaml-source.ts';

type JsonSchema = Record<string, unknown>;

/** The keys that a JSON Schema allows for the object at a path. */
export function keysAt(schema: JsonSchema, path: YamlPath): string[] {
  let level = alternatives(schema);
  for (const step of path) level = level.flatMap((part) => inside(part, step)).flatMap(alternatives);
  return [...new Set(level.flatMap((part) => (isObject(part['properties']) ? Object.keys(part['properties']) : [])))];
}

function inside(schema: JsonSchema, step: PropertyKey): JsonSchema[] {
  const { properties, additionalProperties, items } = schema;
  if (typeof step === 'number') return isObject(items) ? [items] : [];
  const named = isObject(properties) ? properties[String(step)] : undefined;
  return [named ?? additionalProperties].filter(isObject);
}

function alternatives(schema: JsonSchema): JsonSchema[] {
  const { anyOf } = schema;
  return Array.isArray(anyOf) ? anyOf.filter(isObject).flatMap(alternatives) : [schema];
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
