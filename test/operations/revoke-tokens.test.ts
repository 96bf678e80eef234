import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkError } from '../../src/http/network-error.ts';
import { RetryAfterTooLong } from '../../src/http/requests.ts';
import type { Deletion, ManagementApi } from '../../src/management-api/client.ts';
import { ApiError } from '../../src/management-api/errors.ts';
import { type Outcome, revokeTokens } from '../../src/operations/revoke-tokens.ts';
import type { Runner } from '../../src/runner/runner.ts';
import type { Token } from '../../src/tokens/token.ts';
import { FakeClock } from '../fake-clock.ts';
import { answer } from '../http/scripted-transport.ts';

const NOW = Date.UTC(2027, 0, 31, 12);

const refusal = (status: number) => new ApiError('revoke it', answer(status), 'a test');

/** What a server does with a token: its answer to a DELETE, and how its list shows the token afterwards. */
interface Behaviour {
  readonly deletion: Deletion | Error;
  readonly listed?: 'alive' | 'revoked';
}

/** A server, and everything that it is asked in order. */
class FakeApi {
  readonly asked: string[] = [];
  inFlight = 0;
  mostInFlight = 0;
  readonly #behaviours: ReadonlyMap<string, Behaviour>;
  readonly #list: Error | undefined;

  constructor(behaviours: Readonly<Record<string, Behaviour>>, list?: Error) {
    this.#behaviours = new Map(Object.entries(behaviours));
    this.#list = list;
  }

  async deleteToken(id: string): Promise<Deletion> {
    this.asked.push(`DELETE ${id}`);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    this.inFlight--;
    const deletion = this.#behaviours.get(id)?.deletion ?? { kind: 'revoked' };
    if (deletion instanceof Error) throw deletion;
    return deletion;
  }

  async findToken(id: string): Promise<{ token: Token | undefined; now: number }> {
    this.asked.push(`GET ${id}`);
    return { token: this.#token(id), now: NOW };
  }

  async tokens(): Promise<{ tokens: Token[]; now: number }> {
    this.asked.push('GET list');
    if (this.#list) throw this.#list;
    return { tokens: [...this.#behaviours.keys()].flatMap((id) => this.#token(id) ?? []), now: NOW };
  }

  #token(id: string): Token | undefined {
    const listed = this.#behaviours.get(id)?.listed;
    if (!listed) return undefined;
    return {
      id,
      description: 'x',
      permissions: [],
      createdAt: NOW,
      expiresAt: 'unset',
      revokedAt: listed === 'revoked' ? NOW : 'unset',
    };
  }
}

async function revoke(
  api: FakeApi,
  ids: readonly string[],
  info: (line: string) => void = () => {},
): Promise<Outcome[]> {
  return revokeTokens(ids, {
    api: api as unknown as ManagementApi,
    pacing: { policy: { retries: 1 }, backOff: async () => true },
    runner: { info } as Runner,
    clock: new FakeClock(NOW),
  });
}

const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ id, kind }) => `${id} ${kind}`);
const many = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const NOT_FOUND: Deletion = { kind: 'unknown-token' };

describe('many tokens', () => {
  test('are revoked one after the other first, and then more and more at once, at most eight', async () => {
    const few = new FakeApi({});
    await revoke(few, many(8));
    expect(few.mostInFlight).toBe(1);
    const api = new FakeApi({});
    const outcomes = await revoke(api, many(200));
    expect(outcomes).toEqual(many(200).map((id) => ({ id, kind: 'revoked' })));
    expect(api.mostInFlight).toBe(8);
    expect(api.asked).toEqual(many(200).map((id) => `DELETE ${id}`));
  });

  test('that are not found are looked for once, in a list that is read after all', async () => {
    const api = new FakeApi({
      a: { deletion: NOT_FOUND, listed: 'revoked' },
      b: { deletion: NOT_FOUND },
      c: { deletion: NOT_FOUND, listed: 'alive' },
    });
    expect(kinds(await revoke(api, ['a', 'b', 'c', 'd']))).toEqual([
      'a already-revoked',
      'b unheard-of',
      'c failed',
      'd revoked',
    ]);
    expect(api.asked).toEqual(['DELETE a', 'DELETE b', 'DELETE c', 'DELETE d', 'GET list']);
  });

  test('that are not found, with a list that cannot be read, may be alive', async () => {
    const api = new FakeApi({ a: { deletion: NOT_FOUND } }, refusal(500));
    expect(kinds(await revoke(api, ['a', 'b']))).toEqual(['a failed', 'b revoked']);
  });

  test('have a failure each, which stops no other', async () => {
    const api = new FakeApi({
      a: { deletion: { kind: 'refused', error: refusal(409) } },
      b: { deletion: { kind: 'passing', error: refusal(500) } },
    });
    expect(kinds(await revoke(api, ['a', 'b', 'c']))).toEqual(['a failed', 'b failed', 'c revoked']);
    expect(api.asked).toEqual(['DELETE a', 'DELETE b', 'DELETE b', 'DELETE c']);
  });

  test.each<[string, Deletion | Error]>([
    ['401', { kind: 'refused', error: refusal(401) }],
    ['403', { kind: 'refused', error: refusal(403) }],
    ['a pause that is too long', new RetryAfterTooLong(429, 'influx.example.com', 3_600_000)],
  ])('are given up after %s', async (_, deletion) => {
    const api = new FakeApi({ b: { deletion } });
    expect(kinds(await revoke(api, ['a', 'b', 'c', 'd']))).toEqual([
      'a revoked',
      'b failed',
      'c untried',
      'd untried',
    ]);
    expect(api.asked).toEqual(['DELETE a', 'DELETE b']);
  });

  test('are looked at after a hang-up, before anything is said', async () => {
    const deletion: Deletion = { kind: 'lost', error: new NetworkError('broken', 'it broke off') };
    const api = new FakeApi({ a: { deletion, listed: 'revoked' }, b: { deletion, listed: 'alive' } });
    expect(kinds(await revoke(api, ['a', 'b']))).toEqual(['a revoked', 'b failed']);
    expect(api.asked).toEqual(['DELETE a', 'GET a', 'DELETE b', 'GET b', 'DELETE b', 'GET b']);
  });

  test('have exactly one outcome each, in the order of the ids, whatever the server does', async () => {
    const behaviour: fc.Arbitrary<Behaviour> = fc.record(
      {
        deletion: fc.constantFrom<(Deletion | Error)[]>(
          { kind: 'revoked' },
          NOT_FOUND,
          { kind: 'refused', error: refusal(409) },
          { kind: 'refused', error: refusal(401) },
          { kind: 'passing', error: refusal(503) },
          { kind: 'lost', error: new NetworkError('timeout', 'no answer') },
          new Error('a defect'),
        ),
        listed: fc.constantFrom<('alive' | 'revoked')[]>('alive', 'revoked'),
      },
      { requiredKeys: ['deletion'] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(behaviour, { maxLength: 40 }),
        fc.boolean(),
        async (behaviours, listFails) => {
          const ids = many(behaviours.length);
          const named = Object.fromEntries(behaviours.map((one, index) => [`t${index}`, one]));
          const outcomes = await revoke(new FakeApi(named, listFails ? refusal(500) : undefined), ids);
          expect(outcomes.map(({ id }) => id)).toEqual(ids);
          for (const { id, kind } of outcomes) {
            const { deletion, listed } = named[id] ?? {};
            const alive =
              listed === 'alive' && !(deletion && 'kind' in deletion && deletion.kind === 'revoked');
            if (alive) expect(['failed', 'untried']).toContain(kind);
          }
        },
      ),
    );
  });
});
