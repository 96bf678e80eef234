import { Failure } from '../failure.ts';

/** What kept an answer from coming. Only `certificate` and `too-large` are sure to be the same at the next try. */
export type NetworkFault = 'timeout' | 'dns' | 'refused' | 'certificate' | 'proxy' | 'too-large' | 'broken';

/** NetworkError says that a request got no usable answer. Whether the server carried it out is then unknown. */
export class NetworkError extends Failure {
  readonly fault: NetworkFault;

  constructor(fault: NetworkFault, message: string, options?: ErrorOptions) {
    super(fault === 'timeout' ? 'No answer in time' : 'No connection', message, options);
    this.name = 'NetworkError';
    this.fault = fault;
  }

  /** passing tells whether another try may help. */
  get passing(): boolean {
    return this.fault !== 'certificate' && this.fault !== 'too-large';
  }
}

/** networkError turns what Node throws into a sentence with a cure. `host` is who was asked. */
export function networkError(cause: unknown, host: string): NetworkError {
  if (cause instanceof NetworkError) return cause;
  const code = codeOf(cause);
  const text = cause instanceof Error ? cause.message : String(cause);
  const [fault, message] = explain(code, text, host);
  return new NetworkError(fault, message, { cause });
}

function explain(code: string, text: string, host: string): [NetworkFault, string] {
  if (text.startsWith('tunneling socket')) {
    return [
      'proxy',
      `the proxy would not connect to ${host} (${text}): check HTTPS_PROXY and what it allows`,
    ];
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return [
      'dns',
      `the name ${host} could not be resolved (${code}): check the URL, or use a runner that knows it`,
    ];
  }
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return [
      'refused',
      `${host} refused the connection (${code}): check host and port, or use a runner that may reach it`,
    ];
  }
  if (
    /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/.test(code)
  ) {
    return [
      'certificate',
      `no trusted TLS connection to ${host} (${code}): its certificate is not one that this runner trusts`,
    ];
  }
  if (code === 'ETIMEDOUT') return ['timeout', `${host} did not answer in time (${code})`];
  return ['broken', `the connection to ${host} broke off (${code || text || 'no reason given'})`];
}

/** Connecting to several addresses fails with one AggregateError that holds a cause for each. */
function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : '';
}
