import { parseTemplateText, type HclFile } from '../../lib/hcl/parse-hcl.ts';
import type { Attribute, Block, Body, Expression, HclProblem, Span } from '../../lib/hcl/syntax.ts';
import type { SourceText } from '../../lib/text/source-text.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../lib/yaml/node.ts';
import { parseYaml } from '../../lib/yaml/parse-yaml.ts';

/** How many labels the blocks of a type have; what is not here is an attribute (Terraform, "JSON configuration syntax"). */
const labels = new Map([
  ['resource', 2],
  ['data', 2],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['provider', 1],
  ['locals', 0],
]);

/** Reads Terraform's JSON syntax: strings are templates, objects at known places are blocks. */
export function readJsonConfiguration(source: SourceText): HclFile {
  const { documents, problems } = parseYaml(source, { version: '1.2' });
  const [document] = documents;
  const span = { start: 0, end: source.text.length };
  const found = problems.flatMap(({ code, message, range }): readonly HclProblem[] =>
    code === 'duplicate-key' ? [] : [{ code, message, start: range.start, end: range.end }],
  );
  if (document?.kind !== 'map') return { body: { attributes: [], blocks: [], ...span }, problems: found };
  const blocks: Block[] = [];
  const attributes: Attribute[] = [];
  for (const entry of document.entries) {
    const count = labels.get(entry.key.text);
    if (count === undefined) attributes.push(toAttribute(entry));
    else blocks.push(...toBlocks(entry.key.text, entry.key, entry.value, count, []));
  }
  return { body: { attributes, blocks, ...span }, problems: found };
}

/** One level of objects for each label; where there are several, a list. */
function toBlocks(
  type: string,
  key: YamlScalar,
  value: YamlNode,
  left: number,
  above: readonly string[],
): readonly Block[] {
  if (value.kind === 'sequence') return value.items.flatMap((item) => toBlocks(type, key, item, left, above));
  if (value.kind !== 'map') return [];
  if (left > 0)
    return value.entries.flatMap((entry) =>
      toBlocks(type, entry.key, entry.value, left - 1, [...above, entry.key.text]),
    );
  const { start } = key.range;
  return [{ type, labels: above, header: spanOf(key), body: toBody(value), start, end: value.range.end }];
}

/** Nested blocks are attributes with lists or maps, which read the same; only `dynamic` is told apart. */
function toBody(map: YamlMap): Body {
  const dynamic = map.entry('dynamic');
  const blocks = dynamic ? toBlocks('dynamic', dynamic.key, dynamic.value, 1, []) : [];
  const attributes = map.entries.filter((entry) => entry !== dynamic).map(toAttribute);
  return { attributes, blocks: blocks.map(withContent), ...spanOf(map) };
}

/** The content of a dynamic block is a block. */
function withContent(block: Block): Block {
  const content = block.body.attributes.find(({ name }) => name === 'content');
  if (content?.value.kind !== 'object') return block;
  const attributes = content.value.entries.flatMap(({ key, value }): readonly Attribute[] =>
    key.kind === 'literal' ? [{ name: String(key.value), value, start: key.start, end: value.end }] : [],
  );
  const { start, end } = content;
  const inner: Block = {
    type: 'content',
    labels: [],
    header: content,
    body: { attributes, blocks: [], start, end },
    start,
    end,
  };
  const others = block.body.attributes.filter((attribute) => attribute !== content);
  return { ...block, body: { ...block.body, attributes: others, blocks: [inner] } };
}

function toAttribute({ key, value }: YamlEntry): Attribute {
  return { name: key.text, value: toExpression(value), start: key.range.start, end: value.range.end };
}

function toExpression(node: YamlNode): Expression {
  const span = spanOf(node);
  if (node.kind === 'sequence') return { kind: 'tuple', items: node.items.map(toExpression), ...span };
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => ({ key: toExpression(key), value: toExpression(value) }));
    return { kind: 'object', entries, ...span };
  }
  if (typeof node.value !== 'string') return { kind: 'literal', value: node.value, ...span };
  const template = node.value.includes('{') ? parseTemplateText(node.value) : undefined;
  return template ? placed(template, span) : { kind: 'literal', value: node.value, ...span };
}

function spanOf({ range: { start, end } }: YamlNode): Span {
  return { start, end };
}

/** The same with all places being where the string is: escapes make offsets in it others than in the file. */
function placed<T>(node: T, span: Span): T {
  if (Array.isArray(node)) return node.map((item: unknown) => placed(item, span)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]: [string, unknown]) => [key, placed(value, span)] as const);
  return { ...Object.fromEntries(entries), ...('start' in node ? span : {}) } as T;
}
