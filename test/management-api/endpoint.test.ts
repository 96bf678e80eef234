import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import {
  candidateEndpoints,
  clusterName,
  type Endpoint,
  endpointUrl,
} from '../../src/management-api/endpoint.ts';

const ACCOUNT = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const CLUSTER = '2a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const TOKEN = '3A2B3C4D-5E6F-4A7B-8C9D-0E1F2A3B4C5D';
const DUMMY = '11111111-1111-1111-1111-111111111111';

const PREFIXED: Endpoint = {
  apiUrl: 'https://console.influxdata.com',
  form: 'prefixed',
  accountId: ACCOUNT,
  clusterId: CLUSTER,
};
const BARE: Endpoint = { ...PREFIXED, apiUrl: 'https://influx.example.com/base', form: 'bare' };

describe('the candidate endpoints', () => {
  test('of Cloud Dedicated are one', () => {
    expect(candidateEndpoints({ ...PREFIXED, product: 'dedicated' })).toEqual([PREFIXED]);
  });

  test('of Clustered are two, the documented one first', () => {
    expect(
      candidateEndpoints({
        product: 'clustered',
        apiUrl: 'https://influx.example.com',
        accountId: undefined,
        clusterId: undefined,
      }),
    ).toEqual([
      { apiUrl: 'https://influx.example.com', form: 'bare', accountId: DUMMY, clusterId: DUMMY },
      { apiUrl: 'https://influx.example.com', form: 'prefixed', accountId: DUMMY, clusterId: DUMMY },
    ]);
  });

  test('of Clustered use the given IDs', () => {
    const candidates = candidateEndpoints({ ...PREFIXED, product: 'clustered' });
    expect(candidates.map(({ accountId, clusterId }) => [accountId, clusterId])).toEqual([
      [ACCOUNT, CLUSTER],
      [ACCOUNT, CLUSTER],
    ]);
  });
});

describe('the URL', () => {
  const prefix = `https://console.influxdata.com/api/v0/accounts/${ACCOUNT}/clusters/${CLUSTER}`;

  test('contains account and cluster in the prefixed form', () => {
    expect(endpointUrl(PREFIXED, 'tokens').href).toBe(`${prefix}/tokens`);
    expect(endpointUrl(PREFIXED, 'tokens', TOKEN).href).toBe(`${prefix}/tokens/${TOKEN}`);
  });

  test('contains neither in the bare form', () => {
    expect(endpointUrl(BARE, 'databases').href).toBe('https://influx.example.com/base/api/v0/databases');
    expect(endpointUrl(BARE, 'tokens', TOKEN).href).toBe(
      `https://influx.example.com/base/api/v0/tokens/${TOKEN}`,
    );
  });

  test.each(['../databases/prod', `${TOKEN}/../../databases/prod`, `${TOKEN}?x`, '%2e%2e', '', ' '])(
    'never contains a token ID like %j',
    (id) => {
      expect(() => endpointUrl(PREFIXED, 'tokens', id)).toThrow(Failure);
      expect(() => endpointUrl(BARE, 'tokens', id)).toThrow(Failure);
    },
  );

  test('never contains an account or cluster that is not a UUID', () => {
    expect(() => endpointUrl({ ...PREFIXED, accountId: '..' }, 'tokens')).toThrow(Failure);
    expect(() => endpointUrl({ ...PREFIXED, clusterId: 'prod' }, 'tokens')).toThrow(Failure);
  });
});

describe('the name of a cluster', () => {
  test('is the ID of a Cloud Dedicated cluster', () => {
    expect(clusterName(PREFIXED)).toBe(CLUSTER);
  });

  test('is the host of a Clustered cluster, with any path form', () => {
    const apiUrl = 'https://influxdb.example.com:8443/path';
    expect(clusterName({ ...PREFIXED, apiUrl, form: 'bare' })).toBe('influxdb.example.com:8443');
    expect(clusterName({ ...PREFIXED, apiUrl, clusterId: DUMMY })).toBe('influxdb.example.com:8443');
  });
});
