import type { ReadFile } from './text-file.ts';
import { whyUnreadable } from './text-file.ts';

const BEGIN = '-----BEGIN';
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
  try {
    return parseCertificates(readFile(given));
  } catch (error) {
    return {
      ok: false,
      message: `was taken for the path of a PEM file, and ${whyUnreadable(error, given)}`,
    };
  }
}

function parseCertificates(pem: string): Certificates {
  const refuse = (message: string): Certificates => ({ ok: false, message });
  if (pem.includes('PRIVATE KEY-----')) {
    return refuse('holds a private key: give certificates alone, and consider the key as known to others.');
  }
  if (pem.includes('-----\\n')) {
    return refuse('has \\n in place of line breaks: give the text as it stands in the file.');
  }
  const begun = pem.match(FIRST_LINE) ?? [];
  if (begun.length === 0) {
    return refuse('holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----.');
  }
  const certificates = pem.match(CERTIFICATE) ?? [];
  if (certificates.length < begun.length) {
    return refuse('holds a certificate that is cut off: was it copied whole?');
  }
  const unreadable = certificates.findIndex((certificate) => !isReadable(certificate));
  if (unreadable >= 0) {
    return refuse(`holds a certificate that cannot be read (number ${unreadable + 1}): was it copied whole?`);
  }
  return { ok: true, certificates };
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
