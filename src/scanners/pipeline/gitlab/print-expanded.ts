import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import type { TextRange } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Hole, Pipeline } from '../model/pipeline.ts';
import { globalDefaults, globalKeywords } from './keywords.ts';

/** What is no part of the result: it has been put in. */
const usedUp: ReadonlySet<string> = new Set(['include', 'spec', 'default', ...globalDefaults]);

/** Values that are printed; aliases and inheritance can multiply what a file has. */
const mostNodes = 1_000_000;

/**
 * The definition as YAML after expansion: keywords, then the jobs with everything they inherit, in the order of the
 * definition; what could not be looked at as comments. The same definition gives the same bytes.
 */
export function printExpanded(pipeline: Pipeline): string {
  const document = new Document(undefined, { version: '1.1' });
  const root = new YAMLMap<Node, Node>(document.schema);
  document.contents = root;
  const printer = new Printer(document);
  const add = (name: string, value: YamlNode, comment: string): void => {
    const key = new Scalar(name);
    if (comment !== '') key.commentBefore = comment;
    root.items.push(new Pair<Node, Node>(key, printer.node(value)));
  };
  for (const { key, value } of pipeline.document.entries) {
    if (globalKeywords.has(key.text) && !usedUp.has(key.text)) add(key.text, value, '');
  }
  for (const job of pipeline.jobs) if (!printer.isFull) add(job.name, withoutExtends(job), commentOf(job));
  const comments = [
    `${pipeline.source.uri}, expanded`,
    ...(printer.isFull ? [`cut: more than ${mostNodes} values`] : []),
    ...pipeline.holes.map(holeLine),
  ];
  const head = comments.map((line) => `# ${oneLine(line)}\n`).join('');
  if (root.items.length === 0) return head;
  // The library quotes texts with these and leaves them as they are; a terminal would obey them.
  const body = document
    .toString({ lineWidth: 0, flowCollectionPadding: false })
    .replaceAll(/[\u007F-\u009F]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
  return `${head}${body}`;
}

/** What a job extends has been put in, unless it is not known. */
function withoutExtends({ body, unresolved }: Job): YamlMap {
  if (unresolved || !body.get('extends')) return body;
  return new YamlMap(
    body.entries.filter(({ key }) => key.text !== 'extends'),
    body.range,
  );
}

/** Makes nodes of the `yaml` library. */
class Printer {
  readonly #document: Document;
  #count = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  get isFull(): boolean {
    return this.#count > mostNodes;
  }

  node(node: YamlNode): Node {
    if (++this.#count > mostNodes) return new Scalar(null);
    if (node.kind === 'scalar') return new Scalar(node.value);
    if (node.kind === 'sequence') {
      const list = new YAMLSeq<Node>(this.#document.schema);
      list.items = node.items.map((item) => this.node(item));
      if (node.tag !== undefined) list.tag = node.tag;
      list.flow = node.tag !== undefined;
      return list;
    }
    const map = new YAMLMap<Node, Node>(this.#document.schema);
    map.items = node.entries.map(({ key, value }) => new Pair<Node, Node>(new Scalar(key.text), this.node(value)));
    return map;
  }
}

function commentOf({ instances, includedIf, unresolved }: Job): string {
  const lines = [
    ...(unresolved ? [`not all of it: ${unresolved.join(', ')} may come from an include`] : []),
    ...(includedIf ? ['only there when the rules of an include let it in'] : []),
    ...(instances ? [`${instances.length} jobs: ${instances.map(({ name }) => name).join('; ')}`] : []),
  ];
  return lines.map((line) => ` ${oneLine(line)}`).join('\n');
}

function holeLine({ kind, address, ref, reason, at }: Hole): string {
  const version = ref === undefined ? '' : ` at ${ref}`;
  return `not here: ${kind} ${address}${version}, ${placeOf(at)}: ${reason}`;
}

/** `FILE:LINE:COLUMN`. */
export function placeOf({ source, start }: TextRange): string {
  const { line, column } = source.position(start);
  return `${source.uri}:${line}:${column}`;
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
