import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { ask, putSecret } from './calls.ts';

const SECRETS = '/orgs/acme/actions/secrets';

let github: GithubEmulator;
let token: string;
let ids: number[];
beforeEach(async () => {
  github = await GithubEmulator.start();
  github.organization('acme');
  ids = Array.from({ length: 65 }, (_, index) => github.repository(`acme/r${index}`).id);
  token = github.token({ organizationSecrets: 'write' });
});
afterEach(() => github.stop());

const put = (more: object) => putSecret(github, token, SECRETS, 'NAME', 'value', more);
const show = (path: string) => ask(github, token, 'GET', SECRETS + path);

describe('the visibility', () => {
  test.each(['all', 'private'] as const)('%s is stored and shown', async (visibility) => {
    expect(await put({ visibility })).toMatchObject({ status: 201 });
    const { json } = await show('/NAME');
    expect(json).toEqual({
      name: 'NAME',
      created_at: expect.any(String),
      updated_at: expect.any(String),
      visibility,
    });
    expect(await show('/NAME/repositories')).toMatchObject({ status: 409 });
  });

  test('selected is shown with the address of the list', async () => {
    await put({ visibility: 'selected', selected_repository_ids: [ids[1], ids[0]] });
    const { json } = await show('/NAME');
    const url = `${github.apiUrl}${SECRETS}/NAME/repositories`;
    expect(json).toMatchObject({ visibility: 'selected', selected_repositories_url: url });
    expect((await show('/NAME/repositories')).json).toMatchObject({
      total_count: 2,
      repositories: [
        { id: ids[0], name: 'r0', full_name: 'acme/r0' },
        { id: ids[1], full_name: 'acme/r1' },
      ],
    });
  });

  test('selected without IDs clears the list', async () => {
    github.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
    expect(await put({ visibility: 'selected', selected_repository_ids: ids })).toMatchObject({
      status: 204,
    });
    expect(github.secret('org:acme', 'NAME')?.selectedRepositoryIds).toEqual(ids);
    expect(await put({ visibility: 'selected' })).toMatchObject({ status: 204 });
    expect(github.secret('org:acme', 'NAME')?.selectedRepositoryIds).toEqual([]);
    expect((await show('/NAME/repositories')).json).toEqual({ total_count: 0, repositories: [] });
  });

  test('another value also clears the list', async () => {
    github.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
    expect(await put({ visibility: 'all' })).toMatchObject({ status: 204 });
    expect(github.secret('org:acme', 'NAME')).toMatchObject({ visibility: 'all', selectedRepositoryIds: [] });
  });

  test.each([
    ['none', () => ({})],
    ['an unknown value', () => ({ visibility: 'public' })],
    ['IDs without `selected`', () => ({ visibility: 'all', selected_repository_ids: [] })],
    ['IDs that are not an array', () => ({ visibility: 'selected', selected_repository_ids: null })],
    ['IDs as text', () => ({ visibility: 'selected', selected_repository_ids: [String(ids[0])] })],
    ['repositories of other owners', () => ({ visibility: 'selected', selected_repository_ids: [1] })],
    ['extra fields', () => ({ visibility: 'all', repositories: [] })],
  ])('is refused: %s', async (_, more) => {
    expect(await put(more())).toMatchObject({ status: 422, json: { status: '422' } });
    expect(github.secrets).toEqual([]);
  });
});

describe('the selected repositories', () => {
  beforeEach(() => {
    github.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: ids });
  });
  const page = async (query: string) => {
    const { json, headers } = await show(`/NAME/repositories${query}`);
    const found: number[] = json.repositories.map(({ id }: { id: number }) => id);
    return { total: json.total_count, found, link: headers.get('Link') };
  };

  test.each([
    ['', 0, 30],
    ['?page=2', 30, 60],
    ['?page=3', 60, 65],
    ['?page=4', 65, 65],
    ['?per_page=20&page=2', 20, 40],
    ['?per_page=100', 0, 65],
    ['?per_page=1000', 0, 65],
    ['?per_page=0&page=x', 0, 30],
  ])('on the page %s', async (query, from, to) => {
    expect(await page(query)).toMatchObject({ total: 65, found: ids.slice(from, to) });
  });

  test('are at most a hundred per page', async () => {
    const more = Array.from({ length: 40 }, (_, index) => github.repository(`acme/more${index}`).id);
    github.seed('org:acme', 'NAME', { visibility: 'selected', selectedRepositoryIds: [...ids, ...more] });
    expect((await page('?per_page=1000')).found).toHaveLength(100);
  });

  test('have a header with links, which contain the number of the organization', async () => {
    const found: number[] = [];
    let next: string | undefined = `${SECRETS}/NAME/repositories?per_page=25`;
    while (next !== undefined) {
      const { json, headers } = await ask(github, token, 'GET', next);
      found.push(...json.repositories.map(({ id }: { id: number }) => id));
      next = /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1]?.replace(github.apiUrl, '');
      if (next) expect(next).toMatch(/^\/organizations\/\d+\/actions\/secrets\/NAME\/repositories\?/);
    }
    expect(found).toEqual(ids);
    expect(github.trace).toEqual(Array(3).fill('GET selected repositories 200'));
  });

  test.each([
    ['', ['next', 'last']],
    ['?page=2', ['prev', 'first', 'next', 'last']],
    ['?page=3', ['prev', 'first']],
    ['?per_page=100', []],
  ])('have links to the pages around %s', async (query, relations) => {
    const { link } = await page(query);
    expect(Array.from((link ?? '').matchAll(/rel="(\w+)"/g), ([, rel]) => rel)).toEqual(relations);
  });
});

test('an organization that does not exist', async () => {
  github.repository('lone/web');
  for (const path of ['/orgs/lone/actions/secrets/public-key', '/organizations/1/actions/secrets/NAME']) {
    expect(await ask(github, token, 'GET', path)).toMatchObject({ status: 404 });
  }
});
