/**
 * shorten cuts a text to about so many characters, at white space alone: a credential has none, so that no part of one
 * is left which the masks, made for the whole, would not cover.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const space = text.slice(0, maxLength + 1).search(/\s\S*$/);
  return space > 0 ? `${text.slice(0, space)} …` : `… (${text.length} characters)`;
}
