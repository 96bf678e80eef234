import type { SecretMasker } from './masks/secret-masker.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
}

/** GitHub keeps no more than this of each kind a step, and cuts longer messages (ExecutionContext.cs). */
const annotationsOfEachLevel = 10;
const annotationLength = 4096;

/** Takes the lines of a log, masked, in the form the runner writes them: with `##[error]` and the like. */
export type Print = (line: string) => void;

/**
 * The log of one step with its annotations (actions/runner, src/Runner.Worker/ExecutionContext.cs). Everything
 * that enters is masked here, with what is known to be secret at that moment: a mask that comes too late shows.
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

  /** Takes a line of another log of the same job, which is masked already. */
  repeat(line: string): void {
    this.lines.push(line);
    this.#print(line);
  }

  /** Keeps an annotation whose line the log has already. */
  keep(annotation: Annotation): void {
    const alike = this.annotations.filter(({ level }) => level === annotation.level);
    if (alike.length < annotationsOfEachLevel) this.annotations.push(annotation);
  }

  /** The runner masks the message of an annotation, not its title. */
  annotate(level: AnnotationLevel, text: string, title = ''): void {
    const message = this.#masker.mask(text).slice(0, annotationLength);
    this.keep({ level, title, message });
    if (message !== '') this.write(`##[${level}]${message}`);
  }
}
