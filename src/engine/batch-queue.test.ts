import { array, assert, asyncProperty, boolean, integer } from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry } from '../model/target.ts';
import { BatchQueue } from './batch-queue.ts';

it('gives every batch to exactly one lane, sticky ones to the first, whatever the mix', async () => {
  await assert(
    asyncProperty(array(boolean(), { maxLength: 40 }), integer({ min: 1, max: 4 }), async (kinds, lanes) => {
      const queue = new BatchQueue(2 * lanes);
      const taken = Array.from({ length: lanes }, (): string[] => []);
      const work = async (lane: number): Promise<void> => {
        for (let batch = await queue.take(lane === 0); batch; batch = await queue.take(lane === 0)) {
          taken[lane]?.push(batch[0]?.uri ?? '');
          await Promise.resolve();
        }
      };
      const working = taken.map(async (_, lane) => await work(lane));
      for (const [index, sticky] of kinds.entries()) {
        const entry: Entry = { uri: `${sticky ? 'sticky' : 'free'}${index}`, size: 1, ref: '' };
        await queue.push([entry], sticky);
      }
      queue.close();
      await Promise.all(working);
      expect(taken.flat().toSorted()).toEqual(
        kinds.map((sticky, index) => `${sticky ? 'sticky' : 'free'}${index}`).toSorted(),
      );
      expect(
        taken
          .slice(1)
          .flat()
          .filter((uri) => uri.startsWith('sticky')),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
