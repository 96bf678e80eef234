import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** In order of their layers. A room imports only rooms before it. */
const ROOMS = [
  'base',
  'tokens',
  'http',
  'management-api',
  'request',
  'data-plane',
  'github',
  'runner',
  'report',
  'operations',
  'management-token',
  '.',
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

const IMPORTS: readonly Import[] = SOURCES.flatMap((from) =>
  [...readFileSync(join(ROOT, 'src', from), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(
    ([, to = '']) => ({ from, to: to.startsWith('.') ? posix.join(dirname(from), to) : to }),
  ),
);

const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '.');

test('every folder is a room', () => {
  expect(new Set(SOURCES.map(roomOf))).toEqual(new Set(ROOMS));
});

test('a room imports only rooms below it', () => {
  const upward = IMPORTS.filter(({ to }) => to.endsWith('.ts')).filter(
    ({ from, to }) => ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)),
  );
  expect(upward).toEqual([]);
});

test('no files import each other in a circle', () => {
  const next = new Map(
    SOURCES.map((file) => [file, IMPORTS.filter(({ from }) => from === file).map(({ to }) => to)]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    expect(path, 'a circle').not.toContain(file);
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of SOURCES) visit(file, []);
});

/** Code must not bypass what the room adds to the package. */
test.for([
  ['@actions/core', 'runner'],
  ['@actions/github', 'github'],
  ['@actions/http-client', 'http'],
])('%s is imported only in %s/', ([name, room]) => {
  const importing = IMPORTS.filter(({ to }) => to === name || to.startsWith(`${name}/`));
  expect(new Set(importing.map(({ from }) => roomOf(from)))).toEqual(new Set([room]));
});
