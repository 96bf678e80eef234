import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SecretStore, StoreResult } from '../../src/github/secret-store.ts';
import type { WorkflowRuns } from '../../src/github/workflow-run.ts';
import type { Transport } from '../../src/http/messages.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { HttpTransport } from '../../src/http/transport.ts';
import type { SecretTarget } from '../../src/request/fields/secret-target.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import { GithubScene, HOLDERS, ORGANIZATION, REPOSITORY, targetOf, VALUE } from './scene.ts';

const PUT = 'PUT repository secret';
const STORED: StoreResult = { kind: 'stored' };

let scene: GithubScene;
let github: SecretStore & WorkflowRuns;
beforeEach(async () => {
  scene = await GithubScene.start();
  github = scene.github();
});
afterEach(() => scene.emulator.stop());

/** Reads and then stores a secret, and returns the requests of the store. */
async function storing(
  target: SecretTarget = REPOSITORY,
  by = github,
  meanwhile = () => {},
): Promise<{ result: StoreResult; requests: string[] }> {
  const seen = await by.readMetadata(target);
  meanwhile();
  const before = scene.emulator.requests.length;
  const result = await by.store(seen, VALUE);
  return { result, requests: scene.emulator.trace.slice(before) };
}

const valueIn = () => scene.emulator.secret('acme/web', 'NAME')?.value;

describe.each(HOLDERS)('a secret of %j', (location, stored) => {
  const target = targetOf(location, 'Name');

  test('is created or replaced', async () => {
    if (location.kind === 'organization') scene.emulator.seed(stored, 'NAME');
    const created = location.kind === 'organization' ? 204 : 201;
    const audience = location.kind === 'organization' ? ['GET organization secret 200'] : [];
    expect(await storing(target)).toEqual({
      result: STORED,
      requests: [...audience, `PUT ${location.kind} secret ${created}`],
    });
    expect(await storing(target)).toEqual({
      result: STORED,
      requests: [...audience, `PUT ${location.kind} secret 204`],
    });
    expect(scene.emulator.secrets).toMatchObject([{ location: stored, name: 'NAME', value: VALUE.reveal() }]);
  });

  test('is also stored on an Enterprise Server', async () => {
    await using server = await GithubScene.start({ basePath: '/api/v3' });
    server.emulator.seed(stored, 'NAME');
    const its = server.github();
    expect(await its.store(await its.readMetadata(target), VALUE)).toEqual(STORED);
    expect(server.emulator.secret(stored, 'NAME')?.value).toBe(VALUE.reveal());
  });

  test('is sealed again if the key was replaced', async () => {
    scene.emulator.seed(stored, 'NAME');
    const audience = location.kind === 'organization' ? ['GET organization secret 200'] : [];
    const replaceKey = () => scene.emulator.rotateKey(stored);
    expect(await storing(target, github, replaceKey)).toEqual({
      result: STORED,
      requests: [
        ...audience,
        `PUT ${location.kind} secret 422`,
        `GET ${location.kind} key 200`,
        ...audience,
        `PUT ${location.kind} secret 204`,
      ],
    });
    expect(scene.emulator.secret(stored, 'NAME')?.value).toBe(VALUE.reveal());
  });
});

describe('the secret of an organization', () => {
  test.each(['all', 'private'] as const)('stays visible for %s', async (visibility) => {
    scene.emulator.seed('org:acme', 'NAME', { visibility });
    await storing(ORGANIZATION);
    expect(scene.emulator.secret('org:acme', 'NAME')).toMatchObject({ visibility, value: VALUE.reveal() });
  });

  test.each([0, 1, 130])('stays visible for %i repositories', async (count) => {
    const { emulator } = scene;
    const ids = Array.from({ length: count }, (_, index) => emulator.repository(`acme/r${index}`).id);
    emulator.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
    expect((await storing(ORGANIZATION)).result).toEqual(STORED);
    expect(emulator.secret('org:acme', 'NAME')).toMatchObject({
      visibility: 'selected',
      selectedRepositoryIds: ids,
      value: VALUE.reveal(),
    });
  });
});

describe('a write with a retryable failure is retried', () => {
  test.each([408, 429, 500, 502, 503])('after %i', async (status) => {
    scene.emulator.next(PUT).respondsWith(status);
    expect(await storing()).toEqual({ result: STORED, requests: [`${PUT} ${status}`, `${PUT} 201`] });
  });

  test.each(['before', 'after'] as const)('after a reset %s its effect', async (moment) => {
    scene.emulator.next(PUT).resets(moment);
    const status = moment === 'before' ? 201 : 204;
    expect(await storing()).toEqual({ result: STORED, requests: [`${PUT} reset`, `${PUT} ${status}`] });
  });

  test('after a timeout', async () => {
    scene.emulator.next(PUT).hangs('after');
    const impatient = scene.github(undefined, { policy: { timeoutMs: 200 } });
    expect(await storing(REPOSITORY, impatient)).toEqual({
      result: STORED,
      requests: [`${PUT} hung`, `${PUT} 204`],
    });
  });

  test('with growing pauses', async () => {
    scene.emulator.every(PUT).respondsWith(502);
    await storing();
    expect(scene.clock.sleeps).toEqual([250, 500]);
  });

  test('after the pause that GitHub asks for', async () => {
    scene.emulator.next(PUT).respondsWith(429, { message: 'slow down' }, { 'Retry-After': '30' });
    expect((await storing()).result).toEqual(STORED);
    expect(scene.clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(30_000);
  });
});

describe('a write is refused', () => {
  test.each([400, 401, 403, 404, 409, 410, 413])('by %i, and not retried', async (status) => {
    scene.emulator.next(PUT).respondsWith(status, { message: 'no' });
    expect(await storing()).toEqual({
      result: { kind: 'refused', error: expect.objectContaining({ status }) },
      requests: [`${PUT} ${status}`],
    });
    expect(valueIn()).toBeUndefined();
  });

  test('by a second 422 with the newest key', async () => {
    scene.emulator.every(PUT).respondsWith(422, { message: 'no' });
    expect(await storing()).toEqual({
      result: { kind: 'refused', error: expect.objectContaining({ status: 422 }) },
      requests: [`${PUT} 422`, 'GET repository key 200', `${PUT} 422`],
    });
  });

  test('by a 422 if there is no newer key', async () => {
    scene.emulator.next(PUT).respondsWith(422, { message: 'no' });
    const forbid = () => scene.emulator.every('GET repository key').respondsWith(403);
    expect(await storing(REPOSITORY, github, forbid)).toMatchObject({
      result: { kind: 'refused', error: { status: 422 } },
      requests: [`${PUT} 422`, 'GET repository key 403'],
    });
  });

  test('because the token can only read, and the error says so', async () => {
    const { result } = await storing(REPOSITORY, scene.github({ secrets: 'read' }));
    expect(result.kind === 'refused' && plainText(result.error.message)).toMatch(
      /store repository = NAME failed \(403: Resource not accessible by personal access token\).*`Secrets: write` on acme\/web/,
    );
  });
});

describe('the outcome of a write is unclear', () => {
  test.each([408, 500, 502, 504])('after only %i', async (status) => {
    scene.emulator.every(PUT).respondsAfterEffect(status);
    expect(await storing()).toEqual({
      result: { kind: 'unclear', error: expect.objectContaining({ status }) },
      requests: Array(3).fill(`${PUT} ${status}`),
    });
    expect(valueIn()).toBe(VALUE.reveal());
  });

  test.each([
    ['a failure', (): unknown => scene.emulator.next(PUT).respondsAfterEffect(502)],
    ['a reset', (): unknown => scene.emulator.next(PUT).resets('after')],
  ])('after a definite response that followed %s', async (_, fail) => {
    fail();
    scene.emulator.next(PUT).respondsWith(404, { message: 'Not Found' });
    const { result, requests } = await storing();
    expect(result).toEqual({ kind: 'unclear', error: expect.objectContaining({ status: 404 }) });
    expect(requests).toHaveLength(2);
    expect(valueIn()).toBe(VALUE.reveal());
  });

  test('after a new key did not help', async () => {
    scene.emulator.next(PUT).respondsWith(500);
    scene.emulator.every(PUT).respondsWith(422);
    expect((await storing()).result.kind).toBe('unclear');
    expect(scene.emulator.trace.slice(2)).toEqual([
      `${PUT} 500`,
      `${PUT} 422`,
      'GET repository key 200',
      `${PUT} 422`,
    ]);
  });

  test('if GitHub asks for too long a pause', async () => {
    scene.emulator.every(PUT).respondsWith(503, '', { 'Retry-After': '3600' });
    const { result, requests } = await storing();
    expect(result).toMatchObject({ kind: 'unclear', error: { name: 'RetryAfterTooLong' } });
    expect(requests).toEqual([`${PUT} 503`]);
  });

  test.each([200, 202, 303, 307])('after an undocumented response: %i', async (status) => {
    scene.emulator.every(PUT).respondsAfterEffect(status, '<html>', { Location: '/' });
    expect(await storing()).toMatchObject({ result: { kind: 'unclear' }, requests: [`${PUT} ${status}`] });
  });
});

describe('nothing is written', () => {
  test('if GitHub is no longer reachable', async () => {
    const seen = await github.readMetadata(REPOSITORY);
    const unconnected = scene.github();
    await scene.emulator.stop();
    expect(await unconnected.store(seen, VALUE)).toMatchObject({
      kind: 'not-written',
      error: { kind: 'refused' },
    });
    expect(scene.clock.sleeps).toHaveLength(2);
  });

  test('if no value can be sealed for the key', async () => {
    const seen = await github.readMetadata(REPOSITORY);
    const useless = { ...seen.key, publicKey: `${'A'.repeat(43)}=` };
    const result = await github.store({ ...seen, key: useless }, VALUE);
    expect(result).toMatchObject({ kind: 'not-written', error: { title: 'Invalid public key' } });
    expect(scene.emulator.trace).toHaveLength(2);
  });
});

describe('a rate limit on a write', () => {
  test.each([403, 429] as const)('of a few seconds is followed by a retry: %i', async (status) => {
    const began = scene.clock.elapsed();
    const limit = () => scene.emulator.limit(PUT, { seconds: 30, status });
    expect(await storing(REPOSITORY, github, limit)).toEqual({
      result: STORED,
      requests: [`${PUT} ${status}`, `${PUT} 201`],
    });
    expect(scene.clock.elapsed() - began).toBeGreaterThanOrEqual(30_000);
    expect(valueIn()).toBe(VALUE.reveal());
  });

  test('without a duration is followed by a wait of a minute, as GitHub asks', async () => {
    const limit = () => scene.emulator.limit(PUT, { seconds: 60, announced: false });
    expect(await storing(REPOSITORY, github, limit)).toEqual({
      result: STORED,
      requests: [`${PUT} 403`, `${PUT} 201`],
    });
  });

  test('of an hour is followed by a wait until its reset', async () => {
    const useUp = () => scene.emulator.useUpLimit(scene.clock.now() + 45_000);
    expect(await storing(REPOSITORY, github, useUp)).toEqual({
      result: STORED,
      requests: [`${PUT} 403`, `${PUT} 201`],
    });
  });

  test('of more than a minute ends the write at once, names the pause, and has written nothing', async () => {
    const useUp = () => scene.emulator.useUpLimit(scene.clock.now() + 1_800_000);
    const { result, requests } = await storing(REPOSITORY, github, useUp);
    expect(result).toMatchObject({
      kind: 'not-written',
      error: {
        title: 'GitHub rate limit exceeded',
        message: expect.stringMatching(/API rate limit exceeded.*a pause of 1800 s, .* waits at most 60 s/),
      },
    });
    expect(requests).toEqual([`${PUT} 403`]);
    expect(scene.clock.sleeps).toEqual([]);
    expect(valueIn()).toBeUndefined();
  });

  test.each([403, 429])('that outlasts the retries has written nothing: %i', async (status) => {
    scene.emulator.every(PUT).respondsWith(status, { message: 'slow down' }, { 'Retry-After': '1' });
    const { result, requests } = await storing();
    expect(result).toMatchObject({ kind: 'not-written', error: { title: 'GitHub rate limit exceeded' } });
    expect(requests).toEqual(Array(3).fill(`${PUT} ${status}`));
    expect(valueIn()).toBeUndefined();
  });

  test('after a lost response leaves the outcome unclear', async () => {
    scene.emulator.next(PUT).resets('after');
    const useUp = () =>
      scene.emulator.next(PUT).respondsWith(403, { message: 'no' }, { 'Retry-After': '61' });
    expect((await storing(REPOSITORY, github, useUp)).result.kind).toBe('unclear');
    expect(valueIn()).toBe(VALUE.reveal());
  });

  test('does not hide a definite refusal', async () => {
    scene.emulator.next(PUT).respondsWith(403, { message: 'no' }, { 'Retry-After': '1' });
    scene.emulator.next(PUT).respondsWith(404, { message: 'Not Found' });
    expect((await storing()).result.kind).toBe('refused');
  });
});

test('an attempt that was not sent does not hide a definite response', async () => {
  const real = new HttpTransport({ kind: 'default' });
  let refusals = 0;
  const transport: Transport = {
    send: (request, timeoutMs) =>
      request.method === 'PUT' && refusals++ === 0
        ? Promise.reject(new NetworkError('refused', 'no process listens'))
        : real.send(request, timeoutMs),
  };
  const { result, requests } = await storing(REPOSITORY, scene.github({ secrets: 'read' }, { transport }));
  expect([result.kind, refusals, requests]).toEqual(['refused', 2, [`${PUT} 403`]]);
});

test('unusual headers cause neither output nor an exception', async () => {
  const printed = (['debug', 'log', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
  const headers = { Deprecation: 'true', Sunset: 'soon', 'Content-Type': ';;;', 'Set-Cookie': 'a=b' };
  for (const status of [502, 422]) scene.emulator.next(PUT).respondsWith(status, '{', headers);
  scene.emulator.next(PUT).respondsAfterEffect(201, '{', headers);
  expect((await storing()).result).toEqual(STORED);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('no error contains the token or the value', async () => {
  const everything: string[] = [];
  for (const status of [200, 302, 401, 403, 404, 422, 500]) {
    scene.emulator.clearFaults();
    const fresh = scene.github();
    const seen = await fresh.readMetadata(REPOSITORY);
    scene.emulator.every(PUT).respondsWith(status, { message: 'no' });
    const result = await fresh.store(seen, VALUE);
    if (result.kind === 'stored') throw new Error('it should have failed');
    for (let error: unknown = result.error; error instanceof Error; error = error.cause) {
      everything.push(String(error), JSON.stringify(error), String(error.stack));
    }
  }
  const tokens = scene.emulator.requests.map(({ headers }) => headers.authorization?.split(' ')[1] ?? '');
  expect(everything.length).toBeGreaterThan(20);
  for (const hidden of [...tokens, VALUE.reveal()]) expect(everything.join('\n')).not.toContain(hidden);
});
