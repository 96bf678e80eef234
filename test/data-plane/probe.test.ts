import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import { DataPlaneClient } from '../../src/data-plane/probe.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { Requests } from '../../src/http/requests.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import type { ProbeTarget } from '../../src/tokens/permissions.ts';
import { FakeClock } from '../fake-clock.ts';
import { response, type Scripted, ScriptedTransport } from '../http/scripted-transport.ts';

const TOKEN = new Secret('apiv1_secret');
const READ: ProbeTarget = { action: 'read', database: 'metrics' };
const WRITE: ProbeTarget = { action: 'write', database: 'metrics' };

const PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head></html>';
const OWN_ERROR = '{"code":"invalid","message":"no lines"}';

async function probe(target: ProbeTarget, scripted: Scripted) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(clock, [scripted]);
  const policy = { timeoutMs: 30_000, retries: 4 };
  const requests = new Requests({ transport, clock, random: Math.random, note: () => {}, policy });
  const result = await new DataPlaneClient(requests, 'https://influx.example.com').probe(target, TOKEN, 5000);
  return { result, sent: transport.sent };
}

describe('a probe of a read', () => {
  test('sends a cheap query that needs authorization', async () => {
    const { sent } = await probe(READ, response(200));
    const { method, url, headers } = sent[0]?.request ?? expect.fail('nothing was sent');
    expect(method).toBe('GET');
    expect(url.origin + url.pathname).toBe('https://influx.example.com/query');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      db: 'metrics',
      q: 'SELECT * FROM dummy WHERE time > now()',
    });
    expect(headers['Authorization']).toBe('Bearer apiv1_secret');
  });

  test.each<[status: number, body: string, kind: string]>([
    [200, '{"results":[{"statement_id":0}]}', 'accepted'],
    [200, '{"results":[{"error":"database not found: metrics"}]}', 'accepted'],
    [200, '{"error":"database not found"}', 'accepted'],
    [200, PAGE, 'unclear'],
    [200, '', 'unclear'],
    [200, 'OK', 'unclear'],
    [200, 'null', 'unclear'],
    [200, '[]', 'unclear'],
    [200, '[{"results":[]}]', 'unclear'],
    [200, '"results"', 'unclear'],
    [200, '{"status":"ok"}', 'unclear'],
    [200, '{"status":"ok","error":null}', 'unclear'],
    [401, '', 'refused'],
    [403, '', 'refused'],
    [204, '', 'unclear'],
    [302, '', 'unclear'],
    [400, OWN_ERROR, 'unclear'],
    [404, OWN_ERROR, 'not-found'],
    [404, PAGE, 'not-found'],
    [429, '', 'unclear'],
    [500, '', 'unclear'],
    [503, '{"results":[]}', 'unclear'],
  ])('classifies %i with %j as %s', async (status, body, kind) => {
    expect((await probe(READ, response(status, {}, body))).result.kind).toBe(kind);
  });

  test.each([
    [PAGE, 'responded with status 200 and an HTML page titled "Sign in"'],
    ['', 'responded with status 200 and an empty body'],
    ['OK', 'responded with status 200 and text that is not JSON'],
    ['{"status":"ok"}', 'responded with status 200 and unexpected JSON'],
  ])('describes the response: %j', async (body, why) => {
    const { result } = await probe(READ, response(200, {}, body));
    expect('why' in result && plainText(result.why)).toContain(why);
  });

  test.each([
    [PAGE, 'responded with status 400 and an HTML page titled "Sign in"'],
    ['', 'responded with status 400 and an empty body'],
  ])('describes the response to a write: %j', async (body, why) => {
    const { result } = await probe(WRITE, response(400, {}, body));
    expect('why' in result && plainText(result.why)).toContain(why);
  });

  test('returns the date of a response that accepts or refuses the token', async () => {
    const date = 'Sun, 31 Jan 2027 12:00:00 GMT';
    const serverTime = Date.UTC(2027, 0, 31, 12);
    expect((await probe(READ, response(401, { date }))).result).toMatchObject({ serverTime });
    expect((await probe(READ, response(200, { date }, '{"results":[]}'))).result).toMatchObject({
      serverTime,
    });
    expect((await probe(READ, response(401, { date: 'yesterday' }))).result).toMatchObject({
      serverTime: undefined,
    });
  });
});

describe('a probe of a write', () => {
  test('never writes a point', async () => {
    const { sent } = await probe(WRITE, response(204));
    const { method, url, body } = sent[0]?.request ?? expect.fail('nothing was sent');
    expect(method).toBe('POST');
    expect(url.href).toBe('https://influx.example.com/api/v2/write?org=x&bucket=metrics&precision=s');
    expect(body).toBe('');
  });

  test.each<[status: number, body: string, kind: string]>([
    [204, '', 'accepted'],
    [400, OWN_ERROR, 'accepted'],
    [400, '{"message":"no lines"}', 'accepted'],
    [400, '{"error":"no lines"}', 'accepted'],
    [400, '', 'unclear'],
    [400, PAGE, 'unclear'],
    [400, 'Bad Request', 'unclear'],
    [400, '["message"]', 'unclear'],
    [400, '{"status":"ok"}', 'unclear'],
    [401, '', 'refused'],
    [403, PAGE, 'refused'],
    [200, '{"results":[]}', 'unclear'],
    [404, '', 'not-found'],
    [503, '', 'unclear'],
  ])('classifies %i with %j as %s', async (status, body, kind) => {
    expect((await probe(WRITE, response(status, {}, body))).result.kind).toBe(kind);
  });
});

test('only a response of InfluxDB accepts a token', async () => {
  const proves = (target: ProbeTarget, status: number, body: string) => {
    if (target.action === 'write' && status === 204) return true;
    if (status !== (target.action === 'read' ? 200 : 400)) return false;
    try {
      const json: unknown = JSON.parse(body);
      return typeof json === 'object' && json !== null && !Array.isArray(json);
    } catch {
      return false;
    }
  };
  const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom(PAGE, OWN_ERROR, '', '{"results":[]}'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(READ, WRITE),
      fc.oneof(fc.constantFrom(200, 204, 400), fc.integer({ min: 100, max: 599 })),
      body,
      async (target, status, body) => {
        const { result } = await probe(target, response(status, {}, body));
        if (result.kind === 'accepted') expect(proves(target, status, body)).toBe(true);
      },
    ),
  );
});

describe('any probe', () => {
  test('is sent once, within its time limit', async () => {
    const { sent } = await probe(READ, response(503));
    expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([5000]);
  });

  test('encodes the name of the database', async () => {
    const { sent } = await probe({ action: 'read', database: 'a/b&q=DROP' }, response(200));
    expect(sent[0]?.request.url.searchParams.get('db')).toBe('a/b&q=DROP');
    expect(sent[0]?.request.url.searchParams.getAll('q')).toHaveLength(1);
  });

  test('returns the reason if there is no response', async () => {
    const error = new NetworkError('dns', 'The host name could not be resolved.');
    expect((await probe(READ, error)).result).toEqual({
      kind: 'no-response',
      why: 'The host name could not be resolved',
    });
  });

  test('returns the pause that the server asks for', async () => {
    expect((await probe(READ, response(503, { 'retry-after': '7' }))).result).toMatchObject({
      kind: 'unclear',
      holdMs: 7000,
    });
  });

  test('is refused if the server asks for too long a pause', async () => {
    expect((await probe(READ, response(429, { 'retry-after': '3600' }))).result).toMatchObject({
      kind: 'pause-too-long',
      why: expect.stringContaining('3600 s'),
    });
  });
});
