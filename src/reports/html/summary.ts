import { markup, type Content, type Markup } from '../../lib/html/markup.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { blockingInWords, otherReasons } from '../blocking-findings.ts';
import { countsInWords, duration, outcomeInWords, worstFirst } from '../wording.ts';
import { gateIcon } from './gate-icon.ts';

/** Verdict and circumstances. */
export function pageHeader({ tool, verdict, evidence, ...report }: Report, options: ReportOptions): Markup {
  const { revision, target } = evidence;
  const blocking = blockingInWords(verdict);
  const lead = [
    countsInWords(verdict),
    ...(blocking === undefined ? [] : [blocking]),
    ...(verdict.suppressed > 0 ? [`${verdict.suppressed} accepted`] : []),
  ].join(' · ');
  const millis = Date.parse(report.endedAt) - Date.parse(report.startedAt);
  const facts: readonly (readonly [term: string, value: Content])[] = [
    ['Target', target.description],
    ['Repository', revision?.repository],
    ['Branch', revision?.branch],
    ['Commit', revision?.commit && markup`<code>${revision.commit.slice(0, 12)}</code>`],
    [
      'Judged',
      !options.reproducible && markup`<time datetime="${report.endedAt}">${readableTime(report.endedAt)}</time>`,
    ],
    ['Took', !options.reproducible && duration(millis)],
    ['Policy', markup`<code title="${verdict.policyDigest}">${verdict.policyDigest.slice(0, 12)}</code>`],
  ];
  return markup`<header class="${verdict.outcome}">
    <div class="verdict">
      ${gateIcon(verdict.outcome)}
      <div>
        <p class="product">
          ${tool.name} ${tool.version} · gate <b>${verdict.gate}</b> ·
          <span class="badge solid">${verdict.outcome}</span>
        </p>
        <h1>The gate ${outcomeInWords(verdict.outcome)}</h1>
        <p class="lead">${lead}</p>
      </div>
    </div>
    <dl class="facts">
      ${facts.map(
        ([term, value]) =>
          value &&
          markup`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </header> `;
}

/** The share of each severity as one bar; numbers stand in the navigation. */
export function severityBar(verdict: Verdict): Markup {
  const { counts } = verdict;
  const total = worstFirst.reduce((sum, severity) => sum + counts[severity], 0);
  if (total === 0) return markup``;
  let x = 0;
  const parts = worstFirst.map((severity) => {
    const width = (counts[severity] / total) * 1000;
    const part = markup`<rect class="${severity}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="10" />`;
    x += width;
    return part;
  });
  return markup`<svg
    class="bar"
    viewBox="0 0 1000 10"
    preserveAspectRatio="none"
    role="img"
    aria-label="${countsInWords(verdict)}"
  >
    ${parts}
  </svg>`;
}

/** What decided, besides single findings. */
export function reasonList(verdict: Verdict): Markup {
  const reasons = otherReasons(verdict);
  if (reasons.length === 0) return markup``;
  const items = reasons.map(({ effect, message }) => markup`<li class="${effect}"><b>${effect}</b> ${message}</li> `);
  return markup`<ul class="reasons">
    ${items}
  </ul> `;
}

function readableTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
