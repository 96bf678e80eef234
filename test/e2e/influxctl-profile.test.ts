import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../emulator/servers/emulator.ts';
import { Scene } from './scene.ts';
import { fixture, pem, tlsFront } from './tls-front.ts';
import { unmasked } from './unmasked.ts';

const OTHER_ID = '99999999-9999-4999-8999-999999999999';

describe('influxctl-config', () => {
  test.for<[string, (toml: string, workspace: string) => string]>([
    ['its text', (toml) => toml],
    ['its text with Windows line endings', (toml) => toml.replaceAll('\n', '\r\n')],
    ['an absolute path', (toml, workspace) => written(workspace, 'config.toml', toml)],
    ['a path in the workspace', (toml, workspace) => written(workspace, 'ci.toml', toml) && 'ci.toml'],
    [
      'the path of a file with a byte order mark',
      (toml, workspace) => written(workspace, 'a', `\ufeff${toml}`),
    ],
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

  test.for(['get', 'list', 'update', 'revoke'])(
    'contains everything for the operation %s',
    async (operation) => {
      await using scene = await Scene.start();
      const { id } = scene.cluster.seed({ description: 'a token' });
      const { permissions: _, ...rest } = bare(scene);
      const main = await scene.main({
        inputs: {
          ...rest,
          'influxctl-config': profile(scene),
          operation,
          ...(operation === 'list' ? {} : { 'token-id': id }),
          ...(operation === 'update' ? { description: 'another' } : {}),
        },
      });
      expect(main).toMatchObject({ exitCode: 0, annotations: [] });
      expect(scene.cluster.requests.every(({ path }) => path.startsWith(scene.cluster.apiPrefix))).toBe(true);
    },
  );

  test('selects the profile with this name, or the profile `default`', async () => {
    await using scene = await Scene.start();
    const wrong = { account_id: OTHER_ID, mgmt_token: 'some-other-token' };
    const toml = (right: string): string =>
      ['ci', 'default', 'prod']
        .map((name) => profile(scene, { name, ...(name === right ? {} : wrong) }))
        .join('\n');
    for (const name of ['prod', 'default']) {
      const inputs = {
        ...bare(scene),
        'influxctl-config': toml(name),
        ...(name === 'default' ? {} : { 'influxctl-profile': name }),
      };
      expect((await scene.main({ inputs })).conclusion, name).toBe('success');
      await scene.post({ inputs });
    }
    expect(scene.cluster.tokens).toHaveLength(2);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('can contain unknown keys', async () => {
    await using scene = await Scene.start();
    const toml = `version = 2\n${profile(scene, { database: 'metrics', token: 'x', query_timeout: '90s' })}\n[profile.new]\nkey = 1\n[other]\n`;
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(main).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('can leave settings to the inputs', async () => {
    await using scene = await Scene.start();
    const toml = '[[profile]]\nname = "default"\n';
    const main = await scene.main({ inputs: { ...scene.inputs, 'influxctl-config': toml } });
    expect(main).toMatchObject({ exitCode: 0, outputs: { active: 'true' } });
  });
});

describe('an input overrides the profile', () => {
  test.for<[string, Record<string, string>, (cluster: Emulator) => Record<string, string>]>([
    ['product', { product: 'clustered' }, ({ product }) => ({ product })],
    ['account_id', { account_id: OTHER_ID }, ({ accountId }) => ({ 'account-id': accountId })],
    ['cluster_id', { cluster_id: OTHER_ID }, ({ clusterId }) => ({ 'cluster-id': clusterId })],
    [
      'mgmt_token',
      { mgmt_token: 'some-other-token' },
      ({ managementToken }) => ({ 'management-token': managementToken }),
    ],
    ['host', { host: 'http://127.0.0.1', port: '1' }, ({ clusterUrl }) => ({ 'cluster-url': clusterUrl })],
  ])('in %s', async ([, wrong, right]) => {
    await using scene = await Scene.start();
    const inputs = {
      ...bare(scene),
      'influxctl-config': profile(scene, wrong),
      ...right(scene.cluster),
    };
    const main = await scene.main({ inputs });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { active: 'true' } });
    expect(scene.cluster.trace.every((line) => line.endsWith('200'))).toBe(true);
    await scene.post({ inputs });
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test('in tls.ca', async () => {
    await using front = await tlsFront({ certificate: 'server' });
    const { scene } = front;
    const toml = `${profile(scene)}[profile.tls]\nca = "none.pem"\n`;
    const inputs = {
      ...front.inputs('localhost'),
      'influxctl-config': toml,
      'ca-certificate': pem('authority'),
    };
    expect((await scene.main({ inputs })).outputs['active']).toBe('true');
  });

  test('in api-url on Clustered', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const { clusterUrl, apiUrl } = scene.cluster;
    const toml = profile(scene, { host: 'http://127.0.0.1', port: '1' });
    const inputs = {
      ...bare(scene),
      'api-url': apiUrl,
      'cluster-url': clusterUrl,
      'influxctl-config': toml,
    };
    expect((await scene.main({ inputs })).outputs['active']).toBe('true');
  });
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

  test('is masked even if another one overrides it', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene, { mgmt_token: 'M.V1.of-the-profile' });
    const main = await scene.main({ inputs: { ...scene.inputs, 'influxctl-config': toml } });
    expect(main.masks).toEqual(
      expect.arrayContaining([scene.cluster.managementToken, 'M.V1.of-the-profile']),
    );
  });

  test('is masked before an input error is reported', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene, { account_id: scene.cluster.managementToken });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    for (const text of [unmasked(main.stdout), main.summary])
      expect(text).not.toContain(scene.cluster.managementToken);
  });

  test('that no header can contain is an input error that names its key', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene, { mgmt_token: 'Bearer M.V1.abcdefghij' });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    expect(main.annotations[0]?.message).toMatch(/`mgmt_token` of profile "default".*Bearer/);
    expect(unmasked(main.stdout)).not.toContain('abcdefghij');
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
      /`influxctl-config` is not TOML, so it was read as a path.*no such file/i,
    ],
    [
      'whose token was removed',
      (path, scene) => writeFileSync(path, profile(scene, { mgmt_token: undefined })),
      /`management-token` is empty in the post step.*The profile "default" does not contain `mgmt_token` either/,
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
  const token = `mgmt_token = "${SECRET}"`;
  const named = (rest: string): string => `[[profile]]\nname = "default"\n${rest}\n`;
  test.for<[string, string, string, RegExp]>([
    ['no TOML', named(`mgmt_token = ${SECRET}`), 'influxctl-config', /not valid TOML \(line 3, column \d+\)/],
    [
      'a string that is not closed',
      named(`mgmt_token = "${SECRET}`),
      'influxctl-config',
      /not valid TOML \(line 3/,
    ],
    ['a duplicate key', named(`${token}\n${token}`), 'influxctl-config', /not valid TOML/],
    ['a tool’s own format', `profile:\n  ${SECRET}: 1`, 'influxctl-config', /not valid TOML/],
    ['no profile', token, 'influxctl-config', /no profiles.*`\[\[profile\]\]`, in double brackets/],
    ['single brackets', `[profile]\nname = "default"\n${token}`, 'influxctl-config', /in double brackets/],
    ['profiles that are texts', `profile = ["${SECRET}"]`, 'influxctl-config', /no profiles/],
    ['an empty list of profiles', `profile = []\n# ${SECRET}`, 'influxctl-config', /no profiles/],
    [
      'no profile with this name',
      `[[profile]]\nname = "prod"\n${token}\n[[profile]]\nname = "staging"\n[[profile]]\n${token}`,
      'influxctl-profile',
      /"default" is not a profile in `influxctl-config`, which contains "prod", "staging", a profile without a name/,
    ],
    ['two profiles with this name', named(token) + named(token), 'influxctl-config', /"default" 2 times/],
    [
      'a token that is a number',
      named('mgmt_token = 4711'),
      'influxctl-config',
      /`mgmt_token` of profile "default" has a value of the wrong type/,
    ],
    [
      'a list instead of an ID',
      named(`account_id = ["${SECRET}"]`),
      'influxctl-config',
      /`account_id`.*wrong type/,
    ],
    [
      'a text instead of a table',
      named(`${token}\ntls = "${SECRET}"`),
      'influxctl-config',
      /`tls`.*wrong type/,
    ],
    [
      'a text instead of a Boolean',
      named(`${token}\n[profile.tls]\ninsecure = "${SECRET}"`),
      'influxctl-config',
      /`tls\.insecure`.*wrong type/,
    ],
    ['a path without a file', `${SECRET}.toml`, 'influxctl-config', /read as a path.*no such file/i],
    ['a path in the home directory', `~/${SECRET}`, 'influxctl-config', /Inputs do not expand `~`/],
  ])('%s', async ([, given, input, says]) => {
    await using scene = await Scene.start({ debug: true });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': given } });
    expect(main).toMatchObject({ exitCode: 1, stderr: '', outputs: {}, state: { ledger: '' } });
    expect(titles(main)).toEqual([`Input ${input}`]);
    expect(main.annotations[0]?.message).toMatch(says);
    for (const text of [unmasked(main.stdout), main.summary]) expect(text).not.toContain(SECRET);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('a wrong port is named, and its value is quoted', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene, { host: 'localhost', port: 'http' });
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(main.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('`influxctl-config`: `port` of profile "default" has the value "http"'),
    ]);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('a key with a dash is one error with the right key', async () => {
    await using scene = await Scene.start();
    const toml = profile(scene).replace('account_id', 'account-id');
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(main.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        '"account-id" in profile "default" is not a key of influxctl. Write `account_id`.',
      ),
    ]);
    expect(scene.cluster.requests).toEqual([]);
  });

  test('several wrong types are all reported', async () => {
    await using scene = await Scene.start();
    const toml = named('account_id = 1\ncluster_id = 2\nport = true');
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(main.annotations.map(({ message }) => /: `(\w+)` of/.exec(message)?.[1])).toEqual([
      'account_id',
      'cluster_id',
      'port',
    ]);
  });

  test.for<[string, Record<string, string>, RegExp]>([
    ['account_id', { account_id: 'acme' }, /`account_id` of profile "default" is not a UUID/],
    ['cluster_id', { cluster_id: 'x' }, /`cluster_id` of profile "default" is not a UUID/],
    ['product', { product: 'serverless' }, /`product` of profile "default" is neither/],
    [
      'host',
      { host: 'http://cluster.example.com' },
      /`host` of profile "default" .*in the clear\. Use `https:`/,
    ],
    ['host', { host: 'http://10.0.0.1', port: '8086' }, /`host` of profile "default" .*in the clear/],
    ['host', { host: 'ftp://cluster.example.com' }, /`host` of profile "default" .*is not a URL like/],
    ['host', { host: 'u:secret@cluster.example.com' }, /`host` of profile "default" .*user name or password/],
  ])('%s: the error names the key of the profile', async ([, wrong, says]) => {
    await using scene = await Scene.start();
    const inputs = { ...bare(scene), 'influxctl-config': profile(scene, { port: undefined, ...wrong }) };
    const main = await scene.main({ inputs });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    expect(main.annotations[0]?.message).toMatch(says);
    expect(main.stdout).not.toContain('u:secret');
    expect(scene.cluster.requests).toEqual([]);
  });

  test.for<[string, string, RegExp]>([
    [
      'account_id',
      'account-id',
      /is required for Cloud Dedicated.*The profile "default" does not contain `account_id`/,
    ],
    [
      'cluster_id',
      'cluster-id',
      /is required for Cloud Dedicated.*The profile "default" does not contain `cluster_id`/,
    ],
    [
      'mgmt_token',
      'management-token',
      /is required.*The profile "default" does not contain `mgmt_token` either/,
    ],
  ])('%s missing in both places: the error names both', async ([key, input, says]) => {
    await using scene = await Scene.start();
    const inputs = { ...bare(scene), 'influxctl-config': profile(scene, { [key]: undefined }) };
    const main = await scene.main({ inputs });
    expect(titles(main)).toEqual([`Input ${input}`]);
    expect(main.annotations[0]?.message).toMatch(says);
  });

  test('a profile without a configuration is an input error', async () => {
    await using scene = await Scene.start({ inputs: { 'influxctl-profile': 'prod' } });
    const main = await scene.main();
    expect(titles(main)).toEqual(['Input influxctl-profile']);
    expect(main.annotations[0]?.message).toContain('`influxctl-config` is empty');
    expect(scene.cluster.requests).toEqual([]);
  });
});

describe('TLS in a profile', () => {
  test.for<[string, string, RegExp]>([
    [
      'insecure',
      'insecure = true',
      /"default" sets `tls\.insecure`, which the action ignores.*always verified/,
    ],
    [
      'cert and key',
      'cert = "c.pem"\nkey = "k.pem"',
      /a client certificate \(`tls\.cert`, `tls\.key`\), which the action ignores/,
    ],
  ])('%s: one warning names the ignored setting', async ([, setting, says]) => {
    await using scene = await Scene.start();
    const toml = `${profile(scene)}[profile.tls]\ndisable = true\n${setting}\n`;
    const inputs = { ...bare(scene), 'influxctl-config': toml };
    const main = await scene.main({ inputs });
    expect(main.conclusion).toBe('success');
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'influxctl profile' }]);
    expect(main.annotations[0]?.message).toMatch(says);
    expect((await scene.post({ inputs })).annotations).toEqual([]);
    expect(scene.cluster.liveTokens).toEqual([]);
  });

  test.for(['insecure = true', 'insecure = false', 'disable = true'])(
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
      expect(main.annotations).toHaveLength(setting.endsWith('true') ? 2 : 1);
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

  test('disable on this machine causes no warning', async () => {
    await using scene = await Scene.start({ cluster: { product: 'clustered' } });
    const { port } = new URL(scene.cluster.clusterUrl);
    const toml = `${profile(scene, { host: 'localhost', port })}[profile.tls]\ndisable = true\n`;
    const main = await scene.main({ inputs: { ...clustered(scene), 'influxctl-config': toml } });
    expect(main).toMatchObject({ annotations: [], outputs: { active: 'true' } });
  });

  test.for<[string, () => string]>([
    ['the path', () => JSON.stringify(fixture('authority.pem'))],
    ['the text', () => `'''\n${pem('authority')}'''`],
  ])('ca as %s is trusted by both steps', async ([, ca]) => {
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const toml = `${overTls(front.scene, 'localhost', front.apiPort)}[profile.tls]\nca = ${ca()}\n`;
    const inputs = { ...clustered(front.scene), 'influxctl-config': toml };
    const main = await front.scene.main({ inputs });
    expect(main).toMatchObject({ annotations: [], outputs: { active: 'true' } });
    expect((await front.scene.post({ inputs })).annotations).toEqual([]);
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });

  test('ca that cannot be read is an input error of the profile', async () => {
    await using scene = await Scene.start();
    const toml = `${profile(scene)}[profile.tls]\nca = "none.pem"\n`;
    const main = await scene.main({ inputs: { ...bare(scene), 'influxctl-config': toml } });
    expect(titles(main)).toEqual(['Input influxctl-config']);
    expect(main.annotations[0]?.message).toMatch(/`tls.ca` of profile "default" .*no such file/i);
    expect(scene.cluster.requests).toEqual([]);
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

describe('host and port of a profile', () => {
  test.for<[string, (port: string) => string]>([
    ['a name and a port', (port) => `host = "localhost"\nport = "${port}"`],
    ['a name and a port that is a number', (port) => `host = "localhost"\nport = ${port}`],
    ['a name with the port', (port) => `host = "localhost:${port}"`],
    ['a URL', (port) => `host = "https://localhost:${port}/"`],
    ['a URL and a port', (port) => `host = "https://localhost"\nport = "${port}"`],
    ['an address and a port', (port) => `host = "127.0.0.1"\nport = "${port}"`],
  ])('%s', async ([, address]) => {
    await using front = await tlsFront({ certificate: 'server', cluster: { product: 'clustered' } });
    const toml = `[[profile]]
name = "default"
product = "clustered"
mgmt_token = "${front.scene.cluster.managementToken}"
${address(String(front.apiPort))}
`;
    const inputs = {
      ...clustered(front.scene),
      'influxctl-config': toml,
      'ca-certificate': pem('authority'),
    };
    expect((await front.scene.main({ inputs })).outputs['active']).toBe('true');
    await front.scene.post({ inputs });
    expect(front.scene.cluster.liveTokens).toEqual([]);
  });
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
