import type { InputErrors } from '../input-errors.ts';
import { nearestName } from '../tokens/databases.ts';
import type { InputName } from './declared.ts';
import { quote } from './text.ts';

/** Choice is an input that has one of a few values. */
export interface Choice<Value extends string> {
  readonly input: InputName;
  readonly values: readonly Value[];
  /** Words that people write for a value, in lower case. */
  readonly synonyms?: Readonly<Record<string, Value>>;
}

/** readChoice reads one of a few values. Anything else is an input error that suggests the nearest one. */
export function readChoice<Value extends string>(
  text: string,
  choice: Choice<Value>,
  errors: InputErrors,
): Value | undefined {
  const value = choice.values.find((one) => one === text);
  if (value === undefined) errors.add(choice.input, wrongChoice(text, choice));
  return value;
}

/** wrongChoice says what is wrong with a value, and which one was probably meant. Pure. */
function wrongChoice<Value extends string>(text: string, { values, synonyms }: Choice<Value>): string {
  const typed = text.toLowerCase();
  const isSynonym = synonyms !== undefined && Object.hasOwn(synonyms, typed);
  const meant = isSynonym ? synonyms[typed] : nearestName(typed, values);
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  return `${quote(text)} is not valid.${hint} Use ${values.map((one) => `\`${one}\``).join(', ')}.`;
}
