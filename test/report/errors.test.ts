import { describe, expect, test } from 'vitest';
import { Failure, Failures, InvalidInputs } from '../../src/base/errors.ts';
import { reportError } from '../../src/report/errors.ts';

/** The lines of a report. */
function linesOf(error: unknown): string[] {
  const { lines = [], sections = [] } = reportError(error);
  return [
    ...lines.map((line) =>
      'code' in line ? `${line.kind} ${line.code}: ${line.text}` : `${line.kind} ${line.text.split('\n')[0]}`,
    ),
    ...sections.map(
      (section) => `summary ${section.title}, shows ${'problems' in section ? section.problems.length : 'x'}`,
    ),
  ];
}

describe('a report', () => {
  test('of several failures has an annotation for each', () => {
    expect(linesOf(new Failures([new Failure('not-found', 'a.'), new Failure('canceled', 'b.')]))).toEqual([
      'error not-found: a.',
      'error canceled: b.',
      'summary InfluxDB step failed: 2 errors, shows 2',
    ]);
  });

  test('of an input error names the input in the title and in the text', () => {
    const { lines, sections } = reportError(
      new InvalidInputs([{ input: 'databases', message: 'is required.' }]),
    );
    expect(sections).toEqual([
      {
        title: 'InfluxDB step failed: 1 input error (nothing was changed)',
        text: [],
        problems: [{ code: 'input', detail: 'databases', message: '`databases` is required.' }],
      },
    ]);
    expect(lines).toEqual([
      { kind: 'error', code: 'input', detail: 'databases', text: '`databases` is required.' },
    ]);
  });

  test.each([
    [
      'failures',
      new Failures(Array.from({ length: 12 }, (_, index) => new Failure('not-found', `${index}.`))),
    ],
    [
      'errors',
      new InvalidInputs(Array.from({ length: 12 }, (_, index) => ({ input: 'a', message: `${index}.` }))),
    ],
  ])('of a dozen %s has nine annotations, one that counts the rest, and the rest in the log', (_, error) => {
    const lines = linesOf(error);
    expect(lines.filter((line) => line.startsWith('error '))).toHaveLength(10);
    expect(lines[9]).toMatch(/3 more (?:input )?errors/);
    expect(lines.slice(10, 13).every((line) => line.startsWith('info '))).toBe(true);
    expect(lines.at(-1)).toMatch(/^summary .* 12 (?:input )?errors.*, shows 12$/);
  });

  test('names the cluster, where it is known', () => {
    const { sections } = reportError(new Failure('not-found', 'a.'), { cluster: 'a-cluster' });
    expect(sections).toMatchObject([{ text: ['Cluster: a-cluster'] }]);
  });

  test('of a defect says so, and leaves the stack to the debug log', () => {
    const [debug, error] = linesOf(new TypeError('x is not a function'));
    expect(debug).toMatch(/^debug TypeError/);
    expect(error).toMatch(/^error unexpected-error: .*Please report it: x is not a function\./);
  });

  test('of something else that was thrown says so as well', () => {
    expect(linesOf('x')[0]).toBe('debug x');
  });
});
