import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderPage } from '../../scripts/summary-images/page.ts';
import { ACTION } from '../e2e/scene.ts';

describe('the page that shows a summary', () => {
  const page = renderPage(
    'rotate',
    '### Rotated\n\n| Token | State |\n|---|---|\n| A\\_B | current |\n',
    'dark',
  );

  test('renders tables as GitHub does', () => {
    expect(page).toContain('<h3>Rotated</h3>');
    expect(page).toMatch(/<th>Token<\/th>\s*<th>State<\/th>/);
    expect(page).toMatch(/<td>A_B<\/td>\s*<td>current<\/td>/);
  });

  test('has the theme', () => expect(page).toContain('data-theme="dark"'));
});

test.for(['light', 'dark'])('the %s picture in docs/images is a small PNG at twice its size', (theme) => {
  const png = readFileSync(join(ACTION, `docs/images/rotation-summary-${theme}.png`));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1680);
  expect(png.length).toBeLessThan(150_000);
});
