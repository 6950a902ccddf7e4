const voidElements = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);
const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*\/?>/gy;

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The tags of an HTML document in order. Throws when one is not closed in its turn or a `<` opens no tag. */
export function listTags(document: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const body = document.replace(/^<!doctype html>/, '').replace(/(<style>)[^<]*(<\/style>)/, '$1$2');
  for (let at = body.indexOf('<'); at !== -1; at = body.indexOf('<', at + 1)) {
    tag.lastIndex = at;
    const match = tag.exec(body);
    if (!match) throw new Error(`no tag at: ${body.slice(at, at + 60)}`);
    const [whole, closing, name = '', attributes = ''] = match;
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    tags.push({ name, attributes: parseAttributes(attributes) });
    if (!voidElements.has(name) && !whole.endsWith('/>')) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`);
  return tags;
}

function parseAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) attributes[name] = value;
  return attributes;
}
