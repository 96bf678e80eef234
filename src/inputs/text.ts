import { shorten } from '../shorten.ts';

/** quote shows what somebody typed inside a message: in double quotes, cut where it gets long. */
export function quote(text: string): string {
  return `"${shorten(text, 80)}"`;
}

/** contentLines splits an input into its trimmed lines, without blank ones and comments. */
export function contentLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** parseList reads a list: one item a line or separated by commas, comments and blanks skipped, duplicates merged. */
export function parseList(text: string): string[] {
  const items = contentLines(text).flatMap((line) => line.split(',').map((item) => item.trim()));
  return [...new Set(items.filter((item) => item !== ''))];
}
