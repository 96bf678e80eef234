import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../src/base/errors.ts';
import { InvalidInputs } from '../../src/base/input-errors.ts';
import { reportFailure } from '../../src/report/errors.ts';
import { fakeRunner } from '../fake-runner.ts';

/** What a runner is told, one line each. */
function told(error: unknown): string[] {
  const lines: string[] = [];
  const runner = fakeRunner({
    error: (title, message) => lines.push(`error ${title}: ${message}`),
    info: (line) => lines.push(`info ${line}`),
    debug: (line) => lines.push(`debug ${line.split('\n')[0]}`),
    summary: (section) => lines.push(`summary ${'items' in section ? section.items.length : 'x'}`),
  });
  reportFailure(error, runner);
  return lines;
}

describe('a report', () => {
  test('of several failures has an annotation for each', () => {
    expect(told(new Failures([new Failure('not-found', 'a.'), new Failure('cancelled', 'b.')]))).toEqual([
      'error not-found: a.',
      'error cancelled: b.',
      'summary 2',
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
    const lines = told(error);
    expect(lines.filter((line) => line.startsWith('error '))).toHaveLength(10);
    expect(lines[9]).toMatch(/3 more/);
    expect(lines.slice(10, 13).every((line) => line.startsWith('info '))).toBe(true);
    expect(lines.at(-1)).toBe('summary 12');
  });

  test('of a defect says so, and leaves the stack to the debug log', () => {
    const [debug, error] = told(new TypeError('x is not a function'));
    expect(debug).toMatch(/^debug TypeError/);
    expect(error).toMatch(/^error unexpected-error: .*please report it: x is not a function\./);
  });
});
