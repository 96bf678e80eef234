import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RetryAfterTooLong } from '../../../src/http/retry.ts';
import { failedWithoutResponse } from '../../../src/http/write-result.ts';
import type { Deletion } from '../../../src/management-api/outcomes.ts';
import { revokeTokens } from '../../../src/operations/revoking/revoke-tokens.ts';
import type { Outcome } from '../../../src/tokens/outcome.ts';
import type { Progress } from '../../../src/tokens/progress.ts';
import { FakeClock } from '../../fake-clock.ts';
import {
  apiError,
  FakeApi,
  listedToken,
  lost,
  REVOKED,
  refusedBy,
  type Script,
  UNKNOWN_TOKEN,
} from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const UNKNOWN = UNKNOWN_TOKEN;
const REVOKED_AT = Date.UTC(2026, 10, 22);
const LEFT_ALONE = failedWithoutResponse(new RetryAfterTooLong(429, 'influx.example.com', 3_600_000));

const idOf = (index: number) => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;
const idsTo = (count: number) => Array.from({ length: count }, (_, index) => idOf(index));

/** except returns other outcomes for some DELETEs. All others revoke their tokens. */
function except(others: Readonly<Record<number, Deletion | Error>>): Script {
  const byId = new Map(Object.entries(others).map(([index, response]) => [idOf(Number(index)), response]));
  return (id) => byId.get(id) ?? REVOKED;
}

/** revoke revokes tokens through an API without retries, and returns the result. */
async function revoke(ids: readonly string[], api: FakeApi, { clock = new FakeClock(), known = true } = {}) {
  const reported: Progress[] = [];
  const outcomes = await revokeTokens(
    { ids, known },
    {
      api,
      retryControl: retryControl({ retries: 0 }),
      progress: (progress) => void reported.push(progress),
      clock,
    },
  );
  return { outcomes, reported };
}

function kinds(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ kind }) => kind);
}

describe('many tokens', () => {
  test('are revoked with one DELETE each, without a list', async () => {
    const api = new FakeApi(() => REVOKED);
    const { outcomes, reported } = await revoke(idsTo(20), api);
    expect(outcomes).toEqual(idsTo(20).map((id) => ({ id, kind: 'revoked' })));
    expect(api.sent).toEqual(idsTo(20).map((id) => `DELETE ${id}`));
    expect(reported).toEqual([]);
  });

  test('can be none', async () => {
    const api = new FakeApi(() => REVOKED);
    expect((await revoke([], api)).outcomes).toEqual([]);
    expect(api.sent).toEqual([]);
  });

  test('have their outcomes in the order of the IDs, in any order of the responses', async () => {
    const api = new FakeApi(except({ 30: refusedBy(400) }), (id) => (Number(id.slice(-3)) * 7) % 11);
    const { outcomes } = await revoke(idsTo(60), api);
    expect(outcomes.map(({ id }) => id)).toEqual(idsTo(60));
    expect(outcomes.findIndex(({ kind }) => kind === 'failed')).toBe(30);
  });

  test('are revoked eight at a time, and never more', async () => {
    const api = new FakeApi(
      () => REVOKED,
      () => 3,
    );
    await revoke(idsTo(200), api);
    expect(api.mostInFlight).toBe(8);
  });

  test.each([
    [2, 1],
    [3, 2],
    [5, 3],
  ])(
    'start with a single one, and each response allows one more: of %i at most %i at once',
    async (tokens, most) => {
      const api = new FakeApi(
        () => REVOKED,
        () => 3,
      );
      await revoke(idsTo(tokens), api);
      expect(api.mostInFlight).toBe(most);
    },
  );

  test('report their progress every few seconds', async () => {
    const clock = new FakeClock();
    const script: Script = () => {
      clock.advance(1000);
      return REVOKED;
    };
    const { reported } = await revoke(idsTo(1200), new FakeApi(script), { clock });
    const advanced = { kind: 'advanced', work: 'revoking', total: 1200 };
    expect(reported).toHaveLength(240);
    expect(reported[0]).toEqual({ ...advanced, done: 5 });
    expect(reported.at(-1)).toEqual({ ...advanced, done: 1200 });
  });
});

describe('one failure', () => {
  test.each([
    ['a refusal', refusedBy(400)],
    ['a 404 that is not the API’s own', refusedBy(404)],
    ['a retryable error that stays', refusedBy(503)],
  ] as const satisfies readonly (readonly [string, Deletion])[])(
    'does not stop the others: %s',
    async (_, response) => {
      const api = new FakeApi(except({ 3: response }));
      const { outcomes } = await revoke(idsTo(20), api);
      expect(kinds(outcomes).filter((kind) => kind === 'revoked')).toHaveLength(19);
      expect(outcomes[3]).toEqual({
        id: idOf(3),
        kind: 'failed',
        error: 'error' in response && response.error,
      });
    },
  );

  test('that is a defect is thrown, and is never the outcome of a token', async () => {
    const defect = new TypeError('x is not a function');
    await expect(revoke(idsTo(20), new FakeApi(except({ 3: defect })))).rejects.toBe(defect);
  });

  test('of a read after a lost DELETE does not stop the others either', async () => {
    const api = new FakeApi(except({ 3: lost() }));
    api.found = () => listedToken(idOf(3));
    const { outcomes } = await revoke(idsTo(20), api);
    expect(outcomes[3]).toMatchObject({ kind: 'failed', error: { kind: 'broken' } });
    expect(kinds(outcomes).filter((kind) => kind === 'revoked')).toHaveLength(19);
  });
});

describe('a response that ends the batch', () => {
  const BATCH_ENDING = [
    ['401', refusedBy(401)],
    ['403', refusedBy(403)],
    ['a pause that is too long', LEFT_ALONE],
  ] as const satisfies readonly (readonly [string, Deletion | Error])[];

  test.each(BATCH_ENDING)(
    'for the first token stops at once, and the rest are skipped: %s',
    async (_, response) => {
      const api = new FakeApi(except({ 0: response }));
      const { outcomes } = await revoke(idsTo(200), api);
      expect(api.sent).toEqual([`DELETE ${idOf(0)}`]);
      expect(kinds(outcomes)).toEqual(['failed', ...Array(199).fill('skipped')]);
    },
  );

  test.each(BATCH_ENDING)(
    'for a later token lets requests in flight end, but starts no others: %s',
    async (_, response) => {
      const api = new FakeApi(except({ 100: response }), () => 2);
      const { outcomes } = await revoke(idsTo(200), api);
      expect(outcomes[100]?.kind).toBe('failed');
      expect(api.deleted.length).toBeLessThanOrEqual(101 + 8);
      const tried = new Set(api.deleted);
      for (const { id, kind } of outcomes) expect(kind === 'skipped').toBe(!tried.has(id));
    },
  );

  test('also ends the search for missing tokens, which might be alive', async () => {
    const api = new FakeApi(except({ 1: UNKNOWN, 3: refusedBy(403) }));
    const { outcomes } = await revoke(idsTo(20), api);
    expect(kinds(outcomes).slice(0, 4)).toEqual(['revoked', 'failed', 'revoked', 'failed']);
    expect(kinds(outcomes).at(-1)).toBe('skipped');
    expect(api.sent).not.toContain('LIST');
  });
});

describe('tokens that are not found', () => {
  test('are searched in one list, after the last DELETE', async () => {
    const api = new FakeApi(
      () => UNKNOWN,
      (id) => Number(id.slice(-2)) % 5,
    );
    await revoke(idsTo(40), api);
    expect(api.sent.filter((line) => line === 'LIST')).toHaveLength(1);
    expect(api.sent.at(-1)).toBe('LIST');
  });

  test.each([
    [true, 'already-revoked'],
    [false, 'not-found'],
  ] as const)('and not listed are revoked only if they were known (%s): %s', async (known, kind) => {
    const api = new FakeApi(except({ 1: UNKNOWN }));
    const { outcomes } = await revoke(idsTo(3), api, { known });
    expect(kinds(outcomes)).toEqual(['revoked', kind, 'revoked']);
  });

  test('are revoked if a read had shown them before', async () => {
    const api = new FakeApi((_, attempt) => (attempt === 1 ? lost() : UNKNOWN));
    api.found = (id) => (id === idOf(0) ? listedToken(id) : undefined);
    const outcomes = await revokeTokens(
      { ids: idsTo(2), known: false },
      {
        api,
        retryControl: retryControl({ retries: 1 }),
        progress: () => {},
        clock: new FakeClock(),
      },
    );
    expect(kinds(outcomes)).toEqual(['already-revoked', 'not-found']);
  });

  test('are not found, already revoked, or valid, as the list shows them', async () => {
    const api = new FakeApi(except({ 0: UNKNOWN, 1: UNKNOWN, 2: UNKNOWN, 3: UNKNOWN }));
    api.listed = [
      listedToken(idOf(1), { revokedAt: REVOKED_AT }),
      listedToken(idOf(2)),
      listedToken(idOf(3), { revokedAt: 'unreadable' }),
      listedToken(idOf(4)),
    ];
    const { outcomes } = await revoke(idsTo(5), api, { known: false });
    expect(kinds(outcomes)).toEqual(['not-found', 'already-revoked', 'failed', 'failed', 'revoked']);
    expect(outcomes[2]).toMatchObject({ error: { message: expect.stringContaining(idOf(2)) } });
  });

  test('are found in another case', async () => {
    const id = 'ABCDEFAB-0000-0000-0000-000000000000';
    const api = new FakeApi(() => UNKNOWN);
    api.listed = [listedToken(id.toLowerCase(), { revokedAt: REVOKED_AT })];
    expect((await revoke([id], api)).outcomes).toEqual([{ id, kind: 'already-revoked' }]);
  });

  test('fail without affecting the others if the list cannot be read', async () => {
    const api = new FakeApi(except({ 1: UNKNOWN, 2: UNKNOWN }));
    api.listed = apiError(503);
    expect((await revoke(idsTo(4), api)).outcomes).toEqual([
      { id: idOf(0), kind: 'revoked' },
      { id: idOf(1), kind: 'failed', error: api.listed },
      { id: idOf(2), kind: 'failed', error: api.listed },
      { id: idOf(3), kind: 'revoked' },
    ]);
  });
});

test('for any responses, there is one outcome per ID, and none claims more than is known', async () => {
  const responses = ['revoked', 'unknown', 400, 401, 404, 503, 'lost', 'too long'] as const;
  const response = fc.oneof(
    { weight: 6, arbitrary: fc.constant<(typeof responses)[number]>('revoked') },
    fc.constantFrom(...responses),
  );
  const scene = fc.record({
    given: fc.array(fc.record({ response, turns: fc.nat({ max: 4 }), alive: fc.boolean() }), {
      maxLength: 40,
    }),
    readable: fc.boolean(),
    known: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ given, readable, known }) => {
      const at = (id: string) => given[Number(id.slice(-12))];
      const api = new FakeApi(
        (id) => classifyDeleteResponse(at(id)?.response ?? 'revoked'),
        (id) => at(id)?.turns ?? 0,
      );
      const alive = idsTo(given.length).filter((id) => at(id)?.alive);
      api.found = (id) => (alive.includes(id) ? listedToken(id) : undefined);
      api.listed = readable ? alive.map((id) => listedToken(id)) : apiError(500);
      const { outcomes } = await revoke(idsTo(given.length), api, { known });

      expect(outcomes.map(({ id }) => id)).toEqual(idsTo(given.length));
      expect(api.mostInFlight).toBeLessThanOrEqual(8);
      expect(new Set(api.deleted).size).toBe(api.deleted.length);
      for (const { id, kind } of outcomes) {
        expect(kind === 'skipped').toBe(!api.deleted.includes(id));
        if (kind === 'revoked') expect(at(id)?.response).toBe('revoked');
        if (kind === 'already-revoked' || kind === 'not-found') {
          expect({ readable, alive: at(id)?.alive }).toEqual({ readable: true, alive: false });
          expect(kind === 'not-found').toBe(!known);
        }
      }
    }),
  );

  function classifyDeleteResponse(name: (typeof responses)[number]): Deletion | Error {
    if (name === 'revoked') return REVOKED;
    if (name === 'unknown') return UNKNOWN;
    if (name === 'lost') return lost();
    if (name === 'too long') return LEFT_ALONE;
    return refusedBy(name);
  }
});
