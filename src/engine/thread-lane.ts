import { Worker } from 'node:worker_threads';
import type { Entry } from '../model/target.ts';
import type { Examined } from './examiner.ts';
import type { Job } from './job.ts';
import type { Lane } from './lane.ts';
import type { Tally } from './tally.ts';

export type Order = { readonly kind: 'examine'; readonly entries: readonly Entry[] } | { readonly kind: 'finish' };

export type Reply =
  | { readonly kind: 'examined'; readonly said: Examined }
  | { readonly kind: 'finished'; readonly said: Examined; readonly tallies: Readonly<Record<string, Tally>> };

/** Examines in a thread of its own. A thread that dies rejects what was asked of it: the run fails, it does not shrink. */
export function openThreadLane(job: Job): Lane {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: job });
  let pending: { resolve(reply: Reply): void; reject(error: Error): void } | undefined;
  let dead: Error | undefined;
  const die = (error: Error): void => {
    dead = error;
    pending?.reject(error);
  };
  worker.on('message', (reply: Reply) => {
    const asked = pending;
    pending = undefined;
    asked?.resolve(reply);
  });
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`a scanning thread stopped with code ${code}`)));
  const ask = async (order: Order): Promise<Reply> =>
    await new Promise((resolve, reject) => {
      if (dead) reject(dead);
      else {
        pending = { resolve, reject };
        worker.postMessage(order);
      }
    });
  return {
    async examine(entries) {
      return (await ask({ kind: 'examine', entries })).said;
    },
    async finish() {
      const reply = await ask({ kind: 'finish' });
      if (reply.kind !== 'finished') throw new Error('a scanning thread answered out of turn');
      return reply;
    },
    async close() {
      await worker.terminate();
    },
  };
}
