import { decodeEscapes } from './decode-escapes.ts';

/** So many characters in a row are no coincidence. */
const FRAGMENT_LENGTH = 10;

/** No honest server escapes a text more often. */
const MAX_DECODINGS = 8;

/** How a credential of a known kind begins. The first part of a JWT names only its algorithm. */
const PUBLIC_BEGINNING =
  /^(?:github_pat_|gh[a-z]_(?:\d+_)?|apiv\d+_|M\.V1\.)?(?:eyJ[\w-]+\.(?=[\w-]+\.[\w-]))?/;

/** White space and invisible characters could separate the characters of a credential. */
const SEPARATORS = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;

/** credentialFragments lists every 10 characters in a row of a credential, its public beginning aside. */
export function credentialFragments(credential: string): string[] {
  return fragmentsOf(withoutSeparators(credential).replace(PUBLIC_BEGINNING, ''));
}

/**
 * repeatsCredential tells whether a text contains one of the fragments, as it is or after its escapes are decoded, up
 * to 8 times. A text with still more layers counts as repeating one, because nobody can tell. Takes time linear in the
 * text, whatever the number of fragments.
 */
export function repeatsCredential(text: string, fragments: ReadonlySet<string>): boolean {
  if (fragments.size === 0) return false;
  let layer = withoutSeparators(text);
  for (let decodings = 0; decodings <= MAX_DECODINGS; decodings++) {
    if (fragmentsOf(layer).some((fragment) => fragments.has(fragment))) return true;
    const decoded = withoutSeparators(decodeEscapes(layer));
    if (decoded === layer) return false;
    layer = decoded;
  }
  return true;
}

function fragmentsOf(text: string): string[] {
  const count = Math.max(0, text.length - FRAGMENT_LENGTH + 1);
  return Array.from({ length: count }, (_, start) => text.slice(start, start + FRAGMENT_LENGTH));
}

function withoutSeparators(text: string): string {
  return text.replaceAll(SEPARATORS, '');
}
