import type { ErrorCode } from '../base/error-codes.ts';
import { Failure } from '../base/errors.ts';

/** NetworkErrorKind is the reason why there is no usable response. */
export type NetworkErrorKind =
  | 'timeout'
  | 'connect-timeout'
  | 'handshake'
  | 'dns'
  | 'refused'
  | 'certificate'
  | 'tls'
  | 'proxy'
  | 'proxy-setting'
  | 'no-time'
  | 'too-large'
  | 'coding'
  | 'broken';

/** In these cases the request was not sent to the server. */
const NEVER_SENT: readonly NetworkErrorKind[] = [
  'connect-timeout',
  'handshake',
  'dns',
  'refused',
  'certificate',
  'proxy',
  'proxy-setting',
  'no-time',
];

/** In these cases the next attempt would end the same. */
const NOT_RETRYABLE: readonly NetworkErrorKind[] = [
  'certificate',
  'too-large',
  'coding',
  'proxy-setting',
  'no-time',
];

/** The messages of these say only what happened. */
const WITHOUT_HINT: readonly NetworkErrorKind[] = ['timeout', 'connect-timeout', 'tls', 'broken'];

const REMEDY =
  'Run the job again later. If the error persists, check the proxies and firewalls between this runner and the server.';

interface NetworkErrorOptions extends ErrorOptions {
  readonly limitMs?: number;
}

/** NetworkError means that a request got no usable response. If the request reached the server, it might have had an effect. */
export class NetworkError extends Failure {
  readonly kind: NetworkErrorKind;
  /** The time limit of the attempt, in milliseconds, if the attempt has reached it. Undefined for any other error. */
  readonly limitMs: number | undefined;

  constructor(kind: NetworkErrorKind, message: string, options?: NetworkErrorOptions) {
    super(codeOf(kind), message, { ...options, remedy: WITHOUT_HINT.includes(kind) ? REMEDY : '' });
    this.name = 'NetworkError';
    this.kind = kind;
    this.limitMs = options?.limitMs;
  }

  /** retryable tells whether another attempt might succeed. */
  get retryable(): boolean {
    return !NOT_RETRYABLE.includes(this.kind);
  }

  /** mightHaveReachedServer tells whether the server might have received the request. */
  get mightHaveReachedServer(): boolean {
    return !NEVER_SENT.includes(this.kind);
  }
}

function codeOf(kind: NetworkErrorKind): ErrorCode {
  if (kind === 'timeout' || kind === 'connect-timeout' || kind === 'no-time') return 'no-response-in-time';
  if (kind === 'coding') return 'unreadable-response';
  return kind === 'too-large' ? 'response-too-large' : 'no-connection';
}

/**
 * networkError describes an error of the system, of TLS, or of the HTTP parser, with a hint. `host` is the server. Undefined for
 * any other error, because a defect must not be retried or treated as a lost response.
 */
export function networkError(cause: unknown, host: string): NetworkError | undefined {
  if (cause instanceof NetworkError) return cause;
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  const [kind, message] = explain(code, syscallOf(cause), host);
  return new NetworkError(kind, message, { cause });
}

/** handshakeError is networkError for an error before the TLS connection to a host was established. Nothing was sent to the host. */
export function handshakeError(cause: unknown, host: string): NetworkError | undefined {
  const error = networkError(cause, host);
  if (error === undefined || !error.mightHaveReachedServer) return error;
  const code = networkCode(cause) ?? '';
  // Usually, the server or a device in between does not use TLS.
  const message =
    kindOf(code) === 'tls' || code === 'EPROTO'
      ? `The TLS handshake with ${host} failed (${code}). Check that this port serves HTTPS.`
      : `The connection to ${host} was lost during the TLS handshake (${code}). Check the proxies and firewalls of this runner.`;
  return new NetworkError('handshake', message, { cause });
}

/** proxyError is networkError for an error of the proxy to a host, before the proxy has connected to the host. */
export function proxyError(cause: unknown, host: string): NetworkError | undefined {
  if (cause instanceof NetworkError) return cause;
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  if (kindOf(code) === 'certificate') {
    const message = `The TLS connection to the proxy for ${host} is not trusted (${code}). ${proxyCertificateHint(code)}`;
    return new NetworkError('certificate', message, { cause });
  }
  const message = `The proxy for ${host} cannot be reached (${code}). Check HTTPS_PROXY.`;
  return new NetworkError('proxy', message, { cause });
}

/** unusableProxy is the error for an invalid proxy setting. `scheme` is the scheme of the setting if it is not supported. */
export function unusableProxy(scheme: string | undefined, host: string): NetworkError {
  if (scheme === undefined) {
    const message = `The proxy setting for ${host} is not a URL. Set HTTPS_PROXY to http://HOST:PORT. Percent-encode special characters in a password.`;
    return new NetworkError('proxy-setting', message);
  }
  const what = scheme.startsWith('socks') ? `a SOCKS proxy (${scheme}://)` : `a URL with ${scheme}://`;
  const message = `HTTPS_PROXY is ${what}, which is not supported. Set HTTPS_PROXY to an HTTP proxy (http://HOST:PORT), or add ${host} to NO_PROXY.`;
  return new NetworkError('proxy-setting', message);
}

/** Every network error has one of these codes. An error with any other code is a defect. */
const CODES = {
  /** Errors of the system and of getaddrinfo. Node's own codes start with `ERR_`, so they do not match. */
  system: /^(?:E[A-Z0-9]+|EAI_[A-Z]+)$/,
  /** Errors of TLS. Other codes that start with ERR_TLS_ mean wrong arguments. */
  tls: /^(?:ERR_SSL_\w+|ERR_TLS_(?:HANDSHAKE_TIMEOUT|DH_PARAM_SIZE))$/,
  /** OpenSSL rejects the certificate, or the certificate is for another name. */
  certificate:
    /^(?:(?:CERT|CRL|UNABLE_TO|ERROR_IN|SELF_SIGNED|DEPTH_ZERO|PATH_LENGTH|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)(?:_[A-Z_]+)?|UNSPECIFIED|ERR_TLS_CERT_ALTNAME_\w+)$/,
  http: /^HPE_\w+$/,
} as const;

function kindOf(code: string): keyof typeof CODES | undefined {
  return (Object.keys(CODES) as (keyof typeof CODES)[]).find((kind) => CODES[kind].test(code));
}

/** Returns the code of a network error. Undefined for any other error. */
function networkCode(cause: unknown): string | undefined {
  const error = mostSpecific(cause);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return kindOf(error.code) === undefined ? undefined : error.code;
}

function syscallOf(cause: unknown): unknown {
  const error = mostSpecific(cause);
  return error instanceof Error && 'syscall' in error ? error.syscall : undefined;
}

/** These codes say little about the server, because an IPv6 address often has no route. The least specific code comes first. */
const LEAST_SPECIFIC = [
  'EAFNOSUPPORT',
  'EADDRNOTAVAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
];

/**
 * If all addresses of a host fail, an AggregateError contains one error per address. The most specific one counts. A defect
 * takes precedence over all network errors.
 */
function mostSpecific(cause: unknown): unknown {
  if (!(cause instanceof AggregateError)) return cause;
  const rank = (error: unknown): number => {
    const code = networkCode(error);
    if (code === undefined) return LEAST_SPECIFIC.length + 1;
    const index = LEAST_SPECIFIC.indexOf(code);
    return index < 0 ? LEAST_SPECIFIC.length : index;
  };
  const errors: readonly unknown[] = cause.errors;
  return errors.reduce((best, error) => (rank(error) > rank(best) ? error : best), errors[0]);
}

function explain(code: string, syscall: unknown, host: string): [NetworkErrorKind, string] {
  if (syscall === 'getaddrinfo' || code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return [
      'dns',
      `The host name ${host} could not be resolved (${code}). Check the URL, or use a runner that can resolve the name.`,
    ];
  }
  const kind = kindOf(code);
  // Node checks the certificate before it sends the first byte of the request.
  if (kind === 'certificate') {
    return [
      'certificate',
      `The TLS connection to ${host} is not trusted (${code}). ${certificateHint(code)}`,
    ];
  }
  if (syscall === 'connect') {
    const what = code === 'ECONNREFUSED' ? 'refused the connection' : 'cannot be reached';
    return [
      'refused',
      `${host} ${what} (${code}). Check the host and the port, or use a runner that has access to the host.`,
    ];
  }
  if (kind === 'tls' || code === 'EPROTO') {
    return ['tls', `The TLS connection to ${host} failed (${code}).`];
  }
  if (code === 'ETIMEDOUT') return ['timeout', `${host} did not respond in time (${code}).`];
  return ['broken', `The connection to ${host} was lost (${code}).`];
}

function certificateHint(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'The certificate of the server has expired. Renew it.';
  if (code === 'CERT_NOT_YET_VALID') {
    return 'The certificate of the server is not valid yet. Check the clocks of the runner and the server.';
  }
  if (isForAnotherName(code)) {
    return 'The certificate of the server is for another name. Use a host name that the certificate contains.';
  }
  return 'This runner does not trust the certificate of the server. Set `ca-certificate` to the certificate of its CA.';
}

function proxyCertificateHint(code: string): string {
  return isForAnotherName(code)
    ? 'The certificate of the proxy is for another name. Set HTTPS_PROXY to a name that the certificate contains.'
    : 'Check the certificate of the proxy, or set `ca-certificate` to the certificate of its CA.';
}

function isForAnotherName(code: string): boolean {
  return code.startsWith('ERR_TLS_CERT_ALTNAME_') || code === 'HOSTNAME_MISMATCH';
}
