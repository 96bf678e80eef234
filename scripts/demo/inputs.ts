import * as v from '@badrap/valita';
import { parse } from 'yaml';

const declaration = v.object({
  type: v.string().optional(() => 'string'),
  required: v.boolean().optional(() => false),
  default: v.unknown().optional(),
  options: v.array(v.string()).optional(() => []),
  description: v.string().optional(),
});
const declarations = v.record(declaration);
type Declaration = v.Infer<typeof declaration>;

/**
 * dispatchInputs are the inputs of a run that a person starts. Undefined if another event starts the workflow. `given` are texts
 * in the form `NAME=VALUE`, and `known` are values for required inputs. Throws if a required input has no value, if a name is
 * unknown, or if only other workflows can call the workflow.
 */
export function dispatchInputs(
  workflow: string,
  given: readonly string[],
  known: Readonly<Record<string, string>>,
): Record<string, unknown> | undefined {
  const events = eventsOf(workflow);
  if (Object.keys(events).join() === 'workflow_call')
    throw new Error('Only other workflows can call this workflow. Run a workflow that calls it.');
  const declared = declarations.parse(events['workflow_dispatch']?.inputs ?? {});
  const texts = Object.fromEntries(given.map((text) => nameAndValue(text, declared)));
  const needed = Object.entries(declared).filter(([, one]) => one.required && one.default === undefined);
  if (needed.length === 0 && given.length === 0) return undefined;
  const values = Object.fromEntries(needed.map(([name, one]) => [name, known[name] ?? one.options[0]]));
  const missing = needed.filter(([name]) => (texts[name] ?? values[name]) === undefined);
  if (missing.length > 0) {
    const names = missing.map(([name]) => `${name}=VALUE`).join(' ');
    throw new Error(`The workflow requires inputs. Add ${names} to the command.`);
  }
  return Object.fromEntries(
    Object.entries({ ...values, ...texts }).map(([name, text]) => [name, typed(text ?? '', declared[name])]),
  );
}

function eventsOf(workflow: string): Record<string, { inputs?: unknown } | null> {
  const { on } = parse(workflow) as { on: unknown };
  if (typeof on === 'string') return { [on]: null };
  return Array.isArray(on) ? Object.fromEntries(on.map((event) => [event, null])) : (on as never);
}

function nameAndValue(text: string, declared: Readonly<Record<string, Declaration>>): [string, string] {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name in declared) return [name, value];
  const names = Object.keys(declared).map((one) => `${one}=VALUE`);
  throw new Error(
    names.length === 0
      ? `The workflow has no inputs. Remove "${text}".`
      : `"${text}" is not an input of the workflow. Use ${names.join(', ')}.`,
  );
}

function typed(
  text: string,
  { type }: Declaration = { type: 'string', required: false, options: [] },
): unknown {
  if (type === 'boolean') return text === 'true';
  return type === 'number' ? Number(text) : text;
}
