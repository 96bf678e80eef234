import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { SecureContext } from 'node:tls';
import { formatCount } from '../base/text.ts';

/**
 * Anchors are the certificates that a connection trusts. `default`: those of Node. `environment`: those that Node finds
 * because the environment says so. `listed`: exactly these, in PEM.
 */
export type Anchors =
  | { readonly kind: 'default' }
  | { readonly kind: 'environment' }
  | { readonly kind: 'listed'; readonly certificates: readonly string[] };

/** Verification is how a server's certificate is looked at, in Node's own terms. */
export interface Verification {
  readonly rejectUnauthorized: true;
  readonly secureContext?: SecureContext;
}

/** Addition is a set of certificates, in PEM, and the variable or option that added them. */
export interface Addition {
  readonly source: string;
  readonly certificates: readonly string[];
}

/** NodeTrust is what this process trusts without any input. */
export interface NodeTrust {
  readonly bundled: readonly string[];
  /** False where OpenSSL's store is used instead. */
  readonly trustsBundled: boolean;
  /** The most specific source first. They can repeat bundled certificates. */
  readonly additions: readonly Addition[];
}

/** MainTrust is what main trusts, and what its ledger records of that. */
export interface MainTrust {
  readonly anchors: Anchors;
  /** Of each certificate beyond the bundled ones. */
  readonly fingerprints: readonly string[];
}

/** The ledger travels in an environment variable, which has at most 32,767 characters on Windows. */
const MAX_FINGERPRINTS = 600;

/** Variables that can change what Node trusts. The last two do so with OpenSSL's own store only. */
const VARIABLES = [
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'NODE_OPTIONS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** Where OpenSSL looks, by the build and the distribution, unless SSL_CERT_FILE or SSL_CERT_DIR says otherwise. */
const OPENSSL_FILES = [
  '/etc/ssl/cert.pem',
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/cert.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
];
const OPENSSL_DIRECTORIES = ['/etc/ssl/certs', '/etc/pki/tls/certs'];

/** OpenSSL reads a directory by the hash of the name that it looks for. */
const HASHED_NAME = /^[0-9a-f]{8}\.\d+$/;

const CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * nodeTrust reads what this process trusts without any input. Undefined where nothing can have changed that, so that most
 * steps neither load TLS early nor list certificates.
 */
export function nodeTrust({
  env,
  execArgv,
}: Pick<NodeJS.Process, 'env' | 'execArgv'>): NodeTrust | undefined {
  if (execArgv.length === 0 && VARIABLES.every((name) => !env[name])) return undefined;
  const { getCACertificates } = process.getBuiltinModule('node:tls');
  const bundled = getCACertificates('bundled');
  const trusted = getCACertificates('default');
  const extra = getCACertificates('extra');
  const known = new Set(trusted);
  // With --use-openssl-ca, which cannot be combined with the system's store, Node does not list what it trusts.
  const usesOpenssl = bundled.some((certificate) => !known.has(certificate));
  const others = usesOpenssl ? opensslCertificates(env) : without(trusted, [...bundled, ...extra]);
  const additions = [
    { source: 'NODE_EXTRA_CA_CERTS', certificates: extra },
    { source: usesOpenssl ? opensslSource(env) : systemSource(env), certificates: others },
  ];
  return { bundled, trustsBundled: !usesOpenssl, additions };
}

/** trustOfMain is everything that is trusted without inputs, and `given` in addition, in PEM: each is an anchor. */
export function trustOfMain(given: readonly string[], node: NodeTrust | undefined): MainTrust {
  const added = [...given, ...addedBy(node)];
  if (added.length === 0) return { anchors: { kind: 'default' }, fingerprints: [] };
  const bundled = node?.bundled ?? bundledCertificates();
  const known = new Set(bundled.map(fingerprint));
  const fingerprints = [...new Set(added.map(fingerprint))].filter((one) => !known.has(one));
  return {
    anchors:
      given.length === 0
        ? { kind: 'environment' }
        : listed(node?.trustsBundled === false ? added : [...bundled, ...added]),
    fingerprints: fingerprints.slice(0, MAX_FINGERPRINTS),
  };
}

/**
 * anchorsOfPostStep are the bundled certificates and those of `given` and of the environment that main trusted too, by the
 * fingerprints that it has recorded. Nothing that was added since counts.
 */
export function anchorsOfPostStep(
  given: readonly string[],
  node: NodeTrust | undefined,
  recorded: readonly string[],
): Anchors {
  if (node === undefined && recorded.length === 0) return { kind: 'default' };
  const trusted = new Set(recorded);
  const present = [...given, ...addedBy(node)].filter((certificate) => trusted.has(fingerprint(certificate)));
  return listed([...(node?.bundled ?? bundledCertificates()), ...present]);
}

/** describeIgnored counts for people what is there in the post step and was not trusted by main; undefined without such. */
export function describeIgnored(
  given: readonly string[],
  node: NodeTrust | undefined,
  recorded: readonly string[],
): string | undefined {
  const present = [...given, ...addedBy(node)];
  if (present.length === 0) return undefined;
  const trusted = new Set([...recorded, ...(node?.bundled ?? bundledCertificates()).map(fingerprint)]);
  const ignored = new Set(present.map(fingerprint).filter((one) => !trusted.has(one)));
  if (ignored.size === 0) return undefined;
  return `The post step does not trust certificates that main did not trust: ${formatCount(ignored.size)}.`;
}

/** describeAdditions names for people what the environment adds; undefined where that is nothing. */
export function describeAdditions(node: NodeTrust | undefined): string | undefined {
  const parts = (node?.additions ?? [])
    .map(({ source, certificates }) => ({ source, count: without(certificates, node?.bundled ?? []).length }))
    .filter(({ count }) => count > 0)
    .map(({ source, count }) => `${formatCount(count)} from ${source}`);
  if (parts.length === 0) return undefined;
  return `Certificates that are trusted in addition to those of Node.js: ${parts.join(', ')}.`;
}

/** secureContextOf is what a connection is verified by; undefined: by Node's own defaults. */
export function secureContextOf(anchors: Anchors): SecureContext | undefined {
  if (anchors.kind === 'default') return undefined;
  const { createSecureContext } = process.getBuiltinModule('node:tls');
  // What a person says to trust is an anchor, even if it is not a root.
  const options = { allowPartialTrustChain: true };
  return createSecureContext(
    anchors.kind === 'listed' ? { ...options, ca: [...anchors.certificates] } : options,
  );
}

/** fingerprint is the SHA-256 of a certificate in PEM, in base64url. */
export function fingerprint(certificate: string): string {
  const encoded = certificate.replaceAll(/-----[^-]+-----/g, '');
  return process
    .getBuiltinModule('node:crypto')
    .createHash('sha256')
    .update(Buffer.from(encoded, 'base64'))
    .digest('base64url');
}

function bundledCertificates(): readonly string[] {
  return process.getBuiltinModule('node:tls').getCACertificates('bundled');
}

function addedBy(node: NodeTrust | undefined): readonly string[] {
  return (node?.additions ?? []).flatMap(({ certificates }) => certificates);
}

/** Each certificate once: a system's store lists many of them several times. */
function listed(certificates: readonly string[]): Anchors {
  return { kind: 'listed', certificates: [...new Set(certificates)] };
}

function without(certificates: readonly string[], excluded: readonly string[]): readonly string[] {
  const known = new Set(excluded);
  return [...new Set(certificates)].filter((certificate) => !known.has(certificate));
}

function systemSource(env: NodeJS.ProcessEnv): string {
  return `the store of the system (${env['NODE_USE_SYSTEM_CA'] === '1' ? 'NODE_USE_SYSTEM_CA' : '--use-system-ca'})`;
}

function opensslSource(env: NodeJS.ProcessEnv): string {
  const variables = ['SSL_CERT_FILE', 'SSL_CERT_DIR'].filter((name) => env[name] !== undefined);
  return `the files of OpenSSL (${['--use-openssl-ca', ...variables].join(', ')})`;
}

/** What OpenSSL would find, in the form in which Node lists certificates. A file that it cannot read, it skips. */
function opensslCertificates(env: NodeJS.ProcessEnv): readonly string[] {
  const file = env['SSL_CERT_FILE'];
  const directories = env['SSL_CERT_DIR']?.split(delimiter) ?? OPENSSL_DIRECTORIES;
  const files = [
    ...(file === undefined ? OPENSSL_FILES : [file]),
    ...directories.flatMap((directory) =>
      (orNothing(() => readdirSync(directory)) ?? [])
        .filter((name) => HASHED_NAME.test(name))
        .map((name) => join(directory, name)),
    ),
  ];
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  return files
    .flatMap((path) => orNothing(() => readFileSync(path, 'latin1'))?.match(CERTIFICATE) ?? [])
    .flatMap((pem) => orNothing(() => new X509Certificate(pem).toString().trimEnd()) ?? []);
}

function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
