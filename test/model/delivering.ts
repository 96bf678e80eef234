import { asEnded } from './ending.ts';
import { clocksOf, failed, type Moment, type Outcome, type Step } from './setting.ts';
import type { End, Run } from './world.ts';

const NOT_ACCEPTED = failed({
  code: 'token-not-accepted',
  why: 'The cluster does not accept the token. It was revoked.',
});
const NOT_STORED = failed({
  code: 'token-not-stored',
  why: 'A target refused the new token, so no consumer has it. It was revoked.',
});
const PARTLY_STORED = failed({
  code: 'not-stored-everywhere',
  why: 'Both tokens stay alive. Some targets have the old token and some the new one. Run again.',
});

const RED = failed({
  code: 'token-not-promoted',
  why: 'The job did not succeed, so it is not known how far the delivery got. Both tokens stay alive.',
});

/** 5 Look again: no other rotation has begun, and the new token is the newest. */
export const detectConcurrentRotation: Step = (moment) => {
  const { world, run, protocol } = moment;
  if (!run.first) throw new Error('There was no first look.');
  const refusal = protocol.detectConcurrentRotation(run.first, run.own ?? '', {
    tokens: world.tokens.map(asEnded),
    clocks: clocksOf(world, moment.setting),
  });
  return refusal
    ? [failsAndRevokesOwn(moment, `lists the tokens again: ${refusal.code}`, failed(refusal))]
    : [moment.goes('lists the tokens again: no other rotation', { at: 'wait' })];
};

/** 6 Wait for activation, and mark the state. Until then, every failure revokes the new token. */
export const wait: Step = (moment) => [
  moment.goes('has its token accepted, marks the state "delivering"', {
    mark: 'delivering',
    at: stepAfterWrites(moment, 0),
  }),
  ...moment.goesWrong((hit) => [failsAndRevokesOwn(moment, 'has its token refused', NOT_ACCEPTED, hit)]),
];

/** 7 Deliver: store the secrets, one after the other. */
export const write: Step = (moment) => {
  const { run } = moment;
  const put = { method: 'PUT', secret: run.written, id: run.own ?? '' } as const;
  const written = run.written + 1;
  return [
    ...moment.sends(put, ({ world, says, response }) =>
      response
        ? [moment.goes(says, { written, at: stepAfterWrites(moment, written) }, world)]
        : [
            moment.goes(`${says}: again`, { isWriteUnclear: true }, world),
            moment.ends(`${says}: gives up`, PARTLY_STORED, {}, world),
          ],
    ),
    ...moment.goesWrong((hit) =>
      run.written === 0 && !run.isWriteUnclear
        ? [failsAndRevokesOwn(moment, 'is refused the very first write', NOT_STORED, hit)]
        : [moment.ends(`is refused a write of secret ${run.written}`, PARTLY_STORED, {}, hit)],
    ),
  ];
};

/** 7 Deliver: set the outputs `token` and `rotated`, and only then the mark. */
export const deliverToLaterSteps: Step = (moment) => [
  moment.goes('sets its outputs, marks the state "delivered"', { mark: 'delivered', at: 'later steps' }),
];

/** The later steps of the job deliver the token. A failed job does not show whether they did. */
export const laterSteps: Step = (moment) => {
  const delivered = moment.delivers(moment.world);
  return [
    moment.goes('has its later steps deliver the token: green', { phase: 'post', at: 'promote' }, delivered),
    ...moment.goesWrong((hit) => [
      moment.ends('has its later steps deliver the token: red', RED, {}, moment.delivers(hit)),
      moment.ends('has its later steps not deliver the token: red', RED, {}, hit),
    ]),
  ];
};

/** Revokes the run's own token, and the step fails. This happens before the delivery, and in one case after it. */
export const revokeOwn: Step = (moment) => {
  const { run } = moment;
  const end: End = run.end ?? { kind: 'killed' };
  const id = run.own ?? '';
  return moment.sends({ method: 'DELETE', id }, ({ world, says, response }) =>
    response
      ? [moment.ends(says, end, { ledger: run.ledger.filter((attempt) => attempt.id !== id) }, world)]
      : [moment.goes(`${says}: again`, {}, world), moment.ends(`${says}: gives up`, end, {}, world)],
  );
};

/** failsAndRevokesOwn is the outcome of a run that revokes its own token and then fails. */
function failsAndRevokesOwn(moment: Moment, says: string, end: End, world = moment.world): Outcome {
  return moment.goes(says, { at: 'revoke own', end }, world);
}

function stepAfterWrites({ setting }: Moment, written: number): Run['at'] {
  if (written < setting.secrets) return 'write';
  return setting.laterSteps ? 'deliver to later steps' : 'promote';
}
