import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import { GithubScene, HOLDERS, ORGANIZATION, REPOSITORY, targetOf } from './scene.ts';

const THEN = Date.parse('2026-10-01T12:00:00Z');

let scene: GithubScene;
beforeEach(async () => {
  scene = await GithubScene.start();
});
afterEach(() => scene.emulator.stop());

/** The message in the form of the log. */
async function failureOf(looking: Promise<unknown>): Promise<{ title: string; message: string }> {
  const error = await looking.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Failure) return { title: error.title, message: plainText(error.message) };
  throw error ?? new Error('nothing was thrown');
}

describe.each(HOLDERS)('a secret of %j', (location, seeded) => {
  const target = targetOf(location);

  test('has a date and the public key of its location, and the key is read first', async () => {
    scene.emulator.seed(seeded, 'NAME', { updatedAt: THEN });
    expect(await scene.github().readMetadata(target)).toEqual({
      target,
      storedAt: THEN,
      key: { id: expect.stringMatching(/^\d+$/), publicKey: expect.stringMatching(/^.{43}=$/) },
      date: scene.clock.now(),
    });
    expect(scene.emulator.trace).toEqual([`GET ${location.kind} key 200`, `GET ${location.kind} secret 200`]);
  });

  test('is also found on an Enterprise Server', async () => {
    await using server = await GithubScene.start({ basePath: '/api/v3' });
    server.emulator.seed(seeded, 'NAME', { updatedAt: THEN });
    expect(await server.github().readMetadata(target)).toMatchObject({ storedAt: THEN });
  });

  test('cannot be read with the token of the job, and the error names the missing permission', async () => {
    const { title, message } = await failureOf(scene.github({ kind: 'job' }).readMetadata(target));
    const permission = {
      repository: '`Secrets: write` on acme/web',
      environment: '`Environments: write` on acme/web',
      dependabot: '`Dependabot secrets: write` on acme/web',
      organization: '`Organization secrets: write` on acme',
    }[location.kind];
    expect(title).toBe('GitHub token not allowed');
    expect(message).toContain(target.label);
    expect(message).toContain('403: Resource not accessible by integration');
    expect(message).toContain('`store-token`');
    expect(message).toContain(permission);
    expect(message).toContain("The job's own GITHUB_TOKEN cannot have this permission");
  });
});

test('a secret that does not exist yet is absent', async () => {
  for (const [location] of HOLDERS.filter(([{ kind }]) => kind !== 'organization')) {
    expect(await scene.github().readMetadata(targetOf(location))).toMatchObject({ storedAt: 'absent' });
  }
});

test("an organization's secret must exist, because a person selects its repositories", async () => {
  const { message } = await failureOf(scene.github().readMetadata(ORGANIZATION));
  expect(message).toContain('The organization acme has no secret NAME (organization = NAME)');
});

test.each(['GET repository key', 'GET repository secret'] as const)(
  'a secondary rate limit delays every request: %s',
  async (route) => {
    const github = scene.github();
    const began = scene.clock.elapsed();
    scene.emulator.limit(route, { seconds: 20 });
    expect(await github.readMetadata(REPOSITORY)).toMatchObject({ storedAt: 'absent' });
    expect(scene.clock.elapsed() - began).toBeGreaterThanOrEqual(20_000);
    expect(scene.emulator.trace.filter((line) => line.endsWith('403'))).toEqual([`${route} 403`]);
  },
);

test('a secret is also read from a response without a date', async () => {
  scene.emulator.every('GET repository secret').setsHeaders({ Date: 'today' });
  expect((await scene.github().readMetadata(REPOSITORY)).date).toBeUndefined();
});

test('secrets in one location share a request for the key, in any spelling', async () => {
  const github = scene.github();
  const names = ['A', 'B'].map((name) => targetOf(REPOSITORY.location, name));
  const other = targetOf({ kind: 'repository', owner: 'Acme', repo: 'WEB' });
  await Promise.all([...names, other].map((target) => github.readMetadata(target)));
  await github.readMetadata(targetOf({ kind: 'dependabot', owner: 'acme', repo: 'web' }));
  expect(scene.emulator.trace.filter((line) => line.endsWith('key 200'))).toEqual([
    'GET repository key 200',
    'GET dependabot key 200',
  ]);
});

test('secrets that share a refusal each have an error with their own label', async () => {
  const github = scene.github({});
  const [a, b] = ['A', 'B'].map((name) =>
    failureOf(github.readMetadata(targetOf(REPOSITORY.location, name))),
  );
  expect((await a)?.message).toContain('repository = A');
  expect((await b)?.message).toContain('repository = B');
  expect(scene.emulator.trace).toHaveLength(1);
});

describe('an error says', () => {
  test.each([
    ['repository', '`Secrets: write`', 'no repository acme/hidden'],
    ['environment', '`Environments: write`', 'no environment "x" in repository acme/hidden'],
    ['dependabot', '`Dependabot secrets: write`', 'no repository acme/hidden'],
    ['organization', '`Organization secrets: write`', 'no organization hidden'],
  ] as const)('that the %s does not exist or cannot be seen', async (kind, permission, says) => {
    const target =
      kind === 'organization'
        ? targetOf({ kind, owner: 'hidden' })
        : kind === 'environment'
          ? targetOf({ kind, owner: 'acme', repo: 'hidden', environment: 'x' })
          : targetOf({ kind, owner: 'acme', repo: 'hidden' });
    const { title, message } = await failureOf(scene.github().readMetadata(target));
    expect(title).toBe('Not found on GitHub');
    for (const part of [target.label, says, permission, 'cannot see it']) expect(message).toContain(part);
  });

  test('that the token is wrong', async () => {
    scene.emulator.every('GET repository key').respondsWith(401, { message: 'Bad credentials' });
    const { title, message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(title).toBe('GitHub token refused');
    expect(message).toMatch(
      /repository = NAME failed \(401: Bad credentials\).*`store-token` is wrong, expired, or/,
    );
    expect(message).toContain('`Secrets: write`');
  });

  test('that there is no token', async () => {
    const { message } = await failureOf(scene.github('').readMetadata(REPOSITORY));
    expect(message).toContain('`store-token` is empty');
    expect(scene.emulator.requests).toEqual([]);
  });

  test.each([
    ['a header', { 'X-RateLimit-Remaining': '0' }, 'wait'],
    ['another header', { 'Retry-After': '1' }, 'wait'],
    ['a message', {}, 'You have exceeded a secondary rate limit.'],
  ])('that the rate limit is used up, and names no permission, because of %s', async (_, headers, said) => {
    scene.emulator.every('GET repository secret').respondsWith(403, { message: said }, headers);
    const { title, message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(title).toBe('GitHub rate limit exceeded');
    expect(message).toContain('Run the job again later');
    expect(message).not.toContain('Secrets: write');
    expect(scene.emulator.trace.slice(1)).toEqual(Array(3).fill('GET repository secret 403'));
  });

  test.each([
    [
      'saml',
      'SAML enforcement',
      'Authorize the token in `store-token` for single sign-on in the organization',
    ],
    [
      'ip-allow-list',
      'has an IP allow list enabled',
      'Add the IP address of the runner to the IP allow list',
    ],
    ['token-kind', 'forbids access via', 'whose type and lifetime the organization allows'],
  ] as const)(
    'why GitHub refuses, in GitHub’s own words, and names no permission: %s',
    async (refusedBy, says, fix) => {
      const { title, message } = await failureOf(
        scene.github({ secrets: 'write', refusedBy }).readMetadata(REPOSITORY),
      );
      expect(title).toBe('Refused by GitHub');
      expect(message).toContain(says);
      expect(message).toContain(fix);
      expect(message).not.toContain('Secrets: write');
    },
  );

  test.each([
    [403, 'Repository access blocked'],
    [404, 'This repository is gone'],
    [422, 'Validation failed'],
  ])('nothing about permissions after %i with another reason: %s', async (status, reason) => {
    scene.emulator.every('GET repository key').respondsWith(status, { message: reason });
    const { message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(message).toMatch(new RegExp(`\\(${status}: ${reason}\\)\\.$`));
  });

  test.each([401, 403])('that a proxy or firewall refused: %i with a page', async (status) => {
    scene.emulator.every('GET repository key').respondsWith(status, '<html><title>Web filter</title></html>');
    const { title, message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(title).toBe('Response not from GitHub');
    expect(message).toContain('A proxy or firewall refused the GitHub request to show the public key');
    expect(message).toContain(`(${status}: an HTML page titled "Web filter")`);
    expect(message).not.toMatch(/Secrets: write|is wrong/);
  });

  test.each([
    ['of low order', `${'A'.repeat(43)}=`],
    ['that is too short', 'c2hvcnQ='],
    ['that is not base64', '?'.repeat(44)],
  ])('that a key %s is not valid', async (_, publicKey) => {
    scene.emulator.showKey('acme/web', publicKey);
    const { title, message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(title).toBe('Invalid public key');
    expect(message).toContain(
      'for repository = NAME is not a valid X25519 key, so the secret was not written',
    );
    expect(scene.emulator.trace).toEqual(['GET repository key 200']);
  });

  test('that GitHub fails repeatedly', async () => {
    scene.emulator.every('GET repository key').respondsWith(503, '<html><title>Unicorn!</title></html>');
    const { message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(message).toContain('503: an HTML page titled "Unicorn!"');
    expect(scene.emulator.trace).toEqual(Array(3).fill('GET repository key 503'));
  });

  test('that a repository has moved', async () => {
    scene.emulator.every('GET repository key').redirects('/repositories/1/actions/secrets/public-key', 301);
    const { message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(message).toContain('renamed or moved');
    expect(scene.emulator.trace).toEqual(['GET repository key 301']);
  });

  test('that there was no response', async () => {
    scene.emulator.every('GET repository key').resets('before');
    await expect(scene.github().readMetadata(REPOSITORY)).rejects.toBeInstanceOf(NetworkError);
    expect(scene.emulator.trace).toHaveLength(3);
  });

  test.each([
    ['by a rate limit', 429, 'GitHub rate limit exceeded', 'a pause of 61 s'],
    ['by a server that is not available', 503, 'Server asks for a pause', 'a pause of 61 s'],
  ])('that too long a pause is requested %s', async (_, status, says, names) => {
    scene.emulator
      .every('GET repository key')
      .respondsWith(status, { message: 'slow' }, { 'Retry-After': '61' });
    const { title, message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(title).toBe(says);
    expect(message).toContain(names);
    expect(scene.emulator.trace).toHaveLength(1);
    expect(scene.clock.sleeps).toEqual([]);
  });

  test.each([
    ['a page', 'GET repository key', '<html><title>Sign in</title></html>', 'an HTML page titled "Sign in"'],
    ['nothing', 'GET repository key', '', 'an empty body'],
    ['a key that is not a text', 'GET repository key', { key_id: '1', key: 7 }, 'unexpected JSON'],
    ['a key without an ID', 'GET repository key', { key: 'A'.repeat(43) }, 'unexpected JSON'],
    ['no date', 'GET repository secret', { name: 'NAME' }, 'unexpected JSON'],
    ['an invalid date', 'GET repository secret', { updated_at: 'yesterday' }, 'unexpected JSON'],
    ['a page for a secret', 'GET repository secret', 'Hello', 'text that is not JSON'],
  ] as const)('that there was %s instead of a response', async (_, route, body, says) => {
    scene.emulator.every(route).respondsWith(200, body);
    const { title, message } = await failureOf(scene.github().readMetadata(REPOSITORY));
    expect(title).toBe('Unreadable response');
    expect(message).toContain(`repository = NAME returned 200 with ${says}`);
  });

  test('that a 404 is not from GitHub, and not that there is no secret', async () => {
    scene.emulator.every('GET repository secret').respondsWith(404, '<html>404</html>');
    await expect(scene.github().readMetadata(REPOSITORY)).rejects.toThrow('404');
  });

  test('that the visibility of an organization secret is missing', async () => {
    scene.emulator.seed('org:acme', 'NAME');
    scene.emulator
      .every('GET organization secret')
      .changes((response) => ({ ...response, visibility: 'some' }));
    expect((await failureOf(scene.github().readMetadata(ORGANIZATION))).title).toBe('Unreadable response');
  });

  test('that plain http is not safe', async () => {
    const github = scene.github(undefined, { apiUrl: 'http://ghe.example.com/api/v3' });
    expect((await failureOf(github.readMetadata(REPOSITORY))).title).toBe('Not safe to send');
  });

  test.each(['.', '..', ''])('that %j is not a name', async (text) => {
    const names = { owner: 'acme', repo: 'web', environment: 'production' };
    const targets = [
      targetOf({ kind: 'repository', ...names, owner: text }),
      targetOf({ kind: 'dependabot', ...names, repo: text }),
      targetOf({ kind: 'environment', ...names, environment: text }),
      targetOf({ kind: 'organization', owner: text }),
    ];
    for (const target of targets) {
      expect((await failureOf(scene.github().readMetadata(target))).title).toBe('Invalid name');
    }
    expect(scene.emulator.requests).toEqual([]);
    const nameless = targetOf(REPOSITORY.location, text);
    expect((await failureOf(scene.github().readMetadata(nameless))).title).toBe('Invalid name');
    expect(scene.emulator.trace).toEqual(['GET repository key 200']);
  });
});
