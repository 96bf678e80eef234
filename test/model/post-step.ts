import { ownTokens } from './issuing.ts';
import type { EndMain, Moment, Outcome, Step } from './setting.ts';
import { type Run, UNTOUCHED, type World, withRun } from './world.ts';

/**
 * endMain ends the step, also after a kill. The post step then revokes the tokens in the ledger. If the state is marked, it
 * revokes nothing, because consumers might have the token. (After a successful job that delivers, the run continues with step 8:
 * see laterSteps.)
 */
export const endMain: EndMain = (world, run, end) =>
  run.phase === 'main' && run.mark === 'none' && run.ledger.length > 0
    ? withRun(world, run, { ...UNTOUCHED, phase: 'post', at: 'find leftovers', ledger: run.ledger, end })
    : over(world, run, end);

/** findLeftovers finds the tokens that the post step revokes: by ID if it is known, otherwise by nonce in a list. */
export const findLeftovers: Step = (moment) => {
  const { ledger } = moment.run;
  const unknown = ledger.filter(({ id }) => id === undefined);
  const known = ledger.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return [revokes(moment, 'post step looks', [...known, ...ownTokens(moment.world, unknown)], moment.world)];
};

/** revokeLeftovers revokes one of these tokens. Without a response, the post step warns about the token. */
export const revokeLeftovers: Step = (moment) => {
  const [id = '', ...rest] = moment.run.toRevoke;
  return moment.sends({ method: 'DELETE', id }, ({ world, says, response }) =>
    response
      ? [revokes(moment, says, rest, world)]
      : [moment.goes(`${says}: again`, {}, world), revokes(moment, `${says}: gives up`, rest, world)],
  );
};

/** dies returns the outcomes of a kill: the post step runs, or nothing runs if the runner also died. */
export function dies(moment: Moment): Outcome[] {
  const { run } = moment;
  const end = { kind: 'killed' } as const;
  return moment.goesWrong((hit) => {
    const dead = { says: 'is killed without a post step', world: over(hit, run, end) };
    if (run.phase === 'post') return [dead];
    const killed = moment.ends('is killed; its post step runs', end, {}, hit);
    return isOver(killed.world, run) ? [dead] : [killed, dead];
  });
}

function revokes(moment: Moment, says: string, toRevoke: readonly string[], world: World): Outcome {
  return toRevoke.length > 0
    ? moment.goes(says, { toRevoke, at: 'revoke leftovers' }, world)
    : { says, world: over(world, moment.run, moment.run.end) };
}

function over(world: World, run: Run, end: Run['end']): World {
  return withRun(world, run, { ...UNTOUCHED, phase: 'over', end });
}

function isOver({ runs }: World, { name }: Run): boolean {
  return runs.some((run) => run.name === name && run.phase === 'over');
}
