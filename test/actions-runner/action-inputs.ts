import type { Expressions } from './expressions.ts';
import type { StepLog } from './log.ts';

/** The inputs of an action, as its `action.yml` declares them. */
export type InputDeclarations = Readonly<Record<string, InputDeclaration | null>>;

interface InputDeclaration {
  readonly default?: string | number | boolean | null;
  readonly deprecationMessage?: string;
}

/** Completes the inputs of a step with the defaults that the action declares. */
export class ActionInputs {
  readonly #declared: ReadonlyMap<string, InputDeclaration>;

  constructor(declarations: InputDeclarations = {}) {
    this.#declared = new Map(
      Object.entries(declarations).map(([name, declaration]) => [name, declaration ?? {}]),
    );
  }

  /**
   * Adds the **current** defaults to the inputs that the step sets. An unknown name is passed on with a warning. A missing
   * required input causes no message: actions/runner, src/Runner.Worker/ActionRunner.cs.
   */
  complete(
    given: Readonly<Record<string, string>>,
    expressions: Expressions,
    log: StepLog,
  ): Record<string, string> {
    const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
    const inputs = { ...given };
    for (const [name, declaration] of this.#declared) {
      if (names.has(name.toLowerCase())) {
        const { deprecationMessage } = declaration;
        if (deprecationMessage === undefined) continue;
        log.annotate('warning', `Input '${name}' has been deprecated with message: ${deprecationMessage}`);
      } else {
        inputs[name] = expressions.text(String(declaration.default ?? ''));
      }
    }
    this.#warnAboutUnknown(Object.keys(given), log);
    return inputs;
  }

  #warnAboutUnknown(given: readonly string[], log: StepLog): void {
    const known = new Set([...this.#declared.keys()].map((name) => name.toLowerCase()));
    const unknown = given.filter((name) => !known.has(name.toLowerCase()));
    if (unknown.length === 0) return;
    const valid = [...this.#declared.keys()].join("', '");
    log.annotate('warning', `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${valid}']`);
  }
}

/** `INPUT_*` as the runner names them. Hyphens stay, so no shell can read these variables. */
export function inputEnvironment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}
