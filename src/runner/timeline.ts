import { markServerText } from '../server-text.ts';
import { shorten } from '../shorten.ts';

/** Bar is a span of time in a chart, in milliseconds since 1970. */
export interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** All but letters, digits and a few signs that mean nothing to Mermaid. */
const NOT_PLAIN = /[^\p{L}\p{N}._/-]+/gu;

const MAX_LABEL_LENGTH = 40;

/**
 * renderTimeline writes a chart that GitHub draws: https://mermaid.js.org/syntax/gantt.html. Labels go through `safe`; each
 * gets a number, because a line that begins with one of Mermaid's own words would be taken for it.
 */
export function renderTimeline(bars: readonly Bar[], safe: (text: string) => string): string[] {
  const tasks = bars.map(({ label, from, to }, index) => {
    const shown = shorten(safe(markServerText(label)), MAX_LABEL_LENGTH)
      .replaceAll(NOT_PLAIN, ' ')
      .trim();
    return `  ${index + 1} ${shown} :${chartTime(from)}, ${chartTime(to)}`;
  });
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DDTHH:mm:ss',
    '  axisFormat %Y-%m-%d',
    ...tasks,
    '```',
  ];
}

/** Without a zone, so that both ends are in the same one. */
function chartTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}
