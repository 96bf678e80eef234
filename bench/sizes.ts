import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatCount } from '../src/base/text.ts';

const DIST = join(import.meta.dirname, '../dist');

/** describeSizes says in a sentence how large dist/ is. */
export function describeSizes(): string {
  const bytes = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(DIST, file)))
    .filter((stats) => stats.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  const main = statSync(join(DIST, 'index.js')).size;
  return (
    `\`dist/\` contains ${formatCount(bytes)} bytes. ` +
    `\`dist/index.js\`, which every step loads, contains ${formatCount(main)} bytes.`
  );
}
