import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GithubRoute } from '../../emulator/servers/github/github-path.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { example, WorkflowStage } from './stage/workflow-stage.ts';

/** A rotation into a secret of the repository and a secret of an environment. */
const ROTATION = example('scheduled-rotation.yml').replace(
  'operation: rotate',
  'operation: rotate\n          retries: 1\n          activation-timeout: 5s',
);
const BOTH = ['repo = INFLUXDB_TOKEN', 'env:production = INFLUXDB_TOKEN'];

let stage: WorkflowStage;
beforeEach(async () => {
  stage = await WorkflowStage.start();
});
afterEach(() => stage[Symbol.asyncDispose]());

/** The token of each target. Undefined if a target has none. */
const tokens = (): (StoredToken | undefined)[] => stage.stored.map((secret) => stage.tokenOf(secret));

/** The first rotation, after which the next one is due. */
async function rotateOnce(): Promise<StoredToken> {
  await stage.run(ROTATION);
  stage.daysGoBy(77);
  const [token] = tokens();
  if (token === undefined) throw new Error('the first rotation failed');
  return token;
}

describe('a rotation over two targets', () => {
  test.for<GithubRoute>([
    'GET repository key',
    'GET repository secret',
    'GET environment key',
    'PUT repository secret',
    'PUT environment secret',
  ])('survives a secondary rate limit: %s', async (route) => {
    await rotateOnce();
    stage.github.limit(route, { seconds: 1 });
    const { conclusion, log } = await stage.run(ROTATION);
    expect(conclusion, log).toBe('success');
    const [token, other] = tokens();
    expect(token?.secret).toBe(stage.cluster.tokens[1]?.secret);
    expect(other).toBe(token);
    expect(stage.github.trace.filter((line) => line.endsWith('403'))).toEqual([`${route} 403`]);
  });

  test('keeps both tokens if a long rate limit ends the first write, and the next run stores a third one', async () => {
    const old = await rotateOnce();
    stage.github.next('PUT repository secret').runs('before', () => {
      stage.github.useUpLimit(Date.now() + 1_800_000);
    });
    const { conclusion, log } = await stage.run(ROTATION);
    expect(conclusion).toBe('failure');
    expect(log).toMatch(/a pause of 1\d{3} s, but the action waits at most 60 s/);
    expect(log).toContain(`Not changed: ${BOTH.map((label) => `\`${label}\``).join(', ')}.`);
    expect(log).not.toContain('did not report');
    expect(tokens()).toEqual([old, old]);
    expect(stage.cluster.liveTokens).toHaveLength(2);
    stage.github.useUpLimit(0);
    expect((await stage.run(ROTATION)).conclusion).toBe('success');
    expect(tokens()).toEqual([stage.cluster.tokens[2], stage.cluster.tokens[2]]);
  });

  test('changes nothing if the public key of GitHub is invalid', async () => {
    const old = await rotateOnce();
    stage.github.showKey('env:acme/web/production', Buffer.alloc(32).toString('base64'));
    const { conclusion, log } = await stage.run(ROTATION);
    expect(conclusion).toBe('failure');
    expect(log).toMatch(
      /public key .* for env:production = INFLUXDB_TOKEN is not a valid X25519 key.*Nothing was changed/,
    );
    expect(stage.cluster.tokens).toEqual([old]);
    expect(tokens()).toEqual([old, old]);
  });
});

/** No delay: a delivery within the second in which the token was created is the hardest case. */
test.for([-30_000, 30_000, 240_000])(
  'a clock of the cluster that is %i ms ahead of GitHub’s does not cause another rotation',
  async (ahead) => {
    await stage[Symbol.asyncDispose]();
    stage = await WorkflowStage.start({ clock: () => Date.now() + ahead });
    for (let run = 1; run <= 3; run++) {
      const { conclusion, log } = await stage.run(ROTATION);
      expect(conclusion, log).toBe('success');
      expect(stage.cluster.tokens).toHaveLength(1);
    }
    expect(tokens()).toEqual([stage.cluster.tokens[0], stage.cluster.tokens[0]]);
  },
);
