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

const TIMEOUT = new NetworkError('timeout', 'influx.example.com did not answer within 30 s');
const RESET = new NetworkError('broken', 'the connection broke off');

const PASSING = [408, 429, 500, 502, 503, 504];
const FINAL = [200, 201, 204, 301, 302, 307, 400, 401, 403, 404, 405, 409, 410, 413, 422];

interface Options {
  readonly policy?: Partial<RequestPolicy>;
  readonly random?: () => number;
  readonly takesMs?: number;
}

/** setUp makes requests over a scripted transport, with all that can be seen of them. */
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

describe('a request that may be repeated', () => {
  test.each(PASSING)('is sent again after %i', async (status) => {
    const { requests, transport } = setUp([response(status), response(200)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(200);
    expect(transport.sent).toHaveLength(2);
  });

  test.each(FINAL)('is answered once and for all with %i', async (status) => {
    const { requests, transport, clock } = setUp([response(status)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(status);
    expect(transport.sent).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test.each(['timeout', 'dns', 'refused', 'proxy', 'broken'] as const)(
    'is sent again after a network error: %s',
    async (kind) => {
      const { requests, transport } = setUp([new NetworkError(kind, 'no answer'), response(200)]);
      expect((await requests.sendWithRetry(GET)).status).toBe(200);
      expect(transport.sent).toHaveLength(2);
    },
  );

  test.each(['certificate', 'too-large'] as const)(
    'is not sent again after one that stays: %s',
    async (kind) => {
      const error = new NetworkError(kind, 'no answer');
      const { requests, transport } = setUp([error]);
      await expect(requests.sendWithRetry(GET)).rejects.toBe(error);
      expect(transport.sent).toHaveLength(1);
    },
  );

  test.each([0, 1, 4, 9])('is tried once and then %i times', async (retries) => {
    const { requests, transport } = setUp([response(503)], { policy: { retries } });
    expect((await requests.sendWithRetry(GET)).status).toBe(503);
    expect(transport.sent).toHaveLength(1 + retries);
  });

  test('fails with its last error, when there is never a response', async () => {
    const { requests, transport } = setUp([RESET, RESET, TIMEOUT], { policy: { retries: 2 } });
    await expect(requests.sendWithRetry(GET)).rejects.toBe(TIMEOUT);
    expect(transport.sent).toHaveLength(3);
  });

  test('stops being repeated at the first response that is final', async () => {
    const { requests, transport } = setUp([RESET, response(503), response(404), response(200)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(404);
    expect(transport.sent).toHaveLength(3);
  });

  test('is the very same each time', async () => {
    const { requests, transport } = setUp([response(503)]);
    await requests.sendWithRetry(GET);
    expect(new Set(transport.sent.map(({ request }) => request))).toEqual(new Set([GET]));
  });

  test('has a note for each repetition that says why', async () => {
    const { requests, notes } = setUp([response(503), RESET, response(200)]);
    await requests.sendWithRetry(GET);
    expect(notes).toEqual([
      expect.stringMatching(/GET \/tokens .*503/),
      expect.stringMatching(/GET \/tokens .*broke off/),
    ]);
  });

  test('passes defects on instead of trying again', async () => {
    const defect = new TypeError('x is not a function');
    const { clock } = setUp([]);
    const transport = { send: () => Promise.reject(defect) };
    const policy = { timeoutMs: 1000, retries: 4 };
    const requests = new Requests({ transport, clock, random: () => 0, note: () => {}, policy });
    await expect(requests.sendWithRetry(GET)).rejects.toBe(defect);
    expect(clock.sleeps).toEqual([]);
  });
});

describe('a pause between tries', () => {
  test('is random, below a bound that doubles up to ten seconds', async () => {
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
  test.each(PASSING)('is not repeated after %i', async (status) => {
    const { requests, transport } = setUp([response(status), response(200)]);
    expect((await requests.send(GET)).status).toBe(status);
    expect(transport.sent).toHaveLength(1);
  });

  test('is not repeated after a network error', async () => {
    const { requests, transport } = setUp([RESET, response(200)]);
    await expect(requests.send(GET)).rejects.toBe(RESET);
    expect(transport.sent).toHaveLength(1);
  });

  test.each(['http://influx.example.com/tokens', 'http://127.0.0.1.example.com/tokens', 'ftp://localhost/'])(
    'never leaves in the clear: %s',
    async (url) => {
      const { requests, transport } = setUp([response(200)]);
      await expect(requests.send({ ...GET, url: new URL(url) })).rejects.toThrow(Failure);
      await expect(requests.sendWithRetry({ ...GET, url: new URL(url) })).rejects.toThrow(Failure);
      expect(transport.sent).toEqual([]);
    },
  );

  test('has the time of one try', async () => {
    const { requests, transport } = setUp([response(200)], { policy: { timeoutMs: 7000 } });
    await requests.send(GET);
    expect(transport.sent[0]?.timeoutMs).toBe(7000);
  });

  test('may be given less time, and never more', async () => {
    const { requests, transport } = setUp([response(200)], { policy: { timeoutMs: 7000 } });
    await requests.send(GET, 1000);
    await requests.send(GET, 60_000);
    expect(transport.sent.map(({ timeoutMs }) => timeoutMs)).toEqual([1000, 7000]);
  });
});

describe('Retry-After', () => {
  const inSeconds = (seconds: number) => response(429, { 'retry-after': String(seconds) });

  test('holds back the next try for as many seconds', async () => {
    const { requests, transport, began } = setUp([inSeconds(20), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 20_000);
  });

  test('holds back the next try until a date', async () => {
    const date = new Date(new FakeClock().now() + 45_000).toUTCString();
    const { requests, transport, began } = setUp([response(503, { 'retry-after': date }), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 45_000);
  });

  test('does not shorten the pause between tries', async () => {
    const { requests, transport, began } = setUp([inSeconds(0), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 250);
  });

  test('holds back every other request as well', async () => {
    const { requests, transport, began } = setUp([inSeconds(20), response(200)]);
    await requests.send(GET);
    expect(requests.gate.heldForMs).toBe(20_000);
    await requests.send({ ...GET, method: 'POST' });
    expect(transport.sent[1]?.at).toBe(began + 20_000);
    expect(requests.gate.heldForMs).toBe(0);
  });

  test('that comes while another request waits makes that one wait on', async () => {
    const { requests, transport, clock, began } = setUp([inSeconds(5), inSeconds(30), response(200)]);
    const sleep = clock.sleep.bind(clock);
    await requests.send(GET);
    // Asleep for the first hold; just before it wakes up, a worker that had left earlier is told to wait longer.
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

  test('of a minute is waited for', async () => {
    const { requests, transport } = setUp([inSeconds(60), response(200)]);
    expect((await requests.sendWithRetry(GET)).status).toBe(200);
    expect(transport.sent).toHaveLength(2);
  });

  test('of more than a minute fails at once, naming it', async () => {
    const { requests, transport, clock } = setUp([inSeconds(61), response(200)]);
    const error = await requests.sendWithRetry(GET).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryAfterTooLong);
    expect(error).toBeInstanceOf(Failure);
    expect(String(error)).toMatch(/429.*61 s.*Retry-After/);
    expect(transport.sent).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test('that is senseless is like none', async () => {
    const { requests, transport, began } = setUp([response(429, { 'retry-after': 'soon' }), response(200)]);
    await requests.sendWithRetry(GET);
    expect(transport.sent[1]?.at).toBe(began + 250);
  });

  test('of a response that is final is nobody’s business', async () => {
    const { requests } = setUp([response(404, { 'retry-after': '3600' })]);
    expect((await requests.send(GET)).status).toBe(404);
    expect(requests.gate.heldForMs).toBe(0);
  });

  test('beyond the deadline is not waited for: what the server said counts', async () => {
    const { requests, transport, clock } = setUp([inSeconds(20)], {
      policy: { deadline: new FakeClock().elapsed() + 10_000 },
    });
    expect((await requests.sendWithRetry(GET)).status).toBe(429);
    expect(transport.sent).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test('beyond the deadline keeps other requests from being sent at all', async () => {
    const { requests, transport } = setUp([inSeconds(20)], {
      policy: { deadline: new FakeClock().elapsed() + 10_000 },
    });
    await requests.send(GET);
    await expect(requests.send(GET)).rejects.toMatchObject({ kind: 'no-time' });
    expect(transport.sent).toHaveLength(1);
  });
});

describe('a server with a retry rule of its own', () => {
  /** Status 403 is retryable after five seconds, and nothing else is. */
  const retryRule: RetryRule = ({ status }) => (status === 403 ? { waitMs: 5000 } : undefined);

  test('has its responses retried by that rule, and every request held back', async () => {
    const { requests, transport, began } = setUp([response(403), response(503)], { policy: { retryRule } });
    expect((await requests.sendWithRetry(GET)).status).toBe(503);
    expect(transport.sent.map(({ at }) => at - began)).toEqual([0, 5000]);
  });

  test('fails at once when the rule advises a longer pause than a minute', async () => {
    const { requests } = setUp([response(403)], {
      policy: { retryRule: () => ({ waitMs: 60_001 }) },
    });
    await expect(requests.send(GET)).rejects.toBeInstanceOf(RetryAfterTooLong);
  });
});

describe('a clock of the machine that is set meanwhile', () => {
  const DAY = 24 * 3_600_000;

  test.each([-DAY, -1000, 1000, DAY])('by %i ms changes nothing about a hold', async (jump) => {
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

  test.each([-DAY, DAY])('by %i ms changes nothing about the deadline', async (jump) => {
    const { requests, clock, transport } = setUp([response(200)], {
      policy: { deadline: new FakeClock().elapsed() + 4000 },
    });
    clock.set(clock.now() + jump);
    await requests.send(GET);
    expect(transport.sent[0]?.timeoutMs).toBe(4000);
  });
});

describe('the deadline', () => {
  test('ends a try that has more time than is left', async () => {
    const { requests, transport } = setUp([response(200)], {
      policy: { deadline: new FakeClock().elapsed() + 4000 },
    });
    await requests.send(GET);
    expect(transport.sent[0]?.timeoutMs).toBe(4000);
  });

  test('keeps a request from being sent when it is over', async () => {
    const { requests, transport } = setUp([response(200)], {
      policy: { deadline: new FakeClock().elapsed() },
    });
    await expect(requests.send(GET)).rejects.toBeInstanceOf(NetworkError);
    expect(transport.sent).toEqual([]);
  });

  test('bounds everything, whatever the server does', async () => {
    const scripted = fc.oneof(
      fc.constantFrom(RESET, TIMEOUT, ...PASSING.map((status) => response(status))),
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

describe('what keeps a request from being sent says why', () => {
  test('an address that is not safe', async () => {
    const { requests, transport } = setUp([response(200)]);
    const unsafe = { ...GET, url: new URL('http://influx.example.com/') };
    await expect(requests.send(unsafe)).rejects.toMatchObject({
      title: 'Not safe to send',
      message: 'Nothing is sent to http://influx.example.com, since it is not https:.',
    });
    expect(transport.sent).toEqual([]);
  });

  test('a deadline that is over', async () => {
    const { requests } = setUp([], { policy: { deadline: new FakeClock().elapsed() } });
    await expect(requests.send(GET)).rejects.toMatchObject({
      title: 'No answer in time',
      message: 'no time was left to send a request',
      mayHaveReachedServer: false,
      retryable: false,
    });
  });

  test('a pause that is too long', async () => {
    const { requests } = setUp([response(429, { 'retry-after': '61' })]);
    await expect(requests.send(GET)).rejects.toMatchObject({
      title: 'The server asks to wait',
      message: expect.stringMatching(
        /in 61 s \(Retry-After\); at most 60 s are waited for\. Run the job again later\.$/,
      ),
    });
  });
});

describe('a status', () => {
  test.each(PASSING)('passes: %i', (status) => {
    expect(isRetryable(status)).toBe(true);
  });

  test.each(FINAL)('stays: %i', (status) => {
    expect(isRetryable(status)).toBe(false);
  });
});

function networkErrorOnly(error: unknown): void {
  if (!(error instanceof NetworkError)) throw error;
}
