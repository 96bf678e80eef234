import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderTimeline } from '../../src/runner/summary.ts';
import { markup } from './arbitrary-markup.ts';

const FROM = Date.UTC(2027, 0, 31, 12);
const TO = Date.UTC(2027, 1, 14, 6, 30);
const asIs = (text: string) => text;

describe('a chart', () => {
  test('has a line for each bar, with its start and end', () => {
    expect(renderTimeline([{ label: 'nightly load test', from: FROM, to: TO }], asIs)).toEqual([
      '```mermaid',
      'gantt',
      '  dateFormat YYYY-MM-DDTHH:mm:ss',
      '  axisFormat %Y-%m-%d',
      '  1 nightly load test :2027-01-31T12:00:00, 2027-02-14T06:30:00',
      '```',
    ]);
  });

  test('contains only labels without a meaning in Mermaid, for any description', () => {
    const label = fc.oneof(
      markup,
      fc.constantFrom(
        'section x',
        'title: y',
        'a :done, b',
        'x\n  click a call b()',
        '```',
        '%% c',
        '2027-01-01',
      ),
    );
    fc.assert(
      fc.property(fc.array(label, { maxLength: 5 }), (labels) => {
        const lines = renderTimeline(
          labels.map((text) => ({ label: text, from: FROM, to: TO })),
          asIs,
        );
        const tasks = lines.slice(4, -1);
        expect(tasks).toHaveLength(labels.length);
        for (const [index, line] of tasks.entries()) {
          expect(line).toMatch(
            new RegExp(`^  ${index + 1} [\\p{L}\\p{N} ._/-]*:2027-01-31T12:00:00, 2027-02-14T06:30:00$`, 'u'),
          );
        }
        expect(lines.filter((line) => line.startsWith('```'))).toHaveLength(2);
      }),
    );
  });

  test('redacts its labels first', () => {
    const [, , , , task] = renderTimeline([{ label: 'a secret', from: FROM, to: TO }], (text) =>
      text.replace('secret', '***'),
    );
    expect(task).toMatch(/^ {2}1 a :/);
  });
});
