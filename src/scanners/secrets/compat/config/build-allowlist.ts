import { compileRegex } from './compile-regex.ts';
import { lowerCase, toBytes } from '../byte-text.ts';
import type { Allowlist } from './allowlist.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
import type { RawAllowlist } from './raw-config.ts';

/** The allowlist of a rule, or a global one without an id. */
export function buildAllowlist(raw: RawAllowlist, rule?: string): Allowlist {
  const owner = rule === undefined ? '[[allowlists]]' : `${rule}: [[rules.allowlists]]`;
  const fault = (key: string): ConfigFault => ({ key: `${raw.at}${key}`, ...(rule !== undefined && { rule }) });
  if (raw.commits.length + raw.paths.length + raw.regexes.length + raw.stopwords.length === 0) {
    throw new ConfigError(
      `${owner} must contain at least one check for: commits, paths, regexes, or stopwords`,
      fault(''),
    );
  }
  return {
    description: raw.description,
    condition: readCondition(raw.condition, owner, fault('.condition')),
    commits: new Set(raw.commits.map((commit) => commit.toLowerCase())),
    paths: raw.paths.map((path) => compileRegex(path, `${owner} paths`, fault('.paths'))),
    regexTarget: readRegexTarget(raw.regexTarget, owner, fault('.regexTarget')),
    regexes: raw.regexes.map((regex) => compileRegex(regex, `${owner} regexes`, fault('.regexes'))),
    stopwords: raw.stopwords.map((word) => lowerCase(toBytes(word))),
  };
}

function readCondition(condition: string, owner: string, fault: ConfigFault): Allowlist['condition'] {
  switch (condition.toLowerCase()) {
    case '':
    case 'or':
    case '||':
      return 'or';
    case 'and':
    case '&&':
      return 'and';
    default:
      throw new ConfigError(`${owner} unknown allowlist |condition| '${condition}' (expected 'and', 'or')`, fault);
  }
}

function readRegexTarget(target: string, owner: string, fault: ConfigFault): Allowlist['regexTarget'] {
  switch (target) {
    case '':
    case 'secret':
      return 'secret';
    case 'match':
    case 'line':
      return target;
    default:
      throw new ConfigError(`${owner} unknown allowlist |regexTarget| '${target}' (expected 'match', 'line')`, fault);
  }
}
