import { formatTagged, parseTagged } from '../../src/tokens/tag.ts';
import { PLAIN, SERIES } from '../tokens/series-token.ts';
import { asMember, asQuarantineToken, jobOf } from './ending.ts';
import type { Request } from './server.ts';
import { clocksOf, failed, type Moment, type Outcome, type Step } from './setting.ts';
import type { End, Ending, World } from './world.ts';

const ROTATED: End = { kind: 'rotated' };
const NOT_DUE: End = { kind: 'not due' };
const NOT_PROMOTED = failed({
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
        moment.ends(`${says}: gives up`, NOT_PROMOTED, {}, world),
      ];
    }
    return response.revokedAt === 'unset'
      ? [moment.goes(says, { at: 'look for retired' }, world)]
      : [moment.ends(`${says}: it is revoked`, REVOKED, {}, world)];
  });

/** promotion is the request that makes a run's own token the current one of the series. */
export function promotion({ world, run }: Moment): Request {
  const own = world.tokens.find(({ id }) => id === run.own);
  const tag = parseTagged(own?.description ?? '')?.tag;
  if (!own || !tag) throw new Error('There is nothing to promote.');
  const description = formatTagged(PLAIN, { ...tag, kind: 'current' });
  return { method: 'PATCH', id: own.id, change: { description } };
}

/**
 * 9 Retire: end tokens that are no longer needed, by a new list. In the meantime, the grace period or the quarantine might have
 * ended.
 */
export const lookForRetired: Step = (moment) => {
  const { world, setting } = moment;
  const moments = [...new Set([0, setting.gracePeriodMs, setting.quarantineMs])];
  return moments.map((passed) => {
    const later = { ...world, clock: world.clock + passed };
    const says = `lists the tokens once more${passed > 0 ? ', later' : ''}`;
    return setting.quarantineMs > 0
      ? endsRetired(moment, says, dueToEnd(moment, later), later)
      : retires(moment, says, dueIn(moment, later), later);
  });
};

/** 9 Retire: revoke one token after the other. Without a response, the token is left to the next run. */
export const retire: Step = (moment) => {
  const [id = '', ...rest] = moment.run.toRevoke;
  return moment.sends({ method: 'DELETE', id }, ({ world, says, response }) =>
    response
      ? [retires(moment, says, rest, world)]
      : [moment.goes(`${says}: again`, {}, world), retires(moment, `${says}: gives up`, rest, world)],
  );
};

/** 9 Retire, with a quarantine: read each token before each attempt. */
export const confirmEnd: Step = (moment) => {
  const { world, run, setting, protocol } = moment;
  const [ending, ...rest] = run.toEnd;
  const token = world.tokens.find(({ id }) => id === ending?.id);
  if (!ending || !token) throw new Error('There is nothing to end.');
  const rules = protocol.quarantine;
  const clocks = clocksOf(world, setting);
  const job = jobOf(setting);
  const decision = rules.confirm({ plan: ending.plan, job, token: asQuarantineToken(token), clocks, rules });
  if (decision === 'send') {
    const change = rules.request(ending.plan, job, clocks);
    return [moment.goes(`reads ${token.id}`, { toEnd: [{ ...ending, change }, ...rest], at: 'end' })];
  }
  return decision.kind === 'go'
    ? [moment.goes(`reads ${token.id}: done`, { toEnd: [{ id: token.id, plan: decision.plan }, ...rest] })]
    : [endsRetired(moment, `reads ${token.id}: ${decision.why}`, rest, world)];
};

/** 9 Retire, with a quarantine: send the PATCH or the DELETE. */
export const end: Step = (moment) => {
  const { run, protocol } = moment;
  const [ending, ...rest] = run.toEnd;
  if (!ending?.change) throw new Error('There is nothing to send.');
  const { id, plan, change } = ending;
  const request =
    change === 'revoke' ? ({ method: 'DELETE', id } as const) : ({ method: 'PATCH', id, change } as const);
  const sent = change === 'revoke' ? plan : { ...plan, sent: { ...plan.before, ...change } };
  return moment.sends(request, ({ world, says, response }) => {
    if (!response) {
      return [
        moment.goes(`${says}: again`, { toEnd: [{ id, plan: sent }, ...rest], at: 'confirm the end' }, world),
        endsRetired(moment, `${says}: gives up`, rest, world),
      ];
    }
    const decision = protocol.quarantine.follow(sent, asQuarantineToken(response), protocol.quarantine);
    return decision.kind === 'go' && change !== 'revoke'
      ? [moment.goes(says, { toEnd: [{ id, plan: decision.plan }, ...rest], at: 'confirm the end' }, world)]
      : [endsRetired(moment, says, rest, world)];
  });
};

/** dueToEnd are the tokens to suspend or to revoke, according to a list. */
export function dueToEnd(moment: Moment, world: World): Ending[] {
  const { setting, protocol } = moment;
  const { gracePeriodMs, quarantineMs } = setting;
  const facts = { own: moment.run.own, gracePeriodMs, quarantineMs, clocks: clocksOf(world, setting) };
  const { due } = protocol.planRetirement(world.tokens.map(asMember), SERIES, facts);
  return due.flatMap(({ id }) => {
    const token = world.tokens.find((listed) => listed.id === id);
    const decision =
      token && protocol.quarantine.decide(jobOf(setting), asQuarantineToken(token), facts.clocks);
    return decision?.kind === 'go' ? [{ id, plan: decision.plan }] : [];
  });
}

function endsRetired(moment: Moment, says: string, toEnd: readonly Ending[], world: World): Outcome {
  return toEnd.length > 0
    ? moment.goes(says, { toEnd, at: 'confirm the end' }, world)
    : retires(moment, says, [], world);
}

function dueIn({ run, setting, protocol }: Moment, world: World): string[] {
  const { gracePeriodMs } = setting;
  const facts = { own: run.own, gracePeriodMs, quarantineMs: 0, clocks: clocksOf(world, setting) };
  return protocol.planRetirement(world.tokens, SERIES, facts).due.map(({ id }) => id);
}

function retires(moment: Moment, says: string, toRevoke: readonly string[], world: World): Outcome {
  return toRevoke.length > 0
    ? moment.goes(says, { toRevoke, at: 'retire' }, world)
    : moment.ends(says, moment.run.own === undefined ? NOT_DUE : ROTATED, { ledger: [] }, world);
}
