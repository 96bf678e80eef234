import { editDistance } from '../../base/edit-distance.ts';
import { asCode, plainCharacters } from '../../base/text.ts';

/** Vocabulary is the values of an input, and other words that people write for them. */
export interface Vocabulary<Value extends string> {
  readonly values: readonly Value[];
  /** In lower case, with letters and digits only. */
  readonly synonyms?: Readonly<Record<string, Value>>;
}

/** From so many letters on, a word can be two edits off: short words would match by chance. */
const LONG_WORD = 9;

/** isMisspelling tells whether one word is probably the other, with a typing error. */
export function isMisspelling(word: string, other: string): boolean {
  return editDistance(word, other) <= (Math.max(word.length, other.length) >= LONG_WORD ? 2 : 1);
}

/** A longer text is none of the short values that something can be wrapped around. */
const MAX_WRAPPED_LENGTH = 300;

/**
 * unwrapped is a typed value without what people and tools put around it: quotes, brackets, the dash of a YAML list, a comment,
 * punctuation at its end, and characters that cannot be seen. Pure.
 */
export function unwrapped(text: string): string {
  if (text.length > MAX_WRAPPED_LENGTH) return text;
  return plainCharacters(text)
    .replace(/\s#.*$/s, '')
    .replace(/^\s*[-*•]\s/, '')
    .replaceAll(/^[\s"'`<([{]+|[\s"'`>)\]},;.]+$/g, '');
}

/**
 * nearestValue finds the value that was probably meant: by another spelling, a synonym, a word of the text, the beginning of a
 * value, or a typing error. Undefined when nothing is close, and when a text says the opposite. Pure.
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
 * suggestion is a sentence that asks for one of the values that were probably meant, with a space before it; empty when nobody can
 * tell.
 */
export function suggestion(...meant: readonly (string | undefined)[]): string {
  const lines = meant.filter((one) => one !== undefined).map(asCode);
  return lines.length === 0 ? '' : ` Did you mean ${lines.join(' or ')}?`;
}

function onlyOne<Value>(values: readonly Value[], fits: (value: Value) => boolean): Value | undefined {
  const [found, ...more] = values.filter(fits);
  return more.length === 0 ? found : undefined;
}

/** lettersOf is what spellings of a value have in common: its letters and digits, in lower case. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
