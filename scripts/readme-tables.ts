/** Writes the tables of inputs and outputs in the READMEs of both actions from their action.yml, which says them once. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const ROOT = join(import.meta.dirname, '..');

/** FOLDERS hold an action.yml, and a README.md about it. */
export const FOLDERS = ['.', 'emulator'];

/** withTables replaces what stands between the markers of a README.md by tables made from action.yml. */
export function withTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: Action = parse(actionYml);
  const inputTable = [
    '| input | default | |',
    '|---|---|---|',
    ...Object.entries(inputs).map(
      ([name, { description, default: value }]) =>
        `| \`${name}\` | ${value ? `\`${value}\`` : ''} | ${description} |`,
    ),
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
  for (const folder of FOLDERS) {
    const readme = join(ROOT, folder, 'README.md');
    const actionYml = readFileSync(join(ROOT, folder, 'action.yml'), 'utf8');
    writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), actionYml));
  }
}
