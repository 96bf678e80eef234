import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import { Ledger } from '../../src/operations/ledger.ts';
import { claimedTokenIds, sealLedger, unsealLedger } from '../../src/operations/sealed-ledger.ts';

const TOKEN = new Secret('M.V1.management-token');
const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

/** Texts as a process can receive them from its environment. */
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.json());

function ledgerWith(change: (ledger: Ledger) => void): string {
  let saved = '';
  const ledger = new Ledger(
    (entries) => {
      saved = entries;
    },
    {
      endpoint: { apiUrl: 'https://api.example', form: 'prefixed', accountId: ID, clusterId: ID },
      retryPolicy: { timeoutMs: 1, retries: 0 },
      fingerprints: [],
      failOnRevokeError: false,
    },
  );
  change(ledger);
  return saved;
}

describe('a sealed ledger', () => {
  test('is opened with the token that sealed it', () => {
    fc.assert(
      fc.property(text, fc.string({ minLength: 1 }), (ledger, token) => {
        const secret = new Secret(token);
        expect(unsealLedger(sealLedger(ledger, secret), secret)).toBe(ledger);
      }),
    );
  });

  test('is refused with any other token', () => {
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (ledger, token, other) => {
        fc.pre(token !== other);
        expect(unsealLedger(sealLedger(ledger, new Secret(token)), new Secret(other))).toBeUndefined();
      }),
    );
  });

  test('is refused without a token, even if it was sealed without one', () => {
    const none = new Secret('');
    fc.assert(fc.property(text, (ledger) => unsealLedger(sealLedger(ledger, none), none) === undefined));
  });

  test('is refused after a change of any byte', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (ledger, position, change) => {
        const bytes = Buffer.from(sealLedger(ledger, TOKEN));
        const at = position % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ change, at);
        expect(unsealLedger(bytes.toString('utf8'), TOKEN)).toBeUndefined();
      }),
    );
  });

  test('is refused if it is cut off at either end, or extended', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.string({ minLength: 1 }), (ledger, length, more) => {
        const sealed = sealLedger(ledger, TOKEN);
        const cut = length % sealed.length;
        expect(unsealLedger(sealed.slice(0, cut), TOKEN)).toBeUndefined();
        expect(unsealLedger(sealed.slice(cut + 1), TOKEN)).toBeUndefined();
        expect(unsealLedger(sealed + more, TOKEN)).toBeUndefined();
        expect(unsealLedger(more + sealed, TOKEN)).toBeUndefined();
      }),
    );
  });

  test('is refused if its seal is in capital letters, or from another ledger', () => {
    const [seal = '', ledger = ''] = sealLedger('{}', TOKEN).split(' ');
    expect(unsealLedger(`${seal.toUpperCase()} ${ledger}`, TOKEN)).toBeUndefined();
    expect(unsealLedger(`${seal} []`, TOKEN)).toBeUndefined();
  });

  test('is refused if a lone surrogate replaces the character that UTF-8 has for it', () => {
    const sealed = sealLedger('a \ufffd', TOKEN);
    expect(unsealLedger(sealed.replace('\ufffd', '\ud800'), TOKEN)).toBeUndefined();
  });

  test('contains neither the management token nor a key that is the same for all texts', () => {
    const sealed = sealLedger('{}', TOKEN);
    expect(sealed).not.toContain(TOKEN.reveal());
    expect(sealed.slice(0, 64)).not.toBe(sealLedger('[]', TOKEN).slice(0, 64));
  });
});

describe('the token IDs that an unverified ledger claims', () => {
  test('are the leftover tokens, sealed or not', () => {
    const ledger = ledgerWith((it) => {
      for (const nonce of ['a', 'b']) it.begin(nonce, 0);
      it.created('a', ID);
      it.created('b', ID.replace('1', '2'));
      it.resolve('b');
    });
    expect(claimedTokenIds(ledger)).toEqual([ID]);
    expect(claimedTokenIds(sealLedger(ledger, new Secret('another')))).toEqual([ID]);
  });

  test('include a rotated token that is not promoted yet', () => {
    const ledger = ledgerWith((it) => {
      it.begin('a', 0);
      it.beginDelivery('a', {
        tokenId: ID,
        promotedDescription: 'x',
        permissions: [],
        series: { server: 'github.com', repositoryId: '1', plainDescription: 'x' },
        gracePeriodMs: 0,
        quarantineMs: 0,
        accepted: true,
      });
    });
    expect(claimedTokenIds(ledger)).toEqual([ID]);
  });

  test('are only UUIDs, and at most five', () => {
    const id = fc.oneof(fc.uuid(), fc.string(), fc.constant(`${ID}\n::error::x`));
    fc.assert(
      fc.property(fc.array(id), (ids) => {
        const ledger = ledgerWith((it) => {
          it.begin('first', 0);
          for (const [index, one] of ids.entries()) {
            it.begin(`${index}`, 0);
            it.created(`${index}`, one);
          }
        });
        const claimed = claimedTokenIds(ledger);
        expect(claimed.length).toBeLessThanOrEqual(5);
        for (const one of claimed) expect(one).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
      }),
    );
  });

  test('are empty in a text that is not a ledger', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constant(ID)), (garbage) => claimedTokenIds(garbage).length === 0),
    );
  });
});
