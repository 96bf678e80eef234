import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/base/secret.ts';
import type { SecretMetadata, SecretStore, StoreResult } from '../../../src/github/secret-store.ts';
import { Ledger, readLedger } from '../../../src/operations/ledger.ts';
import { deliver } from '../../../src/operations/rotation/deliver.ts';
import type { Runner } from '../../../src/runner/runner.ts';
import { CLOCKS, SERIES, seriesToken, tag } from '../../tokens/series-token.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const NONCE = tag('pending').nonce;
const error = new Error('GitHub responded 500');
const STORED: StoreResult = { kind: 'stored' };

function secretNamed(name: string): SecretMetadata {
  const target = {
    location: { kind: 'repository', owner: 'acme', repo: 'web' },
    name,
    label: `repo = ${name}`,
  } as const;
  return { target, storedAt: 'absent', key: { id: '1', publicKey: '' }, date: undefined };
}

/** run delivers a token to one secret for each result. Returns the order of all events between which a kill can happen. */
async function run(results: readonly StoreResult[], laterSteps = false) {
  const events: string[] = [];
  const ledger = new Ledger((text) => events.push(`state ${text === '' ? 'empty' : describeState(text)}`), {
    endpoint: { apiUrl: 'https://api.example', form: 'prefixed', accountId: ID, clusterId: ID },
    retryPolicy: { timeoutMs: 1, retries: 0 },
    fingerprints: [],
    failOnRevokeError: false,
  });
  ledger.begin(NONCE, 0);
  ledger.created(NONCE, ID);
  events.length = 0;
  const secrets = results.map((_, index) => secretNamed(`S${index}`));
  const github: Pick<SecretStore, 'store'> = {
    store: async (metadata) => {
      events.push(`store ${metadata.target.label}`);
      return results[secrets.indexOf(metadata)] ?? expect.fail('no such secret');
    },
  };
  const runner: Pick<Runner, 'outputs' | 'token'> = {
    outputs: (outputs) => void events.push(`outputs ${Object.keys(outputs).join(', ')}`),
    token: () => void events.push('output token'),
  };
  const result = await deliver(
    {
      issued: {
        kind: 'issued',
        token: seriesToken(ID, 'pending'),
        clocks: CLOCKS,
        secret: new Secret('apiv1_secret'),
        tag: tag('pending'),
      },
      secrets,
      laterSteps,
      delivery: {
        tokenId: ID,
        promotedDescription: 'x',
        permissions: [],
        series: SERIES,
        gracePeriodMs: 0,
        quarantineMs: 0,
        accepted: true,
      },
    },
    ledger,
    {
      github,
      runner,
      rotationProgress: (progress) =>
        events.push(progress.kind === 'stored' ? `stored ${progress.target}` : progress.kind),
    },
  );
  return { result, events, secrets };
}

function describeState(text: string): string {
  const { attempts, delivery } = readLedger(text);
  return `${attempts[0]?.fate} ${delivery?.phase ?? 'without delivery'}`;
}

describe('a delivery', () => {
  test('marks the ledger before the first write, and stores the secrets one after the other', async () => {
    const { result, events } = await run([STORED, STORED]);
    expect(result).toEqual({ kind: 'delivered' });
    expect(events).toEqual([
      'state kept delivering',
      'store repo = S0',
      'stored repo = S0',
      'store repo = S1',
      'stored repo = S1',
    ]);
  });

  test('to later steps sets the token, then `rotated`, and only then marks the ledger as delivered', async () => {
    const { events } = await run([STORED], true);
    expect(events.slice(-3)).toEqual(['output token', 'outputs rotated', 'state kept delivered']);
  });

  test('is canceled when the very first write was definitely refused', async () => {
    const { result, events } = await run([{ kind: 'refused', error }, STORED]);
    expect(result).toEqual({ kind: 'refused', error });
    expect(events).toEqual(['state kept delivering', 'store repo = S0', 'state open without delivery']);
  });

  test.each([
    ['a rate limit before the first write', [{ kind: 'not-written', error }, STORED], 0, false],
    ['an unknown outcome of the first write', [{ kind: 'unclear', error }, STORED], 0, true],
    ['a refused second write', [STORED, { kind: 'refused', error }], 1, false],
    ['an unknown outcome of the second write', [STORED, { kind: 'unclear', error }], 1, true],
  ] as const)('stays marked after %s, and stops there', async (_, results, failedAt, mightBeStored) => {
    const { result, events, secrets } = await run(results, true);
    expect(result).toEqual({ kind: 'incomplete', secrets, failedAt, mightBeStored, error });
    expect(events.at(-1)).toBe(`store repo = S${failedAt}`);
    expect(events.filter((event) => event.startsWith('state'))).toEqual(['state kept delivering']);
  });
});
