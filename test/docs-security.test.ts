import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DOCS = join(import.meta.dirname, '../docs');
const PAGE = readFileSync(join(DOCS, 'security.md'), 'utf8');

/** Each claim of what somebody cannot do. */
const CLAIMS = PAGE.split(/\n(?:Cannot|Nor can)\b[^\n]*:\n/)
  .slice(1)
  .flatMap((part) => (/^\n((?:[- ].*\n)+)/.exec(part)?.[1] ?? '').split(/^- /m).slice(1));

const CITED = [...PAGE.matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+)\)/g)].map(([, title = '', file = '']) => ({
  title: title.replaceAll(/\s+/g, ' '),
  file,
}));

test('docs/security.md shows each claim by a test, or says that it is GitHub’s own', () => {
  expect(CLAIMS.length).toBeGreaterThan(25);
  expect(CLAIMS.filter((claim) => !claim.includes('](../test/') && !claim.includes('*(GitHub)*'))).toEqual(
    [],
  );
});

test.for(CITED)('docs/security.md cites $title', ({ title, file }) => {
  expect(existsSync(join(DOCS, file))).toBe(true);
  expect(readFileSync(join(DOCS, file), 'utf8')).toContain(`'${title}'`);
});
