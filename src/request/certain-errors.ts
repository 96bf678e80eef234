import { InputErrors } from '../base/errors.ts';
import { type Declaration, givenInputs, type InputName, type Inputs } from './inputs.ts';

/** OperationReaders read the inputs of each operation, and collect the input errors. */
export interface OperationReaders<Operation extends string> {
  readonly operations: readonly Operation[];
  readonly read: (operation: Operation, errors: InputErrors) => unknown;
  readonly declarations: Readonly<Partial<Record<InputName, Declaration>>>;
}

/**
 * addCertainErrors adds the input errors of a step whose operation is not known. An error is only certain if every operation that
 * uses the input would report it.
 */
export function addCertainErrors<Operation extends string>(
  inputs: Inputs,
  { operations, read, declarations }: OperationReaders<Operation>,
  errors: InputErrors,
): void {
  const found = new Map<string, InputErrors>();
  for (const operation of operations) {
    const ofOperation = new InputErrors();
    read(operation, ofOperation);
    found.set(operation, ofOperation);
  }
  for (const name of givenInputs(inputs)) {
    const usedBy = declarations[name]?.usedBy ?? [];
    // The inputs that every operation uses were read earlier.
    if (usedBy === 'all') continue;
    const [first = [], ...others] = usedBy.map((operation) => found.get(operation)?.of(name) ?? []);
    if (others.some((other) => other.length === 0)) continue;
    for (const { message } of first) errors.add(name, message);
  }
}
