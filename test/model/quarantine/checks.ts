import { twoClocks } from '../../../src/tokens/clocks.ts';
import { recordIn } from '../../../src/tokens/record.ts';
import { type Exploration, explore, type Violation } from '../explore.ts';
import { describedBy, formatDescription, NO_GRANTS } from './description.ts';
import { canBeRestored, grantsAfterRestore } from './expected.ts';
import { following } from './protocol.ts';
import { isRecordable, isSuspension } from './rules.ts';
import { short } from './server.ts';
import { type Job, QUARANTINE_MS, type Setting, STRICT, startOf } from './setting.ts';
import { keyOf, UNTOUCHED, type World } from './world.ts';

/** exploreSetting explores every world that is reachable in a setting. */
export function exploreSetting(setting: Setting): Exploration {
  return explore(startOf(setting), {
    following: (world) => following(world, setting),
    check: (world) => violationOf(world, setting),
    keyOf,
  });
}

/** violationOf is what is wrong with a world. Undefined if nothing is. */
export function violationOf(world: World, setting: Setting): Violation | undefined {
  const what =
    world.wrong ??
    twoRecords(world) ??
    backInSeries(world) ??
    lost(world, setting) ??
    partOfRecord(world, setting) ??
    leftAlive(world, setting);
  return what === undefined ? undefined : { what, later: [] };
}

/** There is never more than one record. */
function twoRecords({ token: { description } }: World): string | undefined {
  const rest = description.slice(0, description.length - recordIn(description).length);
  return recordIn(rest) === '' ? undefined : `there are two records: ${description}`;
}

/** A run that finds a record that a server has cut off must restore the permissions, unless the server lies about it. */
function partOfRecord({ token, runs, isDisturbed }: World, { server }: Setting): string | undefined {
  const isOver = runs.every(({ at }) => at === 'waiting' || at === 'over');
  const isPart = recordIn(token.description) === '' && token.description.includes(' [gha-');
  return isOver && !isDisturbed && !server.echoes && isPart ? 'a part of a record is left' : undefined;
}

/** A restored token is not a member of its series, unless a rotation adopts it. */
function backInSeries({ token, runs }: World): string | undefined {
  const { tag, record } = describedBy(token.description);
  if (record?.state !== 'restored' || tag === undefined || tag.kind === 'kept') return undefined;
  return runs.some(({ job }) => job.kind === 'adopt') ? undefined : `a restored token is ${tag.kind}`;
}

/** If all runs end here, one undisturbed restore must give the token its permissions back. */
function lost(world: World, setting: Setting): string | undefined {
  const { token, expected } = world;
  if (token.isRevoked || canBeRestored(world, setting)) return undefined;
  const grants = grantsAfterRestore(token, setting);
  return `a restore gives ${grants} and not ${expected.grants?.join(' or ')}: ${short(token.description)} with ${token.grants}`;
}

/**
 * If nothing disturbs a cleanup or a rotation, it must revoke the token, after its quarantine if there is one. It keeps the token
 * only if the token is not selected, or if it is suspended by another workflow or has its permissions back.
 */
function leftAlive(world: World, setting: Setting): string | undefined {
  const isQuiet = world.late.length === 0 && world.runs.every(({ at }) => at === 'waiting' || at === 'over');
  const job = setting.jobs.find(({ kind }) => kind === 'cleanup' || kind === 'retire');
  if (!isQuiet || !job || !canBeSuspended(job, setting)) return undefined;
  const undisturbed = { ...job, dateOffMs: 0, runnerOffMs: 0 };
  let later = world;
  for (let run = 0; run < 3 && !later.token.isRevoked; run++) {
    later = runAlone(later, undisturbed, setting);
    if (later.wrong !== undefined) return later.wrong;
    const since = describedBy(later.token.description).record?.since ?? 0;
    later = { ...later, clock: Math.max(later.clock, since) + QUARANTINE_MS };
  }
  return later.token.isRevoked || isRightlyKept(later, undisturbed, setting)
    ? undefined
    : `later runs do not end ${short(later.token.description)} with ${later.token.grants}`;
}

/**
 * Some servers store no records, and a record cannot contain all permissions. Only a run without quarantine ends such a token.
 */
function canBeSuspended(job: Job, { server, grants }: Setting): boolean {
  const isInQuarantine = 'quarantineMs' in job && job.quarantineMs > 0;
  return !isInQuarantine || (server === STRICT && isRecordable({ grants }));
}

function isRightlyKept({ token, clock, isDisturbed }: World, job: Job, { rules }: Setting): boolean {
  const isRestoredByHand = isSuspension(token, 'suspended') && token.grants !== NO_GRANTS;
  const isOfOthers = 'quarantineMs' in job && job.quarantineMs === 0 && isSuspension(token);
  const parts = { ...describedBy(token.description), record: undefined };
  const unrecorded = { ...token, description: formatDescription(parts) };
  const isSelected = rules.decide(job, unrecorded, twoClocks(clock, clock)).kind === 'go';
  return !isSelected || isOfOthers || (isDisturbed && isRestoredByHand);
}

/** runAlone is the world after one undisturbed run. */
function runAlone(world: World, job: Job, setting: Setting): World {
  const run = { ...UNTOUCHED, name: 'later', job, at: 'waiting' } as const;
  let next: World = { ...world, runs: [run], faults: 0, edits: 0, passes: 0 };
  while (next.runs.some(({ at }) => at !== 'over') && !next.token.isRevoked) {
    const [outcome] = following(next, { ...setting, jobs: [job] });
    if (!outcome) break;
    next = outcome.world;
  }
  return next;
}
