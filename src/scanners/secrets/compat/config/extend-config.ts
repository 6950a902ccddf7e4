import type { ConfigWarnings } from './config-warnings.ts';
import type { CompatConfig, CompatRule } from './config.ts';

/**
 * Adds the rules of `base` to a configuration. A rule that both have is the base's with what the other one sets;
 * lists append. `disabled` drops rules of the base.
 */
export function extendConfig(
  config: CompatConfig,
  base: CompatConfig,
  disabled: readonly string[],
  log: ConfigWarnings,
): CompatConfig {
  for (const id of disabled) {
    if (!base.rules.has(id)) {
      log.warn("Disabled rule doesn't exist in extended config.", { config: base.path, 'rule-id': id });
    }
  }
  const dropped = new Set(disabled);
  const rules = new Map(config.rules);
  const added: string[] = [];
  for (const [id, rule] of base.rules) {
    if (dropped.has(id)) continue;
    const own = config.rules.get(id);
    rules.set(id, own === undefined ? rule : overrideRule(rule, own));
    if (own === undefined) added.push(id);
  }
  return {
    path: config.path,
    rules,
    order: [...config.order, ...added].toSorted(compareBytes),
    allowlists: [...config.allowlists, ...base.allowlists],
  };
}

function overrideRule(base: CompatRule, own: CompatRule): CompatRule {
  return {
    ...base,
    ...(own.description !== '' && { description: own.description }),
    ...(own.entropy !== 0 && { entropy: own.entropy }),
    ...(own.secretGroup !== 0 && { secretGroup: own.secretGroup }),
    ...(own.regex && { regex: own.regex }),
    ...(own.path && { path: own.path }),
    tags: [...base.tags, ...own.tags],
    keywords: [...base.keywords, ...own.keywords],
    allowlists: [...base.allowlists, ...own.allowlists],
  };
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
