import { nearestWord } from '../../../../lib/spelling/nearest-word.ts';
import type { Re2 } from '../../../../lib/re2/re2.ts';
import { lowerCase, toBytes } from '../byte-text.ts';
import type { Allowlist } from './allowlist.ts';
import { buildAllowlist } from './build-allowlist.ts';
import { compileRegex } from './compile-regex.ts';
import type { ConfigWarnings } from './config-warnings.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
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
  checkRequired(raw.rules, own);
  const { global, targeted } = buildGlobalAllowlists(raw);
  const config = { path, rules: own, order: written.map((rule) => rule.id), allowlists: global };
  const base = depth < maxExtendDepth ? await findBase(raw, depth, bases) : undefined;
  const extended = base === undefined ? config : extendConfig(config, base, raw.extend.disabledRules, bases);
  const complete = { ...extended, rules: addTargeted(extended.rules, targeted) };
  for (const rule of complete.rules.values()) checkRule(rule, raw.rules);
  return complete;
}

async function findBase(raw: RawConfig, depth: number, bases: ConfigBases): Promise<CompatConfig | undefined> {
  const { path, useDefault } = raw.extend;
  if (path !== '' && useDefault) {
    throw new ConfigError('unable to load config due to extend.path and extend.useDefault being set', {
      key: 'extend.useDefault',
      hint: 'extend one of them; the file of extend.path may itself extend the default',
    });
  }
  if (useDefault) return await bases.builtIn();
  return path === '' ? undefined : await bases.file(path, depth + 1);
}

function buildRule(raw: RawRule): CompatRule {
  if (raw.id.trim() === '') {
    throw new ConfigError(`rule |id| is missing or empty, ${describeRule(raw)}`, {
      key: raw.at,
      hint: 'each [[rules]] needs an id of its own',
    });
  }
  if (raw.allowlist !== undefined && raw.allowlists.length > 0) {
    throw new ConfigError(
      `${raw.id}: [rules.allowlist] is deprecated, it cannot be used alongside [[rules.allowlist]]`,
      { key: raw.allowlist.at, rule: raw.id, hint: 'write it as another [[rules.allowlists]]' },
    );
  }
  const allowlists = raw.allowlist === undefined ? raw.allowlists : [raw.allowlist];
  const regex = optionalRegex(raw.regex, `${raw.id}: |regex|`, { key: `${raw.at}.regex`, rule: raw.id });
  const path = optionalRegex(raw.path, `${raw.id}: |path|`, { key: `${raw.at}.path`, rule: raw.id });
  return {
    id: raw.id,
    description: raw.description,
    ...(regex && { regex }),
    ...(path && { path }),
    secretGroup: raw.secretGroup,
    entropy: raw.entropy,
    keywords: raw.keywords.map((keyword) => lowerCase(toBytes(keyword))),
    tags: raw.tags,
    allowlists: allowlists.map((allowlist) => buildAllowlist(allowlist, raw.id)),
    required: raw.required.map(({ id, withinLines, withinColumns }, index): RequiredRule => {
      const key = `${raw.at}.required[${index}]`;
      if (id === '') throw new ConfigError(`${raw.id}: [[rules.required]] rule ID is empty`, { key, rule: raw.id });
      return {
        id,
        ...(withinLines !== undefined && { withinLines }),
        ...(withinColumns !== undefined && { withinColumns }),
      };
    }),
    skipReport: raw.skipReport,
  };
}

function optionalRegex(source: string, owner: string, fault: ConfigFault): Re2 | undefined {
  return source === '' ? undefined : compileRegex(source, owner, fault);
}

function describeRule({ regex, path, description }: RawRule): string {
  if (regex !== '') return `regex: ${regex}`;
  return path === '' ? `description: ${description}` : `path: ${path}`;
}

function checkRequired(written: readonly RawRule[], rules: ReadonlyMap<string, CompatRule>): void {
  for (const { id: rule, at, required } of written) {
    for (const [index, { id }] of required.entries()) {
      if (rules.has(id)) continue;
      throw new ConfigError(`${rule}: [[rules.required]] rule ID '${id}' does not exist`, {
        key: `${at}.required[${index}].id`,
        rule,
        ...meant(id, rules),
      });
    }
  }
}

/** The id that was probably meant. */
function meant(id: string, rules: ReadonlyMap<string, CompatRule>): ConfigFault {
  const nearest = nearestWord(id, [...rules.keys()]);
  return nearest === undefined ? {} : { hint: `did you mean '${nearest}'?` };
}

/** What can only be said when the base has been added. */
function checkRule(rule: CompatRule, written: readonly RawRule[]): void {
  const fault = (key: string): ConfigFault => {
    const at = written.find(({ id }) => id === rule.id)?.at;
    return { rule: rule.id, ...(at !== undefined && { key: `${at}${key}` }) };
  };
  if (rule.regex === undefined && rule.path === undefined && rule.builtIn !== true) {
    throw new ConfigError(`${rule.id}: both |regex| and |path| are empty, this rule will have no effect`, fault(''));
  }
  const groups = rule.regex?.groups ?? 0;
  if (rule.regex !== undefined && rule.secretGroup > groups) {
    throw new ConfigError(
      `${rule.id}: invalid regex secret group ${rule.secretGroup}, max regex secret group ${groups}`,
      fault('.secretGroup'),
    );
  }
}

interface TargetedAllowlist {
  readonly allowlist: Allowlist;
  readonly rules: readonly string[];
  readonly at: string;
}

function buildGlobalAllowlists(raw: RawConfig): { global: readonly Allowlist[]; targeted: TargetedAllowlist[] } {
  if (raw.allowlist !== undefined && raw.allowlists.length > 0) {
    throw new ConfigError('[allowlist] is deprecated, it cannot be used alongside [[allowlists]]', {
      key: raw.allowlist.at,
      hint: 'write it as another [[allowlists]]',
    });
  }
  const written = raw.allowlist === undefined ? raw.allowlists : [raw.allowlist];
  const built = written.map((each) => ({ allowlist: buildAllowlist(each), rules: each.targetRules, at: each.at }));
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
  for (const { allowlist, rules: ids, at } of targeted) {
    for (const id of ids) {
      const rule = result.get(id);
      if (rule === undefined) {
        throw new ConfigError(`[[allowlists]] target rule ID '${id}' does not exist`, {
          key: `${at}.targetRules`,
          ...meant(id, result),
        });
      }
      result.set(id, { ...rule, allowlists: [...rule.allowlists, allowlist] });
    }
  }
  return result;
}
