import { plainCharacters } from '../../base/text.ts';
import { isUuid, uuidsIn, withoutUuids } from '../../base/uuid.ts';
import { suggestion } from './nearest.ts';

/**
 * notAUuid says that a text is not a UUID, and which one it contains: in braces, in a URL, or with other hyphens. `folder` is the part
 * of a path of the Management API before the ID, such as `tokens`. It returns the rest of a sentence that starts with the text, and
 * one more sentence. Pure.
 */
export function notAUuid(text: string, folder: string): string {
  const hint = suggestion(meantUuid(text, folder));
  return `is not a UUID.${hint || ' A UUID looks like 1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d.'}`;
}

/** Longer texts are not IDs. */
const MAX_TYPED_LENGTH = 500;

function meantUuid(text: string, folder: string): string | undefined {
  if (text.length > MAX_TYPED_LENGTH) return undefined;
  const plain = plainCharacters(text);
  const [found, ...more] = uuidsIn(plain);
  if (found !== undefined && more.length === 0) return found;
  const inPath = uuidsIn(plain.split(new RegExp(`\\b${folder}/`)).at(-1) ?? '')[0];
  if (found !== undefined) return plain.includes(`${folder}/`) ? inPath : undefined;
  const digits = plain.replaceAll(/[-_\s]|^\W+|\W+$/g, '');
  const hyphenated = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(hyphenated) ? hyphenated : undefined;
}

/** A database token, a management token, a JWT, or any other long text without a separator. */
const LIKE_A_TOKEN = /apiv\d|^m\.v\d|^eyj|[\w+/=.-]{40,}/i;

/** looksLikeToken tells whether a text probably contains a token, even in a form that is not known. */
export function looksLikeToken(text: string): boolean {
  return LIKE_A_TOKEN.test(withoutUuids(text));
}
