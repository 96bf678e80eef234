import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { NetworkError, networkError } from '../../src/http/network-error.ts';

/** thrown is an error as Node throws it, with a code; by default from a connection that never came about. */
function thrown(code: string, message = `something ${code}`, syscall = 'connect'): Error {
  return Object.assign(new Error(message), { code, syscall });
}

describe('what Node throws', () => {
  test.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'refused'],
    ['ENETUNREACH', 'refused'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNRESET', 'broken'],
    ['EPIPE', 'broken'],
    ['HPE_INVALID_CONSTANT', 'broken'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ] as const)('is told apart: %s', (code, fault) => {
    const error = networkError(thrown(code), 'influx.example.com:8443');
    expect(error.fault).toBe(fault);
    expect(error.message).toContain('influx.example.com:8443');
    expect(error.message).toContain(code);
  });

  test.each([
    ['dns', thrown('ENOTFOUND'), true],
    ['refused', thrown('ECONNREFUSED'), true],
    ['broken', thrown('ECONNRESET'), true],
    ['certificate', thrown('CERT_HAS_EXPIRED'), false],
  ] as const)('may pass, or not: %s', (_, cause, passing) => {
    expect(networkError(cause, 'host').passing).toBe(passing);
  });

  test.each([
    ['an unknown name', thrown('ENOTFOUND', 'x', 'getaddrinfo'), false],
    ['a refused connection', thrown('ECONNREFUSED'), false],
    ['a certificate', thrown('CERT_HAS_EXPIRED'), false],
    ['a proxy', new Error('tunneling socket could not be established, statusCode=407'), false],
    ['a reset', thrown('ECONNRESET', 'x', 'read'), true],
    ['a route that broke off under way', thrown('EHOSTUNREACH', 'x', 'write'), true],
    ['a time-out', thrown('ETIMEDOUT'), true],
    ['anything else', new Error('x'), true],
  ] as const)('leaves open whether the request has left, or not: %s', (_, cause, mayHaveLeft) => {
    expect(networkError(cause, 'host').mayHaveLeft).toBe(mayHaveLeft);
  });

  test('by a proxy names the proxy', () => {
    const cause = new Error('tunneling socket could not be established, statusCode=407');
    const error = networkError(cause, 'host');
    expect(error.fault).toBe('proxy');
    expect(error.message).toMatch(/407.*HTTPS_PROXY/);
  });

  test.each([
    'self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    'unable to verify the first certificate',
    'certificate has expired',
    "Hostname/IP does not match certificate's altnames: Host: proxy. is not in the cert's altnames: DNS:other",
  ])('by the certificate of a proxy names the input that helps: %s', (cause) => {
    const error = networkError(
      new Error(`tunneling socket could not be established, cause=${cause}`),
      'host',
    );
    expect(error.fault).toBe('certificate');
    expect(error.message).toMatch(/the proxy for host .*`ca-certificate`/);
    expect(error.message).not.toContain('--use-system-ca');
  });

  test('for a host with several addresses is what the first one met', () => {
    const cause = new AggregateError([thrown('ECONNREFUSED'), thrown('ENETUNREACH')]);
    expect(networkError(cause, 'host').message).toContain('ECONNREFUSED');
  });

  test('is a failure with its cause', () => {
    const cause = thrown('ECONNRESET');
    const error = networkError(cause, 'host');
    expect(error).toBeInstanceOf(Failure);
    expect(error.cause).toBe(cause);
  });

  test('without a code is told by its text', () => {
    expect(networkError(new Error('socket hang up'), 'host').message).toContain('socket hang up');
  });

  test('may be no error at all', () => {
    expect(networkError('gone', 'host')).toMatchObject({
      fault: 'broken',
      message: expect.stringContaining('gone'),
    });
  });

  test('is left alone when it was explained already', () => {
    const error = new NetworkError('timeout', 'host did not answer within 30 s');
    expect(networkError(error, 'another')).toBe(error);
  });
});
