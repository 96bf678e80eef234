import { parseSync } from 'vite';

/** Comments that tools or lawyers read. */
const KEPT = /^!|[#@]__PURE__|@license|@preserve/;

/** withoutComments removes comments from the text of an ES module, and leaves everything else as it is. */
export function withoutComments(code: string): string {
  const { comments } = parseSync('module.js', code);
  const removed = comments.filter(({ value }) => !KEPT.test(value));
  let text = '';
  let end = 0;
  for (const comment of removed) {
    text += code.slice(end, comment.start);
    end = comment.end;
    if (isWholeLine(text, code, end)) {
      text = text.slice(0, text.lastIndexOf('\n') + 1);
      end = code.indexOf('\n', end) + 1 || code.length;
    }
  }
  return text + code.slice(end);
}

/** Whether nothing else is in the lines of a comment that ends at `end`. */
function isWholeLine(before: string, code: string, end: number): boolean {
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return indent.trim() === '' && /^[ \t]*(?:\n|$)/.test(code.slice(end));
}
