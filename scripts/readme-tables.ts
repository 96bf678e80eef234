/** Copies the inputs and outputs of all actions from their action.yml to the pages about them, in one table per group. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, type Pair, parseDocument, type Scalar } from 'yaml';

/** Entry is an input or output. */
export interface Entry {
  readonly name: string;
  readonly meaning: string;
  readonly default: string | undefined;
  /** The operations that use or set it. Undefined means every operation. */
  readonly operations: readonly string[] | undefined;
}

/** Group is a table: entries that belong together. */
export interface Group {
  /** Undefined if action.yml has no groups. */
  readonly heading: string | undefined;
  readonly entries: readonly Entry[];
}

const ROOT = join(import.meta.dirname, '..');

/** PAGES are the pages about an action, with the folder of its action.yml. */
export const PAGES: readonly (readonly [page: string, folder: string])[] = [
  ['README.md', '.'],
  ['emulator/README.md', 'emulator'],
  ['docs/management-token.md', 'management-token'],
];

/** The last sentence of a description if it names the operations of an input or output. */
const OPERATIONS = / (?:For|From) (`[a-z]+`(?:(?:,| and|, and) `[a-z]+`)*)\.$/;

/** operationsIn finds the operations at the end of a description. Undefined means every operation. */
export function operationsIn(description: string): string[] | undefined {
  const [, operations] = OPERATIONS.exec(description) ?? [];
  return operations?.match(/[a-z]+(?=`)/g) ?? undefined;
}

/** withTables replaces the tables between the markers of a README.md with tables made from action.yml. */
export function withTables(readme: string, actionYml: string): string {
  return (['inputs', 'outputs'] as const).reduce((text, kind) => {
    const marked = new RegExp(`(<!-- ${kind} from action.yml -->\n)[^]*?(<!-- end of ${kind} -->)`);
    if (!marked.test(text)) throw new Error(`README.md has no place for the ${kind}`);
    const tables = groupsIn(actionYml, kind).map((group) => tableOf(group, kind));
    return text.replace(marked, (_, start: string, end: string) => `${start}\n${tables.join('\n')}\n${end}`);
  }, readme);
}

/** groupsIn reads the groups of an action.yml. Each comment is the heading of the group that starts there. */
export function groupsIn(actionYml: string, kind: 'inputs' | 'outputs'): Group[] {
  const map = parseDocument(actionYml).get(kind);
  if (!isMap<Scalar<string>>(map)) throw new Error(`action.yml has no ${kind}`);
  const groups: { heading: string | undefined; entries: Entry[] }[] = [];
  for (const [index, pair] of map.items.entries()) {
    const comment = index === 0 ? map.commentBefore : pair.key.commentBefore;
    if (index === 0 || comment) groups.push({ heading: comment?.trim(), entries: [] });
    groups.at(-1)?.entries.push(entryOf(pair));
  }
  return groups;
}

function entryOf({ key, value }: Pair<Scalar<string>>): Entry {
  if (!isMap(value)) throw new Error(`${key.value} has no description`);
  const description = String(value.get('description'));
  return {
    name: key.value,
    meaning: description.replace(OPERATIONS, ''),
    default: value.get('default') as string | undefined,
    operations: operationsIn(description),
  };
}

type Column = readonly [title: string, cell: (entry: Entry) => string];

/** If all entries of a group are for the same operations, the heading names them. */
function tableOf({ heading, entries }: Group, kind: 'inputs' | 'outputs'): string {
  const one = kind === 'inputs' ? 'input' : 'output';
  const differ = new Set(entries.map(({ operations }) => operations?.join())).size > 1;
  const operations: Column = [
    'operations',
    (entry) => entry.operations?.map((operation) => `\`${operation}\``).join(', ') ?? 'all',
  ];
  const defaults: Column = ['default', (entry) => (entry.default ? `\`${entry.default}\`` : '')];
  const columns: readonly Column[] = [
    [one, ({ name }) => `<a id="${one}-${name}"></a>\`${name}\``],
    ...(differ ? [operations] : []),
    ...(kind === 'inputs' ? [defaults] : []),
    ['meaning', ({ meaning }) => meaning],
  ];
  return [
    ...(heading === undefined ? [] : [`### ${heading}`, '']),
    row(columns.map(([title]) => title)),
    `|${columns.map(() => '---|').join('')}`,
    ...entries.map((entry) => row(columns.map(([, cell]) => cell(entry)))),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

if (process.argv.includes('--write')) {
  for (const [page, folder] of PAGES) {
    const readme = join(ROOT, page);
    const actionYml = readFileSync(join(ROOT, folder, 'action.yml'), 'utf8');
    writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), actionYml));
  }
}
