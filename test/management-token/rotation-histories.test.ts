import { describe, expect, test } from 'vitest';
import { chosenFrom } from '../sample.ts';
import { DAY, type Disturbance, HARMS, type Setting, World } from './world.ts';

const SETTINGS: readonly Setting[] = [1, 2].flatMap((targets) =>
  [0, 700].flatMap((callMs) =>
    [0, 40_000, -40_000].flatMap((githubAheadMs) =>
      (['the stored token', 'its own token'] as const).flatMap((uses) =>
        [60 * DAY, undefined].map((renewBeforeMs) => ({
          targets,
          callMs,
          githubAheadMs,
          uses,
          renewBeforeMs,
        })),
      ),
    ),
  ),
);

/** More calls than any run makes. */
const MAX_CALLS = 20;

/** A day later, or at once: with all calls within one second. */
const PAUSES = [0, DAY];

/**
 * heal lets runs go undisturbed, two days apart. Returns what is not as it must be after the last one: exactly one token of the series
 * is alive, plus those in grace, and every secret contains it.
 */
async function heal(world: World, setting: Setting): Promise<string[]> {
  const found: string[] = [];
  for (let run = 0; run < 2; run++) {
    world.clock.advance(2 * DAY);
    const result = await world.run();
    if (result === 'killed' || !['rotated', 'not-due'].includes(result.kind)) {
      found.push(`run ${run} ended with ${JSON.stringify(result)}`);
    }
  }
  const stored = new Set(world.stored.map((token) => token?.id));
  const inGracePeriod = setting.renewBeforeMs === undefined ? 1 : 0;
  if (stored.size !== 1) found.push('the secrets differ');
  if (world.liveTagged.length !== 1 + inGracePeriod)
    found.push(`${world.liveTagged.length} tokens are alive`);
  if (world.liveTagged.at(-1)?.id !== [...stored][0]) found.push('the newest one is not stored');
  // Without a date from which a rotation is not due, each run leaves its predecessor in grace.
  if (world.firstIsLive) found.push('the token that a person created is alive');
  return [...world.outages, ...found];
}

function disturbances(): Disturbance[] {
  return Array.from({ length: MAX_CALLS }, (_, call) => call).flatMap((call) =>
    HARMS.flatMap((harm) => [true, false].map((post) => ({ call, harm, post }))),
  );
}

describe.for(SETTINGS)('a rotation with %o', (setting) => {
  test('that nothing disturbs leaves one token', async () => {
    const world = new World(setting);
    await world.run();
    expect(world.calls).toContain('store');
    expect(world.calls.length).toBeLessThan(MAX_CALLS);
    expect(await heal(world, setting)).toEqual([]);
  });

  test('that one disturbance hits is put right, and no secret ever contains a dead token', async () => {
    for (const disturbance of disturbances()) {
      const world = new World(setting);
      await world.run(disturbance);
      expect(await heal(world, setting), JSON.stringify(disturbance)).toEqual([]);
    }
  });
});

/**
 * All pairs take long, so only the settings in which a rule can matter have them: one of them in `npm test`, and all in `npm run
 * test:rotation`.
 */
const PAIRED: readonly Setting[] = [
  { targets: 2, callMs: 0, githubAheadMs: 0, uses: 'its own token', renewBeforeMs: 60 * DAY },
  { targets: 2, callMs: 700, githubAheadMs: -40_000, uses: 'its own token', renewBeforeMs: undefined },
  { targets: 1, callMs: 700, githubAheadMs: 40_000, uses: 'the stored token', renewBeforeMs: 60 * DAY },
];

const { chosen, how } = chosenFrom(PAIRED, (setting) => JSON.stringify(setting), 'PAIRED', 1);
test.for(chosen)(`two disturbances, in runs that follow each other, with %o${how}`, async (setting) => {
  for (const pause of PAUSES) {
    for (const one of disturbances()) {
      for (const other of disturbances()) {
        const world = new World(setting);
        await world.run(one);
        // Beyond the last call, nothing is disturbed.
        if (one.call >= world.calls.length) break;
        world.clock.advance(pause);
        await world.run({ ...other, forced: true });
        if (other.call > world.calls.length) break;
        expect(await heal(world, setting), JSON.stringify({ pause, one, other })).toEqual([]);
      }
    }
  }
});
