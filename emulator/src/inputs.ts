import { InputErrors } from '../../src/base/errors.ts';
import { quote } from '../../src/base/text.ts';
import { parseList } from '../../src/request/fields/list.ts';
import { parseBoolean } from '../../src/request/fields/scalars.ts';
import { DATABASE_NAME_RULE, isDatabaseName } from '../../src/tokens/databases.ts';
import { ANY_DATABASE } from '../../src/tokens/permissions.ts';
import type { Order } from './messages.ts';

/** INPUTS declares the inputs and their defaults. A test compares them with action.yml. */
export const INPUTS = { product: 'dedicated', databases: 'metrics', 'fail-on-live-tokens': 'false' } as const;

/** ReadInput returns the trimmed text of an input. The text is empty if the input is not set. */
type ReadInput = (name: keyof typeof INPUTS) => string;

/** readOrder parses the inputs. Throws InvalidInputs with all input errors. */
export function readOrder(read: ReadInput): Order {
  const errors = new InputErrors();
  const product = input(read, 'product');
  if (product !== 'dedicated' && product !== 'clustered') {
    errors.add('product', `${quote(product)} is neither \`dedicated\` (Cloud Dedicated) nor \`clustered\`.`);
  }
  const list = parseList(input(read, 'databases'), { separator: 'comma', isValid: isDatabaseName });
  const databases = 'items' in list ? list.items : [];
  if ('problem' in list) errors.add('databases', list.problem);
  else if (databases.length === 0)
    errors.add(
      'databases',
      `${quote(input(read, 'databases'))} does not contain a name. Write at least one name.`,
    );
  for (const name of databases) {
    if (!isDatabaseName(name) || name === ANY_DATABASE) {
      errors.add('databases', `${quote(name)} is not a valid database name. ${DATABASE_NAME_RULE}.`);
    }
  }
  readFailOnLiveTokens(read, errors);
  errors.throwIfAny();
  return { product: product === 'clustered' ? 'clustered' : 'dedicated', databases };
}

/** readFailOnLiveTokens parses the input `fail-on-live-tokens`. For an invalid value, it adds an input error and returns false. */
export function readFailOnLiveTokens(read: ReadInput, errors: InputErrors): boolean {
  return parseBoolean(input(read, 'fail-on-live-tokens'), 'fail-on-live-tokens', errors);
}

function input(read: ReadInput, name: keyof typeof INPUTS): string {
  return read(name) || INPUTS[name];
}
