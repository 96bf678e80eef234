import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCertificates } from '../../../src/request/connection/certificates.ts';
import { readTextFile } from '../../../src/request/connection/text-file.ts';

const TLS = join(import.meta.dirname, '../../e2e/tls');
const pem = (name: string) => readFileSync(join(TLS, name), 'utf8');
const AUTHORITY = pem('authority.pem');
const SERVER = pem('server.pem');
const KEY = pem('key.pem');

const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The path of a new file with a text. */
function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The error message. Undefined if the certificates can be read. */
function errorOf(text: string): string | undefined {
  const reading = readCertificates(text, readTextFile);
  return reading.ok ? undefined : reading.message;
}

function withoutLine(text: string, index: number): string {
  return text.split('\n').toSpliced(index, 1).join('\n');
}

function fingerprint(certificate: string): string {
  return new X509Certificate(certificate).fingerprint256;
}

describe('certificates', () => {
  const WINDOWS = AUTHORITY.replaceAll('\n', '\r\n');

  test.each([
    ['a text', AUTHORITY, [AUTHORITY]],
    ['a text with several certificates', AUTHORITY + SERVER, [AUTHORITY, SERVER]],
    ['a text without a line break between them', SERVER.trimEnd() + AUTHORITY, [SERVER, AUTHORITY]],
    ['a text without a line break at its end', (SERVER + AUTHORITY).trimEnd(), [SERVER, AUTHORITY]],
    ['a text with line ends of Windows', WINDOWS, [AUTHORITY]],
    ['a text with spaces around it', `\n  ${AUTHORITY}\n\n`, [AUTHORITY]],
    ['a text after words about it', `# our authority, see -- the wiki --\n${AUTHORITY}`, [AUTHORITY]],
    ['a text after its subject', `# Our own authority\nsubject=CN = ours\n${AUTHORITY}`, [AUTHORITY]],
    ['a file', join(TLS, 'authority.pem'), [AUTHORITY]],
    ['a file with line ends of Windows', written('windows.pem', WINDOWS), [AUTHORITY]],
    ['a file with several certificates', written('all.pem', SERVER + AUTHORITY), [SERVER, AUTHORITY]],
  ])('are read from %s', (_, given, expected) => {
    const reading = readCertificates(given, readTextFile);
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.certificates.map(fingerprint)).toEqual(expected.map(fingerprint));
  });

  test.each([
    ['no such file', 'ca.pem', /no such file/i],
    ['the home directory', '~/ca.pem', /Inputs do not expand `~`/],
    ['a file with another text', join(TLS, 'README.md'), /does not contain a certificate/],
    ['a folder', '.', /not a file/],
    ['no file in a folder', 'certs/none.pem', /read as a path.*no such file.*earlier step/i],
    ['a private key', KEY, /contains a private key.*leaked/],
    ['the path of a private key', join(TLS, 'key.pem'), /contains a private key.*leaked/],
    ['a private key beside it', `${SERVER}${KEY}`, /contains a private key/],
    [
      'a request for one',
      AUTHORITY.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'),
      /not contain a certificate/,
    ],
    ['\\n for line breaks', AUTHORITY.replaceAll('\n', '\\n'), /`\\n` instead of line breaks/],
    ['its end cut off', AUTHORITY.slice(0, 300), /last line is missing. Copy the whole text/],
    ['another one that is cut off', `${AUTHORITY}${SERVER.slice(0, 300)}`, /last line is missing/],
    ['an earlier one that is cut off', `${AUTHORITY.slice(0, 300)}${SERVER}`, /last line is missing/],
    ['a line missing in it', withoutLine(AUTHORITY, 2), /cannot be read \(number 1\)/],
    ['a line missing in the second one', SERVER + withoutLine(AUTHORITY, 1), /cannot be read \(number 2\)/],
    ['base64 around it', Buffer.from(AUTHORITY).toString('base64'), /encoded as base64/],
    ['base64 and quotes around it', `"${btoa(AUTHORITY)}"`, /encoded as base64/],
    ['base64 around it, wrapped', btoa(AUTHORITY).replaceAll(/.{76}/g, '$&\n'), /encoded as base64/],
    ['base64 around it, folded', btoa(AUTHORITY).replaceAll(/.{76}/g, '$& '), /encoded as base64/],
    ['base64 around it twice', btoa(btoa(AUTHORITY)), /encoded as base64/],
    ['base64 around words and itself', btoa(`# ours\n${AUTHORITY}`), /encoded as base64/],
    ['no first line', AUTHORITY.replaceAll(/-----.*-----/g, ''), /first line of a certificate/],
    ['other hyphens', AUTHORITY.replaceAll('-----', '\u2013\u2013\u2013'), /first line of a certificate/],
    ['blank lines in it', AUTHORITY.replaceAll('\n', '\n\n'), /blank lines/],
    ['line ends of old systems', AUTHORITY.replaceAll('\n', '\r'), /unusual line breaks/],
    ['indented lines', AUTHORITY.replaceAll('\n', '\n  '), /indented lines/],
    ['an invisible character', AUTHORITY.replace('MII', 'MII\u200b'), /an invisible or non-ASCII character/],
    ['a URL', 'https://example.com/ca.pem', /is a URL/],
    ['spaces for line breaks', AUTHORITY.replaceAll('\n', ' '), /spaces instead of line breaks/],
    ['no line breaks', AUTHORITY.replaceAll('\n', ''), /lost its line breaks/],
    ['letters lost in it', AUTHORITY.replace(/^MII.{30}/m, 'MIIX'), /cannot be read \(number 1\)/],
    [
      'something else in PEM',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      /not contain a certificate, only .* "PUBLIC KEY"/,
    ],
  ])('with %s are an input error', (_, text, message) => {
    expect(errorOf(text)).toMatch(message);
  });

  test('with a key that lost its line breaks do not show it', () => {
    const [piece = ''] = /[A-Za-z0-9+/]{40}/.exec(KEY) ?? [];
    const message = errorOf(KEY.replaceAll('\n', ''));
    expect(message).toBeDefined();
    expect(message).not.toContain(piece);
  });
});
