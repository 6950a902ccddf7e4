import { createHash } from 'node:crypto';
import { Markup, markup } from '../../lib/html/markup.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { isOpen } from '../open-finding.ts';
import { inOrder } from '../order.ts';
import { listChapters, type Chapter } from './chapters.ts';
import { style } from './style.ts';
import { pageHeader, reasonList, severityBar } from './summary.ts';

/** One file that needs nothing else: no script, no font, no image from elsewhere; made for reading and for paper. */
export function* writeHtml(unordered: Report, options: ReportOptions): Generator<string> {
  const report = inOrder(unordered);
  const chapters = [...listChapters(report, options)].filter((chapter) => chapter.size > 0);
  yield head(report).text;
  yield pageHeader(report, options).text;
  yield navigation(chapters).text;
  yield '<main>\n';
  yield severityBar(report.verdict).text;
  yield reasonList(report.verdict).text;
  if (!report.evidence.findings.some(isOpen)) yield nothingFound(report.verdict).text;
  for (const { id, title, size, content } of chapters) {
    yield markup`<section id="${id}">\n<h2>${title} <span class="count">${size.toLocaleString('en-US')}</span></h2>\n`
      .text;
    for (const piece of content) yield piece.text;
    yield '</section>\n';
  }
  yield '</main>\n';
  yield footer(report).text;
}

function head({ tool, verdict }: Report): Markup {
  const styleHash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${verdict.outcome.toUpperCase()}: gate ${verdict.gate} · ${tool.name}</title>
<style>${new Markup(style)}</style></head>
<body>
`;
}

function nothingFound({ outcome }: Verdict): Markup {
  const where = outcome === 'error' ? ' in what was looked at' : '';
  return markup`<p class="clear">Nothing was found${where}.</p>\n`;
}

function footer({ tool }: Report): Markup {
  const { name, version, informationUri } = tool;
  const link = /^https?:\/\//i.test(informationUri)
    ? markup` · <a href="${informationUri}" rel="noreferrer noopener">${informationUri}</a>`
    : undefined;
  return markup`<footer><p>${name} ${version}${link}</p></footer>
</body></html>
`;
}

function navigation(chapters: readonly Chapter[]): Markup {
  const items = chapters.map(({ id, title, size, tone }) => {
    const number = markup`<b>${size.toLocaleString('en-US')}</b>`;
    return markup`<li class="${tone}"><a href="#${id}">${title} ${number}</a></li>`;
  });
  return markup`<nav aria-label="Contents"><ul>${items}</ul></nav>\n`;
}
