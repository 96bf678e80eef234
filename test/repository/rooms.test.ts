import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The one room that imports each package of GitHub's toolkit. What it adds must not be bypassed. */
const ROOMS = [
  ['@actions/core', 'src/runner/'],
  ['@actions/github', 'src/github/'],
  ['@actions/http-client', 'src/http/'],
] as const;

const SOURCES = ['src', 'emulator'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

test.for(ROOMS)('%s is imported in %s only', ([name, room]) => {
  const importing = SOURCES.filter((path) =>
    new RegExp(`(?:from|import\\() ?'${name}(?:/|')`).test(readFileSync(join(ROOT, path), 'utf8')),
  );
  expect(importing.length).toBeGreaterThan(0);
  expect(importing.filter((path) => !path.startsWith(room))).toEqual([]);
});
