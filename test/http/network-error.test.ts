import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import {
  NetworkError,
  type NetworkErrorKind,
  networkError,
  proxyError,
  unusableProxy,
} from '../../src/http/network-error.ts';

/** thrown is an error of Node with a code. By default, it is from a connection that could not be opened. */
function thrown(code: string, message = `something ${code}`, syscall = 'connect'): Error {
  return Object.assign(new Error(message), { code, syscall });
}

describe('a network error', () => {
  test.each<[string, string, NetworkErrorKind]>([
    ['ENOTFOUND', 'getaddrinfo', 'dns'],
    ['EAI_AGAIN', 'getaddrinfo', 'dns'],
    ['EAI_FAIL', 'getaddrinfo', 'dns'],
    ['ECONNREFUSED', 'connect', 'refused'],
    ['EHOSTUNREACH', 'connect', 'refused'],
    ['ENETUNREACH', 'connect', 'refused'],
    ['EADDRNOTAVAIL', 'connect', 'refused'],
    ['EACCES', 'connect', 'refused'],
    ['ETIMEDOUT', 'connect', 'refused'],
    ['ETIMEDOUT', 'read', 'timeout'],
    ['EHOSTUNREACH', 'write', 'broken'],
    ['ECONNRESET', 'read', 'broken'],
    ['EPIPE', 'write', 'broken'],
    ['EMFILE', 'socket', 'broken'],
    ['HPE_INVALID_CONSTANT', '', 'broken'],
    ['HPE_HEADER_OVERFLOW', '', 'broken'],
    ['EPROTO', 'write', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', '', 'tls'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', '', 'tls'],
    ['CERT_HAS_EXPIRED', '', 'certificate'],
    ['CERT_SIGNATURE_FAILURE', '', 'certificate'],
    ['CRL_HAS_EXPIRED', '', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', '', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', '', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '', 'certificate'],
    ['INVALID_CA', '', 'certificate'],
    ['INVALID_PURPOSE', '', 'certificate'],
    ['PATH_LENGTH_EXCEEDED', '', 'certificate'],
    ['UNSPECIFIED', '', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '', 'certificate'],
  ])('has one of the known codes: %s of %s', (code, syscall, kind) => {
    const error = networkError(thrown(code, 'x', syscall), 'influx.example.com:8443');
    expect(error).toMatchObject({ kind });
    expect(error?.message).toContain('influx.example.com:8443');
    expect(error?.message).toContain(code);
  });

  test.each([
    ['dns', thrown('ENOTFOUND'), true],
    ['refused', thrown('ECONNREFUSED'), true],
    ['broken', thrown('ECONNRESET', 'x', 'read'), true],
    ['certificate', thrown('CERT_HAS_EXPIRED'), false],
  ] as const)('is retryable or not: %s', (_, cause, retryable) => {
    expect(networkError(cause, 'host')).toMatchObject({ retryable });
  });

  test.each([
    ['an unknown name', thrown('ENOTFOUND', 'x', 'getaddrinfo'), false],
    ['a refused connection', thrown('ECONNREFUSED'), false],
    ['a time-out of the connection', thrown('ETIMEDOUT'), false],
    ['a certificate', thrown('CERT_HAS_EXPIRED'), false],
    ['a reset', thrown('ECONNRESET', 'x', 'read'), true],
    ['a route that was lost', thrown('EHOSTUNREACH', 'x', 'write'), true],
    ['a time-out', thrown('ETIMEDOUT', 'x', 'read'), true],
    ['a response that is not HTTP', thrown('HPE_INVALID_CONSTANT', 'x', ''), true],
  ] as const)(
    'tells whether the request might have reached the server: %s',
    (_, cause, mightHaveReachedServer) => {
      expect(networkError(cause, 'host')).toMatchObject({ mightHaveReachedServer });
    },
  );

  test('is a failure with a cause', () => {
    const cause = thrown('ECONNRESET');
    const error = networkError(cause, 'host');
    expect(error).toBeInstanceOf(Failure);
    expect(error?.cause).toBe(cause);
  });

  test('is returned unchanged if it is already a NetworkError', () => {
    const error = new NetworkError('timeout', 'host did not respond within 30 s.');
    expect(networkError(error, 'another')).toBe(error);
    expect(proxyError(error, 'another')).toBe(error);
  });
});

describe('a defect', () => {
  test.each([
    ['TypeError', new TypeError('x.toWellFormed is not a function')],
    ['an error without a code', new Error('socket hang up')],
    ['a text', 'ECONNRESET'],
    ['nothing', undefined],
    ['an object that is not an error', { code: 'ECONNRESET' }],
    ['a number as a code', Object.assign(new Error('x'), { code: 5 })],
    ['ERR_INVALID_CHAR', thrown('ERR_INVALID_CHAR')],
    ['ERR_INVALID_ARG_TYPE', thrown('ERR_INVALID_ARG_TYPE')],
    ['ERR_INVALID_URL', thrown('ERR_INVALID_URL')],
    ['ERR_UNESCAPED_CHARACTERS', thrown('ERR_UNESCAPED_CHARACTERS')],
    ['ERR_SOCKET_BAD_PORT', thrown('ERR_SOCKET_BAD_PORT')],
    ['ERR_HTTP_HEADERS_SENT', thrown('ERR_HTTP_HEADERS_SENT')],
    ['ERR_TLS_INVALID_CONTEXT', thrown('ERR_TLS_INVALID_CONTEXT')],
    ['ERR_STREAM_WRITE_AFTER_END', thrown('ERR_STREAM_WRITE_AFTER_END')],
    ['ABORT_ERR', thrown('ABORT_ERR')],
    ['an empty aggregate', new AggregateError([])],
    [
      'an aggregate with one error',
      new AggregateError([thrown('ECONNREFUSED'), new TypeError('x'), thrown('ENETUNREACH')]),
    ],
  ])('is not a network error: %s', (_, cause) => {
    expect(networkError(cause, 'host')).toBeUndefined();
    expect(proxyError(cause, 'host')).toBeUndefined();
  });

  test('is not a network error, with any text and any of Node’s own codes', () => {
    const code = fc.option(fc.stringMatching(/^ERR_[A-RU-Z][A-Z_]{1,20}$/), { nil: undefined });
    fc.assert(
      fc.property(fc.string(), code, (text, of) => {
        const error = Object.assign(new Error(text), of === undefined ? {} : { code: of });
        expect(networkError(error, 'host')).toBeUndefined();
      }),
    );
  });
});

describe('a host with several addresses', () => {
  const CODES = ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'];

  test('is described by its most specific error, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CODES, { minLength: 1 }), (codes) => {
        const error = networkError(new AggregateError(codes.map((code) => thrown(code))), 'host');
        const [most] = [...codes].sort((one, other) => CODES.indexOf(one) - CODES.indexOf(other));
        expect(error).toMatchObject({ kind: 'refused', message: expect.stringContaining(`(${most})`) });
      }),
    );
  });
});

describe('an error of the connection to the proxy', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'HPE_INVALID_CONSTANT'])(
    'names the proxy, and nothing was sent: %s',
    (code) => {
      expect(proxyError(thrown(code), 'host')).toMatchObject({
        kind: 'proxy',
        mightHaveReachedServer: false,
        message: expect.stringMatching(new RegExp(`The proxy for host.*${code}.*HTTPS_PROXY`)),
      });
    },
  );

  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', /`ca-certificate`/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /`ca-certificate`/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /another name.*HTTPS_PROXY/],
  ])('about its certificate says what to set: %s', (code, hint) => {
    const error = proxyError(thrown(code), 'host');
    expect(error).toMatchObject({ kind: 'certificate', retryable: false, mightHaveReachedServer: false });
    expect(error?.message).toMatch(/the proxy for host/);
    expect(error?.message).toMatch(hint);
  });
});

describe('an unusable proxy setting', () => {
  test('with SOCKS is refused, and the error names the kind', () => {
    expect(unusableProxy('socks5h', 'host')).toMatchObject({
      kind: 'proxy-setting',
      retryable: false,
      message: expect.stringMatching(
        /SOCKS proxy \(socks5h:\/\/\).*http:\/\/HOST:PORT.*add host to NO_PROXY/,
      ),
    });
  });

  test('with any other scheme is also refused', () => {
    expect(unusableProxy('ftp', 'host').message).toMatch(/a URL with ftp:\/\/.*not supported/);
  });
});
