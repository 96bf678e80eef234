import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/base/secret.ts';
import { NetworkError, type NetworkErrorKind } from '../../../src/http/network-error.ts';
import { RetryAfterTooLong } from '../../../src/http/retry.ts';
import { failedByStatus, failedWithoutResponse } from '../../../src/http/write-result.ts';
import type { Creation } from '../../../src/management-api/outcomes.ts';
import type { ManagementApi } from '../../../src/operations/deps.ts';
import { issueToken } from '../../../src/operations/issuing/issue-token.ts';
import { Ledger } from '../../../src/operations/ledger.ts';
import { twoClocks } from '../../../src/tokens/clocks.ts';
import type { Token } from '../../../src/tokens/token.ts';
import type { TokenSpec } from '../../../src/tokens/token-spec.ts';
import { FakeClock } from '../../fake-clock.ts';
import { apiError, listedToken, unexpected } from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const RUN = {
  server: 'github.com',
  repository: 'acme/web',
  repositoryId: '1',
  runId: '2',
  runAttempt: '3',
  workflow: 'w',
  job: 'j',
  githubApiUrl: 'https://api.github.com',
  action: 'acme/influxdb-token-action@v1',
};
const HEADER = {
  endpoint: { apiUrl: 'https://api.example', form: 'prefixed', accountId: ID, clusterId: ID },
  retryPolicy: { timeoutMs: 1, retries: 0 },
  fingerprints: [],
  failOnRevokeError: false,
} as const;

const failed = (kind: NetworkErrorKind) => failedWithoutResponse(new NetworkError(kind, 'no response'));
const NOT_SENT = failed('refused');
const LOST = failed('broken');
const TOO_LONG = failedWithoutResponse(new RetryAfterTooLong(503, 'api.example', 3_600_000));

type Outcome = Exclude<Creation, { readonly kind: 'done' }> | 'done';

/** issue creates a token on a server with these outcomes, in order. The last one is repeated. */
async function issue(
  outcomes: readonly Outcome[],
  { retries = 2, timeLeftMs = Number.POSITIVE_INFINITY, leavesTokens = false } = {},
) {
  const clock = new FakeClock();
  const sent: string[] = [];
  const left: Token[] = [];
  const api: ManagementApi = {
    createToken: async (spec) => {
      const posts = sent.filter((line) => line === 'POST').length;
      sent.push('POST');
      const outcome = outcomes[Math.min(posts, outcomes.length - 1)] ?? 'done';
      if (outcome === 'done') {
        const clocks = twoClocks(clock.now(), clock.now());
        return { kind: 'done', token: tokenOf(spec), secret: new Secret('s'), clocks };
      }
      if (leavesTokens && (outcome.kind === 'unknown' || outcome.kind === 'blocked'))
        left.push(tokenOf(spec));
      return outcome;
    },
    tokens: async () => {
      sent.push('LIST');
      return { tokens: left, clocks: twoClocks(clock.now(), clock.now()) };
    },
    deleteToken: async () => {
      sent.push('DELETE');
      left.pop();
      return { kind: 'done' };
    },
    endpoint: unexpected,
    databases: unexpected,
    findToken: unexpected,
    updateToken: unexpected,
    patchToken: unexpected,
  };
  let nonces = 0;
  const result = await issueToken(
    { plainDescription: 'x', permissions: [], expiresAt: 'never', kind: 'job', run: RUN },
    new Ledger(() => {}, HEADER),
    {
      api,
      retryControl: retryControl({ retries, clock, timeLeftMs }),
      nonce: () => String(nonces++).padStart(16, '0'),
      progress: () => {},
      clock,
    },
  );
  return { result, sent, sleeps: clock.sleeps };
}

function tokenOf({ description }: TokenSpec): Token {
  return listedToken(ID, { description });
}

describe('a POST that was not sent', () => {
  test('is sent again after a pause', async () => {
    const { result, sent, sleeps } = await issue([NOT_SENT, NOT_SENT, 'done']);
    expect(result).toMatchObject({ token: { id: ID } });
    expect(sent).toEqual(['POST', 'POST', 'POST']);
    expect(sleeps).toEqual([250, 500]);
  });

  test('is not sent again when the error is not retryable', async () => {
    expect((await issue([failed('certificate')])).sent).toEqual(['POST']);
  });

  test.each([0, 1, 3])('is sent again at most %i times', async (retries) => {
    expect((await issue([NOT_SENT], { retries })).sent).toHaveLength(1 + retries);
  });

  test('is not sent again if no time is left, and its own error says why', async () => {
    const { result, sent } = await issue([NOT_SENT], { timeLeftMs: 100 });
    expect(sent).toEqual(['POST']);
    expect(result).toMatchObject({
      kind: 'not-created',
      lostResponses: 0,
      error: { message: 'no response' },
    });
  });
});

describe('a POST whose response is lost', () => {
  test('is sent again only after the lost token is revoked', async () => {
    const { result, sent } = await issue([LOST, LOST, 'done'], { leavesTokens: true });
    expect(result).toMatchObject({ token: { id: ID } });
    expect(sent).toEqual(['POST', 'LIST', 'DELETE', 'POST', 'LIST', 'DELETE', 'POST']);
  });

  test.each(['too-large', 'coding'] as const)(
    'is sent again even if no response can be read: %s',
    async (kind) => {
      expect((await issue([failed(kind), 'done'])).sent).toEqual(['POST', 'LIST', 'POST']);
    },
  );

  test('is followed by a search after a pause, even after the last attempt', async () => {
    const { result, sent, sleeps } = await issue([LOST], { retries: 0, leavesTokens: true });
    expect(sent).toEqual(['POST', 'LIST', 'DELETE']);
    expect(sleeps).toEqual([250]);
    expect(result).toMatchObject({ kind: 'not-created', lostResponses: 1, openNonces: [] });
  });

  test('is followed by a search at once and not sent again if no time is left', async () => {
    const { result, sent, sleeps } = await issue([LOST], { timeLeftMs: 100 });
    expect(sent).toEqual(['POST', 'LIST']);
    expect(sleeps).toEqual([]);
    expect(result).toMatchObject({ kind: 'not-created', lostResponses: 1 });
  });

  test('is left to the post step if the server asks for too long a pause', async () => {
    const { result, sent } = await issue([TOO_LONG]);
    expect(sent).toEqual(['POST']);
    expect(result).toMatchObject({ kind: 'lost', openNonces: ['0000000000000000'] });
  });
});

test('a POST that is rejected is not sent again', async () => {
  const { result, sent } = await issue([failedByStatus(409, apiError(409))]);
  expect(sent).toEqual(['POST']);
  expect(result).toMatchObject({ kind: 'not-created', lostResponses: 0 });
});

test('a POST that a gateway blocks is not sent again, but a list shows whether it had an effect', async () => {
  const { result, sent } = await issue([{ kind: 'blocked', error: apiError(403) }], { leavesTokens: true });
  expect(sent).toEqual(['POST', 'LIST', 'DELETE']);
  expect(result).toMatchObject({ kind: 'not-created', lostResponses: 1, openNonces: [] });
});
