import { Failure } from '../failure.ts';
import { markServerText } from '../server-text.ts';

/** What kept an answer from coming. */
export type NetworkFault =
  | 'timeout'
  | 'dns'
  | 'refused'
  | 'certificate'
  | 'tls'
  | 'proxy'
  | 'proxy-setting'
  | 'no-time'
  | 'too-large'
  | 'broken';

/** There was no connection yet on which a request could have left. */
const NEVER_SENT: readonly NetworkFault[] = [
  'dns',
  'refused',
  'certificate',
  'proxy',
  'proxy-setting',
  'no-time',
];

/** The next try would end the same. */
const LASTING: readonly NetworkFault[] = ['certificate', 'too-large', 'proxy-setting', 'no-time'];

/** NetworkError says that a request got no usable answer. If it may have left, the server may have carried it out. */
export class NetworkError extends Failure {
  readonly fault: NetworkFault;

  constructor(fault: NetworkFault, message: string, options?: ErrorOptions) {
    super(titleOf(fault), message, options);
    this.name = 'NetworkError';
    this.fault = fault;
  }

  /** passing tells whether another try may help. */
  get passing(): boolean {
    return !LASTING.includes(this.fault);
  }

  /** mayHaveLeft tells whether the server may have received the request. */
  get mayHaveLeft(): boolean {
    return !NEVER_SENT.includes(this.fault);
  }
}

function titleOf(fault: NetworkFault): string {
  if (fault === 'timeout' || fault === 'no-time') return 'No answer in time';
  return fault === 'too-large' ? 'Answer too large' : 'No connection';
}

/** networkError turns what Node throws into a sentence with a cure. `host` is who was asked. */
export function networkError(cause: unknown, host: string): NetworkError {
  if (cause instanceof NetworkError) return cause;
  const code = codeOf(cause);
  const text = cause instanceof Error ? cause.message : String(cause);
  if (code === 'ERR_INVALID_URL') return unreadableProxy(host, { cause });
  const [fault, message] = explain(code, text, host, syscallOf(cause) === 'connect');
  return new NetworkError(fault, message, { cause });
}

/** unreadableProxy says that a proxy is set, but not so that anybody could find it. */
export function unreadableProxy(host: string, options?: ErrorOptions): NetworkError {
  const message = `the proxy for ${host} is not a URL: check HTTPS_PROXY (http://HOST:PORT)`;
  return new NetworkError('proxy-setting', message, options);
}

function explain(code: string, text: string, host: string, connecting: boolean): [NetworkFault, string] {
  if (text.startsWith('tunneling socket')) {
    // Of what went wrong with a proxy only the text is left. Behind the semicolon Node recommends options of its own.
    const untrusted = /cause=([^;]*certificate[^;]*)/i.exec(text)?.[1];
    if (untrusted !== undefined) {
      return [
        'certificate',
        `no trusted TLS connection to the proxy for ${host} (${markServerText(untrusted)}): check its certificate, or give that of its ` +
          'authority in `ca-certificate`',
      ];
    }
    const cure = text.endsWith('=407')
      ? 'it asks for a user and a password, which HTTPS_PROXY can hold (http://USER:PASSWORD@HOST:PORT)'
      : 'check HTTPS_PROXY and what it allows';
    return ['proxy', `the proxy would not connect to ${host} (${markServerText(text)}): ${cure}`];
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return [
      'dns',
      `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`,
    ];
  }
  if (connecting && /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(code)) {
    return [
      'refused',
      `${host} refused the connection (${code}): check host and port, or use a runner that may reach it`,
    ];
  }
  // Node checks the certificate before it lets any byte of the request out.
  if (/^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH)/.test(code)) {
    return ['certificate', `no trusted TLS connection to ${host} (${code}): ${certificateCure(code)}`];
  }
  // The other side, or something in between, does not speak TLS.
  if (/^(?:EPROTO|ERR_SSL_)/.test(code)) {
    return ['tls', `${host} did not agree on TLS (${code}): check the port, and that it serves https`];
  }
  if (code === 'ETIMEDOUT') return ['timeout', `${host} did not answer in time (${code})`];
  return [
    'broken',
    `the connection to ${host} broke off (${code || markServerText(text) || 'no reason given'})`,
  ];
}

function certificateCure(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired and must be renewed there';
  if (code === 'CERT_NOT_YET_VALID') return 'its certificate is not valid yet: check the clocks';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return 'its certificate is for another name: use the name that stands in it';
  }
  return 'its certificate is not one that this runner trusts: give the certificate of its authority in `ca-certificate`';
}

/** Connecting to several addresses fails with one AggregateError that holds a cause for each. */
function firstOf(cause: unknown): unknown {
  return cause instanceof AggregateError ? cause.errors[0] : cause;
}

function codeOf(cause: unknown): string {
  const first = firstOf(cause);
  return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : '';
}

function syscallOf(cause: unknown): unknown {
  const first = firstOf(cause);
  return first instanceof Error && 'syscall' in first ? first.syscall : undefined;
}
