import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { SecureContext } from 'node:tls';
import { certificatesIn } from '../base/pem.ts';
import { countOf } from '../base/text.ts';
/**
 * Anchors are the certificates that a connection trusts. `default`: Node's own. `environment`: the ones that Node finds through
 * environment variables and options. `listed`: exactly these, in PEM.
 */
export type Anchors =
  | { readonly kind: 'default' }
  | { readonly kind: 'environment' }
  | { readonly kind: 'listed'; readonly certificates: readonly string[] };

/** Verification is how Node verifies the certificate of a server. */
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
  /** False if OpenSSL's store is used instead. */
  readonly trustsBundled: boolean;
  /** The most specific source first. They can repeat bundled certificates. */
  readonly additions: readonly Addition[];
}

/** MainTrust is what main trusts, and which part of that its ledger records. */
export interface MainTrust {
  readonly anchors: Anchors;
  /** One per certificate that is not bundled. */
  readonly fingerprints: readonly string[];
}

/** An environment variable passes the ledger to the post step. On Windows it has at most 32,767 characters. */
const MAX_FINGERPRINTS = 600;

/** Variables that can change what Node trusts. The last two have an effect only with OpenSSL's own store. */
const VARIABLES = [
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'NODE_OPTIONS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** The places where OpenSSL looks without SSL_CERT_FILE and SSL_CERT_DIR. They depend on the build and the distribution. */
const OPENSSL_FILES = [
  '/etc/ssl/cert.pem',
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/cert.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
];
const OPENSSL_DIRECTORIES = ['/etc/ssl/certs', '/etc/pki/tls/certs'];

/** In a directory, OpenSSL finds a file by the hash of a name. */
const HASHED_NAME = /^[0-9a-f]{8}\.\d+$/;

/**
 * nodeTrust reads what this process trusts without any input. Undefined if nothing can have changed the default, so that most
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

/** trustOfMain is everything that is trusted without inputs, and the certificates in `given`, in PEM. */
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
 * anchorsOfPostStep are the bundled certificates, and those of `given` and the environment whose fingerprints main has recorded.
 * The post step does not trust a certificate that was added later.
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

/** describeIgnored says how many certificates the post step ignores because main did not trust them. Undefined if there are none. */
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
  return `The post step ignores ${countOf(ignored.size, 'certificate')} that the main step did not trust.`;
}

/** describeAdditions says which certificates the environment adds. Undefined if there are none. */
export function describeAdditions(node: NodeTrust | undefined): string | undefined {
  const parts = (node?.additions ?? [])
    .map(({ source, certificates }) => ({ source, count: without(certificates, node?.bundled ?? []).length }))
    .filter(({ count }) => count > 0)
    .map(({ source, count }) => `${countOf(count, 'certificate')} from ${source}`);
  if (parts.length === 0) return undefined;
  return `This step trusts ${parts.join(' and ')}, in addition to the certificates of Node.js.`;
}

/** secureContextOf returns the context that verifies a connection. Undefined means Node's own defaults. */
export function secureContextOf(anchors: Anchors): SecureContext | undefined {
  if (anchors.kind === 'default') return undefined;
  const { createSecureContext } = process.getBuiltinModule('node:tls');
  // A certificate that a person trusts is an anchor, even if it is not a root.
  const options = { allowPartialTrustChain: true };
  return createSecureContext(
    anchors.kind === 'listed' ? { ...options, ca: [...anchors.certificates] } : options,
  );
}

/** fingerprint returns the SHA-256 hash of a certificate in PEM, in base64url. */
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

/** Removes duplicates, because the store of a system lists many certificates several times. */
function listed(certificates: readonly string[]): Anchors {
  return { kind: 'listed', certificates: [...new Set(certificates)] };
}

function without(certificates: readonly string[], excluded: readonly string[]): readonly string[] {
  const known = new Set(excluded);
  return [...new Set(certificates)].filter((certificate) => !known.has(certificate));
}

function systemSource(env: NodeJS.ProcessEnv): string {
  return `the system store (${env['NODE_USE_SYSTEM_CA'] === '1' ? 'NODE_USE_SYSTEM_CA' : '--use-system-ca'})`;
}

function opensslSource(env: NodeJS.ProcessEnv): string {
  const variables = ['SSL_CERT_FILE', 'SSL_CERT_DIR'].filter((name) => env[name] !== undefined);
  return `the OpenSSL files (${['--use-openssl-ca', ...variables].join(', ')})`;
}

/** The certificates that OpenSSL would find, in the form that Node uses. Files that cannot be read are skipped, as in OpenSSL. */
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
    .flatMap((path) => certificatesIn(orNothing(() => readFileSync(path, 'latin1')) ?? ''))
    .flatMap((pem) => orNothing(() => new X509Certificate(pem).toString().trimEnd()) ?? []);
}

function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
