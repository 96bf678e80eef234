import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/runner/markdown.ts';
import { renderSection } from '../../src/runner/summary.ts';
import { markup } from './arbitrary-markup.ts';

const BACKSLASHED = /\\([!-/:-@[-`{-~])/g;
const asIs = (text: string) => text;

describe('a table of facts', () => {
  test('has a row for each fact', () => {
    expect(
      renderSection(
        {
          title: 'Token',
          facts: [
            ['For', 'nightly'],
            ['Grants', 'metrics: read'],
          ],
        },
        asIs,
      ),
    ).toBe('### Token\n\n| | |\n|---|---|\n| For | nightly |\n| Grants | metrics: read |\n');
  });

  test('keeps its rows and columns, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(markup), (values) => {
        const lines = renderSection(
          { title: 'Token', facts: values.map((value) => ['Fact', value] as const) },
          asIs,
        ).split('\n');
        const rows = lines.slice(4, -1);
        expect(rows).toHaveLength(values.length);
        for (const row of rows) {
          expect(row.replaceAll(BACKSLASHED, '').split('|')).toHaveLength(4);
        }
      }),
    );
  });
});

describe('a list', () => {
  test('has a line for each item, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(markup), (items) => {
        const lines = renderSection({ title: 'Faults', items }, asIs).split('\n');
        expect(lines.slice(0, 2)).toEqual(['### Faults', '']);
        expect(lines.slice(2, -1)).toEqual(items.map((item) => `- ${escapeMarkdown(item)}`));
      }),
    );
  });
});
