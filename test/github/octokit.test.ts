import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const OCTOKIT = new URL('../../src/github/octokit.ts', import.meta.url).href;

/** Loads twice at the same time, as parallel requests do. */
const PROGRAM = `
  const { loadGetOctokit } = await import(${JSON.stringify(OCTOKIT)});
  const before = JSON.stringify(process.env);
  const [getOctokit, same] = await Promise.all([loadGetOctokit(), loadGetOctokit()]);
  const { rest } = getOctokit('token', {});
  console.log([typeof rest.actions.getRepoSecret, getOctokit === same, JSON.stringify(process.env) === before].join(' '));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octokit-'));
  await writeFile(join(folder, 'broken.json'), '{"repository":');
});
afterAll(() => rm(folder, { recursive: true }));

test.each<[string, (folder: string) => Record<string, string>]>([
  ['in a usual environment', () => ({})],
  ['when the event file is not JSON', (at) => ({ GITHUB_EVENT_PATH: join(at, 'broken.json') })],
  ['when there is no event file', (at) => ({ GITHUB_EVENT_PATH: join(at, 'missing.json') })],
  ['when the event file is a folder', (at) => ({ GITHUB_EVENT_PATH: at })],
  ['when the API URL is not a URL', () => ({ GITHUB_API_URL: 'api.github.com' })],
  ['when the proxy is not a URL', () => ({ https_proxy: 'my proxy:3128', http_proxy: 'my proxy:3128' })],
])('Octokit is loaded without side effects %s', async (_, environment) => {
  const args = ['--input-type=module', '--eval', PROGRAM];
  const { PATH } = process.env;
  const run = promisify(execFile)(process.execPath, args, { env: { PATH, ...environment(folder) } });
  expect(await run).toEqual({ stdout: 'function true true\n', stderr: '' });
});
