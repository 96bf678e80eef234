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
