import { type ErrorCode, titleOf } from './error-codes.ts';

/** FailureOptions are the rarely used properties of a failure. */
export interface FailureOptions extends ErrorOptions {
  /** Replaces `…` in the title. */
  readonly detail?: string;
  /** A sentence that says what to do, if the error is not a part of a longer message. */
  readonly remedy?: string;
}

/**
 * Failure is an error that a person can act on. Its message says what happened, what is true on the server now, and what to
 * do. Any other error is a defect of the action.
 */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly remedy: string;

  constructor(
    code: ErrorCode,
    message: string,
    { detail = '', remedy = '', ...options }: FailureOptions = {},
  ) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
    this.remedy = remedy;
  }

  /** The title of the annotation. */
  get title(): string {
    return titleOf(this.code, this.detail);
  }
}

/**
 * withContext appends a sentence to a Failure that says what is true now, and keeps its code. A defect stays as it is. `remedy` is
 * empty if the sentence already says what to do.
 */
export function withContext<Thrown>(error: Thrown, consequence: string, remedy?: ''): Thrown | Failure {
  if (!(error instanceof Failure)) return error;
  const { code, detail } = error;
  const options = { cause: error, detail, remedy: remedy ?? error.remedy };
  return new Failure(code, `${asSentence(error)} ${consequence}`, options);
}

/** failureOnly returns a Failure and throws any other error, because a defect is never an outcome. */
export function failureOnly(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** resultOf returns the value of a promise, or the Failure that it rejects with. Throws defects. */
export async function resultOf<Value>(work: Promise<Value>): Promise<Value | Failure> {
  try {
    return await work;
  } catch (error) {
    return failureOnly(error);
  }
}

/** describeDefect describes an error that is not a Failure for people. */
export function describeDefect(error: unknown): string {
  return `This is a bug in the action. Please report it: ${asSentence(error)}`;
}

/** asSentence returns the message of an error with a period at its end, for use inside a longer text. */
export function asSentence(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).trim();
  // The text of a server ends in a mark.
  return /[.!?]\)?\u0003?$/.test(text) ? text : `${text}.`;
}

/** Failures is thrown for several failures that are independent of each other. */
export class Failures extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ message }) => message).join('\n'));
    this.name = 'Failures';
    this.failures = failures;
  }
}

/**
 * InputError is one error in the inputs. Its message says how to correct the input. It starts in lower
 * case if the input is its subject.
 */
export interface InputError {
  readonly input: string;
  readonly message: string;
}

/** describeInputError returns an input error as a sentence. A message in lower case continues the name of the input. */
export function describeInputError({ input, message }: InputError): string {
  return `\`${input}\`${/^[a-z]/.test(message) ? '' : ':'} ${message}`;
}

/** InvalidInputs is thrown when the inputs contain errors. It contains all of them. */
export class InvalidInputs extends Error {
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    super(errors.map(describeInputError).join('\n'));
    this.name = 'InvalidInputs';
    this.errors = errors;
  }
}

/** InputErrors collects input errors while inputs are read, so that one error does not hide the next. */
export class InputErrors {
  readonly #errors: InputError[] = [];
  readonly #explained = new Set<string>();

  /** add records one input error, unless an explanation of this input is recorded already. */
  add(input: string, message: string): void {
    if (!this.#explained.has(input)) this.#errors.push({ input, message });
  }

  /** explain says that whatever else is wrong with an input follows from an error that is recorded already. */
  explain(input: string): void {
    this.#explained.add(input);
  }

  /** isExplained tells whether nothing more has to be said about an input. */
  isExplained(input: string): boolean {
    return this.#explained.has(input);
  }

  /** of lists the errors of one input. */
  of(input: string): readonly InputError[] {
    return this.#errors.filter((error) => error.input === input);
  }

  /** none tells whether all inputs that were read so far are valid. */
  get none(): boolean {
    return this.#errors.length === 0;
  }

  /** describe returns all input errors in one text. */
  describe(): string {
    return this.#errors.map(describeInputError).join(' ');
  }

  /** throwIfAny throws InvalidInputs if there are input errors. */
  throwIfAny(): void {
    if (!this.none) this.throwAll();
  }

  /** throwAll throws InvalidInputs. */
  throwAll(): never {
    throw new InvalidInputs(this.#errors);
  }
}
