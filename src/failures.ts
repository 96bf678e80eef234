import type { Failure } from './failure.ts';

/** Failures is thrown when several things failed that have nothing to do with each other. */
export class Failures extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ message }) => message).join('\n'));
    this.name = 'Failures';
    this.failures = failures;
  }
}
