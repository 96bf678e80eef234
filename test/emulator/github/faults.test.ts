import { afterEach, beforeEach, expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { ask, putSecret } from './calls.ts';

const SECRETS = '/repos/acme/web/actions/secrets';

let github: GithubEmulator;
let token: string;
beforeEach(async () => {
  github = await GithubEmulator.start();
  github.repository('acme/web');
  token = github.token({ secrets: 'write', actions: 'read' });
});
afterEach(() => github.stop());

const put = () => putSecret(github, token, SECRETS, 'NAME', 'value');

/** The code of the network stack for a request without a response. */
const failure = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => 'response',
    (error: { name: string; cause?: { code?: string } }) => error.cause?.code ?? error.name,
  );

test.each([
  ['before', undefined],
  ['after', 'value'],
] as const)('a reset %s the effect', async (moment, value) => {
  github.next('PUT repository secret').resets(moment);
  expect(await failure(put())).toBe('ECONNRESET');
  expect(github.secret('acme/web', 'NAME')?.value).toBe(value);
  expect(github.trace).toEqual(['GET repository key 200', 'PUT repository secret reset']);
});

test('a server error before the effect and after it', async () => {
  github.next('PUT repository secret').respondsWith(500, { message: 'Server Error' });
  github.next('PUT repository secret').respondsAfterEffect(502);
  expect((await put()).status).toBe(500);
  expect(github.secrets).toEqual([]);
  expect((await put()).status).toBe(502);
  expect(github.secrets).toHaveLength(1);
});

test('a key that is replaced between two requests', async () => {
  github.next('PUT repository secret').runs('before', () => {
    github.rotateKey('acme/web');
  });
  expect((await put()).status).toBe(422);
  expect((await put()).status).toBe(201);
});

test('the stored secret can differ from the sent one', async () => {
  github.next('PUT repository secret').stores((secret) => {
    secret.value += '!';
    secret.updatedAt = 0;
  });
  await put();
  expect(github.writes).toMatchObject([{ value: 'value!' }]);
  expect((await ask(github, token, 'GET', `${SECRETS}/NAME`)).json.updated_at).toBe('1970-01-01T00:00:00Z');
});

test('an observer sees every request, including those without a route', async () => {
  const seen: string[] = [];
  github.onRequest(({ route }, moment) => {
    seen.push(`${moment} ${route}: ${github.writes.length}`);
  });
  await put();
  github.every('unknown').respondsWith(503);
  await ask(github, token, 'GET', '/rate_limit');
  github.clearFaults();
  await ask(github, token, 'GET', '/rate_limit');
  expect(seen).toEqual([
    'before GET repository key: 0',
    'after GET repository key: 0',
    'before PUT repository secret: 0',
    'after PUT repository secret: 1',
    'before unknown: 1',
    'after unknown: 1',
    'before unknown: 1',
    'after unknown: 1',
  ]);
  expect(github.trace.slice(2)).toEqual(['unknown 503', 'unknown 404']);
});
