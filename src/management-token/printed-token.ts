import { contentLines } from '../base/text.ts';
import { isUuid } from '../tokens/token.ts';

/** In a text that is no JSON, a token is a word of at least 32 of these characters. */
const LONG_WORDS = /[A-Za-z0-9+/_.~-]{32,}=*/g;
const LONG_WORD = /^[A-Za-z0-9+/_.~-]{32,}=*$/;

/**
 * printedTokens finds what can be the token in an output of `influxctl management create`, the most likely first. The JSON is not
 * documented, so any text under a key that contains `token` counts, except a prefix or an ID. Otherwise, the token is the last
 * line that is one long word. Pure.
 */
export function printedTokens(output: string): string[] {
  const inJson = tokensUnder(parseJson(output), '');
  const words = contentLines(output).filter((line) => LONG_WORD.test(line));
  return [...new Set([...inJson, ...words.reverse()])].filter((one) => !isUuid(one));
}

/** textsToMask are all texts in an output that might be a token, wherever they are. Pure. */
export function textsToMask(output: string): string[] {
  const words = (output.match(LONG_WORDS) ?? []).filter((word) => !isUuid(word));
  return [...new Set([...printedTokens(output), ...words])];
}

function tokensUnder(value: unknown, key: string): string[] {
  if (typeof value === 'string') {
    return /token/i.test(key) && !/prefix|id$/i.test(key) && value.trim() !== '' ? [value.trim()] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    tokensUnder(inner, Array.isArray(value) ? key : name),
  );
}

/** Lines of a log can stand before and after the JSON. */
function parseJson(output: string): unknown {
  const [json = output] = /[[{][\s\S]*[\]}]/.exec(output) ?? [];
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
