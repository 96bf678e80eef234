import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** licensesOf joins the licenses of installed packages into one text. Throws when a package comes without one. */
export function licensesOf(packages: readonly string[], root: string): string {
  return packages.map((name) => licenseOf(name, join(root, 'node_modules', name))).join('\n');
}

function licenseOf(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} comes without a license`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n\n${'-'.repeat(80)}\n`;
}
