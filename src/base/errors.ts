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

/** resultOf returns what work ends with: its value, or the Failure that it throws. Throws defects. */
export async function resultOf<Value>(work: Promise<Value>): Promise<Value | Failure> {
  try {
    return await work;
  } catch (error) {
    return failureOnly(error);
  }
}

/** describeDefect is what a person is told about an error that is not a Failure. */
export function describeDefect(error: unknown): string {
  return `This is a defect of the action, please report it: ${asSentence(error)}`;
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

/** One thing that a workflow author typed wrong: which input, and what would be right. */
export interface InputError {
  readonly input: string;
  readonly message: string;
}

/** InvalidInputs is thrown when a request cannot be made of the inputs: all that is wrong with them, at once. */
export class InvalidInputs extends Error {
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    super(errors.map((error) => `${error.input}: ${error.message}`).join('\n'));
    this.name = 'InvalidInputs';
    this.errors = errors;
  }
}

/** InputErrors collects input errors while inputs are read, so that none hides the next. */
export class InputErrors {
  readonly #errors: InputError[] = [];

  /** add records one input error. */
  add(input: string, message: string): void {
    this.#errors.push({ input, message });
  }

  /** none tells whether all inputs read so far are sound. */
  get none(): boolean {
    return this.#errors.length === 0;
  }

  /** describe puts all input errors into one text. */
  describe(): string {
    return this.#errors.map(({ input, message }) => `\`${input}\` ${message}`).join(' ');
  }

  /** throwIfAny ends the reading of inputs. Throws InvalidInputs when there are any. */
  throwIfAny(): void {
    if (!this.none) this.throwAll();
  }

  /** throwAll gives up. Throws InvalidInputs. */
  throwAll(): never {
    throw new InvalidInputs(this.#errors);
  }
}
