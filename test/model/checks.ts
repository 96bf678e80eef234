import { twoClocks } from '../../src/tokens/clocks.ts';
import { newestFirst } from '../../src/tokens/listing.ts';
import { planRotation } from '../../src/tokens/rotation/plan.ts';
import { isNewer } from '../../src/tokens/rotation/series.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { REPOSITORY } from '../tokens/series-token.ts';
import { asEnded } from './ending.ts';
import { type Exploration, explore, type Violation } from './explore.ts';
import { following } from './protocol.ts';
import { dueToEnd } from './retiring.ts';
import { httpDate } from './server.ts';
import {
  ALWAYS,
  isOfOtherServer,
  isOtherServerUntouched,
  Moment,
  type Setting,
  startOf,
  WEEKLY,
} from './setting.ts';
import { isAccepted, isSilent, keyOf, kindOf, type Run, serversKey, UNTOUCHED, type World } from './world.ts';

/** The run that comes after all others are over. */
const LATER = '9999';

/** exploreSetting explores every world that is reachable in a setting. */
export function exploreSetting(setting: Setting): Exploration {
  return explore(startOf(setting), {
    following: (world) => following(world, setting),
    check: checks(setting),
    keyOf,
  });
}

/** The invariant of protocols.md must be true in every world of a setting, and a later run must repair every failure. */
function checks(setting: Setting): (world: World) => Violation | undefined {
  const healed = new Set<string>();
  return (world) => {
    const what = outage(world) ?? silence(world) ?? trespass(world, setting);
    if (what) return { what, later: [] };
    if (world.late.length > 0 || world.runs.some(({ phase }) => phase !== 'waiting' && phase !== 'over'))
      return undefined;
    // A later run sees only the servers, because no earlier run continues.
    const key = serversKey(world);
    if (healed.has(key)) return undefined;
    healed.add(key);
    return unhealed(world, setting);
  };
}

/** The token of each consumer must be accepted. Its previous token must be accepted until its grace period ends. */
function outage({ clock, tokens, consumers }: World): string | undefined {
  const ended = (id: string) => {
    const token = tokens.find((listed) => listed.id === id);
    if (token && isAccepted(token)) return undefined;
    return token?.revokedAt === 'unset' ? 'suspended' : 'revoked';
  };
  for (const { name, tokenId, before } of consumers) {
    const now = tokenId === undefined ? undefined : ended(tokenId);
    if (now) return `${name} has ${tokenId}, which is ${now}`;
    const earlier = before && before.until > clock ? ended(before.id) : undefined;
    if (earlier)
      return `${before?.id}, which ${name} had before, is ${earlier} before its grace period is over`;
  }
  return undefined;
}

/** No token of another GitHub server is revoked or changed. */
function trespass(world: World, setting: Setting): string | undefined {
  return isOtherServerUntouched(world, setting) ? undefined : 'a token of the other server was changed';
}

/** Every run that fails must say why. */
function silence({ runs }: World): string | undefined {
  const silent = runs.find(isSilent);
  return silent && `run ${silent.name} does not say how it ended`;
}

/**
 * One later undisturbed run must repair everything, with or without `renew-before`. By then, GitHub knows that the others are
 * over, and the clocks are right, because a slow clock keeps replaced tokens alive.
 */
function unhealed(world: World, setting: Setting): Violation | undefined {
  for (const order of [ALWAYS, WEEKLY]) {
    const { counterexample } = explore(laterWorld(world, order), {
      following: (next) =>
        following(next, { ...setting, isGitHubBehind: false, dateOffMs: 0, runnerOffMs: 0 }),
      check: (next) => {
        const what = outage(next) ?? trespass(next, setting) ?? leftBehind(next, setting);
        return what === undefined ? undefined : { what, later: [] };
      },
      keyOf,
    });
    if (counterexample) return { what: counterexample.violation, later: counterexample.trace };
  }
  return undefined;
}

/** The later run starts at least a second later, because responses contain the time in whole seconds. */
function laterWorld(world: World, order: Run['order']): World {
  const later: Run = { ...UNTOUCHED, name: 'f', runId: LATER, runAttempt: '1', order, phase: 'main' };
  const runs = [...world.runs.filter(({ phase }) => phase === 'over'), later];
  return { ...world, clock: world.clock + 1000, runs, faults: 0 };
}

/** The later run after it has ended. */
function endedLaterRun({ runs }: World): Run | undefined {
  return runs.find(({ runId, phase }) => runId === LATER && phase === 'over');
}

/** A later run must leave one current token, which all consumers have, and tokens in their grace period. */
function leftBehind(world: World, setting: Setting): string | undefined {
  const { gracePeriodMs } = setting;
  const end = endedLaterRun(world)?.end;
  if (!end) return undefined;
  if (end.kind === 'failed') return `the later run fails: ${end.code}`;
  const alive = world.tokens.filter((token) => token.revokedAt === 'unset' && !isOfOtherServer(token));
  const current = alive.filter((token) => kindOf(token) === 'current').sort(newestFirst);
  const [newest] = current;
  if (!newest) return 'no current token is left';
  const leftOver = alive.find(
    (token) =>
      token !== newest && !isOutOfSeries(token) && !isInGrace(token, current, gracePeriodMs, httpDate(world)),
  );
  if (leftOver) return `${leftOver.id} (${kindOf(leftOver)}) is left in addition to ${newest.id}`;
  const astray = world.consumers.find(({ tokenId }) => tokenId !== newest.id);
  if (astray) return `${astray.name} has ${astray.tokenId} and not ${newest.id}`;
  return restless(world) ?? suspendedPermanently(world, setting);
}

/** The first retirement after its quarantine must revoke a suspended token, unless the token still has permissions. */
function suspendedPermanently(world: World, setting: Setting): string | undefined {
  const [run] = world.runs;
  if (!run || setting.quarantineMs === 0) return undefined;
  const clock = world.clock + setting.gracePeriodMs + setting.quarantineMs + 1000;
  const isRight = { ...setting, dateOffMs: 0, runnerOffMs: 0 };
  const later = { ...world, clock };
  const revoked = dueToEnd(new Moment(later, { ...run, own: undefined }, isRight), later).flatMap(
    ({ id, plan }) => (plan.stage === 'revoking' ? [id] : []),
  );
  const forgotten = world.tokens.find(
    (token) =>
      token.revokedAt === 'unset' &&
      kindOf(token) === 'suspended' &&
      !isAccepted(token) &&
      !revoked.includes(token.id),
  );
  return forgotten && `${forgotten.id} stays suspended permanently`;
}

/** After that, the next run with `renew-before` must have nothing to do. */
function restless({ clock, tokens, consumers }: World): string | undefined {
  const run = { ...REPOSITORY, runId: '10000', runAttempt: '1' };
  const targets = consumers.filter(({ kind }) => kind === 'secret');
  const plan = planRotation(WEEKLY, {
    tokens: tokens.map(asEnded),
    databases: ['metrics'],
    targets,
    run,
    hasEnded: () => true,
    clocks: twoClocks(clock, clock),
  });
  if (plan.kind === 'not-due') return undefined;
  return `the run after it has something to do: ${plan.kind === 'rotate' ? plan.reasons.join(', ') : plan.why}`;
}

/** A later run ends a suspended token. A cleanup or a person ends a restored one. */
function isOutOfSeries(token: Token): boolean {
  return ['suspended', 'restored'].includes(kindOf(token));
}

/** The grace period of tokens that the later run has replaced starts now. */
function isInGrace(token: Token, current: readonly Token[], gracePeriodMs: number, now: number): boolean {
  const successor = current.findLast((other) => isNewer(other, token));
  if (!successor || gracePeriodMs === 0) return false;
  return isMadeBy(successor, LATER) || Number(successor.createdAt) + gracePeriodMs > now;
}

function isMadeBy({ description }: Token, runId: string): boolean {
  return parseTagged(description)?.tag.runId === runId;
}
