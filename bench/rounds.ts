import type { Case } from './cases.ts';
import { measure, type Usage } from './measured-process.ts';
import type { Measured } from './tables.ts';

/** The first runs read files that are not in memory yet, so they do not count. */
const WARM_UPS = 2;

/** SLOW_ROUNDS is how often a case is measured that takes seconds. */
export const SLOW_ROUNDS = 3;

/** measureRounds runs each case once in every round, so that a temporary slowdown of the machine affects all cases. */
export async function measureRounds(all: readonly Case[], rounds: number): Promise<Measured[]> {
  const measured = all.map((one) => ({ ...one, usages: [] as Usage[] }));
  for (let round = -WARM_UPS; round < rounds; round++) {
    for (const one of measured) {
      const isDue = !one.isSlow || (round >= 0 && round < SLOW_ROUNDS);
      if (!isDue) continue;
      const usage = await measureOnce(one);
      if (round >= 0) one.usages.push(usage);
    }
    if (process.stderr.isTTY) process.stderr.write(`round ${round + 1} of ${rounds}\r`);
  }
  return measured;
}

async function measureOnce({ ready, beganAt, over }: Case): Promise<Usage> {
  const usage = await measure(await ready());
  const endedAt = Date.now();
  const measured = beganAt ? { ...usage, wallMs: endedAt - beganAt() } : usage;
  await over?.();
  return measured;
}
