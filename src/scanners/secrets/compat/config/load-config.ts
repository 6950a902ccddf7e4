import { readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { buildConfig, type ConfigBases } from './build-config.ts';
import type { ConfigWarnings } from './config-warnings.ts';
import { ConfigError } from './config-error.ts';
import type { CompatConfig } from './config.ts';
import { readRawConfig, type RawConfig } from './raw-config.ts';
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
    const text = readText(sources.cwd, file, (reason) => `unable to load gitleaks config, err: ${reason}`);
    const raw = readToml(text, (reason) => `unable to load gitleaks config, err: While parsing config: ${reason}`);
    return await buildConfig(raw, file, 0, bases);
  }
  const content = sources.env['GITLEAKS_CONFIG_TOML'];
  if (content !== undefined && content !== '') {
    const raw = readToml(content, (reason) => `unable to load gitleaks config from GITLEAKS_CONFIG_TOML: ${reason}`);
    return await buildConfig(raw, '', 0, bases);
  }
  const found = sources.source === undefined ? undefined : findBeside(sources.cwd, sources.source);
  if (found === undefined) return await bases.builtIn();
  const raw = readToml(found.text, (reason) => `unable to load gitleaks config, err: While parsing config: ${reason}`);
  return await buildConfig(raw, found.path, 0, bases);
}

function createBases(cwd: string, log: ConfigWarnings): ConfigBases {
  const bases: ConfigBases = {
    builtIn: async () => (await import('../built-in/built-in-config.ts')).builtInConfig(),
    file: async (path, depth) => {
      const text = readText(cwd, path, (reason) => `failed to load extended config, err: ${reason}`);
      const raw = readToml(text, (reason) => `failed to load extended config, err: While parsing config: ${reason}`);
      return await buildConfig(raw, path, depth, bases);
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
  return { path, text: readText(cwd, path, (reason) => `unable to load gitleaks config, err: ${reason}`) };
}

function readText(cwd: string, path: string, describe: (reason: string) => string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new ConfigError(describe(`open ${path}: ${error instanceof Error ? error.message : String(error)}`));
  }
}

function readToml(text: string, describe: (reason: string) => string): RawConfig {
  try {
    return readRawConfig(parse(text));
  } catch (error) {
    if (error instanceof TomlError) throw new ConfigError(describe(`toml: ${error.message}`));
    if (error instanceof WeakValueError) throw new ConfigError(error.message);
    throw error;
  }
}
