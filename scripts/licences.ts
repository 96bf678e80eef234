import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IN_PACKAGE = /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/g;

/** packagesAmong names the packages, in order, that files belong to. */
export function packagesAmong(files: readonly string[]): string[] {
  const names = files.flatMap((file) => [...file.matchAll(IN_PACKAGE)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}

/** licencesOf joins the licences of installed packages into one text. Throws when a package comes without one. */
export function licencesOf(packages: readonly string[], root: string): string {
  return packages.map((name) => licenceOf(name, join(root, 'node_modules', name))).join('\n');
}

function licenceOf(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} comes without a licence`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n\n${'-'.repeat(80)}\n`;
}
