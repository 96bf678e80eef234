import type { ErrorCode } from '../base/error-codes.ts';
import { Failure } from '../base/errors.ts';

/** What kept a usable response from coming. */
export type NetworkErrorKind =
  | 'timeout'
  | 'connect-timeout'
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

/** There was no connection yet on which a request could have left. */
const NEVER_SENT: readonly NetworkErrorKind[] = [
  'connect-timeout',
  'dns',
  'refused',
  'certificate',
  'proxy',
  'proxy-setting',
  'no-time',
];

/** The next try would end the same. */
const NOT_RETRYABLE: readonly NetworkErrorKind[] = [
  'certificate',
  'too-large',
  'coding',
  'proxy-setting',
  'no-time',
];

/** NetworkError says that a request got no usable response. If the request might have reached the server, it might have had an effect. */
export class NetworkError extends Failure {
  readonly kind: NetworkErrorKind;

  constructor(kind: NetworkErrorKind, message: string, options?: ErrorOptions) {
    super(codeOf(kind), message, options);
    this.name = 'NetworkError';
    this.kind = kind;
  }

  /** retryable tells whether another try may help. */
  get retryable(): boolean {
    return !NOT_RETRYABLE.includes(this.kind);
  }

  /** mayHaveReachedServer tells whether the server might have received the request. */
  get mayHaveReachedServer(): boolean {
    return !NEVER_SENT.includes(this.kind);
  }
}

function codeOf(kind: NetworkErrorKind): ErrorCode {
  if (kind === 'timeout' || kind === 'connect-timeout' || kind === 'no-time') return 'no-response-in-time';
  if (kind === 'coding') return 'unreadable-response';
  return kind === 'too-large' ? 'response-too-large' : 'no-connection';
}

/**
 * networkError turns an error of the system, of TLS, or of the HTTP parser into a sentence with a hint; `host` is the server.
 * Undefined for any other error: that is a defect of the program, never to be retried or taken for a lost response.
 */
export function networkError(cause: unknown, host: string): NetworkError | undefined {
  if (cause instanceof NetworkError) return cause;
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  const [kind, message] = explain(code, syscallOf(cause), host);
  return new NetworkError(kind, message, { cause });
}

/** proxyError is networkError for what goes wrong with the proxy to a host, before the host itself is involved. */
export function proxyError(cause: unknown, host: string): NetworkError | undefined {
  if (cause instanceof NetworkError) return cause;
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  if (kindOf(code) === 'certificate') {
    const message = `no trusted TLS connection to the proxy for ${host} (${code}): ${proxyCertificateHint(code)}`;
    return new NetworkError('certificate', message, { cause });
  }
  const message = `the proxy for ${host} cannot be reached (${code}). Check HTTPS_PROXY`;
  return new NetworkError('proxy', message, { cause });
}

/** unusableProxy is the error for a proxy setting that leads nowhere. `scheme`: the setting has one that is not supported. */
export function unusableProxy(scheme: string | undefined, host: string): NetworkError {
  if (scheme === undefined) {
    const message = `the proxy for ${host} is not a URL. Set HTTPS_PROXY to http://HOST:PORT, with special characters of a password percent-encoded`;
    return new NetworkError('proxy-setting', message);
  }
  const what = scheme.startsWith('socks') ? `a SOCKS proxy (${scheme}://)` : `a URL with ${scheme}://`;
  const message = `HTTPS_PROXY is ${what}, which is not supported. Set HTTPS_PROXY to an HTTP proxy (http://HOST:PORT), or add ${host} to NO_PROXY`;
  return new NetworkError('proxy-setting', message);
}

/** Everything that can go wrong on a network has one of these codes. What has none of them is no network error. */
const CODES = {
  /** System errors, and those of getaddrinfo. Codes of Node's own begin with ERR and an underscore. */
  system: /^(?:E[A-Z0-9]+|EAI_[A-Z]+)$/,
  /** Errors of a handshake. Other codes that begin with ERR_TLS_ are for wrong arguments. */
  tls: /^(?:ERR_SSL_\w+|ERR_TLS_(?:HANDSHAKE_TIMEOUT|DH_PARAM_SIZE))$/,
  /** OpenSSL's reasons to reject a certificate, and a name that the certificate is not for. */
  certificate:
    /^(?:(?:CERT|CRL|UNABLE_TO|ERROR_IN|SELF_SIGNED|DEPTH_ZERO|PATH_LENGTH|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)(?:_[A-Z_]+)?|UNSPECIFIED|ERR_TLS_CERT_ALTNAME_\w+)$/,
  http: /^HPE_\w+$/,
} as const;

function kindOf(code: string): keyof typeof CODES | undefined {
  return (Object.keys(CODES) as (keyof typeof CODES)[]).find((kind) => CODES[kind].test(code));
}

/** The code of a network error; undefined for anything else. */
function networkCode(cause: unknown): string | undefined {
  const error = mostUseful(cause);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return kindOf(error.code) === undefined ? undefined : error.code;
}

function syscallOf(cause: unknown): unknown {
  const error = mostUseful(cause);
  return error instanceof Error && 'syscall' in error ? error.syscall : undefined;
}

/** Codes that say little about the server, the least telling first: an IPv6 address often has no route from here. */
const LEAST_TELLING = [
  'EAFNOSUPPORT',
  'EADDRNOTAVAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
];

/**
 * Connecting to several addresses fails with one AggregateError that contains an error for each: the one that tells most
 * about the server counts. One that is no network error wins over all, since it is a defect.
 */
function mostUseful(cause: unknown): unknown {
  if (!(cause instanceof AggregateError)) return cause;
  const rank = (error: unknown): number => {
    const code = networkCode(error);
    if (code === undefined) return LEAST_TELLING.length + 1;
    const index = LEAST_TELLING.indexOf(code);
    return index < 0 ? LEAST_TELLING.length : index;
  };
  const errors: readonly unknown[] = cause.errors;
  return errors.reduce((best, error) => (rank(error) > rank(best) ? error : best), errors[0]);
}

function explain(code: string, syscall: unknown, host: string): [NetworkErrorKind, string] {
  if (syscall === 'getaddrinfo' || code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return [
      'dns',
      `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`,
    ];
  }
  const kind = kindOf(code);
  // Node checks the certificate before it lets any byte of the request out.
  if (kind === 'certificate') {
    return ['certificate', `no trusted TLS connection to ${host} (${code}): ${certificateHint(code)}`];
  }
  if (syscall === 'connect') {
    const what = code === 'ECONNREFUSED' ? 'refused the connection' : 'cannot be reached';
    return ['refused', `${host} ${what} (${code}). Check host and port, or use a runner with access to it`];
  }
  // The other side, or something in between, does not speak TLS.
  if (kind === 'tls' || code === 'EPROTO') {
    return ['tls', `${host} did not agree on TLS (${code}): check the port, and that it serves https`];
  }
  if (code === 'ETIMEDOUT') return ['timeout', `${host} did not answer in time (${code})`];
  return ['broken', `the connection to ${host} broke off (${code})`];
}

function certificateHint(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired and must be renewed there';
  if (code === 'CERT_NOT_YET_VALID') return 'its certificate is not valid yet: check the clocks';
  if (isForAnotherName(code)) {
    return 'its certificate is for another name: use the name that stands in it';
  }
  return 'its certificate is not one that this runner trusts: give the certificate of its authority in `ca-certificate`';
}

function proxyCertificateHint(code: string): string {
  return isForAnotherName(code)
    ? 'its certificate is for another name. Set HTTPS_PROXY to a name that the certificate contains'
    : 'check its certificate, or set `ca-certificate` to the certificate of its authority';
}

function isForAnotherName(code: string): boolean {
  return code.startsWith('ERR_TLS_CERT_ALTNAME_') || code === 'HOSTNAME_MISMATCH';
}
