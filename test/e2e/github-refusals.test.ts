import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GithubTokenSeed } from '../../emulator/servers/github/access.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { GithubRoute } from '../../emulator/servers/github/github-path.ts';
import { formatTagged } from '../../src/tokens/tag.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { connection, Scene } from './scene.ts';

const OWN_RUN = 8_812_345_678;
const HOUR_MS = 3_600_000;

let github: GithubEmulator;
let scene: Scene;
beforeEach(async () => {
  github = await GithubEmulator.start();
  github.repository('acme/web', { environments: ['production'] });
  github.repository('acme/api');
  github.run({ id: OWN_RUN });
  scene = await Scene.start({
    operation: 'rotate',
    github: { api_url: github.apiUrl, token: github.token({ kind: 'job', actions: 'read' }) },
  });
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
  await github.stop();
});

/** Rotates into a secret of the repository and one of an environment. */
function rotate(
  inputs: Readonly<Record<string, string>> = {},
  token: GithubTokenSeed = {},
): Promise<StepResult> {
  return scene.main({
    inputs: {
      ...scene.inputs,
      ...connection(scene.cluster),
      operation: 'rotate',
      description: 'telegraf',
      permissions: 'metrics: read',
      'expires-at': '90d',
      'store-in': 'repo = TOKEN\nenv:production = TOKEN',
      'store-token': github.token({ secrets: 'write', environments: 'write', ...token }),
      ...inputs,
    },
  });
}

/** Cleans up tokens of jobs of all the owner's repositories. `token` reads their runs. */
function cleanup(token: GithubTokenSeed = {}): Promise<StepResult> {
  return scene.main({
    inputs: {
      ...scene.inputs,
      operation: 'cleanup',
      scope: 'organization',
      'github-token': github.token({ actions: 'read', ...token }),
    },
  });
}

/** A token of a job that ended, of acme/api. */
function seedOfRun(runId: number): void {
  github.run({ id: runId, repository: 'acme/api', status: 'completed' });
  const tag = {
    server: 'github.com',
    repository: 'acme/api',
    repositoryId: '4712',
    runId: String(runId),
    runAttempt: '1',
    kind: 'job',
    nonce: '0123456789abcdef',
  } as const;
  scene.cluster.seed({ description: formatTagged('job', tag) });
}

const storedValue = (location: 'acme/web' | 'env:acme/web/production') =>
  github.secret(location, 'TOKEN')?.value;

const errorOf = ({ annotations }: StepResult) => annotations.find(({ level }) => level === 'error');

describe("GitHub's primary rate limit", () => {
  test.for<[403 | 429, GithubRoute]>([
    [403, 'GET environment secret'],
    [429, 'GET environment secret'],
    [403, 'PUT repository secret'],
    [429, 'PUT environment secret'],
  ])('delays a rotation if its reset is near: %i on %s', async ([status, route]) => {
    github.next(route).runs('before', () => {
      github.useUpLimit(Date.now() + 1000, status);
    });
    const main = await rotate();
    expect(main).toMatchObject({ conclusion: 'success', outputs: { rotated: 'true' } });
    expect(github.trace.filter((line) => line.endsWith(` ${status}`))).toEqual([`${route} ${status}`]);
    const [token] = scene.cluster.liveTokens;
    expect([storedValue('acme/web'), storedValue('env:acme/web/production')]).toEqual([
      token?.secret,
      token?.secret,
    ]);
  });

  test('with a reset far away fails a rotation before any change', async () => {
    github.useUpLimit(Date.now() + HOUR_MS);
    const main = await rotate();
    expect(errorOf(main)).toMatchObject({
      title: 'GitHub rate limit exceeded',
      message: expect.stringMatching(
        /\(403: API rate limit exceeded .*GitHub asks for a pause of 3[56]\d\d s, but the action waits at most 60 s\. Run the job again later\. Nothing was changed\./,
      ),
    });
    expect(errorOf(main)?.message).not.toMatch(/permission|Secrets: write/);
    expect(scene.cluster.tokens).toEqual([]);
    expect(github.writes).toEqual([]);
  });

  test('does not fail a cleanup: unresolved runs are counted, and their tokens are kept', async () => {
    for (let run = 0; run < 10; run++) seedOfRun(100 + run);
    github.next('GET run', { after: 2 }).runs('before', () => {
      github.useUpLimit(Date.now() + HOUR_MS, 429);
    });
    const main = await cleanup();
    const responses = github.trace.filter((line) => line === 'GET run 200').length;
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Run status unknown' }]);
    expect(main.annotations[0]?.message).toContain(`The status of ${10 - responses} of 10 runs is not known`);
    expect(main.annotations[0]?.message).toMatch(/429: API rate limit exceeded .*at most 60 s/);
    expect(main.conclusion).toBe('success');
    expect(scene.cluster.liveTokens).toHaveLength(10 - responses);
  });
});

describe("GitHub's secondary rate limit", () => {
  test.for<[403 | 429, GithubRoute]>([
    [403, 'GET repository key'],
    [429, 'PUT repository secret'],
    [403, 'PUT environment secret'],
  ])('delays a rotation as long as `Retry-After` says: %i on %s', async ([status, route]) => {
    github.limit(route, { seconds: 1, status });
    const main = await rotate();
    expect(main).toMatchObject({ conclusion: 'success', outputs: { rotated: 'true' } });
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(storedValue('env:acme/web/production')).toBe(scene.cluster.liveTokens[0]?.secret);
  });

  test('that lasts is reported without hints about permissions, and both tokens stay valid', async () => {
    github.limit('PUT environment secret', { seconds: 300 });
    const main = await rotate();
    expect(errorOf(main)).toMatchObject({ title: 'Not stored everywhere' });
    expect(errorOf(main)?.message).toMatch(
      /403: You have exceeded a secondary rate limit.*pause of 300 s.*Not changed: `env:production = TOKEN`/,
    );
    expect(errorOf(main)?.message).not.toMatch(/Environments: write/);
    expect(storedValue('acme/web')).toBe(scene.cluster.liveTokens[0]?.secret);
    expect(storedValue('env:acme/web/production')).toBeUndefined();
  });
});

describe('a token that is not authorized for single sign-on (SAML)', () => {
  const SSO =
    /\(403: Resource protected by organization SAML enforcement.*Authorize the token in `(store|github)-token` for single sign-on in the organization/;

  test('fails a rotation before any change', async () => {
    const main = await rotate({}, { refusedBy: 'saml' });
    expect(errorOf(main)).toMatchObject({
      title: 'Refused by GitHub',
      message: expect.stringMatching(SSO),
    });
    expect(errorOf(main)?.message).toMatch(/`store-token`.*Nothing was changed/);
    expect(errorOf(main)?.message).not.toMatch(/Secrets: write/);
    expect(scene.cluster.tokens).toEqual([]);
  });

  test('is recognized by the header, with any text', async () => {
    github
      .every('GET repository key')
      .respondsWith(
        403,
        { message: 'Forbidden' },
        { 'X-GitHub-SSO': 'required; url=https://github.com/orgs/acme/sso' },
      );
    const main = await rotate();
    expect(errorOf(main)?.message).toContain(
      'Authorize the token in `store-token` for single sign-on in the organization',
    );
    expect(errorOf(main)?.message).not.toMatch(/Secrets: write/);
    expect(scene.cluster.tokens).toEqual([]);
  });

  test('fails a cleanup before any change, because no run can be read', async () => {
    seedOfRun(100);
    const main = await cleanup({ refusedBy: 'saml' });
    expect(errorOf(main)).toMatchObject({
      title: 'Refused by GitHub',
      message: expect.stringMatching(SSO),
    });
    expect(errorOf(main)?.message).toMatch(/`github-token`.*No token was revoked/);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });
});

describe('an environment that does not exist', () => {
  test('fails a rotation before any change, and the error names it', async () => {
    const main = await rotate({ 'store-in': 'repo = TOKEN\nenv:prod = TOKEN' });
    expect(errorOf(main)).toMatchObject({ title: 'Not found on GitHub' });
    expect(errorOf(main)?.message).toMatch(
      /\(404: Not Found\)\. Either there is no environment "prod" in repository acme\/web, or the token in `store-token` cannot see it\..*Nothing was changed/,
    );
    expect(scene.cluster.tokens).toEqual([]);
    expect(github.writes).toEqual([]);
  });

  test('because somebody deleted it in the meantime refuses the first write, so the new token is revoked', async () => {
    github.next('PUT environment secret').respondsWith(404, { message: 'Not Found' });
    const main = await rotate({ 'store-in': 'env:production = TOKEN' });
    expect(errorOf(main)?.message).toMatch(/no environment "production" in repository acme\/web/);
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});
