import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * licensesOf joins the licenses of installed packages into one text. A license that several packages share occurs once. Throws if
 * a package has no license.
 */
export function licensesOf(packages: readonly string[], root: string): string {
  const byText = Map.groupBy(packages, (name) => textOf(name, join(root, 'node_modules', name)));
  return [...byText]
    .map(
      ([text, names]) =>
        `${names.map((name) => headingOf(name, root)).join('\n')}\n\n${text}\n\n${'-'.repeat(80)}\n`,
    )
    .join('\n');
}

function headingOf(name: string, root: string): string {
  const { version, license } = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return `${name} ${version} (${license})`;
}

function textOf(name: string, folder: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no license`);
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
