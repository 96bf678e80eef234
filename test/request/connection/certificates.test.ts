import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCertificates } from '../../../src/request/connection/certificates.ts';

const pem = (name: string) => readFileSync(join(import.meta.dirname, '../../e2e/tls', name), 'utf8');
const AUTHORITY = pem('authority.pem');
const SERVER = pem('server.pem');

const noFile = (): string => {
  throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
};

/** What is wrong; undefined when nothing is. */
function wrong(text: string): string | undefined {
  const reading = readCertificates(text, noFile);
  return reading.ok ? undefined : reading.message;
}

describe('certificates', () => {
  test.each([
    ['one', AUTHORITY, 1],
    ['several', `${AUTHORITY}${SERVER}`, 2],
    ['one with line ends of Windows', AUTHORITY.replaceAll('\n', '\r\n'), 1],
    ['one after words about it', `# our authority, see -- the wiki --\n${AUTHORITY}`, 1],
  ])('are read from the text of %s', (_, text, count) => {
    const reading = readCertificates(text, noFile);
    expect(reading.ok && reading.certificates).toHaveLength(count);
  });

  test('are read from a file', () => {
    expect(readCertificates('ca.pem', (path) => (path === 'ca.pem' ? AUTHORITY : ''))).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['no such file', 'ca.pem', /no such file/i],
    ['the home directory', '~/ca.pem', /Inputs do not expand `~`/],
    ['a private key beside it', `${AUTHORITY}${pem('key.pem')}`, /private key/],
    ['\\n for line breaks', AUTHORITY.replaceAll('\n', '\\n'), /`\\n` instead of line breaks/],
    ['its end cut off', AUTHORITY.slice(0, 300), /last line is missing/],
    ['another one that is cut off', `${AUTHORITY}${SERVER.slice(0, 300)}`, /last line is missing/],
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
    expect(wrong(text)).toMatch(message);
  });

  test('in a file without certificates are an input error', () => {
    expect(readCertificates('notes.txt', () => 'nothing')).toMatchObject({ ok: false });
  });
});
