/** Writes the tables of inputs and outputs in README.md from action.yml, which says them once. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');

/** Inputs that action.yml declares only so that they can be refused stand in a sentence of their own. */
const STILL_TO_COME = /^Still to come/;

/** withTables replaces what stands between the markers of README.md by tables made from action.yml. */
export function withTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: Action = parse(actionYml);
  const own = Object.entries(inputs).filter(([, { description }]) => !STILL_TO_COME.test(description));
  const others = Object.keys(inputs).filter((name) => !own.some(([ownName]) => ownName === name));
  const inputTable = [
    '| input | default | |',
    '|---|---|---|',
    ...own.map(
      ([name, { description, default: value }]) =>
        `| \`${name}\` | ${value ? `\`${value}\`` : ''} | ${description} |`,
    ),
    '',
    `These belong to an operation that is still to come (\`cleanup\`); today they are refused: ${others.map((name) => `\`${name}\``).join(', ')}.`,
  ];
  const outputTable = [
    '| output | |',
    '|---|---|',
    ...Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${description} |`),
  ];
  return between(between(readme, 'inputs', inputTable), 'outputs', outputTable);
}

function between(readme: string, name: string, lines: readonly string[]): string {
  const marked = new RegExp(`(<!-- ${name} from action.yml -->\n)[^]*?(<!-- end of ${name} -->)`);
  if (!marked.test(readme)) throw new Error(`README.md has no place for the ${name}`);
  return readme.replace(marked, (_, start: string, end: string) => `${start}\n${lines.join('\n')}\n\n${end}`);
}

if (process.argv.includes('--write')) {
  const actionYml = readFileSync(join(ROOT, 'action.yml'), 'utf8');
  writeFileSync(README, withTables(readFileSync(README, 'utf8'), actionYml));
}
