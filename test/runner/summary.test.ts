import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markServerText } from '../../src/base/text.ts';
import { renderProse } from '../../src/runner/inline-code.ts';
import { escapeMarkdown, plainText } from '../../src/runner/sanitize.ts';
import {
  MAX_SUMMARY_BYTES,
  type Rendering,
  renderSection,
  type SummarySection,
} from '../../src/runner/summary.ts';
import { markup } from './arbitrary-markup.ts';

const BACKSLASHED = /\\([!-/:-@[-`{-~])/g;
const DOCS = 'https://github.com/acme/action/blob/v1/docs/troubleshooting.md';

function render(section: SummarySection, changes: Partial<Rendering> = {}): string {
  return renderSection(section, {
    safe: (text) => text.replaceAll(/[\u0002\u0003]/g, ''),
    safeServerText: (text) => text,
    docsUrl: (code) => `${DOCS}#${code}`,
    level: 'headline',
    room: MAX_SUMMARY_BYTES,
    ...changes,
  });
}

/** prose is a message with code as a summary shows it. */
function prose(message: string): string {
  return renderProse(
    message,
    (text) => text.replaceAll(/[\u0002\u0003]/g, ''),
    (text) => text,
  );
}

describe('a section', () => {
  test('starts with its title and its paragraphs', () => {
    expect(render({ title: 'Tokens', text: ['Cluster: a', 'Nothing was changed.'], items: ['one'] })).toBe(
      '### Tokens\n\nCluster: a\n\nNothing was changed.\n\n- one\n',
    );
  });

  test('has a smaller title as a part of another', () => {
    expect(render({ title: 'Tokens', items: [] }, { level: 'part' })).toBe('#### Tokens\n\n');
  });

  test('has a title and paragraphs of one line each with any contents', () => {
    fc.assert(
      fc.property(markup, markup, (title, text) => {
        expect(render({ title, text: [text], items: [] }).split('\n')).toEqual([
          `### ${prose(title)}`,
          '',
          prose(text),
          '',
          '',
        ]);
      }),
    );
  });
});

describe('facts', () => {
  test('are a list with a line for each', () => {
    const facts = [
      ['Description', 'nightly'],
      ['Permissions', 'metrics: read'],
    ] as const;
    expect(render({ title: 'Token', facts })).toBe(
      '### Token\n\n- **Description:** nightly\n- **Permissions:** metrics: read\n',
    );
  });

  test('have one line each with any contents', () => {
    fc.assert(
      fc.property(fc.array(markup), (values) => {
        const facts = values.map((value) => ['Fact', value] as const);
        const lines = render({ title: 'Token', facts }).split('\n');
        expect(lines.slice(2, -1)).toEqual(values.map((value) => `- **Fact:** ${escapeMarkdown(value)}`));
      }),
    );
  });
});

describe('a table', () => {
  test('keeps its rows and columns with any contents', () => {
    fc.assert(
      fc.property(fc.array(markup), (values) => {
        const rows = values.map((value) => [value, value]);
        const lines = render({ title: 'Tokens', head: ['a', 'b'], rows }).split('\n');
        expect(lines.slice(2, 4)).toEqual(['| a | b |', '|---|---|']);
        expect(lines.slice(4, -1)).toHaveLength(values.length);
        for (const row of lines.slice(4, -1)) {
          expect(row.replaceAll(BACKSLASHED, '').split('|')).toHaveLength(4);
        }
      }),
    );
  });
});

describe('code to copy', () => {
  test('keeps its lines and their indentation', () => {
    expect(render({ title: 'Step', code: ['- uses: x', '  with:'] })).toBe(
      '### Step\n\n```yaml\n- uses: x\n  with:\n```\n',
    );
  });

  test('cannot end its block early', () => {
    const rendered = render({ title: 'Step', code: ['````', 'x'] });
    expect(rendered).toContain('`````yaml\n````\nx\n`````\n');
  });
});

const CODE = /<\/?code>/g;

describe('what our own texts have in backticks', () => {
  test.each([
    ['Set `a_b` and `c|d`.', 'Set <code>a\\_b</code> and <code>c\\|d</code>.'],
    ['`x` is empty', '<code>x</code> is empty'],
    ['one ` alone', 'one \\` alone'],
    ['`` and `x`', '\\`<code> and </code>x\\`'],
    ['`a\\` b', '<code>a\\\\</code> b'],
    ['`<script>`', '<code>&#60;script&#62;</code>'],
  ])('is shown as code: %s', (message, shown) => {
    expect(prose(message)).toBe(shown);
  });

  test('is code in the title, in paragraphs, items, problems, and in cells and facts of our own', () => {
    const text = { prose: '`x`' };
    const shown = [
      render({ title: '`x`', text: ['`x`'], items: ['`x`'] }),
      render({ title: 'a', problems: [{ code: 'input', message: '`x`' }] }),
      render({ title: 'a', head: ['a'], rows: [[text]] }),
      render({ title: 'a', facts: [['a', text]] }),
    ];
    expect(shown.map((section) => section.match(/<code>x<\/code>/g)?.length)).toEqual([3, 1, 1, 1]);
  });

  test('stays as it is in data, which is shown unchanged', () => {
    expect(render({ title: 'a', head: ['a'], rows: [['`x`']] })).toContain('| \\`x\\` |');
    expect(render({ title: 'a', facts: [['a', '`x`']] })).toContain('** \\`x\\`');
  });

  test('can contain the text of a server, which cannot end it', () => {
    expect(prose(`Use \`${markServerText('a</code>')}\`.`)).toBe('Use <code>a&#60;/code&#62;</code>.');
    expect(prose(`Use \`${markServerText('a`b')}\`.`)).toBe('Use \\`a\\`b\\`.');
  });

  test('is the only markup with any contents, and its elements are balanced', () => {
    fc.assert(
      fc.property(markup, markup, markup, (ours, code, server) => {
        const shown = prose(`${ours} \`${code}\` ${markServerText(server)} \`${markServerText(server)}\``);
        expect(shown.replaceAll(CODE, '')).not.toMatch(/[<>]/);
        expect((shown.match(CODE) ?? []).join('')).toMatch(/^(?:<code><\/code>)*$/);
        expect(shown).not.toContain('\n');
      }),
    );
  });

  test('is shown with its other characters unchanged', () => {
    fc.assert(
      fc.property(markup, (message) => {
        const shown = prose(message)
          .replaceAll(CODE, '`')
          .replaceAll(BACKSLASHED, '$1')
          .replaceAll(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)));
        expect(shown).toBe(plainText(message));
      }),
    );
  });

  test('is never the text of a server alone', () => {
    fc.assert(
      fc.property(markup, (server) => {
        expect(prose(markServerText(server))).toBe(escapeMarkdown(server));
      }),
    );
  });

  test('does not separate the parts of a credential', () => {
    const shown = renderProse(
      'It is first`second`third in `x`.',
      (text) => text.replaceAll('first`second`third', '***'),
      (text) => text,
    );
    expect(shown).toBe('It is \\*\\*\\* in \\`x\\`.');
  });
});

describe('a link', () => {
  const url = 'https://github.com/acme/web/actions/runs/8812345678';
  const cellOf = (link: { text: string; url: string }, changes: Partial<Rendering> = {}) =>
    render({ title: 'Tokens', head: ['a'], rows: [[link]] }, changes).split('\n')[4];

  test('leads to its page', () => {
    expect(cellOf({ text: 'acme/my_web', url })).toBe(`| [acme/my\\_web](${url}) |`);
    const facts = [['Created by', { text: 'acme/web', url }]] as const;
    expect(render({ title: 'Token', facts })).toContain(`- **Created by:** [acme/web](${url})\n`);
  });

  test.each([
    'http://github.com/acme/web',
    'javascript:alert(1)',
    'https://github.com/acme/web) <img src=x>',
    'https://github.com/acme/web|x',
    'https://github.com/acme/web?a=b',
    'https://user@github.com/acme/web',
    'https://github.com/acme web',
    'docs/troubleshooting.md',
    '',
  ])('is only its text if the URL is not plain: %j', (unusual) => {
    expect(cellOf({ text: 'acme/web', url: unusual })).toBe('| acme/web |');
  });

  test('is only its text if the URL contains a credential', () => {
    const safeServerText = (text: string) => text.replaceAll('8812345678', '***');
    expect(cellOf({ text: 'run 8812345678', url }, { safeServerText })).toBe('| run \\*\\*\\* |');
  });

  test('has no other effect with any contents', () => {
    fc.assert(
      fc.property(markup, markup, (text, hostile) => {
        expect(cellOf({ text, url })).toBe(`| [${escapeMarkdown(text)}](${url}) |`);
        expect(cellOf({ text, url: `${url}${hostile} ` })).toBe(`| ${escapeMarkdown(text)} |`);
      }),
    );
  });
});

describe('a problem', () => {
  test('has its title, its message, and a link to its section in the docs', () => {
    const problems = [{ code: 'input', detail: 'a_b', message: 'is *required*.' }] as const;
    expect(render({ title: 'Failed', problems })).toBe(
      `### Failed\n\n- **Input a\\_b:** is \\*required\\*. [How to fix it](${DOCS}#input)\n`,
    );
  });

  test('has no link if the docs have no URL', () => {
    const problems = [{ code: 'canceled', message: 'Why.' }] as const;
    const shown = render({ title: 'Failed', problems }, { docsUrl: () => 'docs/troubleshooting.md#x' });
    expect(shown).toMatch(/^- \*\*\w+:\*\* Why\.$/m);
  });
});

describe('a long text', () => {
  const items = Array.from({ length: 5000 }, (_, number) => `token ${number} was not revoked | again`);
  const rows = Array.from({ length: 100_000 }, (_, number) => [`row ${number} of very many`]);
  const table = { title: 'Tokens', head: ['x'], rows, more: 'See the file.' };
  const CUT = /The summary cannot show the other [\d,]+ entries\. See the file\.\n$/;

  test('in a list is cut, says so, and leaves room for a table', () => {
    const list = render({ title: 'Failures', items });
    const shown = list.match(/^- /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(1000);
    expect(list).toContain(
      `The summary cannot show the other ${(5000 - shown).toLocaleString('en')} entries. The log contains the complete list.`,
    );
    const rest = render(table, { room: MAX_SUMMARY_BYTES - Buffer.byteLength(list) });
    expect(rest).toMatch(CUT);
    expect(rest.match(/^\| row/gm)?.length).toBeGreaterThan(1000);
    expect(Buffer.byteLength(list + rest)).toBeLessThan(1024 * 1024);
  });

  test('in a second table is cut to what the first one leaves', () => {
    const first = render(table);
    const second = render(table, { room: MAX_SUMMARY_BYTES - Buffer.byteLength(first) });
    expect(second).toMatch(CUT);
    expect(Buffer.byteLength(first + second)).toBeLessThan(1024 * 1024);
  });

  test('in a list that just fits is not cut', () => {
    expect(render({ title: 'Failures', items: items.slice(0, 1000) })).not.toContain('other');
  });

  test('in a fact is cut, but not for a hundred permissions', () => {
    const permissions = Array.from({ length: 100 }, (_, number) => `database-${number}: read, write`).join(
      '; ',
    );
    const facts = [
      ['Permissions', permissions],
      ['Description', '< '.repeat(1_000_000)],
      ['Old description', '<'.repeat(1_000_000)],
    ] as const;
    const summary = render({ title: 'Token', facts });
    expect(summary).toContain(`- **Permissions:** ${permissions}\n`);
    expect(Buffer.byteLength(summary)).toBeLessThan(100_000);
  });
});

describe('a list', () => {
  test('has a line for each item, with any contents', () => {
    fc.assert(
      fc.property(fc.array(markup), (items) => {
        const lines = render({ title: 'Errors', items }).split('\n');
        expect(lines.slice(2, -1)).toEqual(items.map((item) => `- ${prose(item)}`));
      }),
    );
  });
});
