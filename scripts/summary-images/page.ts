import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';

export type Theme = 'light' | 'dark';

const CSS = readFileSync(join(import.meta.dirname, 'summary.css'), 'utf8');

/** renderPage is a page that shows the summary of a job as github.com does. `markdown` is what the action writes. */
export function renderPage(job: string, markdown: string, theme: Theme): string {
  const body = marked.parse(markdown, { async: false, gfm: true });
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<meta charset="utf-8">
<title>${job}</title>
<style>${CSS}</style>
<article><header>${job} <span>summary</span></header><main>
${body}</main></article>
</html>
`;
}
