import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { InputErrors } from '../../../src/base/errors.ts';
import { credentialsIn } from '../../../src/request/connection/credentials.ts';
import { ignoredSettings, readSources } from '../../../src/request/connection/setting.ts';
import { readTextFile } from '../../../src/request/connection/text-file.ts';
import type { Inputs } from '../../../src/request/inputs.ts';
import { given } from '../../inputs/given.ts';
import {
  ACCOUNT,
  CLUSTER,
  CLUSTERED,
  configuration,
  connect,
  connectWith,
  DEDICATED,
} from '../../inputs/profile.ts';
import { parseStep, VALID } from '../../inputs/step.ts';
import { arbitraryEdit } from '../arbitrary-edit.ts';

const OTHER = '11111111-1111-1111-1111-111111111111';
const CERTIFICATE_PATH = join(import.meta.dirname, '../../e2e/tls/certificate.pem');

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The path of a new file with a text. */
function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The connection of a profile with these lines, and other inputs. There must be no input error. */
async function sound(lines: readonly string[], inputs: Partial<Inputs> = {}) {
  const { connection, errors } = await connect(lines, inputs);
  expect(errors).toEqual([]);
  return connection;
}

/** All settings of a connection as inputs. */
const TYPED = {
  product: 'dedicated',
  'account-id': ACCOUNT,
  'cluster-id': CLUSTER,
  'management-token': 'typed',
  'cluster-url': 'https://data.example.com',
};

describe('a configuration', () => {
  const TEXT = configuration([...DEDICATED, 'host = "data.example.com"']);

  test.each([
    ['its text', TEXT],
    ['its text with Windows line endings', TEXT.replaceAll('\n', '\r\n')],
    ['an absolute path', written('config.toml', TEXT)],
    ['a path in the workspace', relative(process.cwd(), written('ci.toml', TEXT))],
    ['the path of a file with a byte order mark', written('marked.toml', `\ufeff${TEXT}`)],
  ])('can be %s', async (_, text) => {
    const { connection, sources, errors } = await connectWith({ 'influxctl-config': text });
    expect(errors).toEqual([]);
    expect(ignoredSettings(sources)).toEqual([]);
    expect(connection).toMatchObject({
      forms: ['prefixed'],
      apiUrl: 'https://console.influxdata.com',
      clusterUrl: 'https://data.example.com',
      accountId: ACCOUNT,
      clusterId: CLUSTER,
    });
    expect(connection.credential.secret.reveal()).toBe('profiled');
  });

  test('can contain unknown keys', async () => {
    const lines = [...DEDICATED, 'database = "metrics"', 'token = "x"', 'query_timeout = "90s"'];
    const text = `version = 2\n${configuration(lines)}\n[profile.new]\nkey = 1\n[other]\n`;
    const { connection, sources, errors } = await connectWith({ 'influxctl-config': text });
    expect(errors).toEqual([]);
    expect(ignoredSettings(sources)).toEqual([]);
    expect(connection).toMatchObject({ accountId: ACCOUNT, clusterId: CLUSTER });
  });

  test('can leave all settings to the inputs', async () => {
    expect(await sound([], TYPED)).toEqual((await connectWith(TYPED)).connection);
  });

  test('contains everything that any operation needs to connect', async () => {
    const inputs = {
      'influxctl-config': configuration([...DEDICATED, '[profile.tls]', `ca = '${CERTIFICATE_PATH}'`]),
      'account-id': '',
      'cluster-id': '',
      'management-token': '',
    };
    for (const operation of Object.keys(VALID)) {
      const { connection } = await parseStep(operation, inputs);
      expect(connection.endpoints, operation).toMatchObject([
        { form: 'prefixed', accountId: ACCOUNT, clusterId: CLUSTER },
      ]);
      expect(connection.credential.secret.reveal()).toBe('profiled');
      expect(connection.trusted).toEqual([readTextFile(CERTIFICATE_PATH).trim()]);
    }
  });
});

describe('a profile for Cloud Dedicated', () => {
  test('contains everything that a connection needs, before the defaults', async () => {
    const connection = await sound(DEDICATED);
    expect(connection).toMatchObject({
      forms: ['prefixed'],
      apiUrl: 'https://console.influxdata.com',
      clusterUrl: `https://${CLUSTER}.a.influxdb.io`,
      accountId: ACCOUNT,
      clusterId: CLUSTER,
      trusted: [],
    });
    expect(connection.credential.secret.reveal()).toBe('profiled');
  });

  test('has a host that is only for the data plane', async () => {
    expect(await sound([...DEDICATED, 'host = "data.example.com"', 'port = 8443'])).toMatchObject({
      apiUrl: 'https://console.influxdata.com',
      clusterUrl: 'https://data.example.com:8443',
    });
  });

  test('is the kind of a profile without a product', async () => {
    expect((await sound(DEDICATED.slice(1))).forms).toEqual(['prefixed']);
  });
});

describe('a profile for Clustered', () => {
  test('has a host for both planes', async () => {
    expect(await sound(CLUSTERED)).toMatchObject({
      forms: ['bare', 'prefixed'],
      apiUrl: 'https://influx.example.com',
      clusterUrl: 'https://influx.example.com',
    });
  });

  test.each([
    [{ 'api-url': 'https://api.example.com' }, 'https://api.example.com', 'https://influx.example.com'],
    [{ 'cluster-url': 'https://data.example.com' }, 'https://influx.example.com', 'https://data.example.com'],
    [
      { 'api-url': 'https://api.example.com', 'cluster-url': 'https://data.example.com' },
      'https://api.example.com',
      'https://data.example.com',
    ],
  ])('supplies its host if the inputs are empty: %o', async (inputs, apiUrl, clusterUrl) => {
    expect(await sound(CLUSTERED, inputs)).toMatchObject({ apiUrl, clusterUrl });
  });

  test('needs no host if an input contains it', async () => {
    const lines = CLUSTERED.filter((line) => !line.startsWith('host'));
    expect(await sound(lines, { 'cluster-url': 'https://data.example.com' })).toMatchObject({
      apiUrl: 'https://data.example.com',
      clusterUrl: 'https://data.example.com',
    });
  });

  test.each([
    ['a name and a port', ['host = "localhost"', 'port = "8443"'], 'https://localhost:8443'],
    ['a name and a port that is a number', ['host = "localhost"', 'port = 8443'], 'https://localhost:8443'],
    ['a name with the port', ['host = "localhost:8443"'], 'https://localhost:8443'],
    ['a URL', ['host = "https://localhost:8443/"'], 'https://localhost:8443'],
    ['a URL and a port', ['host = "https://localhost"', 'port = "8443"'], 'https://localhost:8443'],
    ['an address and a port', ['host = "127.0.0.1"', 'port = "8443"'], 'https://127.0.0.1:8443'],
  ])('has its host as %s', async (_, lines, url) => {
    const others = CLUSTERED.filter((line) => !line.startsWith('host'));
    expect(await sound([...others, ...lines])).toMatchObject({ apiUrl: url, clusterUrl: url });
  });

  test.each([
    [['host = "localhost"'], 'http://localhost'],
    [['host = "localhost"', 'port = "8086"'], 'http://localhost:8086'],
  ])('can be used without TLS on this machine: %j', async (lines, url) => {
    const others = CLUSTERED.filter((line) => !line.startsWith('host'));
    const { connection, sources, errors } = await connect([
      ...others,
      ...lines,
      '[profile.tls]',
      'disable = true',
    ]);
    expect(errors).toEqual([]);
    expect(connection).toMatchObject({ apiUrl: url, clusterUrl: url });
    expect(ignoredSettings(sources)).toEqual([]);
  });

  test('uses TLS, and says nothing, if its switches are off', async () => {
    const { connection, sources } = await connect([...CLUSTERED, '[profile.tls]', 'insecure = false']);
    expect(connection.apiUrl).toBe('https://influx.example.com');
    expect(ignoredSettings(sources)).toEqual([]);
  });

  test('lists a client certificate and its key as one ignored setting', async () => {
    const lines = [
      ...DEDICATED,
      'host = "http://127.0.0.1:8086"',
      '[profile.tls]',
      'disable = true',
      'cert = "c.pem"',
      'key = "k.pem"',
    ];
    const { sources, errors } = await connect(lines);
    expect(errors).toEqual([]);
    expect(ignoredSettings(sources)).toEqual([
      expect.stringMatching(/a client certificate \(`tls\.cert`, `tls\.key`\), which the action ignores/),
    ]);
  });

  test('uses TLS for other hosts in any case, and says so', async () => {
    const lines = [...CLUSTERED, '[profile.tls]', 'disable = true', 'insecure = true'];
    const { connection, sources, errors } = await connect(lines);
    expect(errors).toEqual([]);
    expect(connection.apiUrl).toBe('https://influx.example.com');
    expect(ignoredSettings(sources)).toEqual([
      expect.stringContaining('`tls.insecure`'),
      expect.stringContaining('`tls.disable`'),
    ]);
  });

  test('never sends credentials in the clear, even if its host says so', async () => {
    const lines = CLUSTERED.map((line) => line.replace('influx.', 'http://influx.'));
    expect((await connect(lines)).errors).toEqual([
      {
        input: 'influxctl-config',
        message: expect.stringMatching(/^`host` of profile "default" .*Use `https:`/),
      },
    ]);
  });

  test.each([
    ['their path', `'${CERTIFICATE_PATH}'`],
    ['their text', `'''\n${readTextFile(CERTIFICATE_PATH)}'''`],
  ])('can contain certificates to trust, as %s', async (_, ca) => {
    const connection = await sound([...CLUSTERED, '[profile.tls]', `ca = ${ca}`]);
    expect(connection.trusted).toEqual([readTextFile(CERTIFICATE_PATH).trim()]);
  });
});

describe('an input next to a profile', () => {
  test('wins, independently of other inputs', async () => {
    expect(await sound(DEDICATED, { 'account-id': OTHER })).toMatchObject({
      accountId: OTHER,
      clusterId: CLUSTER,
    });
    expect(await sound(DEDICATED, { 'cluster-id': OTHER })).toMatchObject({
      accountId: ACCOUNT,
      clusterId: OTHER,
      clusterUrl: `https://${OTHER}.a.influxdb.io`,
    });
    expect((await sound(CLUSTERED, { 'management-token': 'typed' })).credential.secret.reveal()).toBe(
      'typed',
    );
    expect((await sound([...DEDICATED, 'host = "x.example.com"'], { product: 'clustered' })).apiUrl).toBe(
      'https://x.example.com',
    );
  });

  test.each([
    ['product', 'product = "clustered"', { product: 'dedicated' }],
    ['account_id', `account_id = "${OTHER}"`, { 'account-id': ACCOUNT }],
    ['cluster_id', `cluster_id = "${OTHER}"`, { 'cluster-id': CLUSTER }],
    ['mgmt_token', 'mgmt_token = "another"', { 'management-token': 'profiled' }],
    ['host', 'host = "http://127.0.0.1"\nport = "1"', { 'cluster-url': 'https://data.example.com' }],
  ])('overrides %s', async (key, line, inputs) => {
    const right = [...DEDICATED, 'host = "data.example.com"'];
    const { connection, sources, errors } = await connect(
      right.map((other) => (other.startsWith(`${key} `) ? line : other)),
      inputs,
    );
    const { credential, ...expected } = await sound(right);
    expect(errors).toEqual([]);
    expect(ignoredSettings(sources)).toEqual([]);
    expect(connection).toMatchObject(expected);
    expect(connection.credential.secret.reveal()).toBe(credential.secret.reveal());
  });

  test('overrides both URLs of Clustered', async () => {
    const lines = CLUSTERED.map((line) =>
      line.startsWith('host') ? 'host = "http://127.0.0.1"\nport = "1"' : line,
    );
    const inputs = { 'api-url': 'http://localhost:2', 'cluster-url': 'http://localhost:3' };
    expect(await sound(lines, inputs)).toMatchObject({
      apiUrl: 'http://localhost:2',
      clusterUrl: 'http://localhost:3',
    });
  });

  test('overrides certificates that cannot be read', async () => {
    const lines = [...DEDICATED, '[profile.tls]', 'ca = "none.pem"'];
    const connection = await sound(lines, { 'ca-certificate': readTextFile(CERTIFICATE_PATH) });
    expect(connection.trusted).toEqual([readTextFile(CERTIFICATE_PATH).trim()]);
  });

  test('hides the input errors of the value that it replaces', async () => {
    const wrong = [
      'product = "x"',
      'account_id = "x"',
      'cluster_id = "x"',
      'mgmt_token = "x y"',
      'host = "x y"',
    ];
    await sound(wrong, TYPED);
  });

  test('leaves both management tokens masked', async () => {
    expect(credentialsIn((await connect(DEDICATED, { 'management-token': 'typed' })).sources)).toEqual([
      'typed',
      'profiled',
    ]);
    expect(credentialsIn((await connect(DEDICATED)).sources)).toEqual(['profiled']);
    expect(credentialsIn((await connectWith({ 'management-token': 'typed' })).sources)).toEqual(['typed']);
  });
});

describe('the source of a management token', () => {
  test('is its input or its key in the profile', async () => {
    expect((await sound(DEDICATED)).credential.source).toBe(
      '`mgmt_token` of the profile "default" in `influxctl-config`',
    );
    expect((await sound(DEDICATED, { 'management-token': 'x' })).credential.source).toBe(
      'the input `management-token`',
    );
  });
});

describe('an input error of a value of the profile', () => {
  test.each([
    ['product', 'product = "cloud"'],
    ['account_id', 'account_id = "acme"'],
    ['cluster_id', 'cluster_id = "../databases/prod"'],
    ['mgmt_token', 'mgmt_token = "two hunter2"'],
    ['mgmt_token', 'mgmt_token = "Bearer hunter2"'],
    ['host', 'host = "ftp://x"'],
    ['host', 'host = "admin:hunter2@x"'],
    ['account_id', 'account_id = "hunter2"'],
    ['cluster_id', 'cluster_id = "hunter2"'],
    ['product', 'product = "hunter2"'],
    ['port', 'host = "x"\nport = "http"'],
    ['tls.ca', '[profile.tls]\nca = "/missing.pem"'],
    ['tls.ca', '[profile.tls]\nca = "-----BEGIN CERTIFICATE-----hunter2"'],
  ])('names the configuration and the key %s: %s', async (key, line) => {
    const lines = DEDICATED.filter((other) => !other.startsWith(`${key} `));
    const { errors } = await connect([...lines, line]);
    expect(errors).toEqual([
      {
        input: 'influxctl-config',
        message: expect.stringMatching(`^\`${key}\` of profile "default" .*[.?]\\)?$`),
      },
    ]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });

  test.each([
    ['port = "http"', '"http", which is not a port from 1 to 65535.'],
    ['port = 99999', '"99999", which is not a port from 1 to 65535.'],
    ['port = 0', '"0", which is not a port from 1 to 65535.'],
    ['port = ":8086"', '":8086", which is not a port from 1 to 65535. Did you mean `8086`?'],
    ['port = "8086\u200b"', '"8086\\u200b", which is not a port from 1 to 65535. Did you mean `8086`?'],
  ])('names the port and quotes its value: %s', async (line, says) => {
    const expected = [
      { input: 'influxctl-config', message: `\`port\` of profile "default" has the value ${says}` },
    ];
    for (const lines of [[...DEDICATED, 'host = "x.example.com"'], CLUSTERED]) {
      expect((await connect([...lines, line])).errors).toEqual(expected);
    }
  });

  test('names the port if the host already contains a port', async () => {
    const lines = ['host = "x.example.com:8086"', 'port = 8086'];
    expect((await connect([...DEDICATED, ...lines])).errors).toEqual([
      {
        input: 'influxctl-config',
        message: expect.stringMatching(/^`port` .* "8086", which is a second port/),
      },
    ]);
  });

  test('about the port is hidden by an input that replaces the host', async () => {
    await sound([...DEDICATED, 'host = "x"', 'port = "http"'], { 'cluster-url': 'https://data.example.com' });
  });

  test('is reported once, even for a host of both planes', async () => {
    const lines = CLUSTERED.map((line) => line.replace('influx.example.com', 'ftp://x'));
    expect((await connect(lines)).errors).toEqual([
      { input: 'influxctl-config', message: expect.stringContaining('`host` of profile "default"') },
    ]);
  });
});

describe('a misspelled key of a profile', () => {
  const notAKey = (typed: string, hint: string) => ({
    input: 'influxctl-config',
    message: `"${typed}" in profile "default" is not a key of influxctl. ${hint}`,
  });

  test('is one error with the right key, instead of a missing input', async () => {
    const lines = [
      'product = "dedicated"',
      `account-id = "${ACCOUNT}"`,
      `clusterId = "${CLUSTER}"`,
      'management_token = "hunter2"',
    ];
    const { errors } = await connect(lines);
    expect(errors).toEqual([
      notAKey('account-id', 'Write `account_id`.'),
      notAKey('clusterId', 'Write `cluster_id`.'),
      notAKey('management_token', 'Write `mgmt_token`.'),
    ]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });

  test('can be a key in the wrong table', async () => {
    const [product = '', account = '', cluster = ''] = DEDICATED;
    expect((await connect([product, account, cluster, '[profile.tls]', 'mgmt_token = "x"'])).errors).toEqual([
      notAKey('tls.mgmt_token', 'Write `mgmt_token` above the line `[profile.tls]`.'),
    ]);
  });

  test('is listed as ignored if the value is optional or in an input', async () => {
    const lines = ['account-id = "x"', 'ca_cert = "ca.pem"', 'Port = 8086', ...DEDICATED.slice(2)];
    const { sources, errors } = await connect(lines, { 'account-id': ACCOUNT });
    expect(errors).toEqual([]);
    expect(ignoredSettings(sources)).toEqual([
      notAKey('account-id', 'Write `account_id`.').message,
      notAKey('ca_cert', 'Write `ca` in the table `[profile.tls]`.').message,
      notAKey('Port', 'Write `port`.').message,
    ]);
  });

  test('is not misspelled if the right key is there, or if it is another key of influxctl', async () => {
    const { sources, errors } = await connect([
      ...DEDICATED,
      'account-id = "x"',
      'database = "metrics"',
      'token = "x"',
      'future = 1',
      '[profile.auth.oauth2]',
      'client_id = "x"',
    ]);
    expect(errors).toEqual([]);
    expect(ignoredSettings(sources)).toEqual([]);
  });

  test('is recognized with any single edit', async () => {
    const keys = fc.constantFrom('account_id', 'cluster_id', 'mgmt_token');
    await fc.assert(
      fc.asyncProperty(keys, arbitraryEdit, async (key, edit) => {
        const typed = edit(key);
        fc.pre(typed !== key && /^[\w-]+$/.test(typed));
        const lines = DEDICATED.map((line) => line.replace(key, typed));
        expect((await connect(lines)).errors).toEqual([notAKey(typed, `Write \`${key}\`.`)]);
      }),
    );
  });
});

describe('a missing value', () => {
  test('is required in its input, and the error names the profile', async () => {
    expect((await connect([])).errors).toEqual([
      {
        input: 'account-id',
        message: expect.stringMatching(/required.* `account_id` is not set in profile "default"\./),
      },
      {
        input: 'cluster-id',
        message: expect.stringMatching(/required.* `cluster_id` is not set in profile "default"\./),
      },
      {
        input: 'management-token',
        message: expect.stringMatching(/required.* `mgmt_token` is not set in profile/),
      },
    ]);
    expect((await connect(['product = "clustered"', 'mgmt_token = "x"'])).errors).toEqual([
      { input: 'api-url', message: expect.stringMatching(/required.* `host` is not set in profile/) },
    ]);
  });

  test('is required without a hint about a profile if there is none', async () => {
    const { errors } = await connectWith({});
    expect(errors.map(({ input }) => input)).toEqual(['account-id', 'cluster-id', 'management-token']);
    expect(JSON.stringify(errors)).not.toContain('is not set in profile');
  });

  test.each([
    ['a text that is no TOML', { 'influxctl-config': '[[profile]\n' }],
    ['a path that leads nowhere', { 'influxctl-config': './missing.toml' }],
    ['an unknown profile', { 'influxctl-config': configuration(DEDICATED), 'influxctl-profile': 'prod' }],
    ['a profile that is there twice', { 'influxctl-config': configuration([]).repeat(2) }],
    ['a value of the wrong type', { 'influxctl-config': configuration(['mgmt_token = 1']) }],
    ['a profile without a configuration', { 'influxctl-profile': 'prod' }],
  ])('is not required if the profile is unreadable: %s', async (_, inputs) => {
    for (const product of ['', 'dedicated', 'clustered']) {
      const { errors } = await connectWith({ ...inputs, product });
      expect(errors).toHaveLength(1);
      expect(errors[0]?.input).toMatch(/^influxctl-/);
      expect(errors[0]?.message).not.toContain('required');
    }
  });

  test('does not hide other input errors of an unreadable profile', async () => {
    const { errors } = await connectWith({
      'influxctl-config': './missing.toml',
      'account-id': 'x',
      retries: 'x',
    });
    expect(errors.map(({ input }) => input)).toEqual(['influxctl-config', 'account-id', 'retries']);
  });
});

describe('the name of a profile', () => {
  test('can be the default without a configuration', async () => {
    const list = new InputErrors();
    const sources = await readSources(given({ 'influxctl-profile': 'default' }), readTextFile, list);
    expect(list.none).toBe(true);
    expect(sources.profile).toBeUndefined();
  });

  test.each([
    ['prod', { 'influxctl-profile': 'prod' }],
    ['default', {}],
  ])('selects the profile with this name, or the profile `default`: %s', async (right, inputs) => {
    const wrong = DEDICATED.map((line) => line.replace(ACCOUNT, OTHER).replace('profiled', 'another'));
    const tables = ['ci', 'default', 'prod'].map((name) =>
      configuration(name === right ? DEDICATED : wrong).replace('"default"', `"${name}"`),
    );
    const { connection, errors } = await connectWith({ 'influxctl-config': tables.join('\n'), ...inputs });
    expect(errors).toEqual([]);
    expect(connection.accountId).toBe(ACCOUNT);
    expect(connection.credential.secret.reveal()).toBe('profiled');
  });

  test('selects one of several', async () => {
    const both = `${configuration(DEDICATED)}${configuration(CLUSTERED).replace('default', 'lab')}`;
    const { connection, errors } = await connectWith({
      'influxctl-config': both,
      'influxctl-profile': 'lab',
    });
    expect(errors).toEqual([]);
    expect(connection.forms).toEqual(['bare', 'prefixed']);
  });
});

test('no profile makes a connection in the clear or without verification', async () => {
  const host = fc.constantFrom(
    'localhost',
    'influx.example.com',
    '127.0.0.1',
    'http://x',
    '10.0.0.1',
    'fd00::1',
  );
  const tls = fc.subarray(['disable = true', 'insecure = true']);
  await fc.assert(
    fc.asyncProperty(
      host,
      tls,
      fc.constantFrom('dedicated', 'clustered'),
      async (name, settings, product) => {
        const lines = [
          ...DEDICATED.filter((line) => !line.startsWith('product')),
          `product = "${product}"`,
          `host = "${name}"`,
          '[profile.tls]',
          ...settings,
        ];
        const { connection, errors } = await connect(lines);
        for (const url of errors.length > 0 ? [] : [connection.apiUrl, connection.clusterUrl]) {
          expect(url).toMatch(/^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1)$/);
        }
      },
    ),
  );
});
