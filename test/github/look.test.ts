import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { plainText } from '../../src/runner/plain-text.ts';
import { GithubScene, HOLDERS, ORGANIZATION, REPOSITORY, targetOf } from './scene.ts';

const THEN = Date.parse('2026-10-01T12:00:00Z');

let scene: GithubScene;
beforeEach(async () => {
  scene = await GithubScene.start();
});
afterEach(() => scene.emulator.stop());

/** The message is as a log shows it. */
async function failureOf(looking: Promise<unknown>): Promise<{ title: string; message: string }> {
  const error = await looking.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Failure) return { title: error.title, message: plainText(error.message) };
  throw error ?? new Error('nothing was thrown');
}

describe.each(HOLDERS)('a secret of %j', (holder, seeded) => {
  const target = targetOf(holder);

  test('is seen with its date and the key of its holder, the key first', async () => {
    scene.emulator.seed(seeded, 'NAME', { updatedAt: THEN });
    expect(await scene.github().look(target)).toEqual({
      target,
      storedAt: THEN,
      key: { id: expect.stringMatching(/^\d+$/), publicKey: expect.stringMatching(/^.{43}=$/) },
      ...(holder.kind === 'organization' && { access: { visibility: 'private' } }),
    });
    expect(scene.emulator.trace).toEqual([`GET ${holder.kind} key 200`, `GET ${holder.kind} secret 200`]);
  });

  test('is looked for in an Enterprise Server, too', async () => {
    await using server = await GithubScene.start({ basePath: '/api/v3' });
    server.emulator.seed(seeded, 'NAME', { updatedAt: THEN });
    expect(await server.github().look(target)).toMatchObject({ storedAt: THEN });
  });

  test('is out of reach for the token of the job, and an error says what it takes', async () => {
    const { title, message } = await failureOf(scene.github({ kind: 'job' }).look(target));
    const permission = {
      repository: '`Secrets: write` on acme/web',
      environment: '`Environments: write` on acme/web',
      dependabot: '`Dependabot secrets: write` on acme/web',
      organization: '`Organization secrets: write` on acme',
    }[holder.kind];
    expect(title).toBe('GitHub token not allowed');
    expect(message).toContain(target.label);
    expect(message).toContain('403: Resource not accessible by integration');
    expect(message).toContain('`store-token`');
    expect(message).toContain(permission);
    expect(message).toContain("the job's own GITHUB_TOKEN never");
  });
});

test('a secret that is not there yet is absent', async () => {
  for (const [holder] of HOLDERS.filter(([{ kind }]) => kind !== 'organization')) {
    expect(await scene.github().look(targetOf(holder))).toMatchObject({ storedAt: 'absent' });
  }
});

test("an organization's secret has to be there, because people choose who sees it", async () => {
  const { message } = await failureOf(scene.github().look(ORGANIZATION));
  expect(message).toContain('organization = NAME: the organization acme has no secret NAME yet');
});

test('secrets of one holder share a request for its key, however the holder is spelt', async () => {
  const github = scene.github();
  const names = ['A', 'B'].map((name) => targetOf(REPOSITORY.holder, name));
  const other = targetOf({ kind: 'repository', owner: 'Acme', repo: 'WEB' });
  await Promise.all([...names, other].map((target) => github.look(target)));
  await github.look(targetOf({ kind: 'dependabot', owner: 'acme', repo: 'web' }));
  expect(scene.emulator.trace.filter((line) => line.endsWith('key 200'))).toEqual([
    'GET repository key 200',
    'GET dependabot key 200',
  ]);
});

test('secrets that share a refusal are named each by its own label', async () => {
  const github = scene.github({});
  const [a, b] = ['A', 'B'].map((name) => failureOf(github.look(targetOf(REPOSITORY.holder, name))));
  expect((await a)?.message).toContain('repository = A');
  expect((await b)?.message).toContain('repository = B');
  expect(scene.emulator.trace).toHaveLength(1);
});

describe('who sees the secret of an organization', () => {
  test.each(['all', 'private'] as const)('is %s', async (visibility) => {
    scene.emulator.seed('org:acme', 'NAME', { visibility });
    expect((await scene.github().look(ORGANIZATION)).access).toEqual({ visibility });
    expect(scene.emulator.trace).toHaveLength(2);
  });

  const select = (count: number) => {
    const { emulator } = scene;
    const ids = Array.from({ length: count }, (_, index) => emulator.repository(`acme/r${index}`).id);
    emulator.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
    return ids;
  };

  test.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('are %i repositories, on %i pages', async (count, pages) => {
    const repositoryIds = select(count);
    expect((await scene.github().look(ORGANIZATION)).access).toEqual({
      visibility: 'selected',
      repositoryIds,
    });
    expect(scene.emulator.trace.slice(2)).toEqual(Array(pages).fill('GET selected repositories 200'));
  });

  test.each<[string, (page: { total_count: number; repositories: object[] }) => object]>([
    ['is shorter than it says', (page) => ({ ...page, repositories: page.repositories.slice(1) })],
    ['is longer than it says', (page) => ({ ...page, total_count: 1 })],
    ['has an empty page', (page) => ({ ...page, repositories: [] })],
    ['repeats a page', (page) => ({ ...page, repositories: page.repositories.slice(0, 1) })],
  ])('is not taken from a list that %s', async (_, change) => {
    select(102);
    scene.emulator.next('GET selected repositories', { after: 1 }).changes(change);
    const { message } = await failureOf(scene.github().look(ORGANIZATION));
    expect(message).toMatch(/showed \d+ of \d+\. The others would lose the secret, so it was not written/);
  });

  test('is asked again when a page fails', async () => {
    const repositoryIds = select(150);
    scene.emulator.next('GET selected repositories', { after: 1 }).answers(502);
    expect((await scene.github().look(ORGANIZATION)).access?.repositoryIds).toEqual(repositoryIds);
    expect(scene.emulator.trace.slice(2)).toEqual([
      'GET selected repositories 200',
      'GET selected repositories 502',
      'GET selected repositories 200',
    ]);
  });

  test('is not guessed when a page stays away', async () => {
    select(150);
    scene.emulator.next('GET selected repositories', { after: 1 }).answers(403, { message: 'no' });
    const { message } = await failureOf(scene.github().look(ORGANIZATION));
    expect(message).toContain('list the repositories that see organization = NAME (403: no)');
  });
});

describe('an error says', () => {
  test.each([
    ['repository', '`Secrets: write`', 'no repository acme/hidden'],
    ['environment', '`Environments: write`', 'no environment "x" in repository acme/hidden'],
    ['dependabot', '`Dependabot secrets: write`', 'no repository acme/hidden'],
    ['organization', '`Organization secrets: write`', 'no organization hidden'],
  ] as const)('of what holds secrets of a %s and is not there', async (kind, permission, says) => {
    const target =
      kind === 'organization'
        ? targetOf({ kind, owner: 'hidden' })
        : kind === 'environment'
          ? targetOf({ kind, owner: 'acme', repo: 'hidden', environment: 'x' })
          : targetOf({ kind, owner: 'acme', repo: 'hidden' });
    const { title, message } = await failureOf(scene.github().look(target));
    expect(title).toBe('Not found on GitHub');
    for (const part of [target.label, says, permission, 'does not see it']) expect(message).toContain(part);
  });

  test('that the token is wrong', async () => {
    scene.emulator.every('GET repository key').answers(401, { message: 'Bad credentials' });
    const { title, message } = await failureOf(scene.github().look(REPOSITORY));
    expect(title).toBe('GitHub token refused');
    expect(message).toMatch(/repository = NAME \(401: Bad credentials\).*`store-token` is wrong, expired or/);
    expect(message).toContain('`Secrets: write`');
  });

  test('that there is no token', async () => {
    const { message } = await failureOf(scene.github('').look(REPOSITORY));
    expect(message).toContain('`store-token` is empty');
    expect(scene.emulator.requests).toEqual([]);
  });

  test.each([
    ['a header', { 'X-RateLimit-Remaining': '0' }, 'wait'],
    ['another header', { 'Retry-After': '1' }, 'wait'],
    ['a message', {}, 'You have exceeded a secondary rate limit.'],
  ])('that the rate limit is used up, and no permission missing, by %s', async (_, headers, said) => {
    scene.emulator.every('GET repository secret').answers(403, { message: said }, headers);
    const { title, message } = await failureOf(scene.github().look(REPOSITORY));
    expect(title).toBe("GitHub's rate limit is used up");
    expect(message).toContain('run the job again later');
    expect(message).not.toContain('Secrets: write');
  });

  test('that GitHub fails, and keeps failing', async () => {
    scene.emulator.every('GET repository key').answers(503, '<html><title>Unicorn!</title></html>');
    const { message } = await failureOf(scene.github().look(REPOSITORY));
    expect(message).toContain('503: an HTML page titled "Unicorn!"');
    expect(scene.emulator.trace).toEqual(Array(3).fill('GET repository key 503'));
  });

  test('that a repository has moved', async () => {
    scene.emulator.every('GET repository key').redirects('/repositories/1/actions/secrets/public-key', 301);
    const { message } = await failureOf(scene.github().look(REPOSITORY));
    expect(message).toContain('renamed or moved');
    expect(scene.emulator.trace).toEqual(['GET repository key 301']);
  });

  test('that there was never an answer', async () => {
    scene.emulator.every('GET repository key').resets('before');
    await expect(scene.github().look(REPOSITORY)).rejects.toBeInstanceOf(NetworkError);
    expect(scene.emulator.trace).toHaveLength(3);
  });

  test('that too long a pause is asked for', async () => {
    scene.emulator.every('GET repository key').answers(429, { message: 'slow' }, { 'Retry-After': '61' });
    expect((await failureOf(scene.github().look(REPOSITORY))).message).toContain('try again in 61 s');
    expect(scene.emulator.trace).toHaveLength(1);
  });

  test.each([
    ['a page', 'GET repository key', '<html><title>Sign in</title></html>', 'an HTML page titled "Sign in"'],
    ['nothing', 'GET repository key', '', 'an empty body'],
    ['a key that is none', 'GET repository key', { key_id: '1', key: 'c2hvcnQ=' }, 'something else'],
    ['a key without an id', 'GET repository key', { key: 'A'.repeat(43) }, 'something else'],
    ['no date', 'GET repository secret', { name: 'NAME' }, 'something else'],
    ['a date that is none', 'GET repository secret', { updated_at: 'yesterday' }, 'something else'],
    ['a page for a secret', 'GET repository secret', 'Hello', 'something else'],
  ] as const)('that there was %s in place of an answer', async (_, route, body, says) => {
    scene.emulator.every(route).answers(200, body);
    const { title, message } = await failureOf(scene.github().look(REPOSITORY));
    expect(title).toBe('Unreadable answer');
    expect(message).toContain(`repository = NAME and answered 200, but with ${says}`);
  });

  test('that a 404 is not from GitHub, rather than that there is no secret', async () => {
    scene.emulator.every('GET repository secret').answers(404, '<html>404</html>');
    await expect(scene.github().look(REPOSITORY)).rejects.toThrow('404');
  });

  test('that an organization shows nobody who sees its secret', async () => {
    scene.emulator.seed('org:acme', 'NAME');
    scene.emulator.every('GET organization secret').changes((answer) => ({ ...answer, visibility: 'some' }));
    expect((await failureOf(scene.github().look(ORGANIZATION))).title).toBe('Unreadable answer');
  });

  test('that plain http is not safe', async () => {
    const github = scene.github(undefined, { apiUrl: 'http://ghe.example.com/api/v3' });
    expect((await failureOf(github.look(REPOSITORY))).title).toBe('Not safe to send');
  });

  test('that dots are no name', async () => {
    for (const environment of ['.', '..', '']) {
      const target = targetOf({ kind: 'environment', owner: 'acme', repo: 'web', environment });
      expect((await failureOf(scene.github().look(target))).title).toBe('Not a name');
    }
    expect(scene.emulator.requests).toEqual([]);
  });
});
