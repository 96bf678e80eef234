import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A page, and the file for its picture. */
export interface Screenshot {
  readonly html: string;
  readonly png: string;
  /** In CSS pixels. The height is the height of the page. */
  readonly width: number;
}

/** The sandbox does not work for root, and the pages are our own. */
const OPTIONS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'];

/** Enough for smooth text in one color scheme. */
const COLORS = '64';

/**
 * takeScreenshot draws a page at twice its size, with few colors. `folder` is for temporary files. Throws if Chromium or pngquant
 * is missing.
 */
export function takeScreenshot({ html, png, width }: Screenshot, folder: string): void {
  const path = join(folder, 'page.html');
  const chromium = (...options: string[]): string =>
    run('chromium', [...OPTIONS, ...options, pathToFileURL(path).href]);
  writeFileSync(path, `${html}<script>document.title = document.body.scrollHeight</script>`);
  const [, height] = /<title>(\d+)<\/title>/.exec(chromium(`--window-size=${width},100`, '--dump-dom')) ?? [];
  if (height === undefined) throw new Error('Chromium did not measure the page.');
  writeFileSync(path, html);
  chromium(`--window-size=${width},${height}`, '--force-device-scale-factor=2', `--screenshot=${png}`);
  run('pngquant', ['--force', '--strip', '--output', png, COLORS, png]);
}

/** Returns the output of the program. Its messages on stderr are only about this machine. */
function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
