import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoopback, isTrustworthy } from '../../src/base/url.ts';

describe('this machine', () => {
  test.each([
    'http://localhost',
    'http://LOCALHOST:8086/x',
    'http://127.0.0.1',
    'http://127.255.255.254',
    'http://127.1',
    'http://2130706433',
    'http://0x7f.0.0.1',
    'http://[::1]:8086',
    'http://[0:0:0:0:0:0:0:1]',
  ])('is the host of %s', (url) => {
    expect(isLoopback(new URL(url))).toBe(true);
  });

  test.each([
    'http://127.evil.com',
    'http://127.0.0.1.evil.com',
    'http://localhost.evil.com',
    'http://evil.com/localhost',
    'http://localhost@evil.com',
    'http://evil.com#localhost',
    'http://mylocalhost',
    'http://0.0.0.0',
    'http://128.0.0.1',
    'http://[::2]',
    'http://[::ffff:8.8.8.8]',
  ])('is not the host of %s', (url) => {
    expect(isLoopback(new URL(url))).toBe(false);
  });

  test('has every address that starts with 127', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, (first, ...others) => {
        expect(isLoopback(new URL(`http://${[first, ...others].join('.')}`))).toBe(first === 127);
      }),
    );
  });
});

describe('credentials', () => {
  test.each(['https://evil.com', 'https://localhost', 'http://localhost:8086', 'http://127.0.0.1'])(
    'can be sent to %s',
    (url) => {
      expect(isTrustworthy(new URL(url))).toBe(true);
    },
  );

  test.each(['http://influx.example.com', 'http://127.evil.com', 'ftp://localhost', 'ws://localhost'])(
    'cannot be sent to %s',
    (url) => {
      expect(isTrustworthy(new URL(url))).toBe(false);
    },
  );
});
