import { type ErrorCode, titleOf } from './error-codes.ts';

/** FailureOptions are what few failures have. */
export interface FailureOptions extends ErrorOptions {
  /** What the title shows in place of `…`. */
  readonly detail?: string;
}

/**
 * Failure is an error that a person can act on. Its message says what happened, what is true on the server now, and what to
 * do. Its code says what it is about. Whatever else is thrown is a defect of the action.
 */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly detail: string;

  constructor(code: ErrorCode, message: string, { detail = '', ...options }: FailureOptions = {}) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
  }

  /** The title of its annotation. */
  get title(): string {
    return titleOf(this.code, this.detail);
  }
}

/** withContext adds to an error what is true now because of it, and keeps its code. Defects stay defects. */
export function withContext<Thrown>(error: Thrown, consequence: string): Thrown | Failure {
  if (!(error instanceof Failure)) return error;
  const { code, detail } = error;
  return new Failure(code, `${asSentence(error)} ${consequence}`, { cause: error, detail });
}

/** failureOnly returns an error that a person can act on, and throws any other: a defect is never an outcome. */
export function failureOnly(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** asSentence is an error's message with a full stop at its end, to stand inside a longer text. */
export function asSentence(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).trim();
  return /[.!?]\)?$/.test(text) ? text : `${text}.`;
}

/** Failures is thrown when several things failed that have nothing to do with each other. */
export class Failures extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ message }) => message).join('\n'));
    this.name = 'Failures';
    this.failures = failures;
  }
}
