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
    const text = readText(sources.cwd, file, (reason) => `${unloadable}, err: ${reason}`);
    return await build(
      { text, path: file, describe: (reason) => `${unloadable}, err: While parsing config: ${reason}` },
      0,
      bases,
    );
  }
  const content = sources.env['GITLEAKS_CONFIG_TOML'];
  if (content !== undefined && content !== '') {
    const describe = (reason: string): string => `${unloadable} from GITLEAKS_CONFIG_TOML: ${reason}`;
    return await build({ text: content, path: '', describe }, 0, bases);
  }
  const found = sources.source === undefined ? undefined : findBeside(sources.cwd, sources.source);
  if (found === undefined) return await bases.builtIn();
  return await build(
    { ...found, describe: (reason) => `${unloadable}, err: While parsing config: ${reason}` },
    0,
    bases,
  );
}

const unloadable = 'unable to load gitleaks config';

/** A document and how its errors are introduced. */
interface Source {
  readonly text: string;
  /** Empty when it is no file. */
  readonly path: string;
  readonly describe: (reason: string) => string;
}

async function build({ text, path, describe }: Source, depth: number, bases: ConfigBases): Promise<CompatConfig> {
  const place = path === '' ? 'GITLEAKS_CONFIG_TOML' : path;
  try {
    return await buildConfig(readRawConfig(parse(text)), path, depth, bases);
  } catch (error) {
    if (error instanceof TomlError) {
      throw new ConfigError(describe(`toml: ${error.message}`), { at: `${place}:${error.line}:${error.column}` });
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
  const failed = 'failed to load extended config';
  const bases: ConfigBases = {
    builtIn: async () => (await import('../built-in/built-in-config.ts')).builtInConfig(),
    file: async (path, depth) => {
      const text = readText(cwd, path, (reason) => `${failed}, err: ${reason}`);
      return await build(
        { text, path, describe: (reason) => `${failed}, err: While parsing config: ${reason}` },
        depth,
        bases,
      );
    },
    warn: (message, fields) => log.warn(message, fields),
  };
  return bases;
}

function findBeside(cwd: string, source: string): { readonly path: string; readonly text: string } | undefined {
  const stats = statSync(resolve(cwd, source), { throwIfNoEntry: false });
  if (stats === undefined) throw new ConfigError(`stat ${source}: no such file or directory`);
  if (!stats.isDirectory()) return undefined;
  const path = posix.join(source, '.gitleaks.toml');
  if (statSync(resolve(cwd, path), { throwIfNoEntry: false }) === undefined) return undefined;
  return { path, text: readText(cwd, path, (reason) => `${unloadable}, err: ${reason}`) };
}

function readText(cwd: string, path: string, describe: (reason: string) => string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new ConfigError(describe(`open ${path}: ${error instanceof Error ? error.message : String(error)}`));
  }
}
