import { expect, test } from 'vitest';
import { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { ask } from './calls.ts';

test('a run is shown with its current status', async () => {
  await using github = await GithubEmulator.start({ clock: () => Date.parse('2030-06-01T12:00:00.250Z') });
  const { id } = github.repository('acme/web');
  const token = github.token({ actions: 'read' });
  const show = async () => (await ask(github, token, 'GET', '/repos/acme/web/actions/runs/8812345678')).json;
  const run = github.run({ id: 8812345678, status: 'queued' });
  expect(await show()).toMatchObject({
    id: 8812345678,
    run_attempt: 1,
    status: 'queued',
    conclusion: null,
    created_at: '2030-06-01T12:00:00Z',
    repository: { id, full_name: 'acme/web' },
  });
  run.status = 'completed';
  expect(await show()).toMatchObject({ run_attempt: 1, status: 'completed', conclusion: 'success' });
  github.run({ id: 8812345678, attempt: 2, status: 'completed', conclusion: 'cancelled' });
  expect(await show()).toMatchObject({ run_attempt: 2, conclusion: 'cancelled' });
});

test('a run is shown only in its repository', async () => {
  await using github = await GithubEmulator.start();
  github.repository('acme/web');
  github.repository('acme/api');
  github.run({ id: 1, repository: 'Acme/API' });
  const token = github.token({ actions: 'read' });
  const asked = ['web', 'api'].map((name) => `/repos/acme/${name}/actions/runs/1?exclude_pull_requests=true`);
  const replies = await Promise.all(asked.map((path) => ask(github, token, 'GET', path)));
  expect(replies.map(({ status }) => status)).toEqual([404, 200]);
});
