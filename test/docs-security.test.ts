import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DOCS = join(import.meta.dirname, '../docs');
const PAGE = readFileSync(join(DOCS, 'security.md'), 'utf8');

/** Each claim about what the action prevents. */
const CLAIMS = PAGE.split('\n**Prevented**\n')
  .slice(1)
  .flatMap((part) => (/^\n((?:[- ].*\n)+)/.exec(part)?.[1] ?? '').split(/^- /m).slice(1));

/** Links to tests, each with the title of a test as the title of the link. */
const CITED = [...PAGE.matchAll(/\[test\]\((\.\.\/test\/\S+)(?: "([^"]+)")?\)/g)].map(
  ([, file = '', title = 'no title']) => ({ title, file }),
);

test('docs/security.md ends each claim with links to tests, or with (GitHub)', () => {
  expect(CLAIMS.length).toBeGreaterThan(40);
  const end = /(?: \[test\]\(\.\.\/test\/[^)]+\))+(?: \*\(GitHub\)\*)?\n$| \*\(GitHub\)\*\n$/;
  expect(CLAIMS.filter((claim) => !end.test(claim))).toEqual([]);
});

test('docs/security.md links to tests only for claims', () => {
  expect(CITED).toHaveLength(CLAIMS.join('').match(/\[test\]/g)?.length ?? 0);
  expect(PAGE.match(/\]\(\.\.\/test\//g)).toHaveLength(CITED.length);
});

test.for(CITED)('docs/security.md cites $title', ({ title, file }) => {
  expect(existsSync(join(DOCS, file))).toBe(true);
  expect(readFileSync(join(DOCS, file), 'utf8')).toContain(`'${title}'`);
});
