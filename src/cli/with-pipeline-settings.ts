import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Invocation, Option, Terminal } from './command.ts';
import type { PolicyInForce } from './policy-in-force.ts';

export const pipelineOptions: readonly Option[] = [
  {
    name: 'facts',
    value: 'FILE',
    summary: 'Settings of the project that the repository does not have (docs/facts.md).',
  },
  {
    name: 'include-cache',
    value: 'DIR',
    summary: 'Copies of what ci.lock names (portcullis pipeline lock --include-cache).',
  },
  { name: 'pedantic', summary: 'Also report in pipelines what is right but rarely worth the trouble.' },
];

/**
 * The policy with what the command line says about pipelines.
 * @throws InputError when the facts can not be read
 */
export function withPipelineSettings(
  inForce: PolicyInForce,
  invocation: Invocation,
  terminal: Terminal,
): PolicyInForce {
  const file = invocation.value('facts');
  const pedantic = invocation.flag('pedantic');
  const cache = invocation.value('include-cache');
  if (file === undefined && cache === undefined && !pedantic) return inForce;
  const { policy } = inForce;
  const given = policy.scanners['pipeline'];
  const pipeline = {
    ...(isObject(given) ? given : {}),
    ...(pedantic && { pedantic }),
    ...(cache !== undefined && { includeCache: resolve(terminal.cwd, cache) }),
    ...(file !== undefined && { facts: { uri: file, text: readText(resolve(terminal.cwd, file)) } }),
  };
  return { ...inForce, policy: { ...policy, scanners: { ...policy.scanners, pipeline } } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError('facts', `can not read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
