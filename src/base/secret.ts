/**
 * Secret holds a credential so that it cannot be printed by accident: in a template or in JSON it reads `***`, and an
 * inspected object does not show it. Only reveal() gives it away, and the few callers of reveal() are easy to find.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** reveal returns the credential itself: for what is sent, masked or put into the output `token`, never for a text. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }
}

/** Credential is a secret, and where it comes from, for people. */
export interface Credential {
  readonly secret: Secret;
  readonly source: string;
}
