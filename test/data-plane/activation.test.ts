import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActivationState,
  afterResult,
  afterSending,
  nextStep,
  startActivation,
} from '../../src/data-plane/activation.ts';
import type { ProbeResult } from '../../src/data-plane/probe.ts';
import { type Played, playActivation, type ScriptedResponse } from './play-activation.ts';
import { seededRandom } from './simulated-replicas.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DATE = Date.UTC(2027, 0, 31, 12);

const accepted: ScriptedResponse = { result: { kind: 'accepted' }, takesMs: 10 };
const refused: ScriptedResponse = { result: { kind: 'refused', why: 'it responded 401' }, takesMs: 10 };
const silent: ScriptedResponse = { result: { kind: 'no-response', why: 'no route' }, takesMs: 10 };
const unclear: ScriptedResponse = {
  result: { kind: 'unclear', why: 'it responded 503', holdMs: 0 },
  takesMs: 10,
};
const notFound: ScriptedResponse = {
  result: { kind: 'not-found', why: 'it responded 404', holdMs: 0 },
  takesMs: 10,
};
const pauseTooLong: ScriptedResponse = {
  result: { kind: 'pause-too-long', why: 'try again in an hour' },
  takesMs: 10,
};

/** play returns the results of a script in the order of the probes. The last result is repeated. */
function play(script: readonly ScriptedResponse[], timeoutMs = 5 * MINUTE): Played {
  return playActivation(({ number }) => script[Math.min(number, script.length - 1)] ?? accepted, timeoutMs);
}

/** pauses are the times between a result and the next probe when no probe is in flight. */
function pauses({ probes }: Played): number[] {
  return probes.slice(1).map(({ sentAt }, index) => sentAt - (probes[index]?.returnedAt ?? 0));
}

const times = (count: number, response: ScriptedResponse) => Array.from({ length: count }, () => response);

describe('a token is accepted', () => {
  test('after seventeen acceptances without a pause', () => {
    const { verdict, probes, tookMs } = play([accepted]);
    expect(verdict).toEqual({ kind: 'accepted' });
    expect(probes).toHaveLength(17);
    expect(probes[0]?.sentAt).toBe(0);
    // First one probe, and then sixteen, of which eight are in flight at once.
    expect(tookMs).toBe(30);
  });

  test('after refusals with the same number of acceptances, because no replica has disagreed', () => {
    expect(play([...times(3, refused), accepted]).probes).toHaveLength(3 + 17);
  });

  test('after 24 acceptances in a row if a refusal has followed an acceptance', () => {
    // After the first acceptance, eight more probes are in flight. One of them is refused.
    const { verdict, probes } = play([accepted, refused, ...times(7, accepted), accepted]);
    expect(verdict).toEqual({ kind: 'accepted' });
    expect(probes).toHaveLength(1 + 8 + 24);
  });

  test('after eight more acceptances in a row for each further disagreement', () => {
    const again = [accepted, refused, ...times(7, accepted)];
    // The second round: one acceptance, and then eight probes in flight. One of them is refused.
    const { verdict, arrivals } = play([...again, ...again, accepted]);
    expect(verdict.kind).toBe('accepted');
    const since = arrivals.slice(arrivals.lastIndexOf('refused') + 1);
    expect(since.filter((kind) => kind === 'accepted').length).toBeGreaterThanOrEqual(32);
  });

  test('with unclear results in between, which neither count nor reset the count', () => {
    const { verdict, arrivals } = play([accepted, unclear, accepted, silent, notFound, accepted]);
    expect(verdict).toEqual({ kind: 'accepted' });
    expect(arrivals.filter((kind) => kind === 'accepted')).toHaveLength(17);
    expect(arrivals).not.toContain('refused');
  });

  test('even if there was no response at first', () => {
    expect(play([silent, silent, unclear, notFound, accepted]).verdict.kind).toBe('accepted');
  });
});

describe('a token is not accepted', () => {
  test('if the cluster refuses it until the deadline', () => {
    const { verdict, tookMs } = play([refused], MINUTE);
    expect(verdict).toEqual({ kind: 'refused', why: 'it responded 401', serverTime: undefined });
    expect(tookMs).toBeGreaterThanOrEqual(MINUTE - 250);
    expect(tookMs).toBeLessThanOrEqual(MINUTE);
  });

  test('if the cluster refuses it and then the network fails until the deadline', () => {
    const { verdict, tookMs } = play([refused, silent], 2 * MINUTE);
    expect(verdict).toMatchObject({
      kind: 'refused',
      why: 'it responded 401; last failure: no route',
    });
    expect(tookMs).toBeGreaterThan(110 * SECOND);
  });

  test('if the cluster refuses it and then all results are unclear or not found', () => {
    expect(play([refused, unclear], MINUTE).verdict.kind).toBe('refused');
    expect(play([refused, notFound], MINUTE).verdict.kind).toBe('refused');
  });

  test('if the cluster accepts it, but not often enough before the deadline', () => {
    const { verdict } = play([...times(10, accepted), unclear], MINUTE);
    expect(verdict).toMatchObject({
      kind: 'refused',
      why: 'some probes succeeded, but not 17 in a row; last failure: it responded 503',
    });
  });

  test('if acceptances are too slow before the deadline', () => {
    const { verdict, tookMs } = play([{ ...accepted, takesMs: 19 * SECOND }], 50 * SECOND);
    expect(verdict.kind).toBe('refused');
    expect(tookMs).toBe(50 * SECOND);
  });

  test('if refusals continue between acceptances', () => {
    const flapping = Array.from({ length: 2000 }, () => [accepted, accepted, refused]).flat();
    expect(play(flapping, MINUTE).verdict).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('not 96 in a row'),
    });
  });

  test('and the result has the date of the last clear response', () => {
    const dated = (serverTime: number): ScriptedResponse => ({
      result: { kind: 'refused', why: 'it responded 401', serverTime },
      takesMs: 10,
    });
    expect(play([dated(DATE - 1), dated(DATE), silent], MINUTE).verdict).toMatchObject({ serverTime: DATE });
  });
});

describe('a probe that the end of the wait cuts short', () => {
  const hanging: ScriptedResponse = { ...silent, takesMs: 10 * MINUTE };

  test.each([
    ['a refusal', refused, 'refused', 'it responded 401'],
    ['an unclear response', unclear, 'unreachable', 'it responded 503'],
    ['a 404', notFound, 'unreachable', 'it responded 404'],
    ['a network error', silent, 'unreachable', 'no route'],
  ] as const)('does not replace the reason of %s', (_, response, kind, why) => {
    const { verdict, probes } = play([response, hanging], 5 * SECOND);
    expect(verdict).toMatchObject({ kind, why });
    expect(probes).toHaveLength(2);
  });

  test('does not replace the reason of an earlier network error when the silence has lasted 20 seconds', () => {
    const { verdict, tookMs } = play([silent, hanging]);
    expect(verdict).toEqual({ kind: 'unreachable', why: 'no route' });
    expect(tookMs).toBe(20 * SECOND);
  });

  test('gives the reason if there is no other', () => {
    expect(play([hanging], 200).verdict).toEqual({ kind: 'unreachable', why: 'timed out after 200 ms' });
  });

  test('is not one that reaches the time limit of its request, or 20 seconds without any response', () => {
    const respond = ({ number }: { readonly number: number }) => (number === 0 ? unclear : hanging);
    expect(playActivation(respond, 5 * SECOND, SECOND).verdict).toMatchObject({
      why: 'timed out after 1000 ms',
    });
    expect(playActivation(respond, 5 * MINUTE).verdict).toMatchObject({ why: 'timed out after 20000 ms' });
  });
});

describe('the data plane is unreachable', () => {
  test('after 20 seconds with only network errors', () => {
    const { verdict, tookMs } = play([silent]);
    expect(verdict).toEqual({ kind: 'unreachable', why: 'no route' });
    expect(tookMs).toBeGreaterThanOrEqual(20 * SECOND);
    expect(tookMs).toBeLessThan(23 * SECOND);
  });

  test('after 20 seconds of a single probe without a response', () => {
    const { verdict, probes, tookMs } = play([{ ...silent, takesMs: 10 * MINUTE }]);
    expect(verdict.kind).toBe('unreachable');
    expect(probes).toHaveLength(1);
    expect(tookMs).toBe(20 * SECOND);
  });

  test('at the deadline, if the deadline is earlier', () => {
    const { verdict, tookMs } = play([silent], 5 * SECOND);
    expect(verdict.kind).toBe('unreachable');
    expect(tookMs).toBeLessThanOrEqual(5 * SECOND);
  });

  test('at the deadline, if every response was unclear', () => {
    const { verdict, tookMs } = play([unclear], 2 * MINUTE);
    expect(verdict).toEqual({ kind: 'unreachable', why: 'it responded 503' });
    expect(tookMs).toBeGreaterThanOrEqual(2 * MINUTE - 250);
  });

  test('after five 404 responses in a row', () => {
    const { verdict, probes, tookMs } = play([notFound]);
    expect(verdict).toEqual({ kind: 'unreachable', why: 'it responded 404' });
    expect(probes).toHaveLength(5);
    expect(tookMs).toBeLessThan(2 * SECOND);
  });

  test.each([
    ['unclear', unclear],
    ['no-response', silent],
  ] as const)('not after five 404 responses with a result in between that is %s', (_, other) => {
    const script = [...times(4, notFound), other, ...times(4, notFound), other, accepted];
    expect(play(script).verdict.kind).toBe('accepted');
  });

  test('not if there is another response between the network errors', () => {
    const seldom = [silent, silent, silent, unclear];
    const { verdict, tookMs } = play([...Array.from({ length: 12 }, () => seldom).flat(), accepted]);
    expect(verdict.kind).toBe('accepted');
    expect(tookMs).toBeGreaterThan(40 * SECOND);
  });
});

describe('pauses', () => {
  test('are a tenth of the elapsed time, at least 250 ms, and at most 5 s', () => {
    const played = play([refused], 5 * MINUTE);
    const all = pauses(played);
    // The pauses of the last second before the deadline are shorter.
    all.slice(0, -5).forEach((pause, index) => {
      const waited = played.probes[index]?.returnedAt ?? 0;
      expect(pause).toBeCloseTo(Math.min(Math.max(waited / 10, 250), 5 * SECOND), 3);
    });
    expect(Math.max(...all)).toBe(5 * SECOND);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(250);
  });

  test('limit the number of probes to 120 in 5 minutes of refusals', () => {
    for (const response of [refused, unclear]) {
      expect(play([{ ...response, takesMs: 0 }], 5 * MINUTE).probes.length).toBeLessThanOrEqual(120);
    }
  });

  test('leave time for a token that becomes active in the last second', () => {
    const played = playActivation(({ sentAt }) => (sentAt >= MINUTE - 900 ? accepted : refused), MINUTE);
    expect(played.verdict.kind).toBe('accepted');
  });

  test('are as long as the server asks', () => {
    const delayed: ScriptedResponse = {
      takesMs: 10,
      result: { kind: 'unclear', why: 'it responded 429', holdMs: 30_000 },
    };
    const played = play([delayed, accepted]);
    expect(pauses(played)[0]).toBe(30_000);
    expect(played.verdict.kind).toBe('accepted');
  });

  test('beyond the deadline end the wait at once', () => {
    const delayed: ScriptedResponse = {
      takesMs: 10,
      result: { kind: 'unclear', why: 'it responded 429', holdMs: 30_000 },
    };
    const { verdict, tookMs } = play([delayed], 20_000);
    expect(verdict).toEqual({ kind: 'unreachable', why: 'it responded 429' });
    expect(tookMs).toBe(10);
  });

  test('that are too long end the wait at once, and do not hide a refusal', () => {
    expect(play([pauseTooLong])).toMatchObject({
      verdict: { kind: 'unreachable', why: 'try again in an hour' },
      tookMs: 10,
    });
    expect(play([refused, pauseTooLong]).verdict.kind).toBe('refused');
  });
});

describe('the state of a wait', () => {
  const REFUSED: ProbeResult = { kind: 'refused', why: 'it responded 401', serverTime: DATE };
  const ACCEPTED: ProbeResult = { kind: 'accepted', serverTime: DATE };

  /** Sends probes together, and returns their results in order. */
  const probed = (state: ActivationState, ...results: readonly ProbeResult[]): ActivationState => {
    const tickets = [];
    let next = state;
    for (const _ of results) {
      const [sent, ticket] = afterSending(next, 0, SECOND);
      next = sent;
      tickets.push(ticket);
    }
    return tickets.reduce(
      (before, ticket, index) => afterResult(before, { ticket, result: results[index] ?? ACCEPTED, now: 0 }),
      next,
    );
  };

  test('counts refusals that were in flight together as one disagreement', () => {
    const accepted = probed(startActivation(0, MINUTE), ACCEPTED);
    expect(probed(accepted, REFUSED, REFUSED, REFUSED).disagreements).toBe(1);
  });

  test('counts a refusal after another refusal as the same disagreement', () => {
    const refused = probed(probed(startActivation(0, MINUTE), ACCEPTED), REFUSED);
    expect(probed(refused, REFUSED).disagreements).toBe(1);
    expect(probed(probed(refused, ACCEPTED), REFUSED).disagreements).toBe(2);
  });

  test('ends at the deadline, but not before the probes of the round have returned', () => {
    const refused = probed(startActivation(0, MINUTE), REFUSED);
    expect(nextStep({ ...refused, notBefore: 0 }, MINUTE - 1)).toEqual({ kind: 'probe', timeoutMs: 1 });
    expect(nextStep({ ...refused, notBefore: 0 }, MINUTE)).toMatchObject({ kind: 'refused' });
    const [waiting] = afterSending(refused, 0, MINUTE);
    expect(nextStep(waiting, MINUTE)).toEqual({ kind: 'await-response' });
  });

  test('sends no probe while eight are in flight, even if they are of earlier rounds', () => {
    const earlier = { ...startActivation(0, MINUTE), inFlight: 8 };
    for (const alone of [true, false])
      expect(nextStep({ ...earlier, alone }, 0)).toEqual({ kind: 'await-response' });
    expect(nextStep({ ...earlier, inFlight: 7 }, 0)).toMatchObject({ kind: 'probe' });
  });
});

describe('for any behavior of the cluster', () => {
  const why = 'because';
  const takesMs = fc.integer({ min: 0, max: 40_000 });
  const result = fc.oneof(
    { weight: 6, arbitrary: fc.constant<ProbeResult>({ kind: 'accepted' }) },
    fc.constantFrom<ProbeResult>(
      { kind: 'refused', why },
      { kind: 'no-response', why },
      { kind: 'pause-too-long', why },
    ),
    fc
      .record({ kind: fc.constantFrom('unclear', 'not-found'), holdMs: fc.integer({ min: 0, max: 60_000 }) })
      .map((held): ProbeResult => ({ ...held, why })),
  );
  const response: fc.Arbitrary<ScriptedResponse> = fc.record({
    takesMs: fc.oneof({ weight: 3, arbitrary: fc.constant(5) }, takesMs),
    result,
  });
  const course = fc
    .tuple(fc.array(response, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 10 * MINUTE }))
    .map(([script, timeoutMs]) => ({ played: play(script, timeoutMs), timeoutMs }));

  test('a token is accepted only after at least 17 acceptances in a row, or 24 after a disagreement', () => {
    fc.assert(
      fc.property(course, ({ played: { verdict, arrivals } }) => {
        fc.pre(verdict.kind === 'accepted');
        const lastRefusal = arrivals.lastIndexOf('refused');
        const since = arrivals.slice(lastRefusal + 1).filter((kind) => kind === 'accepted').length;
        const disagreed = arrivals.slice(0, Math.max(lastRefusal, 0)).includes('accepted');
        expect(since).toBeGreaterThanOrEqual(disagreed ? 24 : 17);
      }),
    );
  });

  test('an acceptance does not count if its probe was sent before a refusal arrived', () => {
    // After the first probe, eight probes are in flight. The first of them is refused at once, and the others return much later.
    const late = { ...accepted, takesMs: 5 * SECOND };
    const { arrivals, verdict } = play([accepted, refused, ...times(7, late), accepted]);
    expect(verdict.kind).toBe('accepted');
    const afterRefusal = arrivals.slice(arrivals.indexOf('refused') + 1);
    expect(afterRefusal.filter((kind) => kind === 'accepted').length).toBeGreaterThanOrEqual(24);
  });

  test('at most 8 probes are in flight, and only one after a result that does not accept the token', () => {
    fc.assert(
      fc.property(course, ({ played: { probes, arrivals } }) => {
        for (const { inFlight } of probes) expect(inFlight).toBeLessThanOrEqual(8);
        if (!arrivals.includes('accepted')) for (const { inFlight } of probes) expect(inFlight).toBe(1);
      }),
    );
  });

  test('no probe is sent at or after the deadline, or continues after the deadline', () => {
    fc.assert(
      fc.property(course, ({ played: { probes, tookMs }, timeoutMs }) => {
        expect(tookMs).toBeLessThanOrEqual(timeoutMs);
        for (const probe of probes) {
          expect(probe.sentAt).toBeLessThan(timeoutMs);
          expect(probe.timeoutMs).toBeGreaterThan(0);
          expect(probe.sentAt + probe.timeoutMs).toBeLessThanOrEqual(timeoutMs);
        }
      }),
    );
  });

  test('a token is unreachable only if no response was clear, and otherwise refused', () => {
    fc.assert(
      fc.property(course, ({ played: { verdict, arrivals } }) => {
        fc.pre(verdict.kind !== 'accepted');
        const clear = arrivals.includes('accepted') || arrivals.includes('refused');
        expect(verdict.kind).toBe(clear ? 'refused' : 'unreachable');
      }),
    );
  });

  test('the wait is at most 10 % and 500 ms longer than the activation itself', () => {
    const activation = fc.record({
      replicas: fc.array(fc.integer({ min: 0, max: 4 * MINUTE }), { minLength: 1, maxLength: 5 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(activation, ({ replicas, seed }) => {
        const random = seededRandom(seed);
        const played = playActivation(({ sentAt }) => {
          const active = replicas[Math.floor(random() * replicas.length)] ?? 0;
          return { ...(sentAt >= active ? accepted : refused), takesMs: 0 };
        }, 10 * MINUTE);
        expect(played.verdict.kind).toBe('accepted');
        expect(played.tookMs).toBeLessThanOrEqual(1.1 * Math.max(...replicas) + 500);
      }),
    );
  });
});
