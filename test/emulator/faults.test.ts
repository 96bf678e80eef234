import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { call, type Reply } from './calls.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await Emulator.start();
});
afterEach(() => emulator.stop());

const create = (init: RequestInit = {}): Promise<Reply> =>
  call(emulator, 'POST', '/tokens', { description: ' ci ', expiresAt: '2099-01-01T00:00:00Z' }, init);
const list = (): Promise<Reply> => call(emulator, 'GET', '/tokens');

const authorized = (): RequestInit => ({ headers: { Authorization: `Bearer ${emulator.managementToken}` } });

/** The code of the network stack for a request without a response. */
const failure = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => 'response',
    (error: { name: string; cause?: { code?: string } }) => error.cause?.code ?? error.name,
  );

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a reset %s the effect', async (moment, created) => {
  emulator.next('POST tokens').resets(moment);
  expect(await failure(create())).toBe('ECONNRESET');
  expect(emulator.tokens).toHaveLength(created);
  expect(emulator.trace).toEqual(['POST tokens reset']);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('silence %s the effect', async (moment, created) => {
  emulator.next('POST tokens').hangs(moment);
  expect(await failure(create({ signal: AbortSignal.timeout(100) }))).toBe('TimeoutError');
  expect(emulator.tokens).toHaveLength(created);
  expect(emulator.trace).toEqual(['POST tokens hung']);
});

test('a hanging connection does not prevent the emulator from stopping', async () => {
  emulator.next('POST tokens').hangs('after');
  emulator.onRequest((_, moment) => {
    if (moment === 'after') void emulator.stop();
  });
  expect(await failure(create())).toBe('UND_ERR_SOCKET');
});

test('a response without the effect', async () => {
  emulator.next('POST tokens').respondsWith(429, { code: 429, message: 'slow down' }, { 'Retry-After': '2' });
  const { status, json, headers } = await create();
  expect([status, json.message, headers.get('Retry-After')]).toEqual([429, 'slow down', '2']);
  expect(emulator.tokens).toEqual([]);
});

test.each([
  ['<html>Bad Gateway</html>', 'text/html; charset=utf-8'],
  ['upstream timed out', 'text/plain; charset=utf-8'],
  [undefined, null],
])('a response after the effect, with %j', async (body, type) => {
  emulator.next('POST tokens').respondsAfterEffect(502, body);
  const { status, text, headers } = await create();
  expect([status, text, headers.get('Content-Type')]).toEqual([502, body ?? '', type]);
  expect(emulator.tokens).toHaveLength(1);
});

test('a changed response does not change the stored token', async () => {
  emulator.next('POST tokens').changes(({ expiresAt: _, ...response }) => response);
  emulator.next('GET tokens').changes((tokens: unknown[]) => ({ tokens }));
  expect((await create()).json).not.toHaveProperty('expiresAt');
  expect(emulator.tokens[0]?.expiresAt).toBe(Date.parse('2099-01-01T00:00:00Z'));
  expect((await list()).json.tokens).toHaveLength(1);
});

test('the stored token can differ from the sent one', async () => {
  emulator.every('POST tokens').stores((token) => {
    token.description = token.description.trim();
    token.expiresAt = undefined;
  });
  const { json } = await create();
  expect([json.description, json.expiresAt]).toEqual(['ci', undefined]);
  expect((await list()).json[0].description).toBe('ci');
  emulator.next('PATCH token').stores((token) => {
    token.permissions = [];
  });
  const permissions = [{ action: 'read', resource: 'logs' }];
  expect((await call(emulator, 'PATCH', `/tokens/${json.id}`, { permissions })).json.permissions).toEqual([]);
});

test('a truncated response', async () => {
  emulator.next('POST tokens').truncates();
  expect(await failure(create())).toBe('UND_ERR_SOCKET');
  expect(emulator.tokens).toHaveLength(1);
  expect(emulator.trace).toEqual(['POST tokens 200 truncated']);
});

test('a connection that is closed immediately after a response', async () => {
  emulator.every('GET tokens').closesAfterResponse();
  const ended = new Promise<void>((resolve, reject) => {
    const { hostname, port } = new URL(emulator.apiUrl);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.on('data', (bytes) => {
      received += bytes;
    });
    socket.on('end', () => {
      expect(received).toContain('HTTP/1.1 200');
      expect(received).toContain('Connection: keep-alive');
      resolve();
    });
    socket.on('error', reject);
    const path = `${emulator.apiPrefix}/tokens`;
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nAuthorization: Bearer ${emulator.managementToken}\r\n\r\n`,
    );
  });
  await ended;
  expect(emulator.trace).toEqual(['GET tokens 200']);
});

test('a wrong date', async () => {
  emulator.next('GET tokens').misdates(-3_600_000);
  const shown = Date.parse((await list()).headers.get('Date') ?? '');
  expect(Math.abs(shown + 3_600_000 - Date.now())).toBeLessThan(5_000);
});

test('a response that announces too large a length', async () => {
  emulator.next('POST tokens').overstates();
  expect(await failure(create({ signal: AbortSignal.timeout(200) }))).toBe('TimeoutError');
  expect(emulator.trace).toEqual(['POST tokens 200 overstated']);
});

test('a response that announces too small a length', async () => {
  emulator.next('GET tokens').understates();
  await create();
  const { headers } = await fetch(`${emulator.apiUrl}${emulator.apiPrefix}/tokens`, authorized());
  expect(emulator.trace.at(-1)).toBe('GET tokens 200 understated');
  expect(Number(headers.get('Content-Length'))).toBeLessThan(JSON.stringify((await list()).json).length);
});

test('a response that is sent byte by byte', async () => {
  emulator.next('GET tokens').drips();
  const begun = performance.now();
  expect((await list()).text).toBe('[]');
  expect(performance.now() - begun).toBeGreaterThan(150);
});

test('a response in another charset', async () => {
  emulator.next('GET databases').encodes('utf16le', 'utf-16');
  const response = await fetch(`${emulator.apiUrl}${emulator.apiPrefix}/databases`, authorized());
  expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-16');
  expect(Buffer.from(await response.arrayBuffer()).toString('utf16le')).toMatch(/^\[\{"/);
});

test('a response with another text', async () => {
  emulator.next('GET tokens').rewrites((body) => `${body} `);
  expect((await list()).text).toBe('[] ');
});

test('a server that leaves and comes back', async () => {
  expect((await list()).status).toBe(200);
  emulator.leave();
  expect(await failure(list())).toBe('ECONNREFUSED');
  await emulator.comeBack();
  expect((await list()).status).toBe(200);
});

test('a server that leaves during a response', async () => {
  emulator.next('GET tokens').runs('after', () => void emulator.leave());
  expect((await list()).status).toBe(200);
  expect(await failure(list())).toBe('ECONNREFUSED');
});

test('a redirect', async () => {
  emulator.next('GET tokens').redirects('/elsewhere', 307);
  const { status, headers } = await call(emulator, 'GET', '/tokens', undefined, { redirect: 'manual' });
  expect([status, headers.get('Location')]).toEqual([307, '/elsewhere']);
});

test('a delay', async () => {
  emulator.next('POST tokens').delays(60_000);
  expect(await failure(create({ signal: AbortSignal.timeout(100) }))).toBe('TimeoutError');
  expect(emulator.tokens).toHaveLength(1);
  expect(emulator.trace).toEqual(['POST tokens']);
  emulator.next('GET tokens').delays(50);
  const begun = performance.now();
  expect((await list()).status).toBe(200);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(49);
});

test('a hook runs at its moment, and the request continues', async () => {
  const seen: unknown[] = [];
  emulator.next('POST tokens').runs('before', async (exchange, moment) => {
    seen.push([moment, exchange.json, emulator.tokens.length]);
  });
  emulator.next('GET tokens').runs('after', (exchange, moment) => {
    seen.push([moment, exchange.route, exchange.status]);
  });
  expect((await create()).status).toBe(200);
  expect((await list()).status).toBe(200);
  expect(seen).toEqual([
    ['before', expect.objectContaining({ description: ' ci ' }), 0],
    ['after', 'GET tokens', undefined],
  ]);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a hook can drop the connection %s the effect', async (moment, created) => {
  emulator.onRequest((_, now) => (now === moment ? 'drop' : undefined));
  expect(await failure(create())).toBe('UND_ERR_SOCKET');
  expect(emulator.tokens).toHaveLength(created);
  expect(emulator.trace).toEqual(['POST tokens dropped']);
});

test('each request calls the observer twice', async () => {
  const seen: string[] = [];
  emulator.onRequest(({ route }, moment) => {
    seen.push(`${moment} ${route}: ${emulator.tokens.length}`);
  });
  await create();
  emulator.next('GET tokens').respondsWith(503);
  await list();
  emulator.next('GET tokens').resets('before');
  await failure(list());
  expect(seen).toEqual([
    'before POST tokens: 0',
    'after POST tokens: 1',
    'before GET tokens: 1',
    'after GET tokens: 1',
    'before GET tokens: 1',
  ]);
});

test('each call of next claims another request', async () => {
  emulator.next('GET tokens').respondsWith(500);
  emulator.next('GET tokens', { after: 1 }).respondsWith(501);
  emulator.next('GET tokens').respondsWith(502);
  emulator.next('GET databases').respondsWith(503);
  for (let request = 0; request < 4; request++) await list();
  expect(emulator.trace).toEqual(['GET tokens 500', 'GET tokens 502', 'GET tokens 501', 'GET tokens 200']);
});

test('faults on one request take effect in order', async () => {
  emulator.every('POST tokens').stores((token) => {
    token.description += 'a';
  });
  emulator
    .next('POST tokens')
    .stores((token) => {
      token.description += 'b';
    })
    .changes((response) => ({ ...response, description: `${response['description']}c` }));
  expect((await create()).json.description).toBe(' ci abc');
  expect((await create()).json.description).toBe(' ci a');
});

test('cleared faults have no effect', async () => {
  emulator.every('GET tokens').respondsWith(500);
  emulator.next('GET tokens').resets('before');
  emulator.clearFaults();
  expect((await list()).status).toBe(200);
});

test('a change that applies only one field', async () => {
  const { id } = emulator.seed({ description: 'ci', permissions: [{ action: 'read', resource: 'metrics' }] });
  emulator.next('PATCH token').appliesOnly('description');
  const { json } = await call(emulator, 'PATCH', `/tokens/${id}`, { description: 'cd', permissions: [] });
  expect(json).toMatchObject({ description: 'cd', permissions: [{ action: 'read', resource: 'metrics' }] });
  expect(emulator.tokens).toMatchObject([{ description: 'cd', permissions: [{ resource: 'metrics' }] }]);
});

test('a text that is cut off or normalized before it is stored', async () => {
  emulator.next('POST tokens').cutsOff('description', 2);
  expect((await create()).json).toMatchObject({ description: ' c' });
  emulator.next('PATCH token').normalizes('description');
  const id = emulator.tokens[0]?.id;
  expect((await call(emulator, 'PATCH', `/tokens/${id}`, { description: ' A  b ' })).json).toMatchObject({
    description: 'a b',
  });
  expect(emulator.tokens).toMatchObject([{ description: 'a b' }]);
});
