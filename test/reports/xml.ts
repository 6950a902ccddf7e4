/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const token = /<\?[^?]*\?>\s*|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|\ufffe|\uffff/u;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Parses the part of XML 1.0 that reports use, and throws for everything that is not well-formed. */
export function parseXml(document: string): XmlElement {
  if (forbidden.test(document)) throw new Error('forbidden character');
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const match of document.matchAll(token)) {
    if (match.index !== end) break;
    end += match[0].length;
    const [, closed, opened, attributes = '', selfClosed, text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (opened === undefined) continue;
    const element: OpenElement = { name: opened, attributes: parseAttributes(attributes), children: [], text: '' };
    parent.children.push(element);
    if (selfClosed === '') open.push(element);
  }
  if (end !== document.length) throw new Error(`not well-formed at: ${document.slice(end, end + 80)}`);
  const [element, ...others] = root.children;
  if (open.length !== 1 || !element || others.length > 0) throw new Error('not one closed root element');
  return element;
}

function parseAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`attribute ${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replace(/&([^;]*)(;?)/g, (_, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`unknown entity &${name}`);
    return character;
  });
}
