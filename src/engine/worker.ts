import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from './job.ts';
import { openLane } from './lane.ts';
import type { Order, Reply } from './thread-lane.ts';

/** Entry point of a scanning thread: opens a lane and obeys the orders that arrive. */
async function serve(job: Job): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the scanning thread has no parent');
  // Whoever gives up ends the thread.
  const lane = await openLane(job, new AbortController().signal);
  const answer = async (order: Order): Promise<Reply> => {
    if (order.kind === 'examine') return { kind: 'examined', said: await lane.examine(order.entries) };
    return { kind: 'finished', ...(await lane.finish()) };
  };
  port.on('message', (order: Order) => {
    answer(order).then(
      (reply) => port.postMessage(reply),
      (error: unknown) => {
        throw error;
      },
    );
  });
}

await serve(workerData as Job);
