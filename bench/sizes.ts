import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

/** FileSize is one file of dist/. */
export interface FileSize {
  readonly file: string;
  readonly bytes: number;
  /** The sources that have it loaded, or the packages; empty for what is no part of the bundle. */
  readonly loadedFor: readonly string[];
}

interface Stats {
  readonly chunks: readonly {
    readonly files: readonly string[];
    readonly origins: readonly { readonly request: string }[];
  }[];
}

/** fileSizes lists the files of dist/, the largest first. Who loads a part is read from what the build has left behind. */
export function fileSizes(): FileSize[] {
  const { chunks }: Stats = JSON.parse(readFileSync(join(ROOT, 'build/stats.json'), 'utf8'));
  const loadedFor = new Map(
    chunks.flatMap(({ files, origins }) => files.map((file) => [file, origins.map(sourceOf)] as const)),
  );
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(DIST, file)).isFile())
    .map((file) => ({
      file,
      bytes: statSync(join(DIST, file)).size,
      loadedFor: loadedFor.get(file) ?? [],
    }))
    .sort((one, other) => other.bytes - one.bytes);
}

function sourceOf({ request }: { readonly request: string }): string {
  return request.startsWith('@') ? request : basename(request).replace(/\.js$/, '.ts');
}
