import { sanitize } from '../../lib/terminal/sanitize.ts';
import type { Screen } from '../../lib/terminal/screen.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import type { Example, RuleMeta } from '../../model/rule.ts';

/** All that is known of a rule, for reading. */
export function* rulePage(rule: RuleMeta, screen: Screen): Generator<string> {
  const { paint } = screen;
  yield `${paint.bold(rule.title)}  ${paint.dim(rule.id)}`;
  yield paint.dim(
    `${rule.severity} · confidence ${rule.confidence} · ${[...rule.cwe.map((n) => `CWE-${n}`), ...rule.tags].join(' · ')}`,
  );
  yield* section('Why', rule.why, screen);
  yield* section('Fix', rule.fix, screen);
  if (rule.references && rule.references.length > 0) yield* list('Read more', rule.references, screen);
  yield* examples('Reported', rule.bad, screen);
  yield* examples('Not reported', rule.good, screen);
  if (rule.bad.some((example) => example.code.includes('{secret}'))) {
    yield '';
    yield paint.dim('{secret} stands for a value of this format.');
  }
}

function* section(title: string, text: string, screen: Screen): Generator<string> {
  yield '';
  yield screen.paint.bold(title);
  for (const line of wrap(text, screen.width - 2)) yield `  ${line}`;
}

function* list(title: string, items: readonly string[], screen: Screen): Generator<string> {
  yield '';
  yield screen.paint.bold(title);
  for (const item of items) yield `  ${item}`;
}

function* examples(title: string, all: readonly Example[], screen: Screen): Generator<string> {
  yield '';
  yield screen.paint.bold(title);
  for (const [index, { path, code }] of all.entries()) {
    if (index > 0) yield '';
    if (path !== undefined) yield screen.paint.dim(`  ${path}`);
    for (const line of code.replace(/\n$/, '').split('\n')) yield `    ${sanitize(line)}`;
  }
}
