import { readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { buildConfig, type ConfigBases } from './build-config.ts';
import type { ConfigWarnings } from './config-warnings.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
import type { CompatConfig } from './config.ts';
import { findKeyLines, lineOf } from './key-lines.ts';
import { readRawConfig } from './raw-config.ts';
import { WeakValueError } from './weak-value.ts';

/** Where to look for a configuration, in this order. */
export interface ConfigSources {
  /** Named on the command line; empty when not. */
  readonly named: string;
  /** Of which GITLEAKS_CONFIG and GITLEAKS_CONFIG_TOML are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is scanned; undefined when it is no path. */
  readonly source: string | undefined;
  readonly cwd: string;
}

/** Finds, reads and builds the configuration. Throws `ConfigError`. */
export async function loadConfig(sources: ConfigSources, log: ConfigWarnings): Promise<CompatConfig> {
  const bases = createBases(sources.cwd, log);
  const file = sources.named === '' ? sources.env['GITLEAKS_CONFIG'] : sources.named;
  if (file !== undefined && file !== '') {
    return await build(readSource(sources.cwd, file, unloadable), 0, bases);
  }
  const content = sources.env['GITLEAKS_CONFIG_TOML'];
  if (content !== undefined && content !== '') {
    const source = { text: content, path: '', introduction: `${unloadable} from GITLEAKS_CONFIG_TOML` };
    return await build(source, 0, bases);
  }
  const found = sources.source === undefined ? undefined : findBeside(sources.cwd, sources.source);
  return found === undefined ? await bases.builtIn() : await build(found, 0, bases);
}

const unloadable = 'unable to load gitleaks config';

/** A configuration as it is written. */
interface Source {
  readonly text: string;
  /** Empty when it is no file. */
  readonly path: string;
  /** What stands before the parser's message. */
  readonly introduction: string;
}

async function build({ text, path, introduction }: Source, depth: number, bases: ConfigBases): Promise<CompatConfig> {
  const place = path === '' ? 'GITLEAKS_CONFIG_TOML' : path;
  try {
    return await buildConfig(readRawConfig(parse(text)), path, depth, bases);
  } catch (error) {
    if (error instanceof TomlError) {
      throw new ConfigError(`${introduction}: toml: ${error.message}`, {
        at: `${place}:${error.line}:${error.column}`,
      });
    }
    if (error instanceof WeakValueError) throw new ConfigError(error.message, locate({ key: error.key }, text, place));
    // An error of a file that this one extends was located there.
    if (!(error instanceof ConfigError) || error.fault.at !== undefined) throw error;
    throw new ConfigError(error.message, locate(error.fault, text, place));
  }
}

/** Adds the file and, if the key is known, its line. */
function locate(fault: ConfigFault, text: string, place: string): ConfigFault {
  const line = fault.key === undefined ? undefined : lineOf(findKeyLines(text), fault.key);
  return { ...fault, at: line === undefined ? place : `${place}:${line}` };
}

function createBases(cwd: string, log: ConfigWarnings): ConfigBases {
  const bases: ConfigBases = {
    builtIn: async () => (await import('../built-in/built-in-config.ts')).builtInConfig(),
    file: async (path, depth) => await build(readSource(cwd, path, 'failed to load extended config'), depth, bases),
    warn: (message, fields) => log.warn(message, fields),
  };
  return bases;
}

function findBeside(cwd: string, source: string): Source | undefined {
  const stats = statSync(resolve(cwd, source), { throwIfNoEntry: false });
  if (stats === undefined) throw new ConfigError(`stat ${source}: no such file or directory`);
  if (!stats.isDirectory()) return undefined;
  const path = posix.join(source, '.gitleaks.toml');
  if (statSync(resolve(cwd, path), { throwIfNoEntry: false }) === undefined) return undefined;
  return readSource(cwd, path, unloadable);
}

/** @param failure how messages of all that is wrong with the file begin */
function readSource(cwd: string, path: string, failure: string): Source {
  try {
    const text = readFileSync(resolve(cwd, path), 'utf8');
    return { text, path, introduction: `${failure}, err: While parsing config` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${failure}, err: open ${path}: ${reason}`);
  }
}
