import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/runner/sanitize.ts';
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

  test('keeps its rows and columns with any contents', () => {
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

describe('code to copy', () => {
  test('keeps its lines and their indentation', () => {
    expect(renderSection({ title: 'Step', code: ['- uses: x', '  with:'] }, asIs)).toBe(
      '### Step\n\n```yaml\n- uses: x\n  with:\n```\n',
    );
  });

  test('cannot end its block early', () => {
    const rendered = renderSection({ title: 'Step', code: ['````', 'x'] }, asIs);
    expect(rendered).toContain('`````yaml\n````\nx\n`````\n');
  });
});

describe('a long text', () => {
  const items = Array.from({ length: 5000 }, (_, number) => `token ${number} was not revoked | again`);

  test('in a list is cut, says so, and leaves room for a table', () => {
    const list = renderSection({ title: 'Failures', items }, asIs);
    const table = renderSection(
      { title: 'Tokens', head: ['x'], rows: manyRows(), more: 'See the file.' },
      asIs,
    );
    const shown = list.match(/^- /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(1000);
    expect(list).toContain(
      `And ${(5000 - shown).toLocaleString('en')} more, too many for a summary. The log holds all.`,
    );
    expect(table).toMatch(/And [\d,]+ more, too many for a summary\. See the file\.\n$/);
    expect(Buffer.byteLength(list + table)).toBeLessThan(1024 * 1024);
  });

  test('in a list that just fits is not cut', () => {
    expect(renderSection({ title: 'Failures', items: items.slice(0, 1000) }, asIs)).not.toContain('more');
  });

  test('in a fact is cut, but not for a hundred permissions', () => {
    const grants = Array.from({ length: 100 }, (_, number) => `database-${number}: read, write`).join('; ');
    const facts = [
      ['Grants', grants],
      ['For', '< '.repeat(1_000_000)],
      ['Was for', '<'.repeat(1_000_000)],
    ] as const;
    const summary = renderSection({ title: 'Token', facts }, asIs);
    expect(summary).toContain(`| Grants | ${grants} |`);
    expect(Buffer.byteLength(summary)).toBeLessThan(100_000);
  });
});

function manyRows(): string[][] {
  return Array.from({ length: 100_000 }, (_, number) => [`row ${number} of very many`]);
}

describe('a list', () => {
  test('has a line for each item, with any contents', () => {
    fc.assert(
      fc.property(fc.array(markup), (items) => {
        const lines = renderSection({ title: 'Faults', items }, asIs).split('\n');
        expect(lines.slice(0, 2)).toEqual(['### Faults', '']);
        expect(lines.slice(2, -1)).toEqual(items.map((item) => `- ${escapeMarkdown(item)}`));
      }),
    );
  });
});
