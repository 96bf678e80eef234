import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inParallel, MAX_IN_FLIGHT } from '../../src/base/concurrency.ts';

/** Tasks records when tasks begin and end. The number of a task is its duration in turns of the event loop. */
class Tasks {
  readonly begun: number[] = [];
  ended = 0;
  mostAtOnce = 0;
  /** For each start of a task: how many tasks had ended, and how many were running. */
  readonly beginnings: { readonly ended: number; readonly underWay: number }[] = [];

  readonly carryOut = async (turns: number): Promise<void> => {
    this.beginnings.push({ ended: this.ended, underWay: this.begun.length - this.ended });
    this.begun.push(turns);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.begun.length - this.ended);
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    this.ended++;
  };
}

const LENGTHS = fc.array(fc.nat({ max: 5 }), { maxLength: 40 });

describe('tasks in parallel', () => {
  test('all end, start in order, and never exceed the limit', async () => {
    await fc.assert(
      fc.asyncProperty(LENGTHS, async (lengths) => {
        const tasks = new Tasks();
        await inParallel(lengths, tasks.carryOut);
        expect(tasks.begun).toEqual(lengths);
        expect(tasks.ended).toBe(lengths.length);
        expect(tasks.mostAtOnce).toBeLessThanOrEqual(MAX_IN_FLIGHT);
      }),
    );
  });

  test('use the largest possible concurrency', async () => {
    const tasks = new Tasks();
    await inParallel(Array<number>(20).fill(3), tasks.carryOut);
    expect(tasks.mostAtOnce).toBe(MAX_IN_FLIGHT);
  });

  test('never exceed the limit that depends on the number of finished tasks', async () => {
    await fc.assert(
      fc.asyncProperty(LENGTHS, fc.integer({ min: 1, max: 4 }), async (lengths, slowness) => {
        const tasks = new Tasks();
        const maxInFlight = (ended: number) => 1 + Math.floor(ended / slowness);
        await inParallel(lengths, tasks.carryOut, { maxInFlight, shouldContinue: () => true });
        expect(tasks.ended).toBe(lengths.length);
        for (const { ended, underWay } of tasks.beginnings) expect(underWay).toBeLessThan(maxInFlight(ended));
      }),
    );
  });

  test('do not start after the caller stops, but started ones end', async () => {
    await fc.assert(
      fc.asyncProperty(LENGTHS, fc.nat({ max: 40 }), async (lengths, last) => {
        const tasks = new Tasks();
        await inParallel(lengths, tasks.carryOut, {
          maxInFlight: () => MAX_IN_FLIGHT,
          shouldContinue: () => tasks.begun.length < last,
        });
        expect(tasks.begun).toEqual(lengths.slice(0, last));
        expect(tasks.ended).toBe(tasks.begun.length);
      }),
    );
  });
});
