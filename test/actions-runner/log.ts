import type { SecretMasker } from './masks/secret-masker.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
}

/** GitHub keeps at most this number of each kind per step, and cuts longer messages (ExecutionContext.cs). */
const annotationsOfEachLevel = 10;
const annotationLength = 4096;

/** Receives the lines of a log, masked, in the form of the runner, with `##[error]` and similar tags. */
export type Print = (line: string) => void;

/**
 * The log of one step with its annotations (actions/runner, src/Runner.Worker/ExecutionContext.cs). Every line is masked when it
 * is added, with the secrets that are known at that moment. So a mask that is set too late does not hide earlier lines.
 */
export class StepLog {
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly #masker: SecretMasker;
  readonly #debug: boolean;
  readonly #print: Print;

  constructor(masker: SecretMasker, debug: boolean, print: Print) {
    this.#masker = masker;
    this.#debug = debug;
    this.#print = print;
  }

  write(text: string): void {
    this.repeat(this.#masker.mask(text));
  }

  debug(text: string): void {
    if (!this.#debug) return;
    for (const line of text.split(/\r?\n/)) this.write(`##[debug]${line}`);
  }

  /** Adds a line of another log of the same job, which is already masked. */
  repeat(line: string): void {
    this.lines.push(line);
    this.#print(line);
  }

  /** Keeps an annotation whose line is already in the log. */
  keep(annotation: Annotation): void {
    const alike = this.annotations.filter(({ level }) => level === annotation.level);
    if (alike.length < annotationsOfEachLevel) this.annotations.push(annotation);
  }

  /** The runner masks the message of an annotation but not its title. */
  annotate(level: AnnotationLevel, text: string, title = ''): void {
    const message = this.#masker.mask(text).slice(0, annotationLength);
    this.keep({ level, title, message });
    if (message !== '') this.write(`##[${level}]${message}`);
  }
}
