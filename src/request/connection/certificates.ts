import { type ReadFile, whyUnreadable } from './text-file.ts';

const BEGIN = '-----BEGIN';

/** How PEM begins when it is encoded as base64 once more. */
const BEGIN_IN_BASE64 = 'LS0tLS1CRUdJTi';
const FIRST_LINE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** Certificates are in PEM, one a text; or there is a sentence on what is wrong with them. */
export type Certificates =
  | { readonly ok: true; readonly certificates: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** readCertificates reads certificates from the text of a PEM file or from its path. */
export function readCertificates(given: string, readFile: ReadFile): Certificates {
  if (given.includes(BEGIN)) return parseCertificates(given);
  if (given.startsWith(BEGIN_IN_BASE64)) {
    return { ok: false, message: 'is PEM text encoded as base64. Decode it, and set the PEM text itself.' };
  }
  try {
    return parseCertificates(readFile(given));
  } catch (error) {
    return {
      ok: false,
      message: `is not PEM text, so it was read as a path. ${whyUnreadable(error, given)}`,
    };
  }
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
    return refuse('contains no certificate. PEM text starts with `-----BEGIN CERTIFICATE-----`.');
  }
  const certificates: readonly string[] = pem.match(CERTIFICATE) ?? [];
  if (certificates.length < begun.length) {
    return refuse('contains a certificate without its end. Copy the whole text.');
  }
  const unreadable = certificates.find((certificate) => !isReadable(certificate));
  if (unreadable !== undefined)
    return refuse(unreadableBecause(unreadable, certificates.indexOf(unreadable) + 1));
  return { ok: true, certificates };
}

/** PEM needs its line breaks: `>` in YAML turns them into spaces, and some secret stores remove them. */
function unreadableBecause(certificate: string, number: number): string {
  const inner = certificate.replaceAll(/-----[^-]+-----/g, '');
  if (!/[\r\n]/.test(certificate.trim())) {
    return /\s/.test(inner.trim())
      ? 'has spaces instead of line breaks, because `>` joins lines. Use `|` instead.'
      : 'has lost its line breaks. Store the text of the file with its line breaks.';
  }
  if (/^[ \t]+\S/m.test(inner)) return 'has indented lines. Remove the spaces at the start of each line.';
  return `contains a certificate that cannot be read (number ${number}). Copy the whole text.`;
}

/** What reads certificates is loaded only where there is one. */
function isReadable(certificate: string): boolean {
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  try {
    new X509Certificate(certificate);
    return true;
  } catch {
    return false;
  }
}
