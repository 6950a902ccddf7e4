import { markup, type Markup } from '../../lib/html/markup.ts';
import type { Outcome } from '../../model/verdict.ts';

/** A gate tower: its portcullis is up, down, or stuck half way. */
export function gateIcon(outcome: Outcome): Markup {
  const bottom = { pass: 30, error: 44, fail: 58 }[outcome];
  const bars = [22, 32, 42].map((x) => markup`<path d="M${x} 22V${bottom}" />`);
  const beams = [30, 40, 50].filter((y) => y < bottom).map((y) => markup`<path d="M14 ${y}H50" />`);
  return markup`<svg
    viewBox="0 0 64 64"
    fill="none"
    stroke="currentColor"
    stroke-width="3"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="M6 60V8h7v6h8V8h7v6h8V8h7v6h8V8h7v52" />
    <path d="M14 60V36a18 18 0 0 1 36 0v24" />
    <g stroke-width="2.5">${bars}${beams}</g>
    <path d="M4 60h12M48 60h12" />
  </svg>`;
}
