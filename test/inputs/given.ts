import { type InputError, InputErrors, InvalidInputs } from '../../src/base/errors.ts';
import type { Connection } from '../../src/request/connection/connection.ts';
import type { ConnectionSources } from '../../src/request/connection/setting.ts';
import { INPUTS, type InputName, type Inputs, readInputs } from '../../src/request/inputs.ts';

/** given fills up inputs as the runner does: what is not given is empty. */
export function given(inputs: Partial<Inputs>): Inputs {
  return readInputs((name) => inputs[name] ?? '');
}

/** sourcesOf is what a connection is read from when there is no profile and no file. */
export function sourcesOf(inputs: Partial<Inputs>): ConnectionSources {
  return {
    inputs: given(inputs),
    profile: undefined,
    readFile: () => {
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    },
  };
}

/** flattened shows the endpoints of a connection as their forms, and as what they have in common. */
export function flattened({ endpoints, ...others }: Connection) {
  const [{ form: _, ...common }] = endpoints;
  return { ...others, ...common, forms: endpoints.map(({ form }) => form) };
}

/** inputNames are the names of all declared inputs. */
export const inputNames = Object.keys(INPUTS) as InputName[];

/** reading runs one reader of inputs: its result, and every fault that it noted. */
export function reading<Result>(read: (errors: InputErrors) => Result): {
  readonly result: Result;
  readonly errors: readonly InputError[];
} {
  const list = new InputErrors();
  const result = read(list);
  return { result, errors: errorsThrownBy(() => list.throwIfAny()) };
}

/** errorsThrownBy are the faults that something throws; none when it does not throw. */
export function errorsThrownBy(act: () => unknown): readonly InputError[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof InvalidInputs) return error.errors;
    throw error;
  }
}
