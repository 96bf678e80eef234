import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import type { HttpRequest } from '../../src/http/messages.ts';
import { NetworkError } from '../../src/http/network-error.ts';
import { type RequestPolicy, Requests } from '../../src/http/requests.ts';
import { isRetryable, RetryAfterTooLong, type RetryRule } from '../../src/http/retry.ts';
import { FakeClock } from '../fake-clock.ts';
import { response, type Scripted, ScriptedTransport } from './scripted-transport.ts';

const GET: HttpRequest = { method: 'GET', url: new URL('https://influx.example.com/tokens'), headers: {} };

const TIMEOUT = new NetworkError('timeout', 'influx.example.com did not respond within 30 s.');
const RESET = new NetworkError('broken', 'The connection broke off.');

const RETRYABLE = [408, 429, 500, 502, 503, 504];
const FINAL = [200, 201, 204, 301, 302, 307, 400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505];

interface Options {
  readonly policy?: Partial<RequestPolicy>;
  readonly random?: () => number;
  readonly takesMs?: number;
}

/** setUp creates a client over a scripted transport, and records everything that is visible from outside. */
function setUp(script: readonly Scripted[], { policy = {}, random = () => 0.5, takesMs = 0 }: Options = {}) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(clock, script, takesMs);
  const notes: string[] = [];
  const requests = new Requests({
    transport,
    clock,
    random,
    note: (line) => notes.push(line),
    policy: { timeoutMs: 30_000, retries: 4, ...policy },
  });
  return { requests, clock, transport, notes, began: clock.elapsed() };
}

describe('a request that can be repeated', () => {
  test.each(RETRYABLE)('is retried after %i', async (status) => {
    const { requests, transport } = setUp([response(status), response(200)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(200);
    expect(transport.sent).toHaveLength(2);
  });

  test.each(FINAL)('is not retried after %i', async (status) => {
    const { requests, transport, clock } = setUp([response(status)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(status);
    expect(transport.sent).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test.each(['timeout', 'dns', 'refused', 'proxy', 'broken'] as const)(
    'is retried after a network error: %s',
    async (kind) => {
      const { requests, transport } = setUp([new NetworkError(kind, 'no response'), response(200)]);
      expect((await requests.sendWithRetry(GET)).status).toBe(200);
      expect(transport.sent).toHaveLength(2);
    },
  );

  test.each(['certificate', 'too-large'] as const)(
    'is not retried after an error that is not retryable: %s',
    async (kind) => {
      const error = new NetworkError(kind, 'no response');
      const { requests, transport } = setUp([error]);
      await expect(requests.sendWithRetry(GET)).rejects.toBe(error);
      expect(transport.sent).toHaveLength(1);
    },
  );

  test.each([0, 1, 4, 9])('is sent once, and then %i times', async (retries) => {
    const { requests, transport } = setUp([response(503)], { policy: { retries } });
    expect((await requests.sendWithRetry(GET)).status).toBe(503);
    expect(transport.sent).toHaveLength(1 + retries);
  });

  test('fails with its last error if there is never a response', async () => {
    const { requests, transport } = setUp([RESET, RESET, TIMEOUT], { policy: { retries: 2 } });
    await expect(requests.sendWithRetry(GET)).rejects.toBe(TIMEOUT);
    expect(transport.sent).toHaveLength(3);
  });

  test('is not retried after the first final response', async () => {
    const { requests, transport } = setUp([RESET, response(503), response(404), response(200)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(404);
    expect(transport.sent).toHaveLength(3);
  });

  test('is identical each time', async () => {
    const { requests, transport } = setUp([response(503)]);
    await requests.sendWithRetry(GET);
    expect(new Set(transport.sent.map(({ request }) => request))).toEqual(new Set([GET]));
  });

  test('has a log line with the reason for each retry', async () => {
    const { requests, notes } = setUp([response(503), RESET, response(200)]);
    await requests.sendWithRetry(GET);
    expect(notes).toEqual([
      'influx.example.com responded with 503. Retrying GET /tokens.',
      'The connection broke off. Retrying GET /tokens.',
    ]);
  });

  test('throws defects and does not retry', async () => {
    const defect = new TypeError('x is not a function');
    const { clock } = setUp([]);
    const transport = { send: () => Promise.reject(defect) };
    const policy = { timeoutMs: 1000, retries: 4 };
    const requests = new Requests({ transport, clock, random: () => 0, note: () => {}, policy });
    await expect(requests.sendWithRetry(GET)).rejects.toBe(defect);
    expect(clock.sleeps).toEqual([]);
  });
});

describe('a pause between attempts', () => {
  test('is random, below a limit that doubles up to ten seconds', async () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(random, { minLength: 12, maxLength: 12 }), async (numbers) => {
        let drawn = 0;
        const { requests, clock } = setUp([response(503)], {
          policy: { retries: numbers.length },
          random: () => numbers[drawn++] ?? 0,
        });
        await requests.sendWithRetry(GET);
        const bounds = numbers.map((_, attempt) => Math.min(10_000, 500 * 2 ** attempt));
        expect(clock.sleeps).toEqual(numbers.map((number, attempt) => number * (bounds[attempt] ?? 0)));
      }),
    );
  });
});

describe('a request that is sent once', () => {
  test.each(RETRYABLE)('is not retried after %i', async (status) => {
    const { requests, transport } = setUp([response(status), response(200)]);
    expect((await requests.send(GET)).status).toBe(status);
    expect(transport.sent).toHaveLength(1);
  });

  test('is not retried after a network error', async () => {
    const { requests, transport } = setUp([RESET, response(200)]);
    await expect(requests.send(GET)).rejects.toBe(RESET);
    expect(transport.sent).toHaveLength(1);
  });

  test.each(['http://influx.example.com/tokens', 'http://127.0.0.1.example.com/tokens', 'ftp://localhost/'])(
    'is never sent without TLS: %s',
    async (url) => {
      const { requests, transport } = setUp([response(200)]);
      await expect(requests.send({ ...GET, url: new URL(url) })).rejects.toThrow(Failure);
      await expect(requests.sendWithRetry({ ...GET, url: new URL(url) })).rejects.toThrow(Failure);
      expect(transport.sent).toEqual([]);
    },
  );

  test('has the time limit of one attempt', async () => {
    const { requests, transport } = setUp([response(200)], { policy: { timeoutMs: 7000 } });
    await requests.send(GET);
    expect(transport.sent[0]?.timeoutMs).toBe(7000);
  });

  test('can have less time, but not more', async () => {
    const { requests, transport } = setUp([response(200)], { policy: { timeoutMs: 7000 } });
    await requests.send(GET, 1000);
    await requests.send(GET, 60_000);
    expect(transport.sent.map(({ timeoutMs }) => timeoutMs)).toEqual([1000, 7000]);
  });
});

describe('Retry-After', () => {
  const inSeconds = (seconds: number) => response(429, { 'retry-after': String(seconds) });

  test('delays the next attempt by this number of seconds', async () => {
    const { requests, transport, began } = setUp([inSeconds(20), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 20_000);
  });

  test('delays the next attempt until a date', async () => {
    const date = new Date(new FakeClock().now() + 45_000).toUTCString();
    const { requests, transport, began } = setUp([response(503, { 'retry-after': date }), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 45_000);
  });

  test('does not shorten the pause between attempts', async () => {
    const { requests, transport, began } = setUp([inSeconds(0), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 250);
  });

  test('also delays every other request', async () => {
    const { requests, transport, began } = setUp([inSeconds(20), response(200)]);
    await requests.send(GET);
    expect(requests.gate.heldForMs).toBe(20_000);
    await requests.send({ ...GET, method: 'POST' });
    expect(transport.sent[1]?.at).toBe(began + 20_000);
    expect(requests.gate.heldForMs).toBe(0);
  });

  test('extends the wait of another request', async () => {
    const { requests, transport, clock, began } = setUp([inSeconds(5), inSeconds(30), response(200)]);
    const sleep = clock.sleep.bind(clock);
    await requests.send(GET);
    // This request sleeps through the first delay. Just before it wakes up, the response to an earlier request asks for a longer
    // delay.
    clock.sleep = async (ms) => {
      clock.sleep = sleep;
      await sleep(ms);
      await requests.send(GET);
    };
    await requests.send(GET);
    expect(transport.sent.map(({ at }) => at - began)).toEqual([0, 5000, 35_000]);
  });

  test('is never shortened by a later response', async () => {
    const { requests } = setUp([inSeconds(30), inSeconds(1)]);
    await Promise.all([requests.send(GET), requests.send(GET)]);
    expect(requests.gate.heldForMs).toBe(30_000);
  });

  test('of a minute is followed by a retry', async () => {
    const { requests, transport } = setUp([inSeconds(60), response(200)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(200);
    expect(transport.sent).toHaveLength(2);
  });

  test('of more than a minute fails at once, and the error names it', async () => {
    const { requests, transport, clock } = setUp([inSeconds(61), response(200)]);
    const error = await requests.sendWithRetry(GET).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryAfterTooLong);
    expect(error).toBeInstanceOf(Failure);
    expect(String(error)).toMatch(/429.*61 s.*Retry-After/);
    expect(transport.sent).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test('with an invalid value is ignored', async () => {
    const { requests, transport, began } = setUp([response(429, { 'retry-after': 'soon' }), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 250);
  });

  test('of a final response is ignored', async () => {
    const { requests } = setUp([response(404, { 'retry-after': '3600' })]);
    expect((await requests.send(GET)).status).toBe(404);
    expect(requests.gate.heldForMs).toBe(0);
  });

  test('beyond the deadline ends the attempts, and the response counts', async () => {
    const { requests, transport, clock } = setUp([inSeconds(20)], {
      policy: { deadline: new FakeClock().elapsed() + 10_000 },
    });
    expect((await requests.sendWithRetry(GET)).status).toBe(429);
    expect(transport.sent).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test('beyond the deadline prevents all other requests', async () => {
    const { requests, transport } = setUp([inSeconds(20)], {
      policy: { deadline: new FakeClock().elapsed() + 10_000 },
    });
    await requests.send(GET);
    await expect(requests.send(GET)).rejects.toMatchObject({ kind: 'no-time' });
    expect(transport.sent).toHaveLength(1);
  });
});

describe('a server with its own retry rule', () => {
  /** Status 403 is retryable after five seconds. No other status is. */
  const retryRule: RetryRule = ({ status }) => (status === 403 ? { waitMs: 5000 } : undefined);

  test('is retried by that rule, and every request is delayed', async () => {
    const { requests, transport, began } = setUp([response(403), response(503)], { policy: { retryRule } });
    expect((await requests.sendWithRetry(GET)).status).toBe(503);
    expect(transport.sent.map(({ at }) => at - began)).toEqual([0, 5000]);
  });

  test('fails at once if the rule advises a pause of more than a minute', async () => {
    const { requests } = setUp([response(403)], {
      policy: { retryRule: () => ({ waitMs: 60_001 }) },
    });
    await expect(requests.send(GET)).rejects.toBeInstanceOf(RetryAfterTooLong);
  });
});

describe('a change of the machine’s clock', () => {
  const DAY = 24 * 3_600_000;

  test.each([-DAY, -1000, 1000, DAY])('by %i ms does not affect a delay', async (jump) => {
    const { requests, clock, transport, began } = setUp([
      response(429, { 'retry-after': '30' }),
      response(200),
    ]);
    await requests.send(GET);
    clock.set(clock.now() + jump);
    expect(requests.gate.heldForMs).toBe(30_000);
    await requests.send(GET);
    expect(transport.sent[1]?.at).toBe(began + 30_000);
  });

  test.each([-DAY, DAY])('by %i ms does not affect the deadline', async (jump) => {
    const { requests, clock, transport } = setUp([response(200)], {
      policy: { deadline: new FakeClock().elapsed() + 4000 },
    });
    clock.set(clock.now() + jump);
    await requests.send(GET);
    expect(transport.sent[0]?.timeoutMs).toBe(4000);
  });
});

describe('the deadline', () => {
  test('ends an attempt that has more time than is left', async () => {
    const { requests, transport } = setUp([response(200)], {
      policy: { deadline: new FakeClock().elapsed() + 4000 },
    });
    await requests.send(GET);
    expect(transport.sent[0]?.timeoutMs).toBe(4000);
  });

  test('prevents a request when it is over', async () => {
    const { requests, transport } = setUp([response(200)], {
      policy: { deadline: new FakeClock().elapsed() },
    });
    await expect(requests.send(GET)).rejects.toBeInstanceOf(NetworkError);
    expect(transport.sent).toEqual([]);
  });

  test('limits all requests, regardless of the server', async () => {
    const scripted = fc.oneof(
      fc.constantFrom(RESET, TIMEOUT, ...RETRYABLE.map((status) => response(status))),
      fc.integer({ min: 0, max: 60 }).map((seconds) => response(503, { 'retry-after': String(seconds) })),
    );
    const limits = fc.record({
      scripts: fc.array(scripted, { minLength: 1, maxLength: 20 }),
      leftMs: fc.integer({ min: 0, max: 120_000 }),
      takesMs: fc.integer({ min: 0, max: 40_000 }),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(limits, async ({ scripts, leftMs, takesMs, random }) => {
        const deadline = new FakeClock().elapsed() + leftMs;
        const { requests, transport, clock } = setUp(scripts, {
          policy: { retries: 99, deadline },
          random: () => random,
          takesMs,
        });
        await requests.sendWithRetry(GET).catch(networkErrorOnly);
        expect(clock.elapsed()).toBeLessThanOrEqual(deadline);
        for (const { at } of transport.sent) expect(at).toBeLessThan(deadline);
      }),
    );
  });
});

describe('a request that is not sent says why', () => {
  test('if the address is not safe', async () => {
    const { requests, transport } = setUp([response(200)]);
    const unsafe = { ...GET, url: new URL('http://influx.example.com/') };
    await expect(requests.send(unsafe)).rejects.toMatchObject({
      title: 'Not safe to send',
      message:
        'http://influx.example.com does not use `https:`, so the request was not sent. Use an `https:` URL.',
    });
    expect(transport.sent).toEqual([]);
  });

  test('if the deadline is over', async () => {
    const { requests } = setUp([], { policy: { deadline: new FakeClock().elapsed() } });
    await expect(requests.send(GET)).rejects.toMatchObject({
      title: 'No response in time',
      message: 'No time was left to send the request.',
      mightHaveReachedServer: false,
      retryable: false,
    });
  });

  test('if the pause is too long', async () => {
    const { requests } = setUp([response(429, { 'retry-after': '61' })]);
    await expect(requests.send(GET)).rejects.toMatchObject({
      title: 'Server asks for a pause',
      message: expect.stringMatching(/a pause of 61 s \(Retry-After\)\. The action waits at most 60 s\.$/),
      remedy: 'Run the job again later.',
    });
  });
});

describe('a status', () => {
  test.each(RETRYABLE)('is retryable: %i', (status) => {
    expect(isRetryable(status)).toBe(true);
  });

  test.each(FINAL)('is final: %i', (status) => {
    expect(isRetryable(status)).toBe(false);
  });
});

function networkErrorOnly(error: unknown): void {
  if (!(error instanceof NetworkError)) throw error;
}
