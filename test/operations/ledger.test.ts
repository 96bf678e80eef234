import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasLeftover, Ledger, type LedgerEntries, readLedger } from '../../src/operations/ledger.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

const HEADER = {
  endpoint: {
    apiUrl: 'https://console.influxdata.com',
    form: 'prefixed',
    accountId: ID,
    clusterId: '11111111-1111-1111-1111-111111111111',
  },
  retryPolicy: { timeoutMs: 30_000, retries: 4 },
  fingerprints: ['a fingerprint'],
  failOnRevokeError: true,
} as const;

/** open is a ledger, and everything that it wrote, as the post step would read it. Undefined for an empty text. */
function open(): { ledger: Ledger; written: (LedgerEntries | undefined)[] } {
  const written: (LedgerEntries | undefined)[] = [];
  const save = (text: string) => written.push(text === '' ? undefined : readLedger(text));
  return { ledger: new Ledger(save, HEADER), written };
}

const AT = Date.UTC(2026, 10, 23);

describe('a ledger', () => {
  test('writes nothing before the first attempt', () => {
    expect(open().written).toEqual([]);
  });

  test('has written an attempt when begin returns', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    expect(written).toEqual([{ ...HEADER, attempts: [{ nonce: 'a', at: AT, fate: 'open' }] }]);
  });

  test('writes each step of an attempt', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.created('a', ID);
    ledger.begin('b', AT);
    ledger.keep('a');
    const other = { nonce: 'b', at: AT, fate: 'open' };
    expect(written.map((entries) => entries?.attempts)).toEqual([
      [{ nonce: 'a', at: AT, fate: 'open' }],
      [{ nonce: 'a', at: AT, id: ID, fate: 'open' }],
      [{ nonce: 'a', at: AT, id: ID, fate: 'open' }, other],
      [{ nonce: 'a', at: AT, id: ID, fate: 'kept' }, other],
    ]);
  });

  test.each(['resolve', 'keep'] as const)('is empty again after %s of its only attempt', (change) => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger[change]('a');
    expect(written.at(-1)).toBeUndefined();
    ledger.begin('b', AT);
    expect(written.at(-1)?.attempts.map(({ nonce }) => nonce)).toEqual(['a', 'b']);
  });

  test('changes one attempt and no others', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.begin('b', AT);
    ledger.resolve('a');
    expect(written.at(-1)?.attempts).toEqual([
      { nonce: 'a', at: AT, fate: 'resolved' },
      { nonce: 'b', at: AT, fate: 'open' },
    ]);
  });

  test('knows when influxctl ended', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.ended('a', AT + 5);
    expect(written.at(-1)?.attempts).toEqual([{ nonce: 'a', at: AT, endedAt: AT + 5, fate: 'open' }]);
  });

  test('knows the open nonces', () => {
    const { ledger } = open();
    for (const nonce of ['a', 'b', 'c', 'd']) ledger.begin(nonce, AT);
    ledger.resolve('a');
    ledger.keep('b');
    ledger.created('c', ID);
    expect([...ledger.openNonces]).toEqual(['c', 'd']);
  });

  test('contains all attempts and IDs in every write, and is empty only if no attempt is open', () => {
    const step = fc.record({
      change: fc.constantFrom('begin', 'created', 'resolve', 'keep'),
      which: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { ledger, written } = open();
        const begun: string[] = [];
        const closed = new Set<string>();
        const named = new Set<string>();
        for (const { change, which } of steps) {
          const nonce = begun[which % Math.max(1, begun.length)];
          if (change === 'begin' || nonce === undefined) {
            const next = `nonce-${begun.length}`;
            begun.push(next);
            ledger.begin(next, AT);
          } else if (change === 'created') {
            named.add(nonce);
            ledger.created(nonce, ID);
          } else {
            closed.add(nonce);
            ledger[change](nonce);
          }
          if (closed.size === begun.length) {
            expect(written.at(-1)).toBeUndefined();
            continue;
          }
          const attempts = written.at(-1)?.attempts ?? [];
          expect(attempts.map(({ nonce: known }) => known)).toEqual(begun);
          expect(attempts.filter(({ id }) => id === ID).map(({ nonce: known }) => known)).toEqual(
            begun.filter((known) => named.has(known)),
          );
        }
        expect(written).toHaveLength(steps.length);
      }),
    );
  });

  test('writes one line, because the runner might read a state line by line', () => {
    const texts: string[] = [];
    const ledger = new Ledger((text) => texts.push(text), HEADER);
    ledger.begin('a', AT);
    expect(texts[0]).not.toMatch(/[\r\n]/);
  });
});

describe('what the post step reads', () => {
  test('can be from a later version with more fields', () => {
    const text = JSON.stringify({ ...HEADER, attempts: [{ nonce: 'a', at: AT, fate: 'open', x: 1 }], x: 1 });
    expect(readLedger(text)).toEqual({ ...HEADER, attempts: [{ nonce: 'a', at: AT, fate: 'open' }] });
  });

  test.each([
    ['no JSON', '{'],
    ['another object', '{}'],
    ['an attempt without a nonce', JSON.stringify({ ...HEADER, attempts: [{ fate: 'open' }] })],
    ['an unknown fate', JSON.stringify({ ...HEADER, attempts: [{ nonce: 'a', at: AT, fate: 'gone' }] })],
    ['no attempts', JSON.stringify(HEADER)],
  ])('is refused if it is not valid: %s', (_, text) => {
    expect(() => readLedger(text)).toThrow();
  });
});

describe('a delivery', () => {
  const MARK = {
    tokenId: ID,
    promotedDescription: 'telegraf [gha:…]',
    permissions: [{ action: 'read', resource: 'metrics' }],
    series: { server: 'github.com', repositoryId: '4711', plainDescription: 'telegraf' },
    gracePeriodMs: 86_400_000,
    quarantineMs: 0,
    accepted: true,
  };

  test('is marked in the same write in which the token becomes kept', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.created('a', ID);
    ledger.beginDelivery('a', MARK);
    expect(written).toHaveLength(3);
    expect(written.at(-1)).toEqual({
      ...HEADER,
      attempts: [{ nonce: 'a', at: AT, id: ID, fate: 'kept' }],
      delivery: { ...MARK, phase: 'delivering' },
    });
    expect(ledger.hasBegunDelivery).toBe(true);
  });

  test('is marked as delivered', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.beginDelivery('a', MARK);
    ledger.setPhase('delivered');
    expect(written.at(-1)?.delivery).toEqual({ ...MARK, phase: 'delivered' });
    expect(written.at(-1)?.attempts).toEqual([{ nonce: 'a', at: AT, fate: 'kept' }]);
  });

  test('leaves nothing to the post step if it is done', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.beginDelivery('a', MARK);
    ledger.setPhase('done');
    expect(written.at(-1)).toBeUndefined();
  });

  test.each([undefined, 'delivered', 'done'] as const)(
    'never leaves its token to be revoked, only the token of another attempt: phase %s',
    (phase) => {
      const { ledger, written } = open();
      ledger.begin('lost', AT);
      ledger.begin('a', AT);
      ledger.created('a', ID);
      ledger.beginDelivery('a', MARK);
      if (phase !== undefined) ledger.setPhase(phase);
      const { attempts = [], delivery } = written.at(-1) ?? {};
      expect(delivery?.phase).toBe(phase ?? 'delivering');
      expect(attempts.filter(hasLeftover).map(({ nonce }) => nonce)).toEqual(['lost']);
    },
  );

  test('that is canceled leaves a token to revoke, in one write', () => {
    const { ledger, written } = open();
    ledger.begin('a', AT);
    ledger.beginDelivery('a', MARK);
    ledger.cancelDelivery('a');
    expect(written).toHaveLength(3);
    expect(written.at(-1)).toEqual({ ...HEADER, attempts: [{ nonce: 'a', at: AT, fate: 'open' }] });
    expect(ledger.hasBegunDelivery).toBe(false);
    expect([...ledger.openNonces]).toEqual(['a']);
  });

  test('must begin before it can be done', () => {
    expect(() => open().ledger.setPhase('done')).toThrow('delivery has not begun');
  });
});
