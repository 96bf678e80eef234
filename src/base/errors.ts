/**
 * Failure is an error that a person can act on. Its message says what happened, what is now true on the server and
 * what to do; its title is what the annotation is headed with. Whatever else is thrown is a defect of the action.
 */
export class Failure extends Error {
  readonly title: string;

  constructor(title: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.title = title;
  }
}

/** withContext adds to an error what is true now because of it. Defects stay defects. */
export function withContext(error: unknown, consequence: string): unknown {
  if (!(error instanceof Failure)) return error;
  return new Failure(error.title, `${asSentence(error)} ${consequence}`, { cause: error });
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
