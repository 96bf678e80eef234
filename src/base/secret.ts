/**
 * Secret contains a credential that cannot be printed by accident. In a template or in JSON it becomes `***`, and an inspected
 * object does not show it. Only reveal() returns it, and the few callers of reveal() are easy to find.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** reveal returns the credential itself. Use it to send, mask, or output the credential, and never in a text. */
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

/** Credential is a secret with a description of its source for people. */
export interface Credential {
  readonly secret: Secret;
  readonly source: string;
}
