import { parseTagged } from '../../src/tokens/tag.ts';
import { SERIES } from '../tokens/series-token.ts';
import type { Request } from './server.ts';
import { clocksOf, failed, type Moment, type Outcome, type Step } from './setting.ts';
import type { End, World } from './world.ts';

const ROTATED: End = { kind: 'rotated' };
const NOT_DUE: End = { kind: 'not due' };
const NOT_COMMITTED = failed({
  code: 'token-not-promoted',
  why: 'The new token could not be marked as current, so nothing was retired. The next run rotates again.',
});
const REVOKED = failed({
  code: 'token-revoked',
  why: 'Somebody has revoked the new token, so nothing was retired. Run again.',
});

/** 8 Promote. */
export const promote: Step = (moment) =>
  moment.sends(promotion(moment), ({ world, says, response }) => {
    if (!response) {
      return [
        moment.goes(`${says}: again`, {}, world),
        moment.ends(`${says}: gives up`, NOT_COMMITTED, {}, world),
      ];
    }
    return response.revokedAt === 'unset'
      ? [moment.goes(says, { at: 'look for retired' }, world)]
      : [moment.ends(`${says}: it is revoked`, REVOKED, {}, world)];
  });

/** promotion is the request that makes a run's own token the series' current one. */
export function promotion({ world, run }: Moment): Request {
  const own = world.tokens.find(({ id }) => id === run.own);
  const tag = parseTagged(own?.description ?? '')?.tag;
  if (!own || !tag) throw new Error('There is nothing to commit.');
  return { method: 'PATCH', id: own.id, tag: { ...tag, kind: 'current' } };
}

/** 9 Retire: what nobody needs any more, by a fresh list. Meanwhile the grace may have gone by. */
export const lookForRetired: Step = (moment) => {
  const { world, setting } = moment;
  const moments = setting.graceMs === 0 ? [0] : [0, setting.graceMs];
  return moments.map((passed) => {
    const later = { ...world, clock: world.clock + passed };
    return retires(
      moment,
      `lists the tokens once more${passed > 0 ? ', after the grace' : ''}`,
      dueIn(moment, later),
      later,
    );
  });
};

/** 9 Retire: one after the other. What is not answered is left to the next run. */
export const retire: Step = (moment) => {
  const [id = '', ...rest] = moment.run.toRevoke;
  return moment.sends({ method: 'DELETE', id }, ({ world, says, response }) =>
    response
      ? [retires(moment, says, rest, world)]
      : [moment.goes(`${says}: again`, {}, world), retires(moment, `${says}: gives up`, rest, world)],
  );
};

function dueIn({ run, setting, protocol }: Moment, world: World): string[] {
  const { graceMs } = setting;
  const facts = { own: run.own, graceMs, quarantineMs: 0, clocks: clocksOf(world, setting) };
  return protocol.planRetirement(world.tokens, SERIES, facts).due.map(({ id }) => id);
}

function retires(moment: Moment, says: string, toRevoke: readonly string[], world: World): Outcome {
  return toRevoke.length > 0
    ? moment.goes(says, { toRevoke, at: 'retire' }, world)
    : moment.ends(says, moment.run.own === undefined ? NOT_DUE : ROTATED, { ledger: [] }, world);
}
