import { asCode, plainCharacters, quote } from '../../base/text.ts';
import { DATABASE_NAME_RULE, isDatabaseName } from '../../tokens/databases.ts';
import { ACTIONS, type Action, ANY_DATABASE, grants, type Permission } from '../../tokens/permissions.ts';
import { isAction, isActionPhrase, meantActions, nearestActions } from './actions.ts';
import { isUnserialized, itemsOf, UNSERIALIZED } from './list.ts';
import { suggestion, unwrapped } from './nearest.ts';

/** ParsedLine contains the permissions of a line, or a sentence about its problem. */
export type ParsedLine = { readonly permissions: readonly Permission[] } | { readonly problem: string };

/** NONE_WITH_OTHERS is the message about `none` next to other items. */
export const NONE_WITH_OTHERS = '"none" must be the only item. Remove `none`, or remove the other items.';

/** parseLine parses a line such as `metrics: read, write`. Pure. */
export function parseLine(line: string): ParsedLine {
  const separator = /[:=]/.exec(line);
  const name = line.slice(0, separator?.index ?? line.length).trim();
  const actions = separator === null ? [] : actionsIn(line.slice(separator.index + 1));
  if (isUnserialized(name)) return { problem: `${quote(name)} ${UNSERIALIZED}` };
  if (separator?.[0] === ':' && isDatabaseName(name) && actions.length > 0 && actions.every(isAction)) {
    return { permissions: grants(actions, [name]) };
  }
  return { problem: problemOf(line, { separator: separator?.[0], name, actions }) };
}

/** isLine tells whether parseLine can read a text. */
export function isLine(text: string): boolean {
  return 'permissions' in parseLine(text);
}

interface Parts {
  readonly separator: string | undefined;
  readonly name: string;
  readonly actions: readonly string[];
}

function problemOf(line: string, { separator, name, actions }: Parts): string {
  if (line === 'none') return NONE_WITH_OTHERS;
  const hint = linesHint(meantLines(line));
  if (separator === undefined) return withoutSeparator(line, hint);
  if (isAction(name) && actions.length > 0 && actions.every(isName)) {
    return `${quote(line)} has the action before the database.${hint}`;
  }
  if (!isDatabaseName(name)) {
    return `${quote(name)} in ${quote(line)} is not a valid database name.${hint || ` ${DATABASE_NAME_RULE}.`}`;
  }
  if (actions.length === 0) return `${quote(line)} does not contain an action.${suggestion(`${name}: read`)}`;
  if (separator === '=') return `${quote(line)} has "=" instead of a colon.${hint}`;
  const wrong = actions.filter((action) => !isAction(action));
  const unserialized = wrong.find(isUnserialized);
  if (unserialized !== undefined) return `${quote(unserialized)} in ${quote(line)} ${UNSERIALIZED}`;
  const verb = wrong.length === 1 ? 'is' : 'are';
  return `${wrong.map(quote).join(', ')} in ${quote(line)} ${verb} not \`read\` or \`write\`.${hint || ` ${LINE_FORM}`}`;
}

const LINE_FORM = 'Write one line `NAME: read, write` per database.';

function withoutSeparator(line: string, hint: string): string {
  if (hint !== '' && !isActionPhrase(line)) {
    return `${quote(line)} has no colon between the database and its actions.${hint}`;
  }
  const actions = nearestActions(line);
  if (actions !== undefined)
    return `${quote(line)} does not contain a database. Did you mean ${asCode(`NAME: ${actions}`)}?`;
  return `${quote(line)} does not contain an action.${isDatabaseName(line) ? suggestion(`${line}: read`) : ` ${LINE_FORM}`}`;
}

/** linesHint returns a sentence with lines to write, after a space. Empty if there are none. */
export function linesHint(lines: readonly string[]): string {
  return lines.length === 0 ? '' : ` Did you mean ${lines.map(asCode).join(' and ')}?`;
}

/** The separators of people between a database and its actions. */
const SEPARATOR = /\s*(?:[-=]>|:=|[:=|])\s*/;

/** The largest number of databases that people type in one line. */
const MAX_LINE_LENGTH = 300;

/**
 * meantLines are the lines that a text probably means: with another separator, with several databases, or in the wrong order. Empty
 * if that is not clear. Pure.
 */
export function meantLines(text: string): string[] {
  if (text.length > MAX_LINE_LENGTH) return [];
  const plain = unwrapped(text);
  const found = SEPARATOR.exec(plain) ?? /\s+/.exec(plain);
  if (found === null) return [];
  const left = wordsIn(plain.slice(0, found.index));
  const right = wordsIn(plain.slice(found.index + found[0].length));
  if (left.length === 0 || right.length === 0) return [];
  return left.every(isAction) && right.every(isName) ? linesFor(right, left) : linesFor(left, right);
}

/** At the first position, `*` is a name. */
function isName(word: string): boolean {
  return word === ANY_DATABASE || meantActions(word).length === 0;
}

function linesFor(names: readonly string[], words: readonly string[]): string[] {
  const meant = words.map(meantActions);
  const areNames = names.every((name) => isDatabaseName(name) && !isUnserialized(name));
  const isClear = areNames && meant.every((actions) => actions.length > 0);
  return isClear ? names.map((name) => formatLine(name, meant.flat())) : [];
}

function formatLine(name: string, actions: readonly Action[]): string {
  return `${name}: ${ACTIONS.filter((action) => actions.includes(action)).join(', ')}`;
}

/**
 * nestedLines recognizes a YAML mapping, which has the actions on separate lines: `metrics:` and `- read`. Returns the lines to
 * write. Empty for other texts. Pure.
 */
export function nestedLines(lines: readonly string[]): string[] {
  const nested: { readonly name: string; readonly actions: Action[] }[] = [];
  for (const line of lines) {
    const last = nested.at(-1);
    if (/:$/.test(line) && isDatabaseName(line.slice(0, -1).trim())) {
      nested.push({ name: line.slice(0, -1).trim(), actions: [] });
    } else if (last !== undefined && isAction(unwrapped(line))) {
      last.actions.push(...meantActions(line));
    } else {
      return [];
    }
  }
  return nested.every(({ actions }) => actions.length > 0)
    ? nested.map(({ name, actions }) => formatLine(name, actions))
    : [];
}

function wordsIn(text: string): string[] {
  const words = plainCharacters(text)
    .split(/[\s,;&]+|\band\b/)
    .map(unwrapped)
    .filter((word) => word !== '');
  const meaningful = words.filter((word) => !/^(?:to|on|for|from|in|access)$/.test(word));
  return meaningful.length === 0 ? words : meaningful;
}

/** Only commas separate actions in a valid line. */
function actionsIn(text: string): string[] {
  return itemsOf(text, { separator: 'comma' });
}
