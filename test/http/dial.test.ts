import type { LookupAddress } from 'node:dns';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dial, type Network } from '../../src/http/dial.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const V6 = '2001:db8::1';
const OTHER_V6 = '2001:db8::2';
const THIRD_V6 = '2001:db8::3';
const V4 = '192.0.2.1';
const OTHER_V4 = '192.0.2.2';
const NEVER = new AbortController().signal;

/** The behavior of an address: it connects or fails after this many milliseconds, or it never responds. */
type Behavior = { readonly connectsAfter: number } | { readonly fails: string; after: number } | 'blackhole';

/** FakeNetwork has one host, whose addresses have this behavior. */
class FakeNetwork implements Network {
  readonly tried: string[] = [];
  readonly sockets = new Map<string, Socket>();
  readonly #addresses: Readonly<Record<string, Behavior>>;

  constructor(addresses: Readonly<Record<string, Behavior>>) {
    this.#addresses = addresses;
  }

  async lookup(): Promise<LookupAddress[]> {
    return Object.keys(this.#addresses).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
  }

  connect({ host }: { readonly host: string }): Socket {
    const socket = new Socket();
    this.tried.push(host);
    this.sockets.set(host, socket);
    const behavior = this.#addresses[host] ?? 'blackhole';
    if (behavior === 'blackhole') return socket;
    if ('fails' in behavior) {
      const error = Object.assign(new Error(behavior.fails), { code: behavior.fails, syscall: 'connect' });
      setTimeout(() => socket.destroy(error), behavior.after);
    } else {
      setTimeout(() => socket.emit('connect'), behavior.connectsAfter);
    }
    return socket;
  }

  get open(): string[] {
    return [...this.sockets].filter(([, socket]) => !socket.destroyed).map(([address]) => address);
  }
}

/** connecting dials a host, and returns the address that it is connected to and the time in milliseconds. */
async function connecting(
  network: FakeNetwork,
  abandoned = NEVER,
): Promise<{ address?: string; ms: number }> {
  const begun = Date.now();
  const dialed = dial({ host: 'cluster.test', port: 443 }, abandoned, network);
  const over = dialed.then(
    (socket) => [...network.sockets].find(([, one]) => one === socket)?.[0],
    (error: unknown) => Promise.reject(error),
  );
  const ended = over.then(
    (address) => ({ ...(address === undefined ? {} : { address }), ms: Date.now() - begun }),
    (error: unknown) => Promise.reject(error),
  );
  ended.catch(() => {});
  await vi.advanceTimersByTimeAsync(120_000);
  return ended;
}

describe('a host whose first address is dead', () => {
  test.each<[string, Behavior, number]>([
    ['never responds', 'blackhole', 250],
    ['has no route', { fails: 'ENETUNREACH', after: 0 }, 0],
    ['refuses', { fails: 'ECONNREFUSED', after: 10 }, 10],
    ['times out in the system', { fails: 'ETIMEDOUT', after: 60_000 }, 250],
  ])('that %s is reached at its second address, even if that is slow', async (_, behavior, wait) => {
    const network = new FakeNetwork({ [V6]: behavior, [V4]: { connectsAfter: 20_000 } });
    const { address, ms } = await connecting(network);
    expect(address).toBe(V4);
    expect(ms).toBeGreaterThanOrEqual(20_000 + wait);
    expect(ms).toBeLessThan(20_000 + wait + 10);
    expect(network.open).toEqual([V4]);
  });
});

describe('a host whose first address is slow', () => {
  test('is reached there if the next address has no route', async () => {
    const network = new FakeNetwork({
      [V4]: { connectsAfter: 5000 },
      [V6]: { fails: 'ENETUNREACH', after: 0 },
    });
    expect(await connecting(network)).toMatchObject({ address: V4, ms: 5000 });
  });

  test('is reached at a faster address, and the slow connection is closed', async () => {
    const network = new FakeNetwork({ [V6]: { connectsAfter: 5000 }, [V4]: { connectsAfter: 20 } });
    expect(await connecting(network)).toMatchObject({ address: V4, ms: 270 });
    expect(network.open).toEqual([V4]);
  });
});

test('a host that connects at once gets no connection at its other addresses', async () => {
  const network = new FakeNetwork({ [V6]: { connectsAfter: 100 }, [V4]: { connectsAfter: 0 } });
  expect(await connecting(network)).toMatchObject({ address: V6 });
  expect(network.tried).toEqual([V6]);
});

test('addresses of both families alternate, starting with the system’s first one', async () => {
  const dead: Behavior = { fails: 'ENETUNREACH', after: 0 };
  const all = [V6, OTHER_V6, THIRD_V6, V4, OTHER_V4];
  const network = new FakeNetwork(Object.fromEntries(all.map((address) => [address, dead])));
  await expect(connecting(network)).rejects.toThrow(AggregateError);
  expect(network.tried).toEqual([V6, V4, OTHER_V6, OTHER_V4, THIRD_V6]);
});

test('a host is reached if any of its addresses is reachable, in any order', async () => {
  const behavior = fc.oneof(
    fc.constant<Behavior>('blackhole'),
    fc.record({ fails: fc.constantFrom('ECONNREFUSED', 'ENETUNREACH'), after: fc.nat(5000) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(behavior, { maxLength: 6 }),
      fc.nat(6),
      fc.nat(25_000),
      async (others, at, after) => {
        const behaviors = others.toSpliced(at, 0, { connectsAfter: after });
        const entries = behaviors.map((one, index) => [
          index % 2 ? `192.0.2.${index}` : `2001:db8::${index}`,
          one,
        ]);
        const network = new FakeNetwork(Object.fromEntries(entries));
        const { address, ms } = await connecting(network);
        expect(network.open).toEqual([address]);
        expect(ms).toBeLessThan(25_000 + 250 * entries.length);
      },
    ),
    { numRuns: 50 },
  );
});

describe('a host that cannot be reached', () => {
  test('fails with the error of each address', async () => {
    const network = new FakeNetwork({
      [V6]: { fails: 'ENETUNREACH', after: 0 },
      [V4]: { fails: 'ECONNREFUSED', after: 5 },
    });
    const error: unknown = await connecting(network).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AggregateError);
    expect((error as AggregateError).errors).toMatchObject([
      { code: 'ENETUNREACH' },
      { code: 'ECONNREFUSED' },
    ]);
    expect(network.open).toEqual([]);
  });

  test('fails with the error of the lookup if the name does not exist', async () => {
    const error = Object.assign(new Error('x'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
    const network = {
      ...new FakeNetwork({}),
      lookup: () => Promise.reject(error),
      connect: () => new Socket(),
    };
    await expect(dial({ host: 'x', port: 1 }, NEVER, network)).rejects.toBe(error);
  });

  test('is abandoned if no caller waits: every connection is closed, and no other one starts', async () => {
    const network = new FakeNetwork({ [V6]: 'blackhole', [V4]: 'blackhole', [OTHER_V6]: 'blackhole' });
    const abandonment = new AbortController();
    setTimeout(() => abandonment.abort(new Error('over')), 300);
    await expect(connecting(network, abandonment.signal)).rejects.toThrow('over');
    expect(network.tried).toEqual([V6, V4]);
    expect(network.open).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('gets no connection if no caller waits when the lookup ends', async () => {
    const network = new FakeNetwork({ [V4]: { connectsAfter: 0 } });
    await expect(connecting(network, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
    expect(network.tried).toEqual([]);
  });
});
