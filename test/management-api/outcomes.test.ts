import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../src/http/messages.ts';
import { ApiError, UnconfirmedRevocation, UnreadableResponse } from '../../src/management-api/errors.ts';
import {
  accessTokensIn,
  classifyCreateResponse,
  classifyDeleteResponse,
  classifyPatchResponse,
  isSuccess,
} from '../../src/management-api/outcomes.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import { cpuMsOf } from '../cpu-time.ts';
import { response } from '../http/scripted-transport.ts';

const ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const SECRET = `apiv1_${'Zm9v'.repeat(20)}`;
const CREATED = { id: ID, description: 'for a test', permissions: [], accessToken: SECRET };
const OWN_404 = JSON.stringify({ code: 404, message: 'not found' });
const HTML = '<html><head><title>Sign in</title></head></html>';

const RETRYABLE = [408, 429, 500, 502, 503, 504, 599];

function saying(status: number, body: unknown = ''): HttpResponse {
  return response(status, {}, typeof body === 'string' ? body : JSON.stringify(body));
}

const creation = (status: number, body?: unknown) =>
  classifyCreateResponse(saying(status, body), 'the input');
const deletion = (status: number, body?: unknown) =>
  classifyDeleteResponse(ID, saying(status, body), 'the input');

describe('the response to a POST', () => {
  test.for([200, 201])('with %i, a token, and its secret is a creation', (status) => {
    const outcome = creation(status, CREATED);
    expect(outcome).toMatchObject({ kind: 'done', token: { id: ID, description: 'for a test' } });
    expect(outcome.kind === 'done' && outcome.secret.reveal()).toBe(SECRET);
  });

  test.for<[what: string, body: unknown]>([
    ['without a secret', { ...CREATED, accessToken: undefined }],
    ['with a secret that no header can contain', { ...CREATED, accessToken: 'x '.repeat(64) }],
    ['with an ID that changes the path', { ...CREATED, id: '../databases/metrics' }],
    ['that is a page', HTML],
    ['that is empty', ''],
  ])('%s is lost: a token might exist', ([, body]) => {
    const outcome = creation(200, body);
    expect(outcome.kind).toBe('unknown');
    expect(outcome).toMatchObject({ error: expect.any(UnreadableResponse) });
    expect(outcome).toMatchObject({ error: { message: expect.stringContaining('to create the token') } });
  });

  test('with a plain 4xx is a refusal: no token exists', () => {
    for (const status of [400, 401, 403, 404, 409, 422, 499])
      expect(creation(status, { code: status, message: 'no' })).toMatchObject({
        kind: 'rejected',
        error: { status, message: expect.stringContaining('request to create the token failed') },
      });
  });

  test.for<[what: string, body: unknown]>([
    ['a page', HTML],
    ['the name of a gateway', '{"error":"blocked by the web application firewall"}'],
  ])('with 401 or 403 and %s might hide the response of the API', ([, body]) => {
    for (const status of [401, 403]) expect(creation(status, body)).toMatchObject({ kind: 'blocked' });
    for (const status of [400, 404, 409]) expect(creation(status, body)).toMatchObject({ kind: 'rejected' });
  });

  test.for(['expirationType', 'expiration_type'])('with a 400 that names %s refuses this field', (name) => {
    const body = { code: 400, message: `unknown field "${name}"` };
    expect(creation(400, body)).toMatchObject({ kind: 'expiration-type-refused', error: { status: 400 } });
    expect(creation(409, body)).toMatchObject({ kind: 'rejected' });
  });

  test('with anything else is lost, with any body', () => {
    // Node accepts statuses that no standard defines.
    const status = fc.oneof(
      fc.integer({ min: 100, max: 399 }),
      fc.constantFrom(...RETRYABLE),
      fc.integer({ min: 600, max: 999 }),
    );
    fc.assert(
      fc.property(status, fc.constantFrom('', HTML, OWN_404, JSON.stringify(CREATED)), (code, body) => {
        fc.pre(code !== 200 && code !== 201);
        expect(creation(code, body)).toMatchObject({ kind: 'unknown', error: expect.any(ApiError) });
      }),
    );
  });

  test('names the source of the management token after a refusal', () => {
    expect(creation(401)).toMatchObject({ error: { message: expect.stringContaining('the input') } });
  });
});

describe('the response to a DELETE', () => {
  test('with 204 is a revocation', () => {
    expect(deletion(204)).toEqual({ kind: 'done' });
  });

  test('with any other 2xx proves nothing, with any body: the token must be read', () => {
    const other2xx = fc.integer({ min: 200, max: 299 }).filter((status) => status !== 204);
    const body = fc.constantFrom('', ' \n', 'null', HTML, JSON.stringify({ id: ID }), OWN_404);
    fc.assert(
      fc.property(other2xx, body, (status, text) => {
        expect(deletion(status, text)).toMatchObject({
          kind: 'unknown',
          error: expect.any(UnconfirmedRevocation),
        });
      }),
    );
  });

  test.for<[status: number, body: unknown, says: string]>([
    [200, HTML, '200 instead of 204, with an HTML page titled "Sign in"'],
    [200, '', '200 instead of 204, with an empty body'],
    [200, 'null', '200 instead of 204, with unexpected JSON'],
    [200, { ok: true }, '200 instead of 204, with unexpected JSON'],
    [202, '', '202 instead of 204, with an empty body'],
  ])('with %i and %j is described', ([status, body, says]) => {
    const outcome = deletion(status, body);
    const message = 'error' in outcome ? plainText(outcome.error.message) : '';
    expect(message).toContain(says);
    expect(message).toContain('instead of 204');
  });

  test('with the API’s own 404 means an unknown token, and with any other 404 it does not', () => {
    expect(deletion(404, OWN_404)).toEqual({ kind: 'unknown-token' });
    expect(deletion(404, HTML)).toMatchObject({ kind: 'rejected', error: { status: 404 } });
  });

  test('with any other status is not a revocation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.constantFrom('', HTML, '{}'), (status, body) => {
        fc.pre(status < 200 || status >= 300);
        const outcome = deletion(status, body);
        const isDefinite = status >= 400 && status < 500 && status !== 408 && status !== 429;
        const passes = status >= 400 && !isDefinite && status !== 501 && status !== 505;
        expect(outcome).toMatchObject({
          kind: isDefinite ? 'rejected' : 'unknown',
          retryable: passes,
          error: { status, message: expect.stringContaining(`request to revoke token ${ID} failed`) },
        });
      }),
    );
  });
});

describe('the response to a PATCH', () => {
  const patching = (status: number, body?: unknown) =>
    classifyPatchResponse(ID, saying(status, body), 'the input');
  const token = { id: ID, description: 'new', permissions: [] };

  test('with the token is an update', () => {
    expect(patching(200, token)).toMatchObject({ kind: 'done', token: { id: ID, description: 'new' } });
    expect(patching(200, { ...token, id: ID.toUpperCase() })).toMatchObject({ kind: 'done' });
  });

  test.for<[what: string, body: unknown]>([
    ['that is empty', ''],
    ['that is a page', HTML],
    ['with another token', { ...token, id: ID.replace('7', '8') }],
    ['with a token without an ID', { description: 'new', permissions: [] }],
  ])('%s proves nothing: the token must be read', ([, body]) => {
    expect(patching(200, body)).toMatchObject({
      kind: 'unknown',
      retryable: false,
      error: expect.any(UnreadableResponse),
    });
  });

  test('with the API’s own 404 means an unknown token, and with any other 404 it does not', () => {
    expect(patching(404, OWN_404)).toEqual({ kind: 'unknown-token' });
    expect(patching(404, HTML)).toMatchObject({ kind: 'rejected', error: { status: 404 } });
  });

  test('with a retryable status is unknown and can be sent again', () => {
    for (const status of RETRYABLE)
      expect(patching(status)).toMatchObject({ kind: 'unknown', retryable: true, error: { status } });
  });

  test('with any other 4xx is a refusal, with the text of the server', () => {
    for (const status of [400, 401, 403, 409])
      expect(patching(status, { code: status, message: 'no such luck' })).toMatchObject({
        kind: 'rejected',
        retryable: false,
        error: { status, message: expect.stringContaining('no such luck') },
      });
  });
});

describe('the secrets in a response', () => {
  const lookalikes = (count: number) =>
    Array.from({ length: count }, (_, number) => `apiv1_${String(number).padStart(80, 'a')}`);

  test('are the one of the new token, in any form, and all texts that look like one', () => {
    const odd = '~'.repeat(64);
    const other = `apiv23_${'a-_9'.repeat(8)}==`;
    expect([...accessTokensIn(saying(200, { accessToken: odd })).tokens]).toEqual([odd]);
    expect(accessTokensIn(saying(502, `gateway got: {"accessToken":"${SECRET}"} and ${other}.`))).toEqual({
      tokens: new Set([SECRET, other]),
      complete: true,
    });
    expect([...accessTokensIn(saying(200, { accessToken: SECRET })).tokens]).toEqual([SECRET]);
  });

  test('are empty if there are none', () => {
    for (const body of ['', HTML, 'apiv1_short', { accessToken: 'short' }])
      expect(accessTokensIn(saying(200, body))).toEqual({ tokens: new Set(), complete: true });
  });

  test('are at most 20 in addition to the one of the new token', () => {
    const found = accessTokensIn(saying(200, { accessToken: SECRET, more: lookalikes(1000).join(' ') }));
    expect(found).toEqual({ tokens: new Set([SECRET, ...lookalikes(20)]), complete: false });
  });

  test('are complete if one is repeated', () => {
    const { tokens, complete } = accessTokensIn(
      saying(500, [...lookalikes(20), ...lookalikes(20)].join(' ')),
    );
    expect([...tokens]).toEqual(lookalikes(20));
    expect(complete).toBe(true);
  });

  test('are complete if they are as long as a mask can be, in a body of 1 MiB', () => {
    const longest = `apiv1_${'a'.repeat(1018)}`;
    const body = longest.padEnd(1024 * 1024);
    expect(accessTokensIn(saying(500, body))).toEqual({ tokens: new Set([longest]), complete: true });
  });

  test.for<[string, string]>([
    ['21 secrets', lookalikes(21).join(' ')],
    ['a secret that is too long to be masked', `apiv1_${'a'.repeat(2000)}`],
    ['more than 1 MiB', `${lookalikes(1)[0]} ${'x '.repeat(600_000)}`],
  ])('prevent the complete text from being shown if it contains %s', ([, text]) => {
    expect(accessTokensIn(saying(500, text)).complete).toBe(false);
    for (const [status, body] of [
      [500, text],
      [400, { code: 400, message: text }],
      [200, `<html><title>${text}</title>`],
      [502, `<html><title>${text}</title>`],
    ] as const) {
      const outcome = creation(status, body);
      const { message } = outcome.kind === 'done' ? { message: 'done' } : outcome.error;
      expect(message).not.toContain('apiv1_');
      expect(message).not.toContain('aaaa');
    }
  });

  test('are not read from a success of more than 1 MiB, which is not a creation', () => {
    expect(creation(200, { ...CREATED, more: 'x'.repeat(1_100_000) })).toMatchObject({ kind: 'unknown' });
  });

  test.for<[string, string]>([
    ['texts that look like tokens', lookalikes(100_000).join(' ')],
    ['one text that looks like a token', `apiv1_${'a'.repeat(60_000_000)}`],
    ['beginnings of tokens', 'apiv1'.repeat(12_000_000)],
    ['the digits of a version', `apiv${'1'.repeat(60_000_000)}`],
    ['lists inside lists', '['.repeat(60_000_000)],
  ])('are found in time among %s', ([, body]) => {
    const cpuMs = cpuMsOf(() => {
      accessTokensIn(saying(500, body));
      expect(creation(500, body).kind).toBe('unknown');
    });
    expect(cpuMs).toBeLessThan(2_000);
  });
});

test('a success is 200 or 201', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      expect(isSuccess(saying(status))).toBe(status === 200 || status === 201);
    }),
  );
});
