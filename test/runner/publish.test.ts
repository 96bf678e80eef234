import { expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { publish } from '../../src/runner/publish.ts';
import { fakeRunner } from '../fake-runner.ts';

const REPORT = {
  outputs: { count: '1' },
  lines: [{ kind: 'info', text: 'Revoked a token.' }],
  sections: [{ title: 'Revoked', items: ['a token'] }],
} as const;

/** The writes that reach the runner, in order. */
function recorded(outputs: () => void = () => {}) {
  const calls: string[] = [];
  const runner = fakeRunner({
    outputs: () => {
      outputs();
      calls.push('outputs');
    },
    info: (line) => calls.push(line),
    summary: ({ title }) => calls.push(title),
  });
  return { calls, runner };
}

test('a report reaches the outputs, the log, and the summary, in this order', () => {
  const { calls, runner } = recorded();
  publish(REPORT, runner);
  expect(calls).toEqual(['outputs', 'Revoked a token.', 'Revoked']);
});

test('the log and the summary say what was done even if the outputs cannot be written', () => {
  const full = new Failure('the-runners-files-cannot-be-written', 'The disk is full.');
  const { calls, runner } = recorded(() => {
    throw full;
  });
  expect(() => publish(REPORT, runner)).toThrow(full);
  expect(calls).toEqual(['Revoked a token.', 'Revoked']);
});

test("the report's failure is thrown after everything else", () => {
  const failure = new Failure('token-not-revoked', 'Not all tokens are revoked.');
  const { calls, runner } = recorded();
  expect(() => publish({ ...REPORT, failure }, runner)).toThrow(failure);
  expect(calls).toHaveLength(3);
});
