import { editDistance } from '../../base/edit-distance.ts';
import { asCode, plainCharacters } from '../../base/text.ts';

/** Vocabulary contains the values of an input, and other words for them. */
export interface Vocabulary<Value extends string> {
  readonly values: readonly Value[];
  /** In lower case, with letters and digits only. */
  readonly synonyms?: Readonly<Record<string, Value>>;
}

/** A word with at least this many letters can differ by two edits. Shorter words would match by chance. */
const LONG_WORD = 9;

/** isMisspelling tells whether one word is probably the other one with a typing error. */
export function isMisspelling(word: string, other: string): boolean {
  return editDistance(word, other) <= (Math.max(word.length, other.length) >= LONG_WORD ? 2 : 1);
}

/** A longer text is not one of the short values. */
const MAX_WRAPPED_LENGTH = 300;

/**
 * unwrapped removes the text that people and tools add around a value: quotes, brackets, the dash of a YAML list, a comment,
 * punctuation at the end, and invisible characters. Pure.
 */
export function unwrapped(text: string): string {
  if (text.length > MAX_WRAPPED_LENGTH) return text;
  return plainCharacters(text)
    .replace(/\s#.*$/s, '')
    .replace(/^\s*[-*•]\s/, '')
    .replaceAll(/^[\s"'`<([{]+|[\s"'`>)\]},;.]+$/g, '');
}

/**
 * nearestValue returns the value that was probably meant, by another spelling, a synonym, a word of the text, the beginning of a
 * value, or a typing error. Undefined if no value is similar, or if the text says the opposite. Pure.
 */
export function nearestValue<Value extends string>(
  text: string,
  { values, synonyms = {} }: Vocabulary<Value>,
): Value | undefined {
  const plain = unwrapped(text).toLowerCase();
  const typed = lettersOf(plain);
  if (typed === '' || typed.length > MAX_WRAPPED_LENGTH) return undefined;
  if (/^(?:!|(?:not?|non)[\s-])/.test(plain)) return undefined;
  const spelled = values.find((value) => lettersOf(value) === typed);
  if (spelled !== undefined) return spelled;
  if (Object.hasOwn(synonyms, typed)) return synonyms[typed];
  const words = plain.split(/[^a-z0-9]+/);
  const named = values.filter((value) => words.includes(lettersOf(value)));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return (
    onlyOne(values, (value) => typed.length > 1 && lettersOf(value).startsWith(typed)) ??
    onlyOne(values, (value) => typed.startsWith(lettersOf(value))) ??
    values
      .filter((value) => isMisspelling(typed, lettersOf(value)))
      .sort((one, other) => editDistance(typed, lettersOf(one)) - editDistance(typed, lettersOf(other)))[0]
  );
}

/**
 * suggestion returns a sentence with the values that were probably meant, after a space. Empty if that is not clear.
 */
export function suggestion(...meant: readonly (string | undefined)[]): string {
  const lines = meant.filter((one) => one !== undefined).map(asCode);
  return lines.length === 0 ? '' : ` Did you mean ${orList(lines)}?`;
}

/** orList returns alternatives as a part of a sentence: `a`, `a or b`, `a, b, or c`. */
export function orList(items: readonly string[]): string {
  if (items.length < 3) return items.join(' or ');
  return `${items.slice(0, -1).join(', ')}, or ${items.at(-1)}`;
}

function onlyOne<Value>(values: readonly Value[], fits: (value: Value) => boolean): Value | undefined {
  const [found, ...more] = values.filter(fits);
  return more.length === 0 ? found : undefined;
}

/** lettersOf returns the letters and digits in lower case, which are the same in all spellings of a value. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
