import { markup, type Markup } from '../../lib/html/markup.ts';
import type { Excerpt } from '../../model/finding.ts';

/** The excerpt with line numbers; what is underlined on a terminal is marked here. */
export function codeFrame({ startLine, lines, highlight }: Excerpt): Markup {
  const rows = lines.map((line, index) => {
    const number = startLine + index;
    const code =
      highlight?.line === number ? marked(line, highlight.startColumn, highlight.endColumn) : markup`${line}`;
    return markup`<span class="no">${number} </span>${code}\n`;
  });
  return markup`<pre class="code">${rows}</pre>`;
}

function marked(line: string, startColumn: number, endColumn: number): Markup {
  const start = Math.max(0, startColumn - 1);
  const end = Math.max(start, endColumn - 1);
  return markup`${line.slice(0, start)}<mark>${line.slice(start, end)}</mark>${line.slice(end)}`;
}
