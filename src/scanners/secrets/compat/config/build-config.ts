import type { Re2 } from '../../../../lib/re2/re2.ts';
import { lowerCase, toBytes } from '../byte-text.ts';
import type { Allowlist } from './allowlist.ts';
import { buildAllowlist } from './build-allowlist.ts';
import { compileRegex } from './compile-regex.ts';
import type { ConfigWarnings } from './config-warnings.ts';
import { ConfigError } from './config-error.ts';
import type { CompatConfig, CompatRule, RequiredRule } from './config.ts';
import { extendConfig } from './extend-config.ts';
import type { RawConfig, RawRule } from './raw-config.ts';

/** How a configuration reaches the one that it extends. */
export interface ConfigBases extends ConfigWarnings {
  /** The built-in rules. */
  builtIn(): Promise<CompatConfig>;
  /** Reads and builds the file that `path` names, relative to the working directory. */
  file(path: string, depth: number): Promise<CompatConfig>;
}

const maxExtendDepth = 2;

/**
 * Turns what a file says into rules. `depth` counts how many files extend this one; beyond two, `extend` is ignored.
 * Throws `ConfigError`.
 */
export async function buildConfig(
  raw: RawConfig,
  path: string,
  depth: number,
  bases: ConfigBases,
): Promise<CompatConfig> {
  const written = raw.rules.map((rule) => buildRule(rule));
  const own = new Map(written.map((rule) => [rule.id, rule]));
  checkRequired(own);
  const { global, targeted } = buildGlobalAllowlists(raw);
  const config = { path, rules: own, order: written.map((rule) => rule.id), allowlists: global };
  const base = depth < maxExtendDepth ? await findBase(raw, depth, bases) : undefined;
  const extended = base === undefined ? config : extendConfig(config, base, raw.extend.disabledRules, bases);
  const complete = { ...extended, rules: addTargeted(extended.rules, targeted) };
  for (const rule of complete.rules.values()) checkRule(rule);
  return complete;
}

async function findBase(raw: RawConfig, depth: number, bases: ConfigBases): Promise<CompatConfig | undefined> {
  const { path, useDefault } = raw.extend;
  if (path !== '' && useDefault) {
    throw new ConfigError('unable to load config due to extend.path and extend.useDefault being set');
  }
  if (useDefault) return await bases.builtIn();
  return path === '' ? undefined : await bases.file(path, depth + 1);
}

function buildRule(raw: RawRule): CompatRule {
  if (raw.id.trim() === '') throw new ConfigError(`rule |id| is missing or empty, ${describeRule(raw)}`);
  if (raw.allowlist !== undefined && raw.allowlists.length > 0) {
    throw new ConfigError(
      `${raw.id}: [rules.allowlist] is deprecated, it cannot be used alongside [[rules.allowlist]]`,
    );
  }
  const allowlists = raw.allowlist === undefined ? raw.allowlists : [raw.allowlist];
  const regex = optionalRegex(raw.regex, `${raw.id}: |regex|`);
  const path = optionalRegex(raw.path, `${raw.id}: |path|`);
  return {
    id: raw.id,
    description: raw.description,
    ...(regex && { regex }),
    ...(path && { path }),
    secretGroup: raw.secretGroup,
    entropy: raw.entropy,
    keywords: raw.keywords.map((keyword) => lowerCase(toBytes(keyword))),
    tags: raw.tags,
    allowlists: allowlists.map((allowlist) => buildAllowlist(allowlist, `${raw.id}: [[rules.allowlists]]`)),
    required: raw.required.map(({ id, withinLines, withinColumns }): RequiredRule => {
      if (id === '') throw new ConfigError(`${raw.id}: [[rules.required]] rule ID is empty`);
      return {
        id,
        ...(withinLines !== undefined && { withinLines }),
        ...(withinColumns !== undefined && { withinColumns }),
      };
    }),
    skipReport: raw.skipReport,
  };
}

function optionalRegex(source: string, owner: string): Re2 | undefined {
  return source === '' ? undefined : compileRegex(source, owner);
}

function describeRule({ regex, path, description }: RawRule): string {
  if (regex !== '') return `regex: ${regex}`;
  return path === '' ? `description: ${description}` : `path: ${path}`;
}

function checkRequired(rules: ReadonlyMap<string, CompatRule>): void {
  for (const rule of rules.values()) {
    for (const { id } of rule.required) {
      if (!rules.has(id)) throw new ConfigError(`${rule.id}: [[rules.required]] rule ID '${id}' does not exist`);
    }
  }
}

/** What can only be said when the base has been added. */
function checkRule(rule: CompatRule): void {
  if (rule.regex === undefined && rule.path === undefined && rule.builtIn !== true) {
    throw new ConfigError(`${rule.id}: both |regex| and |path| are empty, this rule will have no effect`);
  }
  const groups = rule.regex?.groups ?? 0;
  if (rule.regex !== undefined && rule.secretGroup > groups) {
    throw new ConfigError(
      `${rule.id}: invalid regex secret group ${rule.secretGroup}, max regex secret group ${groups}`,
    );
  }
}

interface TargetedAllowlist {
  readonly allowlist: Allowlist;
  readonly rules: readonly string[];
}

function buildGlobalAllowlists(raw: RawConfig): { global: readonly Allowlist[]; targeted: TargetedAllowlist[] } {
  if (raw.allowlist !== undefined && raw.allowlists.length > 0) {
    throw new ConfigError('[allowlist] is deprecated, it cannot be used alongside [[allowlists]]');
  }
  const written = raw.allowlist === undefined ? raw.allowlists : [raw.allowlist];
  const built = written.map((each) => ({ allowlist: buildAllowlist(each, '[[allowlists]]'), rules: each.targetRules }));
  return {
    global: built.filter(({ rules }) => rules.length === 0).map(({ allowlist }) => allowlist),
    targeted: built.filter(({ rules }) => rules.length > 0),
  };
}

function addTargeted(
  rules: ReadonlyMap<string, CompatRule>,
  targeted: readonly TargetedAllowlist[],
): ReadonlyMap<string, CompatRule> {
  const result = new Map(rules);
  for (const { allowlist, rules: ids } of targeted) {
    for (const id of ids) {
      const rule = result.get(id);
      if (rule === undefined) throw new ConfigError(`[[allowlists]] target rule ID '${id}' does not exist`);
      result.set(id, { ...rule, allowlists: [...rule.allowlists, allowlist] });
    }
  }
  return result;
}
