/**
 * The forms of a secret that GitHub's runner masks in addition to the secret itself, as its worker registers them:
 * actions/runner, src/Runner.Common/HostContext.cs and src/Sdk/DTLogging/Logging/ValueEncoders.cs.
 *
 * Forms that the runner does not mask are omitted on purpose: base64url, hex, and base64 of a longer text at two of three
 * alignments. A test must see the same text as a reader of a real log.
 */
export function encodings(secret: string): string[] {
  return [
    base64(secret, 0),
    base64(secret, 1),
    base64(secret, 2),
    secret.replaceAll('"', '\\"'),
    secret.replaceAll("'", "''"),
    jsonEscape(secret),
    uriEscape(secret),
    xmlEscape(secret),
    withoutQuotes(secret),
    ...aroundAmpersand(secret),
  ].filter((form) => form !== '');
}

/**
 * The base64 of a secret without its first bytes, because it differs after one or two other bytes. A short secret is not
 * shortened.
 */
function base64(secret: string, shift: number): string {
  const bytes = Buffer.from(secret, 'utf8');
  return bytes.subarray(bytes.length > shift ? shift : 0).toString('base64');
}

/** JSON as Newtonsoft.Json writes it. It also escapes the three line breaks that JSON allows unescaped. */
function jsonEscape(secret: string): string {
  return JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `Uri.EscapeDataString` keeps only RFC 3986's unreserved characters. `encodeURIComponent` keeps five more. */
function uriEscape(secret: string): string {
  return encodeURIComponent(secret.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function xmlEscape(secret: string): string {
  return secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

function withoutQuotes(secret: string): string {
  return secret.length > 8 && secret.startsWith('"') && secret.endsWith('"') ? secret.slice(1, -1) : '';
}

/**
 * PowerShell prints a failed command in two parts, which are split at an ampersand. Parts of fewer than six characters are not
 * masked.
 */
function aroundAmpersand(secret: string): string[] {
  const coloured = secret.indexOf('&+');
  const cut = coloured >= 0 ? coloured + 2 : secret.lastIndexOf('&') + 1;
  if (cut === 0) return [];
  const rest = coloured >= 0 ? secret.slice(cut + 1) : secret.slice(cut);
  return [secret.slice(0, cut), rest].filter((piece) => piece.length >= 6);
}
