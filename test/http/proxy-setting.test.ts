import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProxy } from '../../src/http/proxy-setting.ts';

test.each([
  ['http://proxy.example.com:3128', { secure: false, host: 'proxy.example.com', port: 3128 }],
  ['http://proxy.example.com', { secure: false, host: 'proxy.example.com', port: 80 }],
  ['http://proxy.example.com/', { secure: false, host: 'proxy.example.com', port: 80 }],
  ['https://proxy.example.com', { secure: true, host: 'proxy.example.com', port: 443 }],
  ['HTTPS://proxy.example.com:8443', { secure: true, host: 'proxy.example.com', port: 8443 }],
  ['proxy.example.com:3128', { secure: false, host: 'proxy.example.com', port: 3128 }],
  ['proxy', { secure: false, host: 'proxy', port: 80 }],
  ['localhost:3128', { secure: false, host: 'localhost', port: 3128 }],
  ['127.0.0.1:3128', { secure: false, host: '127.0.0.1', port: 3128 }],
  [
    'user:p%40ssw0rd@127.0.0.1:3128',
    { secure: false, host: '127.0.0.1', port: 3128, userInfo: 'user:p@ssw0rd' },
  ],
  ['10.0.0.1:3128', { secure: false, host: '10.0.0.1', port: 3128 }],
  ['user@proxy:3128', { secure: false, host: 'proxy', port: 3128, userInfo: 'user:' }],
  ['user:p%40ss@proxy:3128', { secure: false, host: 'proxy', port: 3128, userInfo: 'user:p@ss' }],
  ['http://user:p%3Ass@proxy:80', { secure: false, host: 'proxy', port: 80, userInfo: 'user:p:ss' }],
  ['http://[::1]:3128', { secure: false, host: '::1', port: 3128 }],
  ['[2001:db8::1]:3128', { secure: false, host: '2001:db8::1', port: 3128 }],
  [' http://proxy:3128\n', { secure: false, host: 'proxy', port: 3128 }],
])('the setting %s is a proxy', (setting, proxy) => {
  expect(parseProxy(setting)).toEqual(proxy);
});

test.each(['socks', 'socks4', 'socks5', 'socks5h', 'SOCKS5', 'ftp'])(
  'the scheme %s is not supported, and the result names it',
  (scheme) => {
    expect(parseProxy(`${scheme}://user:hunter2@proxy:1080`)).toEqual({ scheme: scheme.toLowerCase() });
  },
);

test.each([
  '',
  'not a url',
  'http://',
  'http://user:100%@proxy:3128',
  'http://user:half@otherhalf#@proxy:3128',
  'http://user:half?@proxy:3128',
  'http://user/hunter2@proxy:3128',
  'proxy:port',
  ':3128',
])('the setting %j is not a proxy', (setting) => {
  expect(parseProxy(setting)).toEqual({});
});

test('an encoded password with any characters is parsed completely', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (password) => {
      const setting = `http://user:${encodeURIComponent(password)}@proxy:3128`;
      expect(parseProxy(setting)).toMatchObject({ host: 'proxy', userInfo: `user:${password}` });
    }),
  );
});

test('an unencoded password never becomes part of the host', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[#?/\\@:%\w]{0,8}$/), (password) => {
      const proxy = parseProxy(`http://user:${password}@proxy:3128`);
      if ('host' in proxy) expect(proxy).toMatchObject({ host: 'proxy', port: 3128 });
    }),
  );
});
