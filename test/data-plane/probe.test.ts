import { describe, expect, test } from 'vitest';
import { DataPlane, type ProbeTarget, probeTarget } from '../../src/data-plane/probe.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { Requests } from '../../src/http/requests.ts';
import { Secret } from '../../src/secret.ts';
import { FakeClock } from '../fake-clock.ts';
import { answer, type Scripted, ScriptedTransport } from '../http/scripted-transport.ts';

const TOKEN = new Secret('apiv1_secret');
const READ: ProbeTarget = { action: 'read', database: 'metrics' };
const WRITE: ProbeTarget = { action: 'write', database: 'metrics' };

const read = (resource: string) => ({ action: 'read', resource });
const write = (resource: string) => ({ action: 'write', resource });

async function probe(target: ProbeTarget, scripted: Scripted) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(clock, [scripted]);
  const requests = new Requests(transport, clock, Math.random, () => {}, { timeoutMs: 30_000, retries: 4 });
  const result = await new DataPlane(requests, 'https://influx.example.com').probe(target, TOKEN, 5000);
  return { result, sent: transport.sent };
}

describe('the grant that is tried', () => {
  test.each([
    ['the only one', [write('metrics')], [], { action: 'write', database: 'metrics' }],
    ['a read before a write', [write('metrics'), read('logs')], [], { action: 'read', database: 'logs' }],
    [
      'a database by name before all',
      [read('*'), read('logs')],
      ['metrics'],
      { action: 'read', database: 'logs' },
    ],
    ['any database where all are granted', [read('*')], ['metrics'], { action: 'read', database: 'metrics' }],
    [
      'a write by name where there is no database to read',
      [read('*'), write('logs')],
      [],
      { action: 'write', database: 'logs' },
    ],
  ] as const)('is %s', (_, permissions, existing, target) => {
    expect(probeTarget(permissions, existing)).toEqual(target);
  });

  test.each([
    ['no grant', [], ['metrics']],
    ['all databases of a cluster without any', [read('*'), write('*')], []],
    ['a kind of grant that nobody knows', [{ action: 'admin', resource: 'metrics' }], ['metrics']],
  ] as const)('is none for %s', (_, permissions, existing) => {
    expect(probeTarget(permissions, existing)).toBeUndefined();
  });
});

describe('a probe of a read', () => {
  test('asks exactly what is cheap and needs authorization', async () => {
    const { sent } = await probe(READ, answer(200));
    const { method, url, headers } = sent[0]?.request ?? expect.fail('nothing was sent');
    expect(method).toBe('GET');
    expect(url.origin + url.pathname).toBe('https://influx.example.com/query');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      db: 'metrics',
      q: 'SELECT * FROM dummy WHERE time > now()',
    });
    expect(headers['Authorization']).toBe('Bearer apiv1_secret');
  });

  test.each([
    [200, 'accepted'],
    [401, 'refused'],
    [403, 'refused'],
    [204, 'unclear'],
    [302, 'unclear'],
    [400, 'unclear'],
    [404, 'unclear'],
    [429, 'unclear'],
    [500, 'unclear'],
    [503, 'unclear'],
  ])('takes %i for %s', async (status, kind) => {
    expect((await probe(READ, answer(status))).result.kind).toBe(kind);
  });

  test('takes an answer about a database that is missing for a yes', async () => {
    const body = '{"results":[{"error":"database not found"}]}';
    expect((await probe(READ, answer(200, {}, body))).result.kind).toBe('accepted');
  });
});

describe('a probe of a write', () => {
  test('never writes a point', async () => {
    const { sent } = await probe(WRITE, answer(204));
    const { method, url, body } = sent[0]?.request ?? expect.fail('nothing was sent');
    expect(method).toBe('POST');
    expect(url.href).toBe('https://influx.example.com/api/v2/write?org=x&bucket=metrics&precision=s');
    expect(body).toBe('');
  });

  test.each([
    [204, 'accepted'],
    [400, 'accepted'],
    [401, 'refused'],
    [403, 'refused'],
    [200, 'unclear'],
    [404, 'unclear'],
    [503, 'unclear'],
  ])('takes %i for %s', async (status, kind) => {
    expect((await probe(WRITE, answer(status))).result.kind).toBe(kind);
  });
});

describe('any probe', () => {
  test('is sent once, within the time it is given', async () => {
    const { sent } = await probe(READ, answer(503));
    expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([5000]);
  });

  test('encodes the name of the database', async () => {
    const { sent } = await probe({ action: 'read', database: 'a/b&q=DROP' }, answer(200));
    expect(sent[0]?.request.url.searchParams.get('db')).toBe('a/b&q=DROP');
    expect(sent[0]?.request.url.searchParams.getAll('q')).toHaveLength(1);
  });

  test('without an answer says why', async () => {
    const error = new NetworkError('dns', 'the name could not be resolved');
    expect((await probe(READ, error)).result).toEqual({ kind: 'unreachable', why: error.message });
  });

  test('passes on how long the server wants to be left alone', async () => {
    expect((await probe(READ, answer(503, { 'retry-after': '7' }))).result).toMatchObject({
      kind: 'unclear',
      holdMs: 7000,
    });
  });

  test('is turned away by a pause that is too long', async () => {
    expect((await probe(READ, answer(429, { 'retry-after': '3600' }))).result).toMatchObject({
      kind: 'turned-away',
      why: expect.stringContaining('3600 s'),
    });
  });
});
