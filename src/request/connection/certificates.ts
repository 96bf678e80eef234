import { certificatesIn } from '../../base/pem.ts';
import { quote } from '../../base/text.ts';
import { decodesTo, type ReadFile, whyUnreadable } from './text-file.ts';

const BEGIN = '-----BEGIN';

const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** Certificates are in PEM, one per text, or there is a sentence about the problem. */
export type Certificates =
  | { readonly ok: true; readonly certificates: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** readCertificates reads certificates from the text of a PEM file or from its path. */
export function readCertificates(given: string, readFile: ReadFile): Certificates {
  if (given.includes(BEGIN)) return parseCertificates(given);
  const problem = problemOfEncoding(given);
  if (problem !== undefined) return { ok: false, message: problem };
  try {
    return parseCertificates(readFile(given));
  } catch (error) {
    return {
      ok: false,
      message: `is not PEM text, so it was read as a path. ${whyUnreadable(error, given)}`,
    };
  }
}

/** The problem of a text that is probably PEM without its first line. Undefined for a text that can be a path. */
function problemOfEncoding(given: string): string | undefined {
  if (decodesTo(given, /-----BEGIN /)) {
    return 'is PEM text encoded as base64. Decode it, and set the PEM text itself.';
  }
  // The beginning of every certificate in DER, as base64.
  if (/^\s*MI[\w+/=\s-]{100,}$/.test(given) || /BEGIN CERTIFICATE/i.test(given)) {
    return 'does not contain the first line of a certificate: `-----BEGIN CERTIFICATE-----`, with five hyphens on both sides.';
  }
  return /^https?:\/\//i.test(given)
    ? 'is a URL. Set the PEM text itself, or the path of a file.'
    : undefined;
}

function parseCertificates(pem: string): Certificates {
  const refuse = (message: string): Certificates => ({ ok: false, message });
  if (pem.includes('PRIVATE KEY-----')) {
    return refuse('contains a private key. Set only certificates, and treat the key as leaked.');
  }
  if (pem.includes('-----\\n')) {
    return refuse('contains `\\n` instead of line breaks. Copy the text of the file with its line breaks.');
  }
  const begun = pem.match(FIRST_LINE) ?? [];
  if (begun.length === 0) {
    const [, other] = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem) ?? [];
    const found = other === undefined ? '' : `, only a block of the type ${quote(other)}`;
    return refuse(
      `does not contain a certificate${found}. A certificate starts with \`-----BEGIN CERTIFICATE-----\`.`,
    );
  }
  const certificates = certificatesIn(pem);
  if (certificates.length < begun.length) {
    return refuse('contains a certificate whose last line is missing. Copy the whole text.');
  }
  const unreadable = certificates.find((certificate) => !isReadable(certificate));
  if (unreadable !== undefined)
    return refuse(unreadableBecause(unreadable, certificates.indexOf(unreadable) + 1));
  return { ok: true, certificates };
}

/** PEM needs its line breaks. In YAML, `>` replaces them with spaces, and some secret stores remove them. */
function unreadableBecause(certificate: string, number: number): string {
  const inner = certificate.replaceAll(/-----[^-]+-----/g, '');
  if (!/[\r\n]/.test(certificate.trim())) {
    return /\s/.test(inner.trim())
      ? 'has spaces instead of line breaks. In YAML, `>` joins lines. Use `|` instead.'
      : 'has lost its line breaks. Store the text of the file with its line breaks.';
  }
  if (/^[ \t]+\S/m.test(inner)) return 'has indented lines. Remove the spaces at the start of each line.';
  if (/\r(?!\n)|\n\s*\n/.test(inner.trim()))
    return 'has blank lines or unusual line breaks. Copy the file unchanged.';
  if (/[^\x20-\x7e\r\n]/.test(inner))
    return 'contains an invisible or non-ASCII character. Copy the text of the file again.';
  return `contains a certificate that cannot be read (number ${number}). Copy the whole text.`;
}

/** Loads the code for certificates only if there is one. */
function isReadable(certificate: string): boolean {
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  try {
    new X509Certificate(certificate);
    return true;
  } catch {
    return false;
  }
}
