import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ManagementScene } from '../influxctl/scene.ts';
import type { Forms } from '../influxctl/state.ts';
import { pem } from './tls-front.ts';

const DAY = 24 * 3_600_000;

describe.concurrent('list', () => {
  test('lists the live tokens, newest first, and marks the one that the step uses', async () => {
    await using scene = await ManagementScene.start();
    const { account } = scene;
    const soon = account.seed({
      description: 'expires soon',
      createdAt: Date.now() - DAY,
      expiresAt: Date.now() + DAY,
    });
    account.seed({ revokedAt: Date.now() - 1000 });
    account.seed({ expiresAt: Date.now() - 1000 });
    const main = await scene.main();
    expect(main.exitCode, main.log).toBe(0);
    const tokens = JSON.parse(main.outputs['tokens'] ?? '');
    expect(tokens).toMatchObject([
      {
        id: soon.id,
        status: 'active',
        inUse: false,
        tokenPrefix: soon.secret.slice(0, 9),
        createdBy: 'ada@example.com',
      },
      { id: account.first.id, status: 'active', inUse: true, expiresAt: null, revokedAt: null },
    ]);
    expect(main.outputs['count']).toBe('2');
    const file = main.outputs['tokens-file'] ?? '';
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(tokens);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(main.summary).toContain('used by this step');
    expect(account.trace).toEqual(['management list']);
  });

  test.for<Partial<Forms>>([
    { unset: 'empty-object', dates: 'object-of-text', versionOutput: 'refused' },
    { unset: 'epoch', dates: 'text', versionOutput: 'nothing' },
  ])('reads dates and versions in the form %o', async (forms) => {
    await using scene = await ManagementScene.start({ forms });
    const expiresAt = Date.UTC(2099, 0, 1);
    const token = scene.account.seed({ createdAt: Date.now() - DAY, expiresAt });
    const main = await scene.main({ status: 'all' });
    expect(main.exitCode, main.log).toBe(0);
    expect(JSON.parse(main.outputs['tokens'] ?? '')).toMatchObject([
      { id: token.id, expiresAt: '2099-01-01T00:00:00Z', revokedAt: null },
      { id: scene.account.first.id, expiresAt: null, revokedAt: null },
    ]);
  });

  test('fails when a token expires within the given time, after it has written everything', async () => {
    await using scene = await ManagementScene.start();
    const soon = scene.account.seed({ expiresAt: Date.now() + 5 * DAY });
    scene.account.seed({ expiresAt: Date.now() + 50 * DAY });
    const main = await scene.main({ 'expires-within': '2w', 'fail-on-match': 'true' });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Tokens found' }]);
    expect(JSON.parse(main.outputs['tokens'] ?? '')).toMatchObject([{ id: soon.id }]);
    expect(main.summary).toContain(soon.id);
  });

  test('passes the management token in a file that is gone afterwards, and nowhere else', async () => {
    await using scene = await ManagementScene.start();
    const step = scene.step(scene.inputs({ 'store-token': '' }));
    const main = await step.main();
    expect(main.exitCode, main.log).toBe(0);
    const { first, calls, state } = scene.account;
    const [version, list] = calls;
    expect(version?.command).toBe('version');
    expect(list?.configuration).toMatchObject({ mode: 0o600, folderMode: 0o700 });
    expect(list?.configuration?.text).toContain(first.secret);
    expect(list?.configuration?.text).toContain(`account_id = "${state.accountId}"`);
    expect(list?.args.join(' ')).not.toContain(first.secret);
    expect(JSON.stringify(list?.env)).not.toContain(first.secret);
    expect(Object.keys(list?.env ?? {}).filter((name) => name.startsWith('INPUT_'))).toEqual([]);
    const folder = list?.configuration?.path.replace(/\/config\.toml$/, '');
    expect(list?.env).toMatchObject({ HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder });
    expect(readdirSync(step.host.temp).filter((name) => name.startsWith('influxctl-'))).toEqual([]);
    expect(main.log).not.toContain(first.secret);
  });

  test('tells influxctl the host and the certificates of a cluster of your own', async () => {
    await using scene = await ManagementScene.start();
    const main = await scene.main({
      product: 'clustered',
      'account-id': '',
      'cluster-id': '',
      'api-url': 'https://influxdb.example.com:8443',
      'ca-certificate': pem('authority'),
    });
    expect(main.exitCode, main.log).toBe(0);
    const { text = '', ca } = scene.account.calls.at(-1)?.configuration ?? {};
    expect(text).toContain('product = "clustered"\nhost = "influxdb.example.com"\nport = "8443"');
    expect(text).not.toContain('account_id');
    expect(ca?.startsWith(pem('authority').trim())).toBe(true);
    expect(ca?.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(50);
  });

  test('reads the connection from a profile of influxctl', async () => {
    await using scene = await ManagementScene.start();
    const { accountId, clusterId } = scene.account.state;
    const main = await scene.main({
      'management-token': '',
      'account-id': '',
      'cluster-id': '',
      'influxctl-config': `[[profile]]
name = "default"
product = "dedicated"
account_id = "${accountId}"
cluster_id = "${clusterId}"
mgmt_token = "${scene.account.first.secret}"
`,
    });
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs['count']).toBe('1');
  });

  test('finds influxctl on PATH', async () => {
    await using scene = await ManagementScene.start();
    const step = scene.step(scene.inputs({ influxctl: '' }));
    step.host.prependPaths([scene.account.folder]);
    const main = await step.main();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toContain('The version of influxctl is 2.12.1');
  });
});

describe.concurrent('list fails, and says why', () => {
  test.for<[inputs: Record<string, string>, message: string]>([
    [{ influxctl: 'no-such-influxctl' }, '"no-such-influxctl" is not on PATH'],
    [{ influxctl: './no-such-influxctl' }, 'is not a program that this user can run'],
  ])('without influxctl: %o', async ([inputs, message]) => {
    await using scene = await ManagementScene.start();
    const main = await scene.main(inputs);
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'influxctl not found' }]);
    expect(main.annotations[0]?.message).toContain(message);
    expect(scene.account.calls).toEqual([]);
  });

  test.for(['2.5.0', '2.7.0'])('with the old influxctl %s', async (version) => {
    await using scene = await ManagementScene.start({ forms: { version } });
    const { exitCode, annotations } = await scene.main();
    expect(exitCode).toBe(1);
    expect(annotations).toMatchObject([{ title: 'influxctl failed' }]);
    expect(annotations[0]?.message).toContain('Install influxctl 2.10.0 or later.');
    expect(annotations[0]?.message).toContain(`The version of influxctl is ${version}.`);
  });

  test('where the server refuses management tokens', async () => {
    await using scene = await ManagementScene.start({ forms: { allowed: [] } });
    const { exitCode, annotations } = await scene.main();
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain('The server refused the management token.');
    expect(annotations[0]?.message).toContain('InfluxData does not document whether');
  });

  test('where influxctl begins a login, which it would wait for forever', async () => {
    await using scene = await ManagementScene.start();
    const { exitCode, annotations, durationMs } = await scene.main({
      'management-token': `M.V1.${'x'.repeat(64)}`,
      'request-timeout': '1s',
    });
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain('did not end within 1 s and was killed');
    expect(annotations[0]?.message).toContain('influxctl waits for a login');
    expect(durationMs).toBeLessThan(20_000);
  });

  test('and shows nothing of an error that the runner or a terminal would obey', async () => {
    await using scene = await ManagementScene.start();
    scene.account.fail('management list', { kind: 'hostile-error' });
    const main = await scene.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toContain('ended with exit code 1');
    expect(main.stdout).not.toMatch(/^::set-env|^##\[command\]|\u001b/m);
    expect(main.stdout).not.toContain('##[command]');
    expect(main.summary).toContain(`Account: ${scene.account.state.accountId}`);
  });

  test.for([
    [{ kind: 'silent' }, 'did not print a list of tokens that the action can read'],
    [{ kind: 'dies', moment: 'before' }, 'was killed (SIGKILL)'],
    [{ kind: 'exit', moment: 'before' }, 'ended with exit code 1'],
    [{ kind: 'much-output' }, 'printed more than 64 MiB'],
  ] as const)('after the fault %o', async ([fault, message]) => {
    await using scene = await ManagementScene.start();
    scene.account.fail('management list', fault);
    const main = await scene.main({ 'request-timeout': '30s' });
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toContain(message);
    expect(main.outputs).toEqual({});
    expect(main.log).not.toContain('::set-output');
  });

  test('with inputs that it does not have, and all of them at once', async () => {
    await using scene = await ManagementScene.start();
    const main = await scene.main({
      'grace-period': '1h',
      retries: '3',
      expires: '2w',
      'request-timeout': '5 parsecs',
    });
    expect(main.exitCode).toBe(1);
    const messages = main.annotations.map(({ message }) => message).join('\n');
    expect(messages).toContain('`grace-period`: "1h" has no effect with `operation: list`');
    expect(messages).toContain('`retries` is an input of the main action only');
    expect(messages).toContain('Did you mean `expires-at` or `expires-within`?');
    expect(messages).toContain('"5 parsecs" is not a duration');
    expect(scene.account.calls).toEqual([]);
  });
});

test('the post step removes the configuration of a main step that was killed', async () => {
  await using scene = await ManagementScene.start();
  scene.account.fail('management list', { kind: 'kills-the-step', moment: 'before' });
  const step = scene.step(scene.inputs());
  const folders = () => readdirSync(step.host.temp).filter((name) => name.startsWith('influxctl-'));
  expect((await step.main()).signal).toBe('SIGKILL');
  expect(folders()).toHaveLength(1);
  const post = await step.post();
  expect(post.exitCode).toBe(0);
  expect(post.annotations).toEqual([]);
  expect(folders()).toEqual([]);
});
