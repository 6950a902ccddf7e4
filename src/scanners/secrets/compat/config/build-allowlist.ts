import { compileRegex } from './compile-regex.ts';
import { lowerCase, toBytes } from '../byte-text.ts';
import type { Allowlist } from './allowlist.ts';
import { ConfigError } from './config-error.ts';
import type { RawAllowlist } from './raw-config.ts';

/** `owner` names the allowlist in messages: `[[allowlists]]`, or with the rule's id before it. */
export function buildAllowlist(raw: RawAllowlist, owner: string): Allowlist {
  if (raw.commits.length + raw.paths.length + raw.regexes.length + raw.stopwords.length === 0) {
    throw new ConfigError(`${owner} must contain at least one check for: commits, paths, regexes, or stopwords`);
  }
  return {
    description: raw.description,
    condition: readCondition(raw.condition, owner),
    commits: new Set(raw.commits.map((commit) => commit.toLowerCase())),
    paths: raw.paths.map((path) => compileRegex(path, `${owner} paths`)),
    regexTarget: readRegexTarget(raw.regexTarget, owner),
    regexes: raw.regexes.map((regex) => compileRegex(regex, `${owner} regexes`)),
    stopwords: raw.stopwords.map((word) => lowerCase(toBytes(word))),
  };
}

function readCondition(condition: string, owner: string): Allowlist['condition'] {
  switch (condition.toLowerCase()) {
    case '':
    case 'or':
    case '||':
      return 'or';
    case 'and':
    case '&&':
      return 'and';
    default:
      throw new ConfigError(`${owner} unknown allowlist |condition| '${condition}' (expected 'and', 'or')`);
  }
}

function readRegexTarget(target: string, owner: string): Allowlist['regexTarget'] {
  switch (target) {
    case '':
    case 'secret':
      return 'secret';
    case 'match':
    case 'line':
      return target;
    default:
      throw new ConfigError(`${owner} unknown allowlist |regexTarget| '${target}' (expected 'match', 'line')`);
  }
}
