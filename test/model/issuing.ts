import { findByNonce, formatTagged, parseTagged } from '../../src/tokens/tag.ts';
import { isConfirmedRevoked } from '../../src/tokens/token.ts';
import { PLAIN, tag } from '../tokens/series-token.ts';
import { failed, type Step } from './setting.ts';
import type { Attempt, Run, World } from './world.ts';

const GIVEN_UP = failed({ code: 'response-lost', why: 'The server does not respond. Run again.' });
const NOT_ADOPTED = failed({
  code: 'token-not-adopted',
  why: 'The token is as valid as before. Run again.',
});
const ADOPTED = '000000000000ad0b';

/** 3 Adopt: from now on, only the tag counts. The nonce must not be in the ledger, or the token would be revoked as lost. */
export const adopt: Step = (moment) => {
  const id = moment.run.first?.adopts?.id ?? '';
  const description = formatTagged(PLAIN, tag('current', { runId: '0', runAttempt: '0', nonce: ADOPTED }));
  return moment.sends({ method: 'PATCH', id, change: { description } }, ({ world, says, response }) =>
    response
      ? [moment.goes(says, { at: 'check adoption' }, world)]
      : [moment.goes(`${says}: again`, {}, world), moment.ends(`${says}: gives up`, GIVEN_UP, {}, world)],
  );
};

/** 3 Adopt: a server can confirm a change that it has not made. */
export const checkAdoption: Step = (moment) => {
  const id = moment.run.first?.adopts?.id;
  const adopted = moment.world.tokens.find((token) => token.id === id);
  return adopted && parseTagged(adopted.description)?.tag.nonce === ADOPTED
    ? [moment.goes('reads the adopted token: it has its tag', { at: 'create' })]
    : [moment.ends('reads the adopted token: it has no tag', NOT_ADOPTED)];
};

/** 4 Create: the nonce is in the ledger before the POST is sent. */
export const create: Step = (moment) => {
  const { run } = moment;
  const nonce = nonceOf(run);
  const posts = run.posts + 1;
  const { runId, runAttempt } = run;
  return moment.sends(
    { method: 'POST', id: `${run.name}.${posts}`, tag: tag('pending', { runId, runAttempt, nonce }) },
    ({ world, says, response }) => {
      const ledger = [...run.ledger, { nonce, id: response?.id }];
      const own = response?.id;
      return [moment.goes(says, { ledger, posts, own, at: response ? 'look again' : 'find lost' }, world)];
    },
  );
};

/** 4 Create, after a lost response: the POST is not repeated while one of the run's tokens might be alive. */
export const findLost: Step = (moment) => {
  const toRevoke = ownTokens(moment.world, moment.run.ledger);
  return toRevoke.length > 0
    ? [moment.goes('lists the tokens and finds its own', { toRevoke, at: 'revoke lost' })]
    : [
        moment.goes('lists the tokens and finds none of its own: again', { at: 'create' }),
        moment.ends('lists the tokens and finds none of its own: gives up', GIVEN_UP),
      ];
};

/** 4 Create, after a lost response: the secret of this token is lost, so the token is revoked. */
export const revokeLost: Step = (moment) => {
  const { run } = moment;
  const [id = '', ...toRevoke] = run.toRevoke;
  return moment.sends({ method: 'DELETE', id }, ({ world, says, response }) => {
    if (!response) {
      return [
        moment.goes(`${says}: again`, {}, world),
        moment.ends(`${says}: gives up`, GIVEN_UP, {}, world),
      ];
    }
    if (toRevoke.length > 0) return [moment.goes(says, { toRevoke }, world)];
    const settled = { toRevoke, ledger: unseen(world, run.ledger) };
    return [
      moment.goes(`${says}: creates again`, { ...settled, at: 'create' }, world),
      moment.ends(`${says}: gives up`, GIVEN_UP, settled, world),
    ];
  });
};

/** ownTokens are the IDs of live tokens in a list that belong to these attempts. */
export function ownTokens({ tokens }: World, ledger: readonly Attempt[]): string[] {
  const nonces = new Set(ledger.map(({ nonce }) => nonce));
  return findByNonce(nonces, tokens).flatMap(({ token }) => (isConfirmedRevoked(token) ? [] : [token.id]));
}

/** A POST whose token is not in the list can arrive late, so it stays in the ledger. */
function unseen({ tokens }: World, ledger: readonly Attempt[]): Attempt[] {
  return ledger.filter(({ nonce }) => findByNonce(new Set([nonce]), tokens).length === 0);
}

/** nonceOf is the nonce of a run's next POST. */
export function nonceOf({ name, posts }: Run): string {
  return `${name.toLowerCase()}${`${posts + 1}`.padStart(15, '0')}`;
}
