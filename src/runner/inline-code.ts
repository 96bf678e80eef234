import { listBackticks } from '../base/text.ts';
import { escapeMarkdown } from './sanitize.ts';

/** An escaped character. `escapeMarkdown` writes a backslash before each backtick and each backslash. */
const ESCAPED = /\\(.)/g;
const ESCAPED_LENGTH = 2;

/** Backtick is a backtick in escaped Markdown, where its backslash begins. */
interface Backtick {
  readonly at: number;
  readonly isOurs: boolean;
}

/**
 * renderProse escapes a message for a summary, and shows what our own code put in backticks as code. Backticks in the text of a
 * server stay characters. `safe` redacts the message before anything else, because no mask matches a secret with a tag inside.
 */
export function renderProse(
  message: string,
  safe: (text: string) => string,
  cut: (text: string) => string,
): string {
  const redacted = safe(message);
  const ours = listBackticks(message);
  const markdown = escapeMarkdown(cut(redacted));
  // If a backtick was redacted, it is not known which of the others are ours.
  if (listBackticks(redacted).length !== ours.length) return markdown;
  const backticks = [...markdown.matchAll(ESCAPED)]
    .filter(([, character]) => character === '`')
    .map(({ index }, number) => ({ at: index, isOurs: ours[number] === 'ours' }));
  return writeCode(markdown, backticks);
}

/** An element and not a code span, because nothing can be escaped in a code span. */
function writeCode(markdown: string, backticks: readonly Backtick[]): string {
  let written = '';
  let from = 0;
  for (let number = 0; number < backticks.length - 1; number++) {
    const [open, close] = backticks.slice(number, number + 2) as [Backtick, Backtick];
    const isEmpty = close.at === open.at + ESCAPED_LENGTH;
    if (!open.isOurs || !close.isOurs || isEmpty) continue;
    const code = markdown.slice(open.at + ESCAPED_LENGTH, close.at);
    written += `${markdown.slice(from, open.at)}<code>${code}</code>`;
    from = close.at + ESCAPED_LENGTH;
    number++;
  }
  return written + markdown.slice(from);
}
