/** One thing that a workflow author typed wrong: which input, and what would be right. */
export interface Fault {
  readonly input: string;
  readonly message: string;
}

/** Faults is thrown when a request cannot be made of the inputs: all that is wrong with them, at once. */
export class Faults extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.input}: ${fault.message}`).join('\n'));
    this.name = 'Faults';
    this.faults = faults;
  }
}

/** FaultList collects faults while inputs are read, so that none hides the next. */
export class FaultList {
  readonly #faults: Fault[] = [];

  /** add notes one fault. */
  add(input: string, message: string): void {
    this.#faults.push({ input, message });
  }

  /** none tells whether all inputs read so far are sound. */
  get none(): boolean {
    return this.#faults.length === 0;
  }

  /** describe puts all faults into one text. */
  describe(): string {
    return this.#faults.map(({ input, message }) => `\`${input}\` ${message}`).join(' ');
  }

  /** throwIfAny ends the reading of inputs. Throws Faults when there are any. */
  throwIfAny(): void {
    if (!this.none) this.throwAll();
  }

  /** throwAll gives up. Throws Faults. */
  throwAll(): never {
    throw new Faults(this.#faults);
  }
}
