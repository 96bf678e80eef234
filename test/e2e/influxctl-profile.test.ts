import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Scene } from './scene.ts';
import { fixture, pem, tlsFront } from './tls-front.ts';
import { unmasked } from './unmasked.ts';

const OTHER_ID = '99999999-9999-4999-8999-999999999999';

describe('influxctl-config', () => {
  // test/request/connection/setting.test.ts has all forms.
  test.for<[string, (toml: string, workspace: string) => string]>([
    ['its text', (toml) => toml],
    ['a path in the workspace', (toml, workspace) => written(workspace, 'ci.toml', toml) && 'ci.toml'],
  ])('as %s contains all of Cloud Dedicated, and the post step reads it again', async ([, given]) => {
    await using scene = await Scene.start();
    const inputs = { ...bare(scene), 'influxctl-config': given(profile(scene), scene.step.host.workspace) };
    const main = await scene.main({ inputs });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '', outputs: { active: 'true' } });
    expect(scene.cluster.liveTokens.map(({ id }) => id)).toEqual([main.outputs['token-id']]);
    expect(scene.cluster.requests[0]?.path).toBe(`${scene.cluster.apiPrefix}/databases`);
    expect(await scene.post({ inputs })).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('contains all of Clustered, whose host is for both planes', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const { 'api-url': _, ...rest } = bare(scene);
    const inputs = { ...rest, 'influxctl-config': profile(scene) };
    expect((await scene.main({ inputs })).outputs['active']).toBe('true');
    await scene.post({ inputs });
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('contains everything for an operation that needs no data plane', async () => {
    await using scene = await Scene.start();
    const { id } = scene.cluster.seed({ description: 'a token' });
    const { permissions: _, ...rest } = bare(scene);
    const main = await scene.main({
      inputs: { ...rest, 'influxctl-config': profile(scene), operation: 'revoke', 'token-id': id },
    });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.cluster.requests.every(({ path }) => path.startsWith(scene.cluster.apiPrefix))).toBe(true);
  });

  test('selects the profile with this name', async () => {
    await using scene = await Scene.start();
    const wrong = { account_id: OTHER_ID, mgmt_token: 'some-other-token' };
    const toml = ['ci', 'default', 'prod']
      .map((name) => profile(scene, { name, ...(name === 'prod' ? {} : wrong) }))
      .join('\n');
    const inputs = { ...bare(scene), 'influxctl-config': toml, 'influxctl-profile': 'prod' };
    expect((await scene.main({ inputs })).conclusion).toBe('success');
    await scene.post({ inputs });
    expect(scene.cluster.tokens).toHaveLength(1);
    expect(scene.cluster.liveTokens).toEqual([]);
  });
});

test('an input overrides the profile', async () => {
  await using scene = await Scene.start();
  const inputs = {
    ...bare(scene),
    'influxctl-config': profile(scene, { mgmt_token: 'some-other-token' }),
    'management-token': scene.cluster.managementToken,
  };
  const main = await scene.main({ inputs });
  expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
  expect(scene.cluster.trace.every((line) => line.endsWith('200'))).toBe(true);
  expect(main.masks).toEqual(expect.arrayContaining([scene.cluster.managementToken, 'some-other-token']));
  await scene.post({ inputs });
  expect(scene.cluster.liveTokens).toEqual([]);
});

describe('the management token of a profile', () => {
  test('is masked by both steps before anything else is printed', async () => {
    await using scene = await Scene.start({ debug: true });
    const { managementToken } = scene.cluster;
    const toml = `${profile(scene)}[profile.tls]\ninsecure = true\ndisable = true\n`;
    const inputs = { ...bare(scene), 'influxctl-config': toml };
    const main = await scene.main({ inputs });
    const post = await scene.post({ inputs });
    for (const { stdout, masks } of [main, post]) {
      expect(stdout.split('\n')[0]).toBe(`::add-mask::${managementToken}`);
      expect(masks[0]).toBe(managementToken);
    }
    for (const phase of [main, post]) {
      const kept = [phase.outputs, phase.state, phase.env].map((each) => JSON.stringify(each));
      for (const text of [unmasked(phase.stdout), phase.stderr, phase.log, phase.summary, ...kept])
        expect(text).not.toContain(managementToken);
    }
  });

  test('is masked before an input error is reported', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene, { account_id: scene.cluster.managementToken });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    for (const text of [unmasked(main.stdout), main.summary])
      expect(text).not.toContain(scene.cluster.managementToken);
  });
});

describe('the post step with a profile', () => {
  test('uses the ledger if the profile names another cluster by then', async () => {
    await using scene = await Scene.start();
    const inputs = { ...bare(scene), 'influxctl-config': profile(scene) };
    await scene.main({ inputs });
    const elsewhere = { account_id: OTHER_ID, cluster_id: OTHER_ID, product: 'clustered', host: '127.0.0.2' };
    const post = await scene.post({ inputs: { ...inputs, 'influxctl-config': profile(scene, elsewhere) } });
    expect(post.annotations).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('still revokes if the file is gone but the token is an input', async () => {
    await using scene = await Scene.start();
    const path = written(scene.step.host.workspace, 'config.toml', profile(scene));
    const inputs = {
      ...bare(scene),
      'influxctl-config': path,
      'management-token': scene.cluster.managementToken,
    };
    await scene.main({ inputs });
    rmSync(path);
    const post = await scene.post({ inputs });
    expect(post).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test.for<[string, (path: string, scene: Scene) => void, RegExp]>([
    [
      'whose file no longer exists',
      (path) => rmSync(path),
      /`influxctl-config` does not contain a profile .*, so it was read as a path.*no such file/i,
    ],
    [
      'whose token was removed',
      (path, scene) => writeFileSync(path, profile(scene, { mgmt_token: undefined })),
      /`management-token` is empty in the post step.*`mgmt_token` is not set in profile "default"/,
    ],
    [
      'that has another name',
      (path, scene) => writeFileSync(path, profile(scene, { name: 'prod' })),
      /`influxctl-profile`: "default" is not a profile in `influxctl-config`, which contains "prod"/,
    ],
    ['that is empty', (path) => writeFileSync(path, ''), /`influxctl-config` has no profiles/],
    [
      'that is no longer TOML',
      (path, scene) => writeFileSync(path, `${profile(scene)}x = = =`),
      /`influxctl-config` is not valid TOML \(line \d+/,
    ],
  ])('%s by then warns with the ID and a hint', async ([, change, says]) => {
    await using scene = await Scene.start();
    const path = written(scene.step.host.workspace, 'config.toml', profile(scene));
    const inputs = { ...bare(scene), 'influxctl-config': path };
    const main = await scene.main({ inputs });
    const sent = scene.cluster.requests.length;
    change(path, scene);
    const post = await scene.post({ inputs });
    expect(post).toMatchObject({ exitCode: 0, stderr: '', conclusion: 'success' });
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Management token missing' }]);
    expect(post.annotations[0]?.message).not.toContain('composite');
    expect(post.annotations[0]?.message).toMatch(says);
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${main.outputs['token-id']}`);
    expect(post.stdout).not.toMatch(/^\s+at /m);
    expect(unmasked(post.stdout)).not.toContain(scene.cluster.managementToken);
    expect(scene.cluster.requests).toHaveLength(sent);
    expect(scene.cluster.liveTokens).toHaveLength(1);
  });

  test('fails the job with `fail-on-revoke-error` if the file is gone', async () => {
    await using scene = await Scene.start({ inputs: { 'fail-on-revoke-error': 'true' } });
    const inputs = { ...bare(scene), 'fail-on-revoke-error': 'true', 'influxctl-config': profile(scene) };
    await scene.main({ inputs });
    const post = await scene.post({ inputs: { ...inputs, 'influxctl-config': '' } });
    expect(post).toMatchObject({
      exitCode: 1,
      annotations: [{ level: 'error', title: 'Management token missing' }],
    });
  });

  test('says nothing if the file is gone and there is nothing to revoke', async () => {
    await using scene = await Scene.start();
    const inputs = { ...bare(scene), 'influxctl-config': profile(scene), permissions: 'metrcs: read' };
    await scene.main({ inputs });
    expect(await scene.post({ inputs: { ...inputs, 'influxctl-config': 'gone.toml' } })).toMatchObject({
      stdout: '',
      stderr: '',
      exitCode: 0,
    });
  });
});

describe('an invalid configuration is an input error that shows no part of its text', () => {
  const SECRET = 'kept-to-itself';
  // test/request/connection/invalid-configuration.test.ts has all errors.
  test.for<[string, string, RegExp]>([
    [
      'no TOML',
      `[[profile]]\nname = "default"\nmgmt_token = ${SECRET}\n`,
      /not valid TOML \(line 3, column \d+\)/,
    ],
    ['a path without a file', `${SECRET}.toml`, /read as a path.*no such file/i],
  ])('%s', async ([, given, says]) => {
    await using scene = await Scene.start({ debug: true });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': given } });
    expect(main).toMatchObject({ exitCode: 1, stderr: '', outputs: {}, state: { ledger: '' } });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    expect(main.annotations[0]?.message).toMatch(says);
    for (const text of [unmasked(main.stdout), main.summary]) expect(text).not.toContain(SECRET);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('a wrong value: the error names the key of the profile', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene, { host: 'u:secret@cluster.example.com' });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    expect(main.annotations[0]?.message).toMatch(
      /^`influxctl-config`: `host` of profile "default" .*user name or password/,
    );
    expect(main.stdout).not.toContain('u:secret');
    expect(scene.cluster.requests).toEqual([]);
  });

  test('a value missing in both places: the error names both', async () => {
    await using scene = await Scene.start();
    const inputs = { ...bare(scene), 'influxctl-config': profile(scene, { mgmt_token: undefined }) };
    const main = await scene.main({ inputs });
    expect(titles(main)).toEqual(['Input management-token']);
    expect(main.annotations[0]?.message).toMatch(/is required.*`mgmt_token` is not set in profile "default"/);
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('TLS in a profile', () => {
  test('an ignored setting causes one warning, and `disable` on this machine causes none', async () => {
    await using scene = await Scene.start();
    const toml = `${profile(scene)}[profile.tls]\ndisable = true\ninsecure = true\n`;
    const inputs = { ...bare(scene), 'influxctl-config': toml };
    const main = await scene.main({ inputs });
    expect(main.conclusion).toBe('success');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'influxctl profile' }]);
    expect(main.annotations[0]?.message).toMatch(
      /"default" sets `tls\.insecure`, which the action ignores.*always verified/,
    );
    expect((await scene.post({ inputs })).annotations).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test.for(['insecure = true', 'disable = true'])(
    '%s does not switch off verification: nothing is sent to a server that is not trusted',
    async (setting) => {
      await using front = await tlsFront({ cluster: { product: 'clustered' } });
      const toml = `${overTls(front.scene, 'cluster.test', front.apiPort)}[profile.tls]\n${setting}\n`;
      const main = await front.scene.main({
        inputs: { ...clustered(front.scene), 'influxctl-config': toml },
        env: { HTTPS_PROXY: front.proxyUrl },
      });
      expect(main.exitCode).toBe(1);
      expect(main.annotations.at(-1)?.message).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
      expect(main.annotations).toHaveLength(2);
      expect(front.connects).toEqual([`cluster.test:${front.apiPort}`]);
      expect(front.scene.cluster.requests).toEqual([]);
    },
  );

  test('disable works only for this machine, and all other hosts use TLS', async () => {
    await using front = await tlsFront({ cluster: { product: 'clustered' } });
    const toml = `${overTls(front.scene, 'cluster.test', front.apiPort)}[profile.tls]\ndisable = true\n`;
    const main = await front.scene.main({
      inputs: { ...clustered(front.scene), 'influxctl-config': toml },
      env: { HTTPS_PROXY: front.proxyUrl, NODE_EXTRA_CA_CERTS: fixture('certificate.pem') },
    });
    expect(main.outputs['active']).toBe('true');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'influxctl profile' }]);
    expect(main.annotations[0]?.message).toContain('`tls.disable`, which the action ignores');
    expect(front.overheard()).not.toContain(front.scene.cluster.managementToken);
  });

  test('ca as a path is trusted by both steps', async () => {
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const toml = `${overTls(front.scene, 'localhost', front.apiPort)}[profile.tls]\nca = ${JSON.stringify(fixture('authority.pem'))}\n`;
    const inputs = { ...clustered(front.scene), 'influxctl-config': toml };
    const main = await front.scene.main({ inputs });
    expect(main).toMatchObject({ annotations: [], outputs: { active: 'true' } });
    expect((await front.scene.post({ inputs })).annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });

  test('ca that is gone in the post step causes a warning with the ID, and the token stays valid', async () => {
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const path = written(front.scene.step.host.workspace, 'ca.pem', pem('authority'));
    const toml = `${overTls(front.scene, 'localhost', front.apiPort)}[profile.tls]\nca = "ca.pem"\n`;
    const inputs = { ...clustered(front.scene), 'influxctl-config': toml };
    const main = await front.scene.main({ inputs });
    rmSync(path);
    const post = await front.scene.post({ inputs });
    expect(post).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Token not revoked' }],
    });
    expect(post.annotations[0]?.message).toContain(`influxctl token revoke ${main.outputs['token-id']}`);
    expect(front.scene.cluster.liveTokens).toHaveLength(1);
  });
});

test('a profile of Clustered can have a URL and a port', async () => {
  await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
  const inputs = {
    ...clustered(front.scene),
    'influxctl-config': overTls(front.scene, 'https://localhost', front.apiPort),
    'ca-certificate': pem('authority'),
  };
  expect((await front.scene.main({ inputs })).outputs['active']).toBe('true');
  await front.scene.post({ inputs });
  expect(front.scene.cluster.liveTokens).toEqual([]);
});

type Values = Readonly<Record<string, string | undefined>>;

/** A profile for the scene's cluster, as the last table of a configuration. */
function profile({ cluster }: Scene, changes: Values = {}): string {
  const dedicated = cluster.product === 'dedicated';
  const values: Values = {
    name: 'default',
    product: cluster.product,
    host: cluster.clusterUrl,
    ...(dedicated ? { account_id: cluster.accountId, cluster_id: cluster.clusterId } : {}),
    mgmt_token: cluster.managementToken,
    ...changes,
  };
  const lines = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key} = ${JSON.stringify(value)}`],
  );
  return `[[profile]]\n${lines.join('\n')}\n`;
}

function overTls(scene: Scene, host: string, port: number): string {
  return profile(scene, { host, port: String(port) });
}

/** The scene's inputs without the ones that a profile supplies. A profile does not contain the address of Dedicated's API. */
function bare({ inputs }: Scene): Record<string, string> {
  const kept = ['api-url', 'permissions', 'request-timeout', 'retries'];
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => kept.includes(name)));
}

/** The same for Clustered, where the profile also supplies the address of the API. */
function clustered(scene: Scene): Record<string, string> {
  const { 'api-url': _, ...rest } = bare(scene);
  return rest;
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function titles({ annotations }: Awaited<ReturnType<Scene['main']>>): (string | undefined)[] {
  return annotations.map(({ title }) => title);
}
