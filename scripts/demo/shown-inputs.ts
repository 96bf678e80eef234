import { INPUTS } from '../../src/request/inputs.ts';

type Texts = Readonly<Record<string, string>>;

const DECLARATIONS: Readonly<Record<string, { readonly usedBy: 'all' | readonly string[] }>> = INPUTS;

/** shownInputs are the inputs that the operation of a step uses. GitHub also shows the defaults of all other inputs. */
export function shownInputs(inputs: Texts): Texts {
  const operation = inputs['operation'] ?? 'create';
  return Object.fromEntries(
    Object.entries(inputs).filter(([name]) => {
      const usedBy = DECLARATIONS[name]?.usedBy ?? 'all';
      return usedBy === 'all' || usedBy.includes(operation);
    }),
  );
}
