import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOrganizationSecret } from '../../src/github/read-secret.ts';
import type { Audience } from '../../src/request/fields/secret-target.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import { GithubScene, ORGANIZATION, VALUE } from './scene.ts';

const PUT = 'PUT organization secret';

let scene: GithubScene;
beforeEach(async () => {
  scene = await GithubScene.start();
});
afterEach(() => scene.emulator.stop());

const read = async (): Promise<Audience> =>
  (await readOrganizationSecret(ORGANIZATION, scene.client())).audience;

/** select lets this many new repositories see the secret. */
function select(count: number): number[] {
  const { emulator } = scene;
  const first = emulator.requests.length;
  const ids = Array.from({ length: count }, (_, index) => emulator.repository(`acme/r${first}-${index}`).id);
  emulator.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
  return ids;
}

/** nextPage is the header of a page that is not the last one. */
function nextPage(url = `${scene.emulator.apiUrl}/orgs/acme/actions/secrets/NAME/repositories`) {
  return { Link: `<${url}>; rel="next"` };
}

type Page = { total_count: number; repositories: object[] };

describe('the audience of an organization secret', () => {
  test.each(['all', 'private'] as const)('is %s, and needs one request', async (visibility) => {
    scene.emulator.seed('org:acme', 'NAME', { visibility });
    expect(await read()).toEqual({ visibility });
    expect(scene.emulator.trace).toEqual(['GET organization secret 200']);
  });

  test.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('is %i selected repositories, on %i pages', async (count, pages) => {
    const repositoryIds = select(count);
    expect(await read()).toEqual({ visibility: 'selected', repositoryIds });
    expect(scene.emulator.trace.slice(1)).toEqual(Array(pages).fill('GET selected repositories 200'));
  });

  test('is read completely even if a page fails once', async () => {
    const repositoryIds = select(150);
    scene.emulator.next('GET selected repositories', { after: 1 }).respondsWith(502);
    expect(await read()).toEqual({ visibility: 'selected', repositoryIds });
    expect(scene.emulator.trace.slice(1)).toEqual([
      'GET selected repositories 200',
      'GET selected repositories 502',
      'GET selected repositories 200',
    ]);
  });
});

describe('an incomplete audience is an error', () => {
  test.each<[string, (page: Page) => object]>([
    ['has fewer entries than its total', (page) => ({ ...page, repositories: page.repositories.slice(1) })],
    ['has more entries than its total', (page) => ({ ...page, total_count: 1 })],
    ['has an empty page', (page) => ({ ...page, repositories: [] })],
    ['repeats a page', (page) => ({ ...page, repositories: page.repositories.slice(0, 1) })],
  ])('when the list %s', async (_, change) => {
    select(102);
    scene.emulator.next('GET selected repositories', { after: 1 }).changes(change);
    await expect(read()).rejects.toThrow(
      /returned \d+ of \d+ repositories\. The secret was not written, because the other repositories would lose access to it/,
    );
  });

  test('if a page is refused', async () => {
    select(150);
    scene.emulator.next('GET selected repositories', { after: 1 }).respondsWith(403, { message: 'no' });
    const error = await read().catch((thrown: Error) => thrown);
    expect(error instanceof Error && plainText(error.message)).toContain(
      'list the repositories that can use organization = NAME failed (403: no)',
    );
  });

  test('if every page is the same', async () => {
    const [id] = select(1);
    scene.emulator
      .every('GET selected repositories')
      .respondsWith(200, { total_count: 300, repositories: [{ id }] }, nextPage());
    await expect(read()).rejects.toThrow('returned 1 of 300');
    expect(scene.emulator.trace).toHaveLength(1 + 2);
  });

  test('if the total grows with each page, after one page more than the first total needs', async () => {
    select(1);
    let page = 0;
    scene.emulator
      .every('GET selected repositories')
      .changes(() => {
        page++;
        return { total_count: 250 + page, repositories: [{ id: page }] };
      })
      .setsHeaders(nextPage());
    await expect(read()).rejects.toThrow('returned 4 of 254');
    expect(scene.emulator.trace).toHaveLength(1 + 4);
  });

  test('if a page has no link to the next one, although repositories are missing', async () => {
    select(102);
    scene.emulator.next('GET selected repositories').setsHeaders({ Link: '' });
    await expect(read()).rejects.toThrow('returned 100 of 102');
    expect(scene.emulator.trace).toHaveLength(1 + 1);
  });

  test('if a page conflicts with a change', async () => {
    select(150);
    scene.emulator.next('GET selected repositories', { after: 1 }).respondsWith(409, { message: 'busy' });
    await expect(read()).rejects.toMatchObject({ name: 'GithubError', status: 409 });
  });

  test.each([1, 2])('if page %i is not JSON', async (page) => {
    select(150);
    scene.emulator.next('GET selected repositories', { after: page - 1 }).respondsWith(200, '<html>');
    await expect(read()).rejects.toMatchObject({ title: 'Unreadable response' });
  });

  test('at once if the total is larger than in any organization', async () => {
    select(1);
    scene.emulator
      .every('GET selected repositories')
      .changes((response) => ({ ...response, total_count: 100_001 }));
    await expect(read()).rejects.toThrow('returned 1 of 100001');
    expect(scene.emulator.trace).toHaveLength(1 + 1);
  });

  test.each([-1, 1.5, 1e300, '2', null])('if the total is %j', async (total) => {
    select(1);
    scene.emulator
      .every('GET selected repositories')
      .changes((response) => ({ ...response, total_count: total }));
    await expect(read()).rejects.toMatchObject({ title: 'Unreadable response' });
  });
});

describe('the next page', () => {
  test('is read at GitHub’s link, also with the number of the organization', async () => {
    select(101);
    await read();
    expect(scene.emulator.requests.map(({ path }) => path)).toEqual([
      '/orgs/acme/actions/secrets/NAME',
      '/orgs/acme/actions/secrets/NAME/repositories?per_page=100',
      expect.stringMatching(/^\/organizations\/\d+\/.*NAME\/repositories\?per_page=100&page=2$/),
    ]);
  });

  test('is not read on another server, so that server never gets the token', async () => {
    await using other = await GithubScene.start();
    select(101);
    scene.emulator.next('GET selected repositories').setsHeaders(nextPage(`${other.emulator.apiUrl}/page`));
    await expect(read()).rejects.toMatchObject({ title: 'Not safe to send' });
    expect(other.emulator.requests).toEqual([]);
    expect(scene.emulator.trace).toHaveLength(1 + 1);
  });

  test.each<[string, (api: URL) => string]>([
    ['has another scheme', ({ host }) => `https://${host}/api/v3/page`],
    ['has another host', ({ port }) => `http://localhost:${port}/api/v3/page`],
    ['only looks like the API', ({ host }) => `http://${host}@localhost/api/v3/page`],
    ['is outside of the API', ({ origin }) => `${origin}/page`],
    ['leads out of the API', ({ origin }) => `${origin}/api/v3/../page`],
    ['is not a URL', () => 'http://['],
  ])('is not read if its URL %s', async (_, urlFrom) => {
    await using server = await GithubScene.start({ basePath: '/api/v3' });
    server.emulator.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: [1] });
    const headers = nextPage(urlFrom(new URL(server.emulator.apiUrl)));
    server.emulator
      .every('GET selected repositories')
      .respondsWith(200, { total_count: 2, repositories: [{ id: 1 }] }, headers);
    await expect(readOrganizationSecret(ORGANIZATION, server.client())).rejects.toMatchObject({
      title: 'Not safe to send',
      message: expect.stringContaining(`not within GitHub's API at ${server.emulator.apiUrl}/.`),
    });
    expect(server.emulator.trace).toEqual(['GET organization secret 200', 'GET selected repositories 200']);
  });
});

describe('a write of an organization secret', () => {
  const stored = () => scene.emulator.secret('org:acme', 'NAME');

  test('keeps the repositories that somebody selected after the first read', async () => {
    scene.emulator.seed('org:acme', 'NAME', { visibility: 'all' });
    const github = scene.github();
    const seen = await github.readMetadata(ORGANIZATION);
    const ids = select(130);
    expect(await github.store(seen, VALUE)).toEqual({ kind: 'stored' });
    expect(stored()).toMatchObject({
      value: VALUE.reveal(),
      visibility: 'selected',
      selectedRepositoryIds: ids,
    });
  });

  test('reads the audience again before each attempt', async () => {
    select(1);
    const github = scene.github();
    const seen = await github.readMetadata(ORGANIZATION);
    let ids: readonly number[] = [];
    scene.emulator
      .next(PUT)
      .runs('before', () => {
        ids = select(2);
      })
      .respondsWith(503);
    expect(await github.store(seen, VALUE)).toEqual({ kind: 'stored' });
    expect(stored()).toMatchObject({ value: VALUE.reveal(), selectedRepositoryIds: ids });
    const attempt = ['GET organization secret 200', 'GET selected repositories 200'];
    expect(scene.emulator.trace.slice(3)).toEqual([...attempt, `${PUT} 503`, ...attempt, `${PUT} 204`]);
  });

  test('is not sent if the audience is no longer complete', async () => {
    select(2);
    const github = scene.github();
    const seen = await github.readMetadata(ORGANIZATION);
    scene.emulator
      .every('GET selected repositories')
      .changes<Page>((page) => ({ ...page, repositories: page.repositories.slice(1) }));
    expect(await github.store(seen, VALUE)).toMatchObject({
      kind: 'not-written',
      error: { title: 'Incomplete list' },
    });
    expect(scene.emulator.writes).toEqual([]);
    expect(scene.emulator.trace).not.toContainEqual(expect.stringContaining(PUT));
  });

  test('is not sent if somebody has deleted the secret after the first read', async () => {
    select(2);
    const github = scene.github();
    const seen = await github.readMetadata(ORGANIZATION);
    scene.emulator.every('GET organization secret').respondsWith(404, { message: 'Not Found' });
    expect(await github.store(seen, VALUE)).toMatchObject({
      kind: 'not-written',
      error: { title: 'No such secret' },
    });
    expect(scene.emulator.writes).toEqual([]);
  });

  test('is unclear if an earlier attempt had no response and the audience can no longer be read', async () => {
    select(2);
    const github = scene.github();
    const seen = await github.readMetadata(ORGANIZATION);
    scene.emulator.next(PUT).resets('after');
    scene.emulator.next('GET selected repositories', { after: 1 }).respondsWith(403, { message: 'no' });
    expect((await github.store(seen, VALUE)).kind).toBe('unclear');
    expect(stored()?.value).toBe(VALUE.reveal());
  });
});
