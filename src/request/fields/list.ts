import type { InputErrors } from '../../base/errors.ts';
import { parseJson } from '../../base/json.ts';
import { asCode, contentLines, quote } from '../../base/text.ts';
import type { InputName, Inputs } from '../inputs.ts';
import { unwrapped } from './nearest.ts';

/** ListForm is the separator of the items of a list, and the form of a valid item. */
export interface ListForm {
  /** Line breaks separate items in every list. A comma can also be a part of a line that contains a list itself. */
  readonly separator: 'comma' | 'line';
  /** Tells whether an item is valid, so that it can be suggested. */
  readonly isValid: (item: string) => boolean;
  /** Returns the items that an invalid item probably means. */
  readonly corrected?: (item: string) => readonly string[];
}

/** ListRule names an input that is a list. */
export interface ListRule extends ListForm {
  readonly input: InputName;
}

/**
 * readList reads an input that is a list: one item per line, items separated by commas, or a JSON array of strings. It skips comments
 * and blank lines, and merges duplicates. The caller checks the items. For an invalid list, it adds the input errors about the form of
 * the items, and returns only the items that the caller has to report, too. Undefined if there are none.
 */
export function readList(inputs: Inputs, rule: ListRule, errors: InputErrors): string[] | undefined {
  const list = parseList(inputs[rule.input], rule);
  if ('items' in list) return list.items;
  const { problem, others = [], invalid = [] } = list;
  for (const message of [problem, ...others]) errors.add(rule.input, message);
  return invalid.length > 0 ? [...invalid] : undefined;
}

/** ParsedList is a list, or a sentence about its problem. If items have several mistakes, it also contains the other problems. */
export type ParsedList =
  | { readonly items: string[] }
  | {
      readonly problem: string;
      readonly others?: readonly string[];
      /** Invalid items whose form is not the problem. */
      readonly invalid?: readonly string[];
    };

/** parseList parses a list. Pure. */
export function parseList(text: string, form: ListForm): ParsedList {
  const whole = contentLines(text).join('\n');
  const problem = problemOfWhole(whole);
  if (problem !== undefined)
    return { problem: `${problem}${whole.includes(',') ? correctionHint(whole, form) : ''}` };
  if (whole.startsWith('[')) return parseArray(whole, form);
  const items = itemsOf(whole, form);
  const hint = correctionHint(whole, form);
  const flaws = flawsOf(items, form);
  const [first, ...others] = flaws.values();
  // If a hint corrects the whole list, there is only one mistake.
  if (first !== undefined && hint !== '') return { problem: `${first}${hint}` };
  if (first !== undefined) {
    return { problem: first, others, invalid: items.filter((item) => isInvalid(item, form)) };
  }
  const joined = items.find((item) => !form.isValid(item) && isJoined(item, form));
  if (joined === undefined) return { items };
  return { problem: `${quote(joined)} contains several items. ${ONE_PER_LINE[form.separator]}${hint}` };
}

/** The first item with each flaw, as a sentence about it. */
function flawsOf(items: readonly string[], form: ListForm): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const item of items) {
    const flaw = flawOf(item, form);
    if (flaw !== undefined && !sentences.has(flaw)) sentences.set(flaw, `${quote(item)} ${flaw}`);
  }
  return sentences;
}

function isInvalid(item: string, form: ListForm): boolean {
  return !form.isValid(item) && flawOf(item, form) === undefined;
}

/** itemsOf splits a text into its items, without empty ones and duplicates. Pure. */
export function itemsOf(text: string, { separator }: Pick<ListForm, 'separator'>): string[] {
  const items = separator === 'comma' ? text.split(/[,\n]/) : text.split('\n');
  return [...new Set(items.map((item) => item.trim()))].filter((item) => item !== '');
}

/** A program has written an empty string in JSON, so it is an item, and an error. */
function parseArray(whole: string, form: ListForm): ParsedList {
  const array = parseJson(whole);
  if (Array.isArray(array) && array.every((item) => typeof item === 'string')) {
    return { items: [...new Set(array.map((item) => item.trim()))] };
  }
  const hint = correctionHint(whole, form) || ' Write `["a", "b"]`, or one item per line.';
  if (array === undefined) {
    return { problem: `${quote(whole)} starts like a JSON array but is not valid JSON.${hint}` };
  }
  const objects = Array.isArray(array) && array.some(isObject);
  return {
    problem: `${quote(whole)} is a JSON array, but not an array of strings.${objects ? PROPERTY_HINT : hint}`,
  };
}

const PROPERTY_HINT = ` To pass one property of each object, such as \`id\`, use \`\${{ toJSON(fromJSON(…).*.id) }}\`.`;

function isObject(item: unknown): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

/** isUnserialized recognizes what an expression makes of a list or an object. Pure. */
export function isUnserialized(text: string): boolean {
  return text === 'Array' || text === 'Object' || text === '[object Object]';
}

/** UNSERIALIZED is the rest of a sentence that starts with such a text. */
export const UNSERIALIZED = `is the text that an expression produces for a list. Use \`\${{ toJSON(…) }}\`.`;

function problemOfWhole(whole: string): string | undefined {
  if (isUnserialized(whole)) return `${quote(whole)} ${UNSERIALIZED}`;
  if (whole.includes(',') && /^(["'`])[^"'`]*\1$/.test(whole)) {
    return `${quote(whole)} is in quotes. Remove the quotes.`;
  }
  return encodedTwice(whole);
}

/** encodedTwice explains a JSON string that contains JSON, which is the result of `toJSON()` for an output that is JSON. */
export function encodedTwice(text: string): string | undefined {
  const inner = text.startsWith('"') ? parseJson(text) : undefined;
  const isJson = typeof inner === 'string' && /^\s*[[{]/.test(inner);
  return isJson ? `${quote(text)} is JSON that was encoded twice. Remove one \`toJSON(…)\`.` : undefined;
}

/** The name of a secret, and the beginning of the next target. The name of an environment can contain a `=`. */
const NEXT_TARGET = /^[A-Za-z_]\w*\s+(?:env|repo|dependabot|org|later)\b/;

/** Whether an item has two `: ` or two ` = `, or two targets. In a line, `a:read,b:read` are also two items. */
function hasSeveralEntries(item: string, separator: ListForm['separator']): boolean {
  const between = (mark: string, pattern: RegExp) =>
    item
      .split(mark)
      .slice(1, -1)
      .some((part) => pattern.test(part.trim()));
  if (between('=', separator === 'line' ? /\s/ : NEXT_TARGET) || (item.match(/\s=\s/g) ?? []).length > 1)
    return true;
  return (item.match(/:\s/g) ?? []).length > 1 || (separator === 'line' && between(':', /[\s,;]/));
}

/** The problem of a text that cannot be an item of any list: the rest of a sentence that starts with the item. */
function flawOf(item: string, { isValid, separator }: ListForm): string | undefined {
  if (isUnserialized(item)) return UNSERIALIZED;
  // `* : read` is a line for all databases.
  if (/^[-*•]\s/.test(item) && !isValid(item)) {
    return `starts with "${item[0]} ", as in a YAML or Markdown list. Inputs are plain text.`;
  }
  if (/^(["'`]).*\1$/.test(item) && item.length > 1) return 'is in quotes. Remove the quotes.';
  if (hasSeveralEntries(item, separator)) {
    return 'contains more than one item, or one separator too many. In YAML, `>` joins lines. Use `|` instead, with one item per line.';
  }
  if (/\s#\s/.test(item)) {
    return 'contains a comment. Put comments on their own lines, starting with `#`.';
  }
  return undefined;
}

const ONE_PER_LINE = {
  comma: 'Separate the items with commas, or write one item per line (in YAML, use `|` and not `>`).',
  line: 'Write one item per line (in YAML, use `|` and not `>`).',
} as const;

/** The separators of people and folded blocks. */
const OTHER_SEPARATORS = /\\n|[\s;|&]+(?:and\s+)?/;

/** People do not type more items by hand, and lists from programs have other problems. */
const MAX_TYPED_LENGTH = 2000;

/** Whether an item is several valid ones in a row. */
function isJoined(item: string, { isValid }: ListForm): boolean {
  if (item.length > MAX_TYPED_LENGTH) return false;
  const parts = item
    .split(OTHER_SEPARATORS)
    .map(unwrapped)
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every(isValid);
}

/** More lines than these are too long for a message. */
const MAX_CORRECTED = 4;

/** A sentence with the items to write, after a space. Empty if some of them are not clear. */
function correctionHint(whole: string, form: ListForm): string {
  const { separator, isValid, corrected: meant = () => [] } = form;
  const isClear = (item: string) => isValid(item) && flawOf(item, form) === undefined;
  const candidates = correctionsOf(whole);
  // A correction that leaves out a part of the text would be wrong.
  const allMeant = (items: readonly string[]) => {
    const lists = items.map(meant);
    return lists.every((list) => list.length > 0) ? lists.flat() : [];
  };
  const interpreted = [candidates.at(-1) ?? [], candidates.at(0) ?? []].map(allMeant);
  const corrected = [...candidates, ...interpreted].find((items) => items.length > 0 && items.every(isClear));
  if (corrected === undefined || corrected.length > MAX_CORRECTED) return '';
  if (separator === 'comma') return ` Write ${asCode(corrected.join(', '))}.`;
  if (corrected.length === 1) return ` Write ${corrected.map(asCode).join('')}.`;
  return ` Write these lines: ${corrected.map(asCode).join(', ')}.`;
}

/** The items that a text might mean, the most careful interpretation first. */
function correctionsOf(whole: string): string[][] {
  if (whole.length > MAX_TYPED_LENGTH) return [];
  const lines = whole.split(/\n|\\n/);
  const pieces = [
    lines,
    lines.map((line) => line.replaceAll(/["'`[\]{}]/g, '')),
    lines.flatMap((line) => line.split(',')),
    lines.flatMap((line) => line.split(/[,;|]|\sand\s/)),
    lines.flatMap((line) => line.replaceAll(/\s#.*$/g, '').split(/[\s,;|&]+(?:and\s+)?/)),
    // Entries that `>` has joined. Each ends before the next name with an `=` or a `:` after it.
    lines.flatMap((line) => line.split(/[\s;]+(?=[^\s=]+(?:\s*=|:\s))/)),
    lines.flatMap((line) => line.split(/[\s;,]+(?=[^\s:=,;]+\s*[:=])/)),
  ];
  return pieces.map((items) => [...new Set(items.map(unwrapped))].filter((item) => item !== ''));
}
