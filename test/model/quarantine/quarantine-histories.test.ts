import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationOf } from './checks.ts';
import { NO_GRANTS } from './description.ts';
import { following } from './protocol.ts';
import { RULES } from './rules.ts';
import {
  ADOPT,
  CLEANUP,
  type Edit,
  type Job,
  PROMOTE,
  REGRANT,
  RENAME,
  RESTORE,
  RETIRE,
  type Setting,
  SMALLEST,
  startOf,
} from './setting.ts';
import type { World } from './world.ts';

// Histories that are too long to explore completely: they combine more runs, faults, edits, and days than the model.

const RUNS = Number(process.env['ROTATION'] === 'all' ? 20_000 : 300);

const EDITS: readonly Edit[] = [
  'gives the permissions back',
  'grants something else',
  'edits the description',
  'replaces the description',
];

const KINDS = {
  untagged: [CLEANUP, CLEANUP, RESTORE, RENAME, REGRANT, ADOPT],
  kept: [CLEANUP, CLEANUP, RESTORE, RENAME, REGRANT, ADOPT],
  pending: [RETIRE, RETIRE, RESTORE, RENAME, PROMOTE],
  current: [RETIRE, RETIRE, RESTORE, RENAME, REGRANT],
} satisfies Partial<Record<Setting['kind'], readonly Job[]>>;

const setting: fc.Arbitrary<Setting> = fc
  .constantFrom(...(['untagged', 'kept', 'pending', 'current'] as const))
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      jobs: fc.array(fc.constantFrom<Job>(...KINDS[kind]), { minLength: 2, maxLength: 7 }),
      grants: fc.constantFrom(SMALLEST.grants, SMALLEST.grants, NO_GRANTS),
      faults: fc.nat(4),
      maxEdits: fc.nat(3),
      maxPasses: fc.nat(8),
    }),
  )
  .map((given) => ({ ...SMALLEST, rules: RULES, edits: EDITS, ...given }));

/**
 * Selects one of the possible next steps. Usually nothing goes wrong. Otherwise, most histories would end before a suspension.
 */
const choices = fc.array(
  fc.record({
    index: fc.nat(),
    isQuiet: fc.oneof(...[true, true, true, false].map((it) => fc.constant(it))),
  }),
  { minLength: 20, maxLength: 120 },
);

function nextOf(world: World, given: Setting, { index, isQuiet }: { index: number; isQuiet: boolean }) {
  const all = following(world, given);
  const quiet = all.filter(({ world: next }) => next.faults === world.faults && next.edits === world.edits);
  const outcomes = isQuiet && quiet.length > 0 ? quiet : all;
  return outcomes[index % outcomes.length];
}

describe('in any history', () => {
  test('a suspended token can be restored, and is revoked only after its quarantine', () => {
    fc.assert(
      fc.property(setting, choices, (given, chosen) => {
        const trace: string[] = [];
        let world: World = startOf(given);
        for (const choice of chosen) {
          const outcome = nextOf(world, given, choice);
          if (!outcome) return;
          trace.push(outcome.says);
          world = outcome.world;
          expect(violationOf(world, given), trace.join('\n')).toBeUndefined();
        }
      }),
      { numRuns: RUNS },
    );
  });
});
