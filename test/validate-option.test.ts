import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../src/model/evidence.ts';
import { reportFormats } from '../src/reports/formats.ts';
import {
  type FakeProvider,
  reply,
  startFakeProvider,
} from '../src/scanners/secrets/validation/testing/fake-provider.ts';
import { tokenOf } from './support/leak.ts';
import { scratch } from './support/scratch.ts';

const program = fileURLToPath(new URL('../bin/portcullis.cjs', import.meta.url));
const make = scratch();
const accepted = tokenOf('secrets/stripe-live-key', 3);
const refused = tokenOf('secrets/stripe-live-key', 4);
let stripe: FakeProvider;

beforeAll(async () => {
  stripe = await startFakeProvider((request, response) => {
    if (request.headers.authorization === `Bearer ${accepted}`) reply(response, 200, { object: 'balance' });
    else reply(response, 401, { error: { type: 'invalid_request_error', message: request.headers.authorization } });
  });
});
afterAll(async () => await stripe.close());

function project(validate: object = { endpoints: { stripe: stripe.endpoint } }): string {
  return make.repository({
    'portcullis.yaml': JSON.stringify({ version: 1, scanners: { secrets: { validate } } }),
    'live.env': `STRIPE_KEY=${accepted}\n`,
    'old.env': `STRIPE_KEY=${refused}\n`,
  });
}

/** Runs the built program while this process goes on to answer for the provider. */
async function run(cwd: string, ...args: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: Buffer.concat(chunks).toString() };
}

describe('--validate', () => {
  it('tells what is accepted, in every report, and shows no value anywhere', async () => {
    const cwd = project();
    const files = reportFormats.flatMap((format) => ['-o', `${format.id}=report.${format.id}`]);
    const { code, output } = await run(cwd, 'scan', '--validate', ...files);
    expect(code).toBe(1);
    expect(stripe.received).toHaveLength(2);
    const written = readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.env'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const path of written) {
      const text = readFileSync(path, 'latin1');
      expect([path, text.includes(accepted), text.includes(refused)]).toEqual([path, false, false]);
    }
    for (const value of [accepted, refused]) expect(output).not.toContain(value);
    const terminal = readFileSync(join(cwd, 'report.terminal'), 'utf8').replace(/\s+/g, ' ');
    expect(terminal).toContain('Stripe accepts it');
    const { findings } = (JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as { evidence: Evidence })
      .evidence;
    expect(findings.map(({ severity, properties }) => [properties?.['secret'], severity])).toMatchObject([
      [{ validity: 'active' }, 'critical'],
      [{ validity: 'inactive' }, 'low'],
    ]);
  });

  it('is the only way: without it nothing is sent, and a policy can not ask for it', async () => {
    const before = stripe.received.length;
    const quiet = await run(project(), 'gate', 'build');
    expect(quiet.code).toBe(1);
    const sly = await run(project({ enabled: true, endpoints: { stripe: stripe.endpoint } }), 'gate', 'build');
    expect(sly.code).toBe(2);
    expect(sly.output).toContain('only the command line may');
    expect(stripe.received).toHaveLength(before);
  });

  it('explains a mistake in its settings', async () => {
    const { code, output } = await run(project({ endpoints: { strpe: stripe.endpoint } }), 'scan');
    expect(code).toBe(2);
    expect(output).toContain('did you mean stripe?');
  });
});
