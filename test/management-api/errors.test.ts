import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceServerTexts } from '../../src/base/text.ts';
import type { HttpResponse } from '../../src/http/messages.ts';
import { ApiError, isAuthError, isOwn404, UnreadableResponse } from '../../src/management-api/errors.ts';
import { plainText } from '../../src/runner/sanitize.ts';
import { cpuMsOf } from '../cpu-time.ts';
import { response } from '../http/scripted-transport.ts';

const NESTED = 100_000;
const SOURCE = 'the input `management-token`';

function refusal(status: number, body: string): HttpResponse {
  return response(status, {}, body);
}

function sentence(status: number, body: string): string {
  return plainText(new ApiError('create the token', refusal(status, body), SOURCE).message);
}

function expectReadable(message: string): void {
  expect(message).not.toMatch(/undefined|\[object|[\r\n]/);
  expect(message.length).toBeLessThanOrEqual(700);
}

describe('an error of the API', () => {
  test.each([
    ['its own form', '{"code":400,"message":"no such database"}'],
    ['its own form with a code that is text', '{"code":"invalid","message":"no such database"}'],
    ['only a message', '{"message":"no such database"}'],
    ['an error that is text', '{"error":"no such database"}'],
    ['an error that is an object', '{"error":{"code":400,"message":"no such database"}}'],
    ['a detail', '{"type":"about:blank","detail":"no such database"}'],
    ['a JSON string', '"no such database"'],
    ['plain text', 'no such database'],
    ['plain text on several lines', '\n  no such\r\n\tdatabase\n'],
  ])('is read from %s', (_, body) => {
    const error = new ApiError('create the token', refusal(400, body), SOURCE);
    expect(plainText(error.message)).toBe(
      'The Management API request to create the token failed (400: no such database).',
    );
    expect(plainText(error.serverMessage)).toBe('no such database');
    expect(error.status).toBe(400);
  });

  test.each(['', ' \n'])('can have no text: %j', (body) => {
    const error = new ApiError('create the token', refusal(400, body), SOURCE);
    expect(error.message).toBe('The Management API request to create the token failed (400).');
    expect(error.serverMessage).toBe('');
  });

  test('of a proxy is described by the title of its page', () => {
    const page =
      '<!DOCTYPE html>\n<html><head><title>502 Bad\n Gateway</title></head><body><h1>…</h1></body></html>';
    expect(sentence(502, page)).toContain('(502: an HTML page titled "502 Bad Gateway")');
  });

  test('of a proxy can have a page without a title', () => {
    expect(sentence(502, '<html><body>sorry</body></html>')).toContain('(502: an HTML page)');
  });

  test.each([
    ['a huge text', 'x '.repeat(1_000_000)],
    ['a huge message', JSON.stringify({ code: 500, message: 'x'.repeat(1_000_000) })],
    ['a huge title', `<html><title>${'x'.repeat(1_000_000)}</title>`],
    ['a huge page of unclosed titles', `<html>${'<title'.repeat(200_000)}`],
    ['a huge amount of white space', ' '.repeat(1_000_000)],
    ['errors inside errors', `${'{"error":'.repeat(NESTED)}{}${'}'.repeat(NESTED)}`],
    ['lists inside lists', `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`],
    ['a huge JSON text', JSON.stringify({ code: 500, message: 'x '.repeat(1_000_000) })],
    ['a text after a huge amount of white space', `${' \n'.repeat(1_000_000)}sorry`],
    ['an object as the message', '{"message":{"text":"x"}}'],
    ['null in every field', '{"code":null,"message":null,"error":null}'],
    ['an empty object', '{}'],
    ['null', 'null'],
  ])('is one readable sentence for %s', (_, body) => {
    expectReadable(sentence(500, body));
  });

  const BODY = 60 * 1024 * 1024;
  test.each([
    ['a text', 'x'.repeat(BODY)],
    ['words', 'x '.repeat(BODY / 2)],
    ['white space', ' '.repeat(BODY)],
    ['line breaks', '\n'.repeat(BODY)],
    ['byte order marks', '\ufeff'.repeat(BODY)],
    ['a message', JSON.stringify({ code: 500, message: 'x '.repeat(BODY / 2) })],
    ['lists inside lists', '['.repeat(BODY)],
    ['unclosed titles', `<html>${'<title'.repeat(BODY / 6)}`],
  ])('is described in time for 60 MB of %s', (_, body) => {
    const cpuMs = cpuMsOf(() => {
      expectReadable(sentence(500, body));
      expectReadable(sentence(404, body));
      expectReadable(plainText(new UnreadableResponse('list the tokens', refusal(200, body)).message));
    });
    expect(cpuMs).toBeLessThan(5_000);
  });

  test('does not end in a part of a word, which could be a part of a credential', () => {
    for (const padding of [0, 100, 250, 290, 4000, 4090])
      for (const blank of [' ', ' '.repeat(10)]) {
        const body = `${'y '.repeat(padding / 2)}${blank}${'s'.repeat(5000)} end`;
        expect(sentence(500, body)).not.toMatch(/s{9}/);
      }
  });

  test('marks its text as a server’s, so that the runner does not show a repeated credential', () => {
    for (const body of ['{"message":"no"}', 'no', '<html><title>no</title>'])
      for (const status of [400, 500])
        expect(
          replaceServerTexts(new ApiError('x', refusal(status, body), SOURCE).message, () => '…'),
        ).not.toMatch(/\bno\b/);
  });

  test('is one readable sentence for any status and body', () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => !/undefined|\[object/.test(text)),
      fc.json({ stringUnit: 'binary' }).filter((text) => !/undefined|\[object/.test(text)),
      fc
        .record({ code: fc.anything(), message: fc.lorem(), error: fc.lorem() })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), body, (status, text) => {
        expectReadable(sentence(status, text));
      }),
    );
  });

  test.each([
    [401, 'Management token refused', '`management-token`'],
    [403, 'Management token not allowed', '`account-id`'],
    [400, 'Management API responded with 400', 'in use'],
    [401, 'Management token refused', 'is wrong, expired, or revoked'],
    [403, 'Management token not allowed', 'is valid, but not for this account'],
    [404, 'Not found', 'does not know this account'],
    [409, 'Management API responded with 409', 'in use'],
    [422, 'Management API responded with 422', 'in use'],
    [503, 'Management API responded with 503', 'again later'],
    [302, 'Management API responded with 302', 'does not follow redirects'],
  ])('has a title and a hint: %i', (status, title, hint) => {
    const error = new ApiError('create the token', refusal(status, '{"code":0,"message":"in use"}'), SOURCE);
    expect(error.title).toBe(title);
    expect(`${error.message} ${error.remedy}`).toContain(hint);
  });

  test('says what to check if the route does not exist', () => {
    expect(sentence(404, '404 page not found')).toContain('Check `api-url`');
  });

  test('says what to check if the account does not exist', () => {
    expect(sentence(404, '{"code":404,"message":"not found"}')).toContain('Check `account-id`');
  });

  test('never shows the body of a success, which might be a token', () => {
    const error = new ApiError('create the token', refusal(202, '{"message":"apiv1_secret"}'), SOURCE);
    expect(error.message).not.toContain('apiv1_secret');
    expect(error.serverMessage).not.toContain('apiv1_secret');
  });
});

describe.each([401, 403])('a %i', (status) => {
  const OWN_HINT = status === 401 ? 'is wrong, expired, or revoked' : 'is valid, but not for this account';
  const error = (body: string) => new ApiError('list the tokens', refusal(status, body), SOURCE);

  test.each([
    JSON.stringify({ code: status, message: 'no' }),
    '{"code":"unauthorized","message":"no"}',
    '{"error":"no"}',
    '{"error":{"code":401,"message":"no"}}',
  ])('of the API itself is about the management token: %s', (body) => {
    expect(error(body).title).toBe(
      status === 401 ? 'Management token refused' : 'Management token not allowed',
    );
    expect(error(body).message).toContain(OWN_HINT);
  });

  test.each([
    '{"code":403,"message":"Blocked by the policy of a gateway"}',
    '<!-- error --><h1>Forbidden</h1>',
    '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head></html>',
    '<html><head><title>401 Authorization Required</title></head><body>nginx</body></html>',
    'Access denied by the corporate proxy',
    'upstream gateway refused',
    '{"message":"blocked by Zscaler"}',
  ])('of a gateway says so, and nothing about the management token: %s', (body) => {
    expect(error(body).title).toBe('Blocked by a gateway');
    expect(error(body).message).toContain(
      'A gateway or proxy between this runner and the Management API blocked the request',
    );
    expect(error(body).message).not.toMatch(/token (?:\(.*\) )?is (?:wrong|valid)/);
    expect(isAuthError(error(body))).toBe(true);
  });

  test.each(['', ' \n', 'no', '{}', '[]', '{"message":"Forbidden"}'])(
    'without a known sender blames neither: %j',
    (body) => {
      expect(error(body).title).toBe('Request refused');
      expect(error(body).message).toContain('whether the Management API or a gateway');
      expect(error(body).message).toContain(SOURCE);
      expect(error(body).message).not.toMatch(/token (?:\(.*\) )?is (?:wrong|valid)|blocked the request/);
      expect(isAuthError(error(body))).toBe(true);
    },
  );
});

describe('a 404', () => {
  test.each(['{"code":404,"message":"token not found"}', '{"code":"not found","message":"token not found"}'])(
    "with %s is the API's own",
    (body) => {
      expect(isOwn404(refusal(404, body))).toBe(true);
    },
  );

  test.each([
    '',
    '404 page not found',
    '{}',
    '{"message":"Not Found"}',
    '{"error":"not found"}',
    '[]',
    '<html></html>',
  ])('with %j means that the route does not exist', (body) => {
    expect(isOwn404(refusal(404, body))).toBe(false);
  });

  test('with the body of the API’s own 404 is not one if its status differs', () => {
    expect(isOwn404(refusal(400, '{"code":404,"message":"token not found"}'))).toBe(false);
  });
});

describe('an unreadable success', () => {
  test.each([
    ['nothing', '', 'an empty body'],
    ['a login page', '<!doctype html><title>Sign in</title>', 'an HTML page titled "Sign in"'],
    ['another kind of text', 'OK', 'text that is not JSON'],
    ['another kind of JSON', '{"ok":true}', 'unexpected JSON'],
  ])('is described if it is %s', (_, body, description) => {
    const { message } = new UnreadableResponse('list the tokens', refusal(200, body));
    expect(plainText(message)).toContain(description);
  });

  test('is never shown, because it might contain a token', () => {
    const body = '{"accessToken":"apiv1_secret"}';
    expect(new UnreadableResponse('create the token', refusal(200, body)).message).not.toContain(
      'apiv1_secret',
    );
  });
});
