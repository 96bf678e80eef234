import { describe, expect, test } from 'vitest';
import { NetworkError } from '../../../src/http/network-error.ts';
import { failedByStatus, failedWithoutResponse } from '../../../src/http/write-result.ts';
import type { FoundToken, Patching } from '../../../src/management-api/outcomes.ts';
import type { ManagementApi } from '../../../src/operations/deps.ts';
import { patchAfterReading } from '../../../src/operations/suspending/patch-after-reading.ts';
import { twoClocks } from '../../../src/tokens/clocks.ts';
import { patchOf } from '../../../src/tokens/token-content.ts';
import { apiError, listedToken, unexpected } from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const NOW = Date.UTC(2026, 10, 23);
const TOKEN = listedToken('a', { description: 'old' });
const CHANGED = { ...TOKEN, description: 'new' };

const rejected = (status: number) => failedByStatus(status, apiError(status));
const LOST = failedWithoutResponse(new NetworkError('broken', 'it broke off'));
const NOT_SENT = failedWithoutResponse(new NetworkError('refused', 'no process listens'));
const UNREADABLE = new NetworkError('timeout', 'no response');

/** Sends one planned PATCH. The last read and the last response are repeated. */
async function run(
  responses: readonly Patching[],
  reads: readonly (typeof TOKEN | NetworkError)[] = [TOKEN],
) {
  const sent: string[] = [];
  const nth = <Item>(items: readonly Item[], number: number) =>
    items[Math.min(number, items.length - 1)] as Item;
  const count = (what: string) => sent.filter((one) => one === what).length;
  const api: ManagementApi = {
    findToken: async (): Promise<FoundToken> => {
      const read = nth(reads, count('GET'));
      sent.push('GET');
      if (read instanceof NetworkError) throw read;
      return { token: read, clocks: twoClocks(NOW, NOW) };
    },
    patchToken: async () => {
      const response = nth(responses, count('PATCH'));
      sent.push('PATCH');
      return response;
    },
    endpoint: unexpected,
    databases: unexpected,
    tokens: unexpected,
    createToken: unexpected,
    updateToken: unexpected,
    deleteToken: unexpected,
  };
  const plan = (token: typeof TOKEN) => patchOf(token, { description: 'new' });
  const deps = { api, retryControl: retryControl({ retries: 2 }) };
  return { patched: await patchAfterReading('a', plan, deps), sent };
}

describe('a failed PATCH', () => {
  test.each<[string, Patching[], (typeof TOKEN | NetworkError)[], boolean, string[]]>([
    ['was refused', [rejected(400)], [TOKEN], false, ['GET', 'PATCH']],
    [
      'was refused with 409, and the token is as before',
      [rejected(409)],
      [TOKEN],
      false,
      ['GET', 'PATCH', 'GET'],
    ],
    ['was never sent', [NOT_SENT], [TOKEN], false, ['GET', 'PATCH', 'GET', 'PATCH', 'GET', 'PATCH']],
    ['had no first read', [], [UNREADABLE], false, ['GET']],
    [
      'was refused after a lost response',
      [LOST, rejected(400)],
      [TOKEN],
      true,
      ['GET', 'PATCH', 'GET', 'PATCH'],
    ],
    ['could not be read after a lost response', [LOST], [TOKEN, UNREADABLE], true, ['GET', 'PATCH', 'GET']],
    ['got only 503', [rejected(503)], [TOKEN], true, ['GET', 'PATCH', 'GET', 'PATCH', 'GET', 'PATCH', 'GET']],
    ['got 501, which is final', [rejected(501)], [TOKEN], true, ['GET', 'PATCH', 'GET']],
    ['got a redirect, which is final', [rejected(302)], [TOKEN], true, ['GET', 'PATCH', 'GET']],
  ])('%s: whether it might have had an effect', async (_, responses, reads, mightBePatched, sent) => {
    const result = await run(responses, reads);
    expect(result.patched).toMatchObject({ kind: 'failed', mightBePatched });
    expect(result.sent).toEqual(sent);
  });

  test('names the token as it was last read', async () => {
    const { patched } = await run([LOST], [TOKEN, UNREADABLE]);
    expect(patched).toMatchObject({ read: { token: TOKEN }, error: UNREADABLE });
    expect((await run([], [UNREADABLE])).patched).toMatchObject({ read: undefined });
  });
});

describe('a PATCH', () => {
  test('whose effect a read shows after a lost response is done', async () => {
    const { patched, sent } = await run([LOST], [TOKEN, CHANGED]);
    expect(patched).toMatchObject({ kind: 'shown', token: CHANGED });
    expect(sent).toEqual(['GET', 'PATCH', 'GET']);
  });

  test('is not sent if the token is already as wanted', async () => {
    const { patched, sent } = await run([], [CHANGED]);
    expect(patched).toMatchObject({ kind: 'shown', token: CHANGED });
    expect(sent).toEqual(['GET']);
  });

  test('of a token that is revoked by then is not sent', async () => {
    expect((await run([], [{ ...TOKEN, revokedAt: NOW }])).patched).toMatchObject({ kind: 'revoked' });
    expect((await run([rejected(409)], [TOKEN, { ...TOKEN, revokedAt: NOW }])).patched).toMatchObject({
      kind: 'revoked',
    });
  });
});
