import { didYouMean } from '../../../lib/spelling/did-you-mean.ts';
import type { YamlMap, YamlNode } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';

/** What a value may look like. Where it may be one of several kinds of node, a shape for each. */
export interface Shape {
  readonly scalar?: ScalarShape;
  readonly list?: { readonly of: Shape; readonly most?: number };
  readonly map?: MapShape;
}

interface ScalarShape {
  readonly types: readonly ('string' | 'number' | 'boolean')[];
  /** The only texts that are allowed. */
  readonly words?: readonly string[];
}

interface MapShape {
  readonly keys: Readonly<Record<string, Shape>>;
  /** Of keys that are not listed; without it there are no others. */
  readonly others?: Shape;
  readonly required?: readonly string[];
}

/**
 * What is wrong with a value. Null is as good as absent; a value with variables, inputs or references that are not
 * resolved is not judged.
 * @param name what the value is called, as in `artifacts:when`
 */
export function checkShape(name: string, node: YamlNode, shape: Shape): readonly Problem[] {
  if (node.tag !== undefined) return [];
  if (node.kind === 'scalar') {
    if (node.value === null || node.text.includes('$')) return [];
    if (!shape.scalar) return [wrong(name, node, shape)];
    return checkScalar(name, node, shape.scalar, shape);
  }
  if (node.kind === 'sequence') {
    const { list } = shape;
    if (!list) return [wrong(name, node, shape)];
    const tooLong = list.most !== undefined && node.items.length > list.most;
    const inner = node.items.flatMap((item) => checkShape(name, item, list.of));
    if (!tooLong) return inner;
    return [{ code: 'schema', message: `${name} has at most ${list.most} items`, at: node.range }, ...inner];
  }
  return shape.map ? checkMap(name, node, shape.map) : [wrong(name, node, shape)];
}

function checkScalar(
  name: string,
  node: YamlNode & { readonly kind: 'scalar' },
  { types, words }: ScalarShape,
  shape: Shape,
): readonly Problem[] {
  if (!types.some((type) => type === typeof node.value)) return [wrong(name, node, shape)];
  if (!words || words.includes(node.text) || typeof node.value !== 'string') return [];
  const message = `${name} is one of ${words.join(', ')}, not ${node.text}${didYouMean(node.text, words)}`;
  return [{ code: 'schema', message, at: node.range }];
}

function checkMap(name: string, node: YamlMap, { keys, others, required = [] }: MapShape): readonly Problem[] {
  const problems = node.entries.flatMap(({ key, value }): readonly Problem[] => {
    // An own property: keys like `constructor` are names like any other.
    const shape = Object.hasOwn(keys, key.text) ? keys[key.text] : others;
    if (shape) return checkShape(`${name}:${key.text}`, value, shape);
    if (key.text.includes('$[[')) return [];
    return [
      {
        code: 'unknown-key',
        message: `'${key.text}' is no keyword of ${name}${didYouMean(key.text, Object.keys(keys))}`,
        at: key.range,
      },
    ];
  });
  const absent = required.filter((key) => node.get(key) === undefined);
  if (absent.length === 0) return problems;
  return [...problems, { code: 'schema', message: `${name} has no ${absent.join(', ')}`, at: node.range }];
}

function wrong(name: string, node: YamlNode, { scalar, list, map }: Shape): Problem {
  const wanted = [
    ...(scalar ? scalar.types.map((type) => (type === 'string' ? 'text' : type)) : []),
    ...(list ? ['list'] : []),
    ...(map ? ['mapping'] : []),
  ];
  const actual = { scalar: node.kind === 'scalar' ? scalarKind(node.value) : '', sequence: 'list', map: 'mapping' };
  return { code: 'schema', message: `${name} is a ${wanted.join(' or ')}, not a ${actual[node.kind]}`, at: node.range };
}

function scalarKind(value: unknown): string {
  return typeof value === 'string' ? 'text' : typeof value;
}
