import { parseSync } from 'vite';

/** Comments that name a license, and webpack's, which name the file that the following code is from. */
const KEPT = /^!|@license|@preserve|(?:CONCATENATED|EXTERNAL) MODULE/;

/**
 * withoutComments removes comments from a CommonJS file, and leaves everything else unchanged. The comments of packages would
 * make dist/ a tenth larger. Our comments are in src/.
 */
export function withoutComments(code: string): string {
  const { comments } = parseSync('file.cjs', code);
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

/** Whether the lines of a comment that ends at `end` contain nothing else. */
function isWholeLine(before: string, code: string, end: number): boolean {
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return indent.trim() === '' && /^[ \t]*(?:\n|$)/.test(code.slice(end));
}
