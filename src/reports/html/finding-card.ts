import { markup, type Content, type Markup } from '../../lib/html/markup.ts';
import type { Finding, Fix, Step } from '../../model/finding.ts';
import { historyInWords, historyNote } from '../history.ts';
import { proseInHtml } from '../prose.ts';
import { titleOf, type RuleTable } from '../rule-table.ts';
import { certainty, place } from '../wording.ts';
import { codeFrame } from './code-frame.ts';

const mostPlaces = 20;

export interface CardContext {
  readonly rules: RuleTable;
  /** Where the rules that have a section stand, by rule id. */
  readonly ruleAnchors: ReadonlyMap<string, string>;
}

/** One finding that unfolds; `blocks`: it shuts the gate; `open`: it starts unfolded. */
export function findingCard(
  finding: Finding,
  id: string,
  { blocks, open }: { readonly blocks: boolean; readonly open: boolean },
  { rules, ruleAnchors }: CardContext,
): Markup {
  const history = historyNote(finding);
  const fix = rules.get(finding.ruleId)?.fix;
  const anchor = ruleAnchors.get(finding.ruleId);
  const ruleName = markup`<code>${finding.ruleId}</code>`;
  const parts = [
    markup`<p>${proseInHtml(finding.message)}</p>`,
    finding.excerpt && codeFrame(finding.excerpt),
    history && markup`<p class="soft">Found in ${historyInWords(history)}.</p>`,
    otherPlaces(finding),
    steps(finding.path ?? []),
    fix !== undefined && markup`<p><span class="label">Fix</span> ${proseInHtml(fix)}</p>`,
    (finding.fixes ?? []).map(suggestion),
  ];
  const facts = [
    anchor === undefined ? ruleName : markup`<a href="#${anchor}">${ruleName}</a>`,
    certainty(finding),
    markup`<a href="#f-${id}"><code>${id.slice(0, 8)}</code></a>`,
  ];
  return markup`<details class="finding ${finding.severity}" id="f-${id}"${open && markup` open`}>
${summary(finding, rules, blocks)}
<div class="body">${parts}
<p class="meta">${facts.map((fact) => markup`<span>${fact}</span> `)}</p></div></details>
`;
}

function summary(finding: Finding, rules: RuleTable, blocks: boolean): Markup {
  const words = [
    markup`<span class="badge ${blocks && 'solid'}">${finding.severity}</span> `,
    markup`<span class="title">${titleOf(finding, rules)}</span> `,
    finding.baselineState === 'new' && markup`<span class="badge">new</span> `,
    markup`<code class="place">${place(finding.locations[0])}</code>`,
  ];
  return markup`<summary>${words}</summary>`;
}

function otherPlaces(finding: Finding): Content {
  const others = finding.locations.slice(1);
  if (others.length === 0) return undefined;
  const more = others.length - mostPlaces;
  const named = others
    .slice(0, mostPlaces)
    .map((location, index) => [index > 0 && ', ', markup`<code>${place(location)}</code>`]);
  return markup`<p><span class="label">Also in</span> ${named}${more > 0 && ` and ${more} more`}</p>`;
}

function steps(path: readonly Step[]): Content {
  if (path.length === 0) return undefined;
  const items = path.map(
    ({ location, message }) => markup`<li><code>${place(location)}</code> ${proseInHtml(message)}</li>`,
  );
  return markup`<ol class="steps">${items}</ol>`;
}

function suggestion({ description, safe, edits }: Fix): Markup[] {
  const label = markup`<span class="label">${safe ? 'Safe change' : 'Change to review'}</span> `;
  const changes = edits.flatMap(({ location, text }) => [
    markup`<p><span class="label">At</span> <code>${place(location)}</code></p>`,
    text === '' ? markup`` : markup`<pre class="code edit">${text}</pre>`,
  ]);
  return [markup`<p>${label}${proseInHtml(description)}</p>`, ...changes];
}
