import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../dist');

/** FileSize is one file of dist/. */
export interface FileSize {
  readonly file: string;
  readonly bytes: number;
}

/** fileSizes lists the files of dist/, the largest first. */
export function fileSizes(): FileSize[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => ({ file, stats: statSync(join(DIST, file)) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ file, stats }) => ({ file, bytes: stats.size }))
    .sort((one, other) => other.bytes - one.bytes);
}
