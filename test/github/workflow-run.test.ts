import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../src/http/messages.ts';
import type { NoResponse } from '../../src/tokens/run-end.ts';
import { GithubScene } from './scene.ts';

let scene: GithubScene;
beforeEach(async () => {
  scene = await GithubScene.start();
});
afterEach(() => scene.emulator.stop());

const ask = (runId = '4711', repository = 'acme/web') => scene.github().run(repository, runId);

test('a run is found with its current attempt', async () => {
  const ids = { runId: '4711', repositoryId: scene.repositoryId };
  expect(await ask()).toEqual({ kind: 'found', ...ids, status: 'in_progress', attempt: 1 });
  scene.emulator.run({ id: 4711, status: 'completed', attempt: 3 });
  expect(await ask()).toEqual({ kind: 'found', ...ids, status: 'completed', attempt: 3 });
  scene.emulator.next('GET run').changes(({ run_attempt: _, ...run }) => run);
  expect(await ask()).toEqual({ kind: 'found', ...ids, status: 'completed', attempt: 0 });
  await using server = await GithubScene.start({ basePath: '/api/v3' });
  expect(await server.github().run('acme/web', '4711')).toMatchObject({ kind: 'found' });
});

test.each([
  ['4712', 'acme/web'],
  ['4711', 'acme/elsewhere'],
  ['99999999999999999999', 'acme/web'],
])('there is no run %s of %s', async (runId, repository) => {
  expect(await ask(runId, repository)).toEqual({ kind: 'unknown' });
});

describe('a run whose ID is too large for a number', () => {
  // As a number, this would be 9007199254740992.
  const RUN = '9007199254740993';

  test.each([RUN, '12345678901234567891'])('is asked for with all digits: %s', async (runId) => {
    await ask(runId);
    expect(scene.emulator.requests.at(-1)?.path).toMatch(
      new RegExp(`/repos/acme/web/actions/runs/${runId}$`),
    );
  });

  test('is found with all digits, like its repository', async () => {
    const sent: HttpRequest[] = [];
    const body = `{"id":${RUN},"status":"completed","run_attempt":1,"repository":{"id":${RUN}1}}`;
    const transport = {
      send: async (request: HttpRequest) => {
        sent.push(request);
        return { status: 200, headers: {}, body };
      },
    };
    expect(await scene.github(undefined, { transport }).run('acme/web', RUN)).toMatchObject({
      kind: 'found',
      runId: RUN,
      repositoryId: `${RUN}1`,
    });
    expect(sent.map(({ url }) => url.pathname)).toEqual([`/repos/acme/web/actions/runs/${RUN}`]);
  });
});

test.each([
  ['../4711', 'acme/web'],
  ['', 'acme/web'],
  ['4711', '../web'],
  ['4711', 'acme/..'],
  ['4711', 'acme/web/x'],
  ['4711', 'acme'],
])('no request is sent for the run %j of %j', async (runId, repository) => {
  expect(await ask(runId, repository)).toMatchObject({ kind: 'no-response' });
  expect(scene.emulator.requests).toEqual([]);
});

describe('the status of a run is not known after', () => {
  test.each<[string, () => unknown, string, NoResponse['about']?]>([
    [
      'a server that fails',
      () => scene.emulator.every('GET run').respondsWith(502),
      '502',
      'perhaps-all-runs',
    ],
    ['a reset', () => scene.emulator.every('GET run').resets('after'), 'was lost', 'perhaps-all-runs'],
    ['a page', () => scene.emulator.every('GET run').respondsWith(200, '<html>'), 'does not contain run'],
    [
      'a run without a status',
      () => scene.emulator.every('GET run').changes((run) => ({ ...run, status: null })),
      'does not contain run',
    ],
    [
      'a run without an ID',
      () => scene.emulator.every('GET run').changes(({ id: _, ...run }) => run),
      'does not contain run',
    ],
    [
      'a run without a repository',
      () => scene.emulator.every('GET run').changes(({ repository: _, ...run }) => run),
      'does not contain run',
    ],
    ['a 404 of a proxy', () => scene.emulator.every('GET run').respondsWith(404, 'not found'), '404'],
    ['a redirect', () => scene.emulator.every('GET run').redirects('/repositories/1', 301), '301'],
    [
      'a rate limit',
      () => scene.emulator.every('GET run').respondsWith(403, { message: 'API rate limit exceeded' }),
      'rate limit',
      'all-runs',
    ],
    [
      'a rate limit that is used up for a long time',
      () => scene.emulator.useUpLimit(scene.clock.now() + 3_600_000),
      'a pause of 3600 s',
      'all-runs',
    ],
    [
      'a page that refuses',
      () => scene.emulator.every('GET run').respondsWith(403, '<html>'),
      'A proxy or firewall refused',
    ],
    [
      'a pause that is too long',
      () => scene.emulator.every('GET run').respondsWith(429, '', { 'Retry-After': '3600' }),
      '3600 s',
      'all-runs',
    ],
  ])('%s', async (_, fail, why, about = 'this-run') => {
    fail();
    expect(await ask()).toEqual({ kind: 'no-response', why: expect.stringContaining(why), about });
  });
});

test('a response that fails once is requested again', async () => {
  scene.emulator.next('GET run').respondsWith(503);
  expect(await ask()).toMatchObject({ kind: 'found' });
  expect(scene.emulator.trace).toEqual(['GET run 503', 'GET run 200']);
});

test('after a rate limit of a few seconds, the request is retried', async () => {
  scene.emulator.limit('GET run', { seconds: 20 });
  expect(await ask()).toMatchObject({ kind: 'found' });
  expect(scene.emulator.trace).toEqual(['GET run 403', 'GET run 200']);
});

test('a token that cannot read runs is a failure, which names the permission', async () => {
  const asking = scene.github({ kind: 'job' }).run('acme/web', '4711');
  await expect(asking).rejects.toMatchObject({
    name: 'GithubError',
    message: expect.stringMatching(
      /run 4711 of acme\/web failed \(403: .*`github-token` does not have.*`permissions: actions: read`\..*App/,
    ),
  });
});

test('a wrong token is also a failure', async () => {
  scene.emulator.every('GET run').respondsWith(401, { message: 'Bad credentials' });
  await expect(ask()).rejects.toThrow(/`github-token` is wrong.*`permissions: actions: read`/);
});

test('without a token, nothing is known about any run', async () => {
  expect(await scene.github('').run('acme/web', '4711')).toEqual({
    kind: 'no-response',
    why: '`github-token` is empty, so the action did not ask GitHub.',
    about: 'all-runs',
  });
  expect(scene.emulator.requests).toEqual([]);
});
