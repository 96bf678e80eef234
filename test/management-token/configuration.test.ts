import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import { formatConfiguration, type InfluxctlProfile } from '../../src/management-token/configuration.ts';
import { environmentOf, findProgram } from '../../src/management-token/program.ts';
import { folderName, formatState, parseState } from '../../src/management-token/state.ts';

const PROFILE: InfluxctlProfile = {
  product: 'dedicated',
  accountId: '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507',
  clusterId: '8f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507',
  host: 'cluster.a.influxdb.io',
  port: '443',
  tls: true,
};

test('formatConfiguration writes a profile with documented keys only', () => {
  expect(parse(formatConfiguration(PROFILE, new Secret('M.V1.abc'), undefined))).toEqual({
    profile: [
      {
        name: 'influxdb-token-action',
        product: 'dedicated',
        account_id: PROFILE.accountId,
        cluster_id: PROFILE.clusterId,
        host: 'cluster.a.influxdb.io',
        port: '443',
        mgmt_token: 'M.V1.abc',
      },
    ],
  });
});

test('formatConfiguration leaves out IDs that are not known, and names the certificates', () => {
  const profile = { ...PROFILE, product: 'clustered', accountId: '', clusterId: '', tls: false } as const;
  expect(parse(formatConfiguration(profile, new Secret('t'), '/tmp/ca.pem'))['profile']).toMatchObject([
    { tls: { ca: '/tmp/ca.pem', disable: true } },
  ]);
  expect(formatConfiguration(profile, new Secret('t'), undefined)).not.toContain('account_id');
});

test('formatConfiguration keeps every token and path as it is', () => {
  const printable = fc.stringMatching(/^[\x21-\x7e]+$/);
  fc.assert(
    fc.property(printable, fc.string({ minLength: 1, unit: 'grapheme-ascii' }), (token, ca) => {
      const parsed = parse(formatConfiguration(PROFILE, new Secret(token), ca));
      expect(parsed['profile']).toMatchObject([{ mgmt_token: token, tls: { ca } }]);
    }),
  );
});

test('environmentOf has none of the inputs, and the folders and paths that main saw', () => {
  const program = { environment: { PATH: '/main', SSL_CERT_FILE: '/main.pem' } };
  const env = {
    PATH: '/later',
    SSL_CERT_FILE: '/later.pem',
    SSL_CERT_DIR: '/later',
    HTTPS_PROXY: 'http://proxy',
    'INPUT_MANAGEMENT-TOKEN': 'secret',
    GITHUB_TOKEN: 'secret',
    HOME: '/home',
  };
  const environment = environmentOf(program, '/folder', env);
  expect(environment).toMatchObject({
    PATH: '/main',
    SSL_CERT_FILE: '/main.pem',
    HTTPS_PROXY: 'http://proxy',
    HOME: '/folder',
    XDG_CACHE_HOME: '/folder',
  });
  expect(environment).not.toHaveProperty('SSL_CERT_DIR');
  expect(JSON.stringify(environment)).not.toContain('secret');
});

test('findProgram finds only what can be run', () => {
  expect(() => findProgram('no-such-program', { PATH: '/usr/bin:/bin' })).toThrow('is not on PATH');
  expect(() => findProgram(join(import.meta.dirname, '../../package.json'), {})).toThrow(
    'is not a program that this user can run',
  );
  expect(() => findProgram('/tmp', {})).toThrow('is not a program that this user can run');
  expect(findProgram('sh', { PATH: '/no-such-folder:/usr/bin:/bin' }).path).toMatch(/\/bin\/sh$/);
});

test('parseState reads what formatState writes, and drops names of other folders', () => {
  const state = { folder: folderName('0123456789abcdef'), ledger: 'seal {"a":"\n"}' };
  expect(parseState(formatState(state))).toEqual(state);
  expect(formatState({ folder: '', ledger: '' })).toBe('');
  expect(parseState('../../home\nledger')).toEqual({ folder: '', ledger: 'ledger' });
  expect(parseState('')).toEqual({ folder: '', ledger: '' });
});
