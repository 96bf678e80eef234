import { expect, test } from 'vitest';
import { describeClocks, describeProgress } from '../../src/report/progress.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import type { Progress } from '../../src/tokens/progress.ts';
import { aToken, NOW, textsOf } from './tokens.ts';

const target = { action: 'read', database: 'metrics' } as const;

test.each<[Progress, string]>([
  [{ kind: 'created', token: aToken({ id: 'an-id' }) }, 'Created token an-id (\u0002metrics: read\u0003).'],
  [
    { kind: 'no-lost-token' },
    'The list of tokens does not contain a token from the request whose outcome was not known.',
  ],
  [
    { kind: 'probing', target, timeoutMs: 90_000 },
    'Waiting up to 1m30s for the cluster to accept the token (read on metrics).',
  ],
  [
    { kind: 'not-accepted-yet', waitedMs: 15_999, why: 'it responded 401' },
    'The cluster has not accepted the token after 15s: it responded 401.',
  ],
  [
    { kind: 'not-accepted-yet', waitedMs: 15_999, why: undefined },
    'The cluster has not accepted the token after 15s.',
  ],
  [
    { kind: 'response-lost', error: new Error('no response in 30 s') },
    'response-lost: It is not known whether a token was created. no response in 30 s.',
  ],
  [{ kind: 'lost-token-revoked', id: 'an-id' }, 'Revoked token an-id, because its value was lost.'],
  [{ kind: 'advanced', work: 'revoking', done: 100, total: 5000 }, 'Revoking: 100 of 5,000.'],
  [{ kind: 'advanced', work: 'asking-about-runs', done: 1, total: 2 }, 'Asking GitHub about runs: 1 of 2.'],
  [{ kind: 'accepted' }, 'The cluster accepts the token.'],
  [
    { kind: 'nothing-to-probe' },
    'The step did not probe the token, because the token grants no access to an existing database.',
  ],
  [
    { kind: 'listing-only-in-file' },
    'The output `tokens` is not set, because GitHub limits outputs to 1 MB. The file in `tokens-file` contains all tokens.',
  ],
])('the log tells about $kind', (progress, text) => {
  expect(textsOf({ lines: describeProgress(progress) })).toEqual([text]);
});

test('clocks that differ are warned about, and clocks that agree are not', () => {
  expect(describeClocks(twoClocks(NOW, NOW))).toEqual([]);
  expect(textsOf({ lines: describeClocks(twoClocks(NOW, NOW + 600_000)) })).toEqual([
    expect.stringMatching(
      /^clocks-differ: The server's clock .* differ by 10m\. The action revokes or suspends a token only/,
    ),
  ]);
});
