import { type InputError, InputErrors, InvalidInputs } from '../../src/base/errors.ts';
import type { Connection } from '../../src/request/connection/connection.ts';
import type { ConnectionSources } from '../../src/request/connection/setting.ts';
import { INPUTS, type InputName, type Inputs, readInputs } from '../../src/request/inputs.ts';

/** given completes inputs as the runner does: all others are empty. */
export function given(inputs: Partial<Inputs>): Inputs {
  return readInputs((name) => inputs[name] ?? '');
}

/** sourcesOf are the sources of a connection without a profile and without files. */
export function sourcesOf(inputs: Partial<Inputs>): ConnectionSources {
  return {
    inputs: given(inputs),
    profile: undefined,
    readFile: () => {
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    },
  };
}

/** flattened shows the forms of a connection's endpoints, and their common properties. */
export function flattened({ endpoints, ...others }: Connection) {
  const [{ form: _, ...common }] = endpoints;
  return { ...others, ...common, forms: endpoints.map(({ form }) => form) };
}

/** inputNames are the names of all declared inputs. */
export const inputNames = Object.keys(INPUTS) as InputName[];

/** reading calls one reader of inputs. Returns its result and all input errors. */
export function reading<Result>(read: (errors: InputErrors) => Result): {
  readonly result: Result;
  readonly errors: readonly InputError[];
} {
  const list = new InputErrors();
  const result = read(list);
  return { result, errors: errorsThrownBy(() => list.throwIfAny()) };
}

/** errorsThrownBy returns the input errors that a function throws. Empty if it does not throw. */
export function errorsThrownBy(act: () => unknown): readonly InputError[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof InvalidInputs) return error.errors;
    throw error;
  }
}
