import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConnection } from '../../../src/request/connection/connection.ts';
import type { Inputs } from '../../../src/request/inputs.ts';
import { flattened, reading, sourcesOf } from '../../inputs/given.ts';

const ACCOUNT = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const CLUSTER = '2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
/** What the vendor's clients put in place of the IDs. */
const DUMMY = '11111111-1111-1111-1111-111111111111';
const TOKEN = 'M.V1.c2VjcmV0+/==';

const DEDICATED = { 'account-id': ACCOUNT, 'cluster-id': CLUSTER, 'management-token': TOKEN };
const CLUSTERED = { product: 'clustered', 'management-token': TOKEN };

function read(inputs: Partial<Inputs>) {
  return reading((errors) => readConnection(sourcesOf(inputs), errors));
}

/** sound is the connection of inputs that have no fault. */
function sound(inputs: Partial<Inputs>) {
  const { result, errors } = read(inputs);
  expect(errors).toEqual([]);
  return flattened(result);
}

describe('a connection to Cloud Dedicated', () => {
  test('is the default, and needs only IDs and a token', () => {
    expect(sound(DEDICATED)).toMatchObject({
      forms: ['prefixed'],
      apiUrl: 'https://console.influxdata.com',
      clusterUrl: `https://${CLUSTER}.a.influxdb.io`,
      accountId: ACCOUNT,
      clusterId: CLUSTER,
      retryPolicy: { timeoutMs: 30_000, retries: 4 },
    });
  });

  test('can have its own URLs, independently of each other', () => {
    expect(sound({ ...DEDICATED, 'api-url': 'https://api.example.com' })).toMatchObject({
      apiUrl: 'https://api.example.com',
      clusterUrl: `https://${CLUSTER}.a.influxdb.io`,
    });
    expect(sound({ ...DEDICATED, 'cluster-url': 'https://data.example.com' })).toMatchObject({
      apiUrl: 'https://console.influxdata.com',
      clusterUrl: 'https://data.example.com',
    });
  });

  test('needs both IDs', () => {
    expect(read({ 'management-token': TOKEN }).errors.map(({ input }) => input)).toEqual([
      'account-id',
      'cluster-id',
    ]);
  });

  test.each(['../databases/prod', `${ACCOUNT}/x`, 'acme'])('has no ID like %s', (id) => {
    expect(read({ ...DEDICATED, 'account-id': id }).errors).toEqual([
      { input: 'account-id', message: expect.stringContaining('not a UUID') },
    ]);
  });
});

describe('a connection to Clustered', () => {
  test.each(['api-url', 'cluster-url'] as const)(
    'derives the other URL from the input %s, with its path',
    (name) => {
      expect(sound({ ...CLUSTERED, [name]: 'https://influx.example.com:8443/base/' })).toMatchObject({
        forms: ['bare', 'prefixed'],
        apiUrl: 'https://influx.example.com:8443/base',
        clusterUrl: 'https://influx.example.com:8443/base',
      });
    },
  );

  test('derives the URL of the data plane without the end of the API’s path', () => {
    const inputs = { ...CLUSTERED, 'api-url': 'https://influx.example.com/base/api/v0' };
    expect(sound(inputs).clusterUrl).toBe('https://influx.example.com/base');
  });

  test('keeps both URLs if both are set', () => {
    const inputs = { 'api-url': 'https://api.example.com', 'cluster-url': 'https://data.example.com' };
    expect(sound({ ...CLUSTERED, ...inputs })).toMatchObject({
      apiUrl: 'https://api.example.com',
      clusterUrl: 'https://data.example.com',
    });
  });

  test('has one input error for the invalid host of a profile, although both planes use it', () => {
    const sources = {
      ...sourcesOf(CLUSTERED),
      profile: {
        name: 'default',
        values: { host: 'http://influx.example.com' },
        misspelled: {},
        ignored: [],
      },
    };
    const { errors } = reading((list) => readConnection(sources, list));
    expect(errors).toEqual([
      { input: 'influxctl-config', message: expect.stringMatching(/`host` of profile "default".*https:/) },
    ]);
  });

  test('needs at least one URL', () => {
    expect(read(CLUSTERED).errors).toEqual([
      { input: 'api-url', message: expect.stringContaining('Set the URL of your cluster') },
    ]);
  });

  test('needs no IDs', () => {
    const connection = sound({ ...CLUSTERED, 'api-url': 'https://influx.example.com' });
    expect(connection.accountId).toBe(DUMMY);
    expect(connection.clusterId).toBe(DUMMY);
  });

  test('can have IDs, which must be UUIDs', () => {
    const inputs = { ...CLUSTERED, 'api-url': 'https://influx.example.com' };
    expect(sound({ ...inputs, 'account-id': ACCOUNT }).accountId).toBe(ACCOUNT);
    expect(read({ ...inputs, 'account-id': 'acme' }).errors).toHaveLength(1);
  });
});

describe('an unreadable profile', () => {
  test.each([{}, { product: 'clustered' }])(
    'prevents errors about missing values, which might be in the profile: %o',
    (inputs) => {
      const sources = { ...sourcesOf(inputs), profile: 'unreadable' as const };
      expect(reading((list) => readConnection(sources, list)).errors).toEqual([]);
    },
  );
});

describe('a profile', () => {
  const sources = (values: object, inputs = {}) => ({
    ...sourcesOf(inputs),
    profile: { name: 'ci', values, misspelled: {}, ignored: [] },
  });

  test('is named in errors about missing values', () => {
    const { errors } = reading((list) => readConnection(sources({ account_id: ACCOUNT }), list));
    expect(errors).toEqual([
      {
        input: 'cluster-id',
        message: expect.stringMatching(/required.*`cluster_id` is not set in profile "ci"/),
      },
      {
        input: 'management-token',
        message: expect.stringMatching(/required.*`mgmt_token` is not set in profile/),
      },
    ]);
  });

  test('is named as the source of its token, and an input as the source of its own', () => {
    const values = { account_id: ACCOUNT, cluster_id: CLUSTER, mgmt_token: TOKEN };
    const from = (inputs = {}) =>
      reading((list) => readConnection(sources(values, inputs), list)).result.credential.source;
    expect(from()).toBe('`mgmt_token` of the profile "ci" in `influxctl-config`');
    expect(from({ 'management-token': 'another' })).toBe('the input `management-token`');
  });

  test('of Cloud Dedicated contains only the host of the cluster', () => {
    const values = {
      account_id: ACCOUNT,
      cluster_id: CLUSTER,
      mgmt_token: TOKEN,
      host: 'https://influx.example.com',
    };
    expect(flattened(reading((list) => readConnection(sources(values), list)).result)).toMatchObject({
      apiUrl: 'https://console.influxdata.com',
      clusterUrl: 'https://influx.example.com',
    });
  });
});

describe('a product', () => {
  test.each(['Clustered', 'serverless', 'cloud'])('is not %s', (product) => {
    for (const inputs of [DEDICATED, { 'management-token': TOKEN }]) {
      expect(read({ ...inputs, product }).errors).toEqual([
        { input: 'product', message: expect.stringContaining(`"${product}"`) },
      ]);
    }
  });

  test.each([
    ['Dedicated', 'dedicated'],
    ['cloud', 'dedicated'],
    ['Cloud Dedicated', 'dedicated'],
    ['cloud_dedicated', 'dedicated'],
    ['InfluxDB Clustered', 'clustered'],
    ['cluster', 'clustered'],
    ['clusterd', 'clustered'],
    ['"clustered"', 'clustered'],
    ['dedicated\u200b', 'dedicated'],
  ])('that is written as %s is suggested', (product, meant) => {
    expect(read({ ...DEDICATED, product }).errors).toEqual([
      { input: 'product', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });
});

describe.each([
  ['account-id', 'accounts'],
  ['cluster-id', 'clusters'],
] as const)('the ID in %s', (name, folder) => {
  test.each([
    ['in braces', `{${ACCOUNT}}`],
    ['in quotes', `"${ACCOUNT}"`],
    ['without hyphens', ACCOUNT.replaceAll('-', '')],
    ['with other hyphens', ACCOUNT.replaceAll('-', '\u2011')],
    ['with an invisible character', `${ACCOUNT}\u200b`],
    ['in a URL', `https://console.example.com/${folder}/${ACCOUNT}/tokens`],
    ['in a URL with other IDs', `https://x.example.com/${CLUSTER}/${folder}/${ACCOUNT}/tokens/${CLUSTER}`],
  ])('is found %s, and suggested', (_, text) => {
    expect(read({ ...DEDICATED, [name]: text }).errors).toEqual([
      { input: name, message: expect.stringContaining(`Did you mean \`${ACCOUNT}\`?`) },
    ]);
  });
});

describe.each(['api-url', 'cluster-url'] as const)('the input %s', (name) => {
  const errorsOf = (url: string) => read({ ...DEDICATED, [name]: url }).errors;

  test.each([
    'https://influx.example.com',
    'HTTPS://INFLUX.EXAMPLE.COM',
    'http://localhost:8086',
    'http://127.0.0.1:8086',
    'http://127.1',
    'http://[::1]:8086',
  ])('can be %s', (url) => {
    expect(errorsOf(url)).toEqual([]);
  });

  test.each([
    ['another host', 'http://influx.example.com'],
    ['a host that only begins like loopback', 'http://127.evil.com'],
    ['a host that only begins like a loopback address', 'http://127.0.0.1.evil.com'],
    ['a host that only ends like loopback', 'http://evil-localhost'],
    ['a subdomain of a name like loopback', 'http://localhost.evil.com'],
    ['an address of all interfaces', 'http://0.0.0.0'],
    ['a private address', 'http://10.0.0.1'],
    ['a name beside a port like loopback', 'http://evil.com:127'],
  ])('must use `https:` for %s', (_, url) => {
    expect(errorsOf(url)).toEqual([{ input: name, message: expect.stringContaining('Use `https:`') }]);
  });

  test.each([
    'influx.example.com',
    'ftp://influx.example.com',
    'file:///etc/passwd',
    'https://',
    'javascript:1',
  ])('is an HTTP URL, and not %s', (url) => {
    expect(errorsOf(url)).toEqual([{ input: name, message: expect.stringContaining('not a URL') }]);
  });

  test.each([
    ['no scheme', 'influx.example.com', 'https://influx.example.com'],
    ['no scheme, but a port', 'influx.example.com:8443', 'https://influx.example.com:8443'],
    ['a scheme with a typing error', 'htps://influx.example.com', 'https://influx.example.com'],
    ['a scheme without a colon', 'https//influx.example.com', 'https://influx.example.com'],
    ['another scheme', 'grpc://influx.example.com', 'https://influx.example.com'],
    ['plain http', 'http://influx.example.com/base/', 'https://influx.example.com/base'],
    ['quotes', '"https://influx.example.com"', 'https://influx.example.com'],
    ['angle brackets', '<https://influx.example.com>', 'https://influx.example.com'],
    ['an invisible character', 'https://influx\u200b.example.com', 'https://influx.example.com'],
    ['punctuation at its end', 'https://influx.example.com;', 'https://influx.example.com'],
    ['a second URL', 'https://influx.example.com,https://other.example.com', 'https://influx.example.com'],
    ['a query', 'https://influx.example.com?x=1', 'https://influx.example.com'],
    ['a fragment', 'https://influx.example.com/#top', 'https://influx.example.com'],
    ['a path of the API', 'https://influx.example.com/base/api/v2/write', 'https://influx.example.com/base'],
    ['a path and a query', 'https://influx.example.com/api/v2/write?bucket=x', 'https://influx.example.com'],
    ['a path of a later API', 'https://influx.example.com/api/v3/query_sql', 'https://influx.example.com'],
    [
      'the path of a collection',
      'https://influx.example.com/api/v0/accounts/1',
      'https://influx.example.com',
    ],
    ['a path behind a loopback host', 'http://localhost:8086/api/v2', 'http://localhost:8086'],
    ['no scheme before a loopback host', 'localhost:8086', 'http://localhost:8086'],
    ['plain http and a path', 'http://influx.example.com/api/v2', 'https://influx.example.com'],
  ])('has one input error for %s, with the URL to set, which is valid', (_, url, meant) => {
    expect(errorsOf(url)).toEqual([{ input: name, message: expect.stringMatching(` Use \`${meant}\`\\.$`) }]);
    expect(errorsOf(meant)).toEqual([]);
  });

  test.each(['x', 'https://', 'M.V1.c2VjcmV0', '[x](https://x.example.com)'])(
    'gets no suggestion where nobody can tell: %s',
    (url) => {
      expect(errorsOf(url)).toEqual([{ input: name, message: expect.not.stringContaining(' Use `') }]);
    },
  );

  test('is never shown when it looks like a token', () => {
    expect(JSON.stringify(errorsOf('M.V1.c2VjcmV0'))).not.toContain('c2VjcmV0');
  });

  test.each([
    'https://admin:hunter2@influx.example.com',
    'http://admin:hunter2@influx.example.com',
    'http://admin:hunter2@localhost',
    'admin:hunter2@influx.example.com',
    'ftp://admin:hunter2@influx.example.com',
    'https://admin:hunter2@',
    'https://admin:hunter2#@influx.example.com',
    'https://admin:1#hunter2@influx.example.com',
    'http://admin:1?hunter2@influx.example.com',
  ])('with a password is an input error that does not repeat it: %s', (url) => {
    const errors = errorsOf(url);
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });
});

describe('the base of the API', () => {
  test.each([
    'https://influx.example.com/',
    'https://influx.example.com//',
    'https://influx.example.com/api/v0',
    'https://influx.example.com/api/v0/',
  ])('is the same if it was copied with a longer path: %s', (url) => {
    expect(sound({ ...DEDICATED, 'api-url': url }).apiUrl).toBe('https://influx.example.com');
  });

  test('can be a path behind a gateway', () => {
    const url = 'https://gateway.example.com/influx/api/v0';
    expect(sound({ ...DEDICATED, 'api-url': url }).apiUrl).toBe('https://gateway.example.com/influx');
  });
});

describe('the base of the data plane', () => {
  test.each([
    ['https://influx.example.com/api/v2', 'https://influx.example.com'],
    ['https://influx.example.com/api/v2/', 'https://influx.example.com'],
    ['https://influx.example.com/api/v2/write', 'https://influx.example.com'],
    ['https://influx.example.com/query', 'https://influx.example.com'],
    ['https://influx.example.com/base/write/', 'https://influx.example.com/base'],
    ['https://influx.example.com/influx/write', 'https://influx.example.com/influx'],
    ['https://influx.example.com/influx/query', 'https://influx.example.com/influx'],
    ['https://influx.example.com/influx/api/v2', 'https://influx.example.com/influx'],
    ['https://influx.example.com/influx/api/v2/query', 'https://influx.example.com/influx'],
    ['https://influx.example.com:8443/base/query', 'https://influx.example.com:8443/base'],
  ])('is not %s, and the message says what to set', (url, base) => {
    for (const inputs of [DEDICATED, CLUSTERED]) {
      expect(read({ ...inputs, 'cluster-url': url }).errors).toEqual([
        {
          input: 'cluster-url',
          message: expect.stringMatching(new RegExp(`"${url}" ends in.*Use \`${base}\`\\.$`)),
        },
      ]);
    }
  });

  test.each([
    'https://query',
    'https://write.example.com',
    'https://influx.example.com/api/v2x',
    'https://influx.example.com/myquery',
    'https://influx.example.com/query/influx',
  ])('can be %s', (url) => {
    expect(sound({ ...DEDICATED, 'cluster-url': url }).clusterUrl).toBe(url);
  });

  test('of a profile is checked in the same way, once', () => {
    const profile = {
      name: 'ci',
      values: { product: 'clustered', host: 'https://influx.example.com/query', mgmt_token: TOKEN },
      misspelled: {},
      ignored: [],
    };
    const { errors } = reading((list) => readConnection({ ...sourcesOf({}), profile }, list));
    expect(errors).toEqual([
      { input: 'influxctl-config', message: expect.stringMatching(/`host` of profile "ci".*ends in/) },
    ]);
  });
});

describe('a management token', () => {
  test.each(['M.V1.abc', 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln', 'x', 'a+b/c==', '~!@#$%^&*()'])(
    'can be any text that a header can contain: %s',
    (token) => {
      expect(sound({ ...DEDICATED, 'management-token': token }).credential.secret.reveal()).toBe(token);
    },
  );

  test('is required, and the error names possible causes', () => {
    expect(read({ ...DEDICATED, 'management-token': '' }).errors).toEqual([
      { input: 'management-token', message: expect.stringMatching(/required.*fork.*Dependabot/) },
    ]);
  });

  test.each([
    ['the word that the header begins with', `Bearer ${TOKEN}`],
    ['a line break inside', `${TOKEN}\n${TOKEN}`],
    ['a space inside', `${TOKEN} ${TOKEN}`],
    ['a letter beyond ASCII', `${TOKEN}é`],
  ])('is not %s', (_, token) => {
    expect(read({ ...DEDICATED, 'management-token': token }).errors).toEqual([
      { input: 'management-token', message: expect.any(String) },
    ]);
  });

  test('of a profile is trimmed, and checked in the same way', () => {
    const of = (mgmt_token: string) =>
      reading((list) =>
        readConnection(
          {
            ...sourcesOf({ ...DEDICATED, 'management-token': '' }),
            profile: { name: 'ci', values: { mgmt_token }, misspelled: {}, ignored: [] },
          },
          list,
        ),
      );
    expect(of(` ${TOKEN}\n`).result.credential.secret.reveal()).toBe(TOKEN);
    expect(of(`Bearer ${TOKEN}`).errors).toEqual([
      {
        input: 'influxctl-config',
        message: expect.stringMatching(/`mgmt_token` of profile "ci" begins with "Bearer"/),
      },
    ]);
  });

  test('is never in a message or a printed connection, with any other error', () => {
    const secret = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((text) => `hunter2${text}hunter2`);
    fc.assert(
      fc.property(secret, (token) => {
        const { result, errors } = read({
          'management-token': token,
          product: 'x',
          'api-url': 'x',
          retries: 'x',
        });
        expect(errors.length).toBeGreaterThan(0);
        expect(JSON.stringify(errors)).not.toContain('hunter2');
        expect(JSON.stringify(result)).not.toContain('hunter2');
        expect(`${result.credential.secret}`).toBe('***');
      }),
    );
  });
});

describe('the retry policy', () => {
  test('can be set', () => {
    expect(sound({ ...DEDICATED, 'request-timeout': '2m', retries: '0' }).retryPolicy).toEqual({
      timeoutMs: 120_000,
      retries: 0,
    });
  });

  test.each([
    { 'request-timeout': '0' },
    { 'request-timeout': '2h' },
    { 'request-timeout': 'long' },
    { retries: '-1' },
    { retries: '100' },
  ])('has limits: %o', (inputs) => {
    expect(read({ ...DEDICATED, ...inputs }).errors.map(({ input }) => input)).toEqual(Object.keys(inputs));
  });
});

test('all input errors of a connection are reported together', () => {
  const { errors } = read({
    product: 'cloud',
    'account-id': 'x',
    'cluster-id': 'y',
    'api-url': 'http://evil.com',
    'cluster-url': 'z',
    'request-timeout': 'long',
    retries: 'many',
  });
  expect(errors.map(({ input }) => input).sort()).toEqual([
    'account-id',
    'api-url',
    'cluster-id',
    'cluster-url',
    'management-token',
    'product',
    'request-timeout',
    'retries',
  ]);
});
