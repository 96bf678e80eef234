/**
 * Draws the pictures in docs/images: the summary of a rotation as github.com shows it, light and dark. The summary is what
 * the packed action writes. Needs programs and a font of Debian:
 * apt-get install chromium pngquant fonts-noto-core
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkflowStage } from '../test/e2e/stage/workflow-stage.ts';
import { prepareRotation, ROTATION } from './demo/due-rotation.ts';
import { readExample } from './demo/workflow-file.ts';
import { renderPage } from './summary-images/page.ts';
import { takeScreenshot } from './summary-images/screenshot.ts';

const IMAGES = join(import.meta.dirname, '../docs/images');
const JOB = 'rotate';
const WIDTH = 840;

await using stage = await WorkflowStage.start();
await prepareRotation(stage);
const { jobs, log } = await stage.run(readExample(ROTATION).text);
const summary = jobs[JOB]?.summary;
if (!summary) throw new Error(`The rotation wrote no summary.\n${log}`);

mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'summary-'));
for (const theme of ['light', 'dark'] as const) {
  const png = join(IMAGES, `rotation-summary-${theme}.png`);
  takeScreenshot({ html: renderPage(JOB, summary, theme), png, width: WIDTH }, folder);
  console.log(`${png}: ${Math.ceil(statSync(png).size / 1000)} kB`);
}
rmSync(folder, { recursive: true });
