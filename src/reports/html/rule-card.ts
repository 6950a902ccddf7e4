import { markup, type Markup } from '../../lib/html/markup.ts';
import type { ReportedRule } from '../../model/report.ts';
import { proseInHtml } from '../prose.ts';

/** What a rule is about: why it matters, how to fix it, where to read more. */
export function ruleCard(rule: ReportedRule, anchor: string): Markup {
  const weaknesses = rule.cwe.map((number) =>
    link(`https://cwe.mitre.org/data/definitions/${number}.html`, `CWE-${number}`),
  );
  const references = (rule.references ?? []).map((url) => link(url, url));
  return markup`<details class="rule ${rule.severity}" id="${anchor}">
    <summary>
      <span class="badge">${rule.severity}</span><span class="title">${rule.title}</span
      ><code class="place">${rule.id}</code>
    </summary>
    <div class="body">
      <p><span class="label">Why</span> ${proseInHtml(rule.why)}</p>
      <p><span class="label">Fix</span> ${proseInHtml(rule.fix)}</p>
      <p class="meta">
        ${weaknesses.map((weakness) => markup`<span>${weakness}</span> `)}${rule.tags.map((tag) => markup`<span>${tag}</span> `)}${references.map((reference) => markup`<span>${reference}</span> `)}
      </p>
    </div>
  </details> `;
}

/** Only the web's schemes become links. */
function link(url: string, text: string): Markup {
  return /^https?:\/\//i.test(url) ? markup`<a href="${url}" rel="noreferrer noopener">${text}</a>` : markup`${text}`;
}
