import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { HttpClient } from '../../lib/http/http-client.ts';
import { stringify } from '../../lib/json/stringify.ts';
import { flatten } from '../../lib/terminal/sanitize.ts';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import { ApiClient } from '../../scanners/pipeline/facts/api/api-client.ts';
import { collectGithub } from '../../scanners/pipeline/facts/api/collect-github.ts';
import { collectGitlab } from '../../scanners/pipeline/facts/api/collect-gitlab.ts';
import { factsJsonSchema } from '../../scanners/pipeline/facts/facts-schema.ts';
import type { Invocation, Terminal } from '../command.ts';
import { printLines } from '../print-lines.ts';
import { factsSource, type FactsSource } from './facts-source.ts';

/** For one answer, in milliseconds. */
const timeout = 15_000;
/** A page of a hundred projects is about 300,000 bytes. */
const mostBytes = 5_000_000;

/** `portcullis pipeline facts`. */
export async function exportFacts(
  _root: string,
  invocation: Invocation,
  terminal: Terminal,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<number> {
  if (invocation.positionals.length > 1)
    throw new InputError('usage', 'facts takes no directory', 'portcullis pipeline facts --help');
  if (invocation.flag('schema')) return printLines([stringify(factsJsonSchema(), 2)], terminal);
  const source = factsSource(invocation, terminal.env);
  const { platform, project } = source;
  const api = clientFor(source, terminal, fetch);
  const { facts, isEmpty } = await (platform === 'gitlab' ? collectGitlab : collectGithub)(api, project);
  const unknown = Object.entries(facts.unknown ?? {});
  if (isEmpty) {
    const [, reason = ''] = unknown[0] ?? [];
    throw new InputError('no-facts', flatten(`nothing could be read of ${project}: ${reason}`));
  }
  for (const [fact, reason] of unknown) terminal.stderr.write(flatten(`not known: ${fact}: ${reason}`) + '\n');
  const text = stringify({ version: 1, [platform]: facts }, 2);
  const output = invocation.value('output');
  if (output === undefined) return printLines([text], terminal);
  writeWhole(resolve(terminal.cwd, output), [text, '\n']);
  return 0;
}

function clientFor(source: FactsSource, { signal, now }: Terminal, fetch: typeof globalThis.fetch): ApiClient {
  const { base, headers, credentials } = source;
  const http = new HttpClient({
    fetch,
    signal,
    timeout,
    mostBytes,
    trustedOrigins: [new URL(base).origin],
    userAgent: 'portcullis',
  });
  const pause = async (milliseconds: number): Promise<void> => {
    await setTimeout(milliseconds, undefined, { signal });
  };
  return new ApiClient({ http, base, headers, credentials, now, pause });
}
