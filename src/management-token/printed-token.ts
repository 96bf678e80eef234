import { parseJson } from '../base/json.ts';
import { contentLines } from '../base/text.ts';
import { isUuid } from '../base/uuid.ts';

/** In a text that is no JSON, a token is a word of at least 32 of these characters. */
const LONG_WORDS = /[A-Za-z0-9+/_.~-]{32,}=*/g;
const LONG_WORD = /^[A-Za-z0-9+/_.~-]{32,}=*$/;

/**
 * printedTokens finds what can be the token in an output of `influxctl management create`, the most likely first. The JSON is not
 * documented, so any text under a key that contains `token` counts, except a prefix or an ID. Otherwise, the token is the last
 * line that is one long word. Pure.
 */
export function printedTokens(output: string): string[] {
  const inJson = [...jsonIn(output)].flatMap((value) => tokensUnder(value, ''));
  const words = contentLines(output).filter((line) => LONG_WORD.test(line));
  return [...new Set([...inJson, ...words.reverse()])].filter((one) => !isUuid(one));
}

/** textsToMask are all texts in an output that might be a token, wherever they are. Pure. */
export function textsToMask(output: string): string[] {
  const words = (output.match(LONG_WORDS) ?? []).filter((word) => !isUuid(word));
  return [...new Set([...printedTokens(output), ...words])];
}

/** Names that describe a token instead of being one. */
const DESCRIBING = /prefix|(?:id|type)$/i;

/** `inToken`: a key further out contains `token`. Then only a long word counts, because descriptions and dates are there, too. */
function tokensUnder(value: unknown, key: string, inToken = false): string[] {
  if (typeof value === 'string') {
    const text = value.trim();
    if (DESCRIBING.test(key) || text === '') return [];
    return /token/i.test(key) || (inToken && LONG_WORD.test(text)) ? [text] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    Array.isArray(value)
      ? tokensUnder(inner, key, inToken)
      : tokensUnder(inner, name, inToken || /token/i.test(key)),
  );
}

/** More brackets are not in an output with one token. */
const MAX_BRACKETS = 20;

/** The JSON values in a text, the outermost first. Lines of a log can come before and after, and contain brackets, too. */
function* jsonIn(output: string): Iterable<unknown> {
  const positions = (pattern: RegExp) => [...output.matchAll(pattern)].map(({ index }) => index);
  const ends = positions(/[\]}]/g).slice(-MAX_BRACKETS).reverse();
  for (const start of positions(/[[{]/g).slice(0, MAX_BRACKETS)) {
    for (const end of ends) {
      const value = end > start ? parseJson(output.slice(start, end + 1)) : undefined;
      if (value !== undefined) yield value;
    }
  }
}
