import { escapeMarkup } from './escape.ts';

/** HTML that is safe to insert into a document. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Markup | undefined | false | readonly Content[];

/** Template tag for HTML: inserted strings are escaped, markup is not, lists are joined, nothing stands for nothing. */
export function markup(literals: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = literals[0] ?? '';
  for (const [index, content] of contents.entries()) text += render(content) + (literals[index + 1] ?? '');
  return new Markup(text);
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escapeMarkup(content);
  if (typeof content === 'number') return String(content);
  return content.map(render).join('');
}
