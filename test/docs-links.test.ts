import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'emulator/README.md',
  'emulator/servers/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe.for(PAGES)('the links of %s', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  );
  const inside = links.filter((link) => !/^[a-z]+:/.test(link));

  test('lead to files and headings that exist', () => {
    expect(inside.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });
});

test('README.md names every example and every page of docs', () => {
  const readme = read('README.md');
  const all = ['docs', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `${folder}/${name}`),
  );
  expect(all.filter((file) => !readme.includes(`](${file})`))).toEqual([]);
});

test('README.md shows badges of this action and of its own workflow', () => {
  const [badges = ''] = read('README.md').split('\n\n').slice(1);
  const slug = String(parse(read('action.yml')).name)
    .toLowerCase()
    .replaceAll(' ', '-');
  expect(badges).toContain(`(https://github.com/marketplace/actions/${slug})`);
  const workflows = [...badges.matchAll(/actions\/workflows\/([\w-]+\.yml)/g)].map(([, name]) => name);
  expect(workflows).toHaveLength(2);
  for (const name of workflows) expect(existsSync(join(ROOT, `.github/workflows/${name}`))).toBe(true);
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** The anchors that GitHub creates for headings, and those that the page sets itself. */
function anchorsOf(markdown: string): string[] {
  const ofHeadings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
  const set = [...markdown.matchAll(/<a id="([\w-]+)">/g)].map(([, id = '']) => id);
  return [...ofHeadings, ...set];
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
