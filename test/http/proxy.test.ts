import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reachThroughProxy } from '../../src/http/proxy.ts';

const PROXY = 'http://user:p%40ssw0rd@127.0.0.1:3128';

beforeEach(() => {
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** How to reach cluster.test:8443 with this proxy. */
function reach(setting: string) {
  return reachThroughProxy(new URL('https://cluster.test:8443'), setting, { rejectUnauthorized: true });
}

/** The error that a setting causes. */
function errorOf(setting: string): unknown {
  try {
    return reach(setting);
  } catch (error) {
    return error;
  }
}

test('a proxy is used if NO_PROXY is not set', () => {
  expect(reach(PROXY)).toBeTypeOf('function');
});

describe('NO_PROXY', () => {
  test.each([
    ['the host', 'NO_PROXY', 'cluster.test'],
    ['the host in another case', 'NO_PROXY', 'Cluster.TEST'],
    ['the host in lower case', 'no_proxy', 'cluster.test'],
    ['the host among others', 'NO_PROXY', 'example.com, cluster.test ,10.0.0.1'],
    ['the host with its port', 'NO_PROXY', 'cluster.test:8443'],
    ['the end of the host', 'NO_PROXY', 'test'],
    ['the end of the host, after a dot', 'NO_PROXY', '.test'],
    ['everything', 'NO_PROXY', '*'],
  ])('with %s bypasses the proxy', (_, name, value) => {
    vi.stubEnv(name, value);
    expect(reach(PROXY)).toBeUndefined();
  });

  test.each([
    ['another port of the host', 'cluster.test:8444'],
    ['another host', 'example.com'],
    ['a host with the same end', 'ster.test'],
    ['a subdomain of the host', 'api.cluster.test'],
  ])('with %s changes nothing', (_, value) => {
    vi.stubEnv('NO_PROXY', value);
    expect(reach(PROXY)).toBeTypeOf('function');
  });
});

describe('a proxy setting that is not a URL', () => {
  test.each([
    'not a url',
    'http://',
    'http://user:100%@127.0.0.1:3128',
    'http://user:half@otherhalf#@127.0.0.1:3128',
    'http://user:p%40ssw0rd@',
    'user:p%40ssw0rd@:80',
    'http://user:p%40ssw0rd@a b',
  ])('is an error that is not retried and does not show it: %s', (setting) => {
    const error = errorOf(setting);
    expect(error).toMatchObject({
      code: 'no-connection',
      retryable: false,
      mightHaveReachedServer: false,
      message: expect.stringMatching(
        /^The proxy setting for cluster\.test:8443 is not a URL\. Set HTTPS_PROXY to/,
      ),
    });
    expect(String(error)).not.toMatch(/half|100%|p@ssw0rd|p%40ssw0rd/);
  });
});

describe('a SOCKS proxy', () => {
  test.each(['socks', 'socks4', 'socks5', 'socks5h'])(
    'is refused, and the error names its kind: %s',
    (scheme) => {
      const error = errorOf(`${scheme}://user:p%40ssw0rd@127.0.0.1:3128`);
      expect(error).toMatchObject({
        code: 'no-connection',
        retryable: false,
        mightHaveReachedServer: false,
        message: expect.stringMatching(
          new RegExp(`SOCKS proxy \\(${scheme}://\\).*Set HTTPS_PROXY to an HTTP proxy`),
        ),
      });
      expect(String(error)).not.toMatch(/p@ssw0rd|p%40ssw0rd/);
    },
  );
});
