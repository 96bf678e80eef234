import type { InputErrors } from '../../base/errors.ts';
import { contentLines, quote } from '../../base/text.ts';
import type { InputName, Inputs } from '../inputs.ts';

/**
 * readList reads an input that is a list: one item per line, or separated by commas, or a JSON array of strings. Comments and
 * blank lines are skipped, duplicates merged. A list that cannot be read as one is a single input error, and `undefined`.
 */
export function readList(inputs: Inputs, name: InputName, errors: InputErrors): string[] | undefined {
  const list = parseList(inputs[name]);
  if ('items' in list) return list.items;
  errors.add(name, list.problem);
  return undefined;
}

/** readLines reads the same forms, but a comma belongs to its line: for inputs whose lines contain lists themselves. */
export function readLines(inputs: Inputs, name: InputName, errors: InputErrors): string[] | undefined {
  const list = parseLines(inputs[name]);
  if ('items' in list) return list.items;
  errors.add(name, list.problem);
  return undefined;
}

/** A list, or what is wrong with the text as a whole: the rest of a sentence that begins with the input's name. */
export type ParsedList = { readonly items: string[] } | { readonly problem: string };

/** parseList parses a list that commas or line breaks separate. Pure. */
export function parseList(text: string): ParsedList {
  return parse(text, (line) => line.split(',').map((item) => item.trim()));
}

/** parseLines parses a list that only line breaks separate. Pure. */
export function parseLines(text: string): ParsedList {
  return parse(text, (line) => [line]);
}

function parse(text: string, itemsOf: (line: string) => string[]): ParsedList {
  const lines = contentLines(text);
  const whole = lines.join('\n');
  if (whole.startsWith('[')) return parseArray(whole);
  const items = unique(lines.flatMap(itemsOf));
  const problem = problemOfWhole(whole) ?? items.map(problemOfItem).find((found) => found !== undefined);
  return problem === undefined ? { items } : { problem };
}

function parseArray(whole: string): ParsedList {
  const array = parseJson(whole);
  if (Array.isArray(array) && array.every((item) => typeof item === 'string')) {
    return { items: [...new Set(array.map((item) => item.trim()))] };
  }
  return {
    problem:
      array === undefined
        ? `${quote(whole)} starts like a JSON array but is not valid JSON. Write \`["a", "b"]\`, or one item per line.`
        : `${quote(whole)} is a JSON array, but not of strings. Write \`["a", "b"]\`, or one item per line.`,
  };
}

function problemOfWhole(whole: string): string | undefined {
  if (whole === 'Array' || whole === 'Object') {
    return `is "${whole}", which is what an expression makes of a list. Use \`\${{ toJSON(…) }}\`.`;
  }
  if (isEncodedTwice(whole)) return 'is JSON that was encoded twice. Remove one `toJSON(…)`.';
  return undefined;
}

/** isEncodedTwice recognizes a JSON string that contains JSON, as `toJSON()` makes of an output that is JSON already. */
export function isEncodedTwice(text: string): boolean {
  const inner = text.startsWith('"') ? parseJson(text) : undefined;
  return typeof inner === 'string' && /^\s*[[{]/.test(inner);
}

function problemOfItem(item: string): string | undefined {
  if (/^-\s/.test(item)) {
    return `${quote(item)} starts with "- ", as in a YAML list. Inputs are plain text: write ${quote(item.slice(1).trim())}.`;
  }
  if (/^(["'`]).*\1$/.test(item) && item.length > 1) {
    return `${quote(item)} is in quotes. Remove them: write ${quote(item.slice(1, -1))}.`;
  }
  if ((item.match(/\s=\s/g) ?? []).length > 1 || (item.match(/:\s/g) ?? []).length > 1) {
    return `${quote(item)} contains more than one entry, because \`>\` joins lines. Use \`|\` instead, with one entry per line.`;
  }
  if (/\s#\s/.test(item)) {
    return `${quote(item)} contains a comment. Put comments on their own lines, starting with \`#\`.`;
  }
  return undefined;
}

/** joinedByFolding tells whether an item is several valid ones in a row, which is what `>` makes of lines. */
export function joinedByFolding(item: string, isValid: (part: string) => boolean): boolean {
  const parts = item.split(/\s+/);
  return parts.length > 1 && parts.every(isValid);
}

/** FOLDING_HINT ends the message about an item for which joinedByFolding holds. */
export const FOLDING_HINT = 'Write one item per line or separate them by commas (`>` joins lines; use `|`).';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Blank lines and commas without an item do not count. An empty string in JSON was written by a program: it stays, and is an error. */
function unique(items: readonly string[]): string[] {
  return [...new Set(items)].filter((item) => item !== '');
}
