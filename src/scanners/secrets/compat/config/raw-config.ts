import {
  lookUp,
  readFlag,
  readInteger,
  readNumber,
  readTable,
  readTables,
  readText,
  readTexts,
  type Table,
} from './weak-value.ts';

/** `[[allowlists]]` and `[[rules.allowlists]]` as written. */
export interface RawAllowlist {
  /** Where it stands in the document, like `rules[2].allowlists[0]`. */
  readonly at: string;
  readonly description: string;
  readonly condition: string;
  readonly commits: readonly string[];
  readonly paths: readonly string[];
  readonly regexTarget: string;
  readonly regexes: readonly string[];
  readonly stopwords: readonly string[];
  /** Only for global ones. */
  readonly targetRules: readonly string[];
}

export interface RawRequired {
  readonly id: string;
  readonly withinLines: number | undefined;
  readonly withinColumns: number | undefined;
}

export interface RawRule {
  /** Where it stands in the document. */
  readonly at: string;
  readonly id: string;
  readonly description: string;
  readonly regex: string;
  readonly path: string;
  readonly secretGroup: number;
  readonly entropy: number;
  readonly keywords: readonly string[];
  readonly tags: readonly string[];
  readonly allowlist: RawAllowlist | undefined;
  readonly allowlists: readonly RawAllowlist[];
  readonly required: readonly RawRequired[];
  readonly skipReport: boolean;
}

/** The keys of `.gitleaks.toml` that are read; others are ignored. */
export interface RawConfig {
  readonly minVersion: string;
  readonly extend: {
    readonly path: string;
    readonly useDefault: boolean;
    readonly disabledRules: readonly string[];
  };
  readonly rules: readonly RawRule[];
  readonly allowlist: RawAllowlist | undefined;
  readonly allowlists: readonly RawAllowlist[];
}

/** Reads the parsed TOML document. Throws `WeakValueError`. */
export function readRawConfig(document: Table): RawConfig {
  const extend = readTable(lookUp(document, 'extend'), 'extend') ?? {};
  const legacy = readTable(lookUp(document, 'allowlist'), 'allowlist');
  return {
    minVersion: readText(lookUp(document, 'minVersion'), 'minVersion'),
    extend: {
      path: readText(lookUp(extend, 'path'), 'extend.path'),
      useDefault: readFlag(lookUp(extend, 'useDefault'), 'extend.useDefault'),
      disabledRules: readTexts(lookUp(extend, 'disabledRules'), 'extend.disabledRules'),
    },
    rules: readTables(lookUp(document, 'rules'), 'rules').map((rule, index) => readRule(rule, `rules[${index}]`)),
    allowlist: legacy && readAllowlist(legacy, 'allowlist'),
    allowlists: readAllowlists(document, ''),
  };
}

function readRule(rule: Table, path: string): RawRule {
  const legacy = readTable(lookUp(rule, 'allowlist'), `${path}.allowlist`);
  return {
    at: path,
    id: readText(lookUp(rule, 'id'), `${path}.id`),
    description: readText(lookUp(rule, 'description'), `${path}.description`),
    regex: readText(lookUp(rule, 'regex'), `${path}.regex`),
    path: readText(lookUp(rule, 'path'), `${path}.path`),
    secretGroup: readInteger(lookUp(rule, 'secretGroup'), `${path}.secretGroup`),
    entropy: readNumber(lookUp(rule, 'entropy'), `${path}.entropy`),
    keywords: readTexts(lookUp(rule, 'keywords'), `${path}.keywords`),
    tags: readTexts(lookUp(rule, 'tags'), `${path}.tags`),
    allowlist: legacy && readAllowlist(legacy, `${path}.allowlist`),
    allowlists: readAllowlists(rule, `${path}.`),
    required: readTables(lookUp(rule, 'required'), `${path}.required`).map((required, index) =>
      readRequired(required, `${path}.required[${index}]`),
    ),
    skipReport: readFlag(lookUp(rule, 'skipReport'), `${path}.skipReport`),
  };
}

function readRequired(required: Table, path: string): RawRequired {
  const within = (key: string): number | undefined => {
    const value = lookUp(required, key);
    return value === undefined ? undefined : readInteger(value, `${path}.${key}`);
  };
  return {
    id: readText(lookUp(required, 'id'), `${path}.id`),
    withinLines: within('withinLines'),
    withinColumns: within('withinColumns'),
  };
}

function readAllowlists(table: Table, prefix: string): readonly RawAllowlist[] {
  return readTables(lookUp(table, 'allowlists'), `${prefix}allowlists`).map((allowlist, index) =>
    readAllowlist(allowlist, `${prefix}allowlists[${index}]`),
  );
}

function readAllowlist(allowlist: Table, path: string): RawAllowlist {
  return {
    at: path,
    description: readText(lookUp(allowlist, 'description'), `${path}.description`),
    condition: readText(lookUp(allowlist, 'condition'), `${path}.condition`),
    commits: readTexts(lookUp(allowlist, 'commits'), `${path}.commits`),
    paths: readTexts(lookUp(allowlist, 'paths'), `${path}.paths`),
    regexTarget: readText(lookUp(allowlist, 'regexTarget'), `${path}.regexTarget`),
    regexes: readTexts(lookUp(allowlist, 'regexes'), `${path}.regexes`),
    stopwords: readTexts(lookUp(allowlist, 'stopwords'), `${path}.stopwords`),
    targetRules: readTexts(lookUp(allowlist, 'targetRules'), `${path}.targetRules`),
  };
}
