import type { UseStep } from '../model/step.ts';

/** Actions that restore a cache whatever their inputs say. */
const always =
  /^(?:actions\/cache(?:\/restore)?|swatinem\/rust-cache|gradle\/actions\/setup-gradle|gradle\/gradle-build-action|hendrikmuhs\/ccache-action|mozilla-actions\/sccache-action|pnpm\/cache)@/i;
/** Actions that have a cache unless an input says no. */
const byDefault = /^(?:actions\/setup-go|golangci\/golangci-lint-action|astral-sh\/setup-uv)@/i;

/** What restores a cache in a step, by its name; undefined when nothing does. */
export function restoresCache({ uses, inputs }: UseStep): string | undefined {
  const name = uses.text.split('@')[0] ?? '';
  const given = (inputs?.entries ?? []).find(({ key }) =>
    /^(?:enable-cache|cache|bundler-cache)$/.test(key.text),
  )?.value;
  const said = given?.kind === 'scalar' ? given.text : undefined;
  // What is an expression may be meant for other runs than releases.
  if (said !== undefined && /^(?:|false|''|\$\{\{.*)$/s.test(said)) return undefined;
  if (always.test(uses.text))
    return inputs?.text('lookup-only') === 'true' || inputs?.text('cache-disabled') === 'true' ? undefined : name;
  const isSetup = /^(?:actions\/setup-\w+|ruby\/setup-ruby|astral-sh\/setup-uv|pnpm\/action-setup)@/i.test(uses.text);
  return (isSetup && said !== undefined) || (byDefault.test(uses.text) && said === undefined && isNew(uses.text))
    ? name
    : undefined;
}

/** Go's is on by default from version 4 on (actions/setup-go, README). */
function isNew(uses: string): boolean {
  return !/^actions\/setup-go@v[123](?:\.|$)/i.test(uses);
}
