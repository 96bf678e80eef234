import * as v from '@badrap/valita';
import type { CallJob } from './model.ts';

const input = v.object({
  description: v.string().optional(),
  required: v.boolean().optional(() => false),
  type: v
    .union(v.literal('string'), v.literal('boolean'), v.literal('number'), v.literal('choice'))
    .optional(() => 'string'),
  /** The options of a choice. Only a run that a person starts has choices. */
  options: v.array(v.string()).optional(),
  default: v.union(v.string(), v.boolean(), v.number()).optional(),
});
const secret = v.union(
  v.object({ description: v.string().optional(), required: v.boolean().optional(() => false) }),
  v.null().map(() => ({ required: false })),
);
const output = v.object({ description: v.string().optional(), value: v.string() });
const inputs = v.record(input).optional(() => ({}));

const dispatch = v.object({ inputs });
const call = v.object({
  inputs,
  secrets: v.record(secret).optional(() => ({})),
  outputs: v.record(output).optional(() => ({})),
});

export type InputDeclarations = v.Infer<typeof inputs>;
/** The `workflow_call` of a workflow: how other workflows can call it. */
export type CallTrigger = v.Infer<typeof call>;

/** The event of a run. Default: the first event in `on:`. */
export function firstEvent(on: unknown): string {
  return Object.keys(triggers(on))[0] ?? 'push';
}

/** The inputs that a person can set when starting a run. A run for any other event has none. */
export function dispatchInputs(on: unknown, event: string): InputDeclarations {
  return event === 'workflow_dispatch' ? dispatch.parse(triggers(on)[event] ?? {}).inputs : {};
}

/** How other workflows can call the workflow. Undefined if they cannot. */
export function callTrigger(on: unknown): CallTrigger | undefined {
  const all = triggers(on);
  return 'workflow_call' in all ? call.parse(all['workflow_call'] ?? {}) : undefined;
}

/** The given values with all defaults. Values that are unknown, missing, or of another type are errors. */
export function completeInputs(
  declared: InputDeclarations,
  given: Readonly<Record<string, unknown>>,
  whose: string,
): Record<string, unknown> {
  refuseUnknown('input', declared, given, whose);
  const complete = Object.entries(declared).map(([name, { type, options, required, default: preset }]) => {
    const value = given[name] ?? preset;
    if (value === undefined && required) throw new Error(`${whose} requires the input '${name}'`);
    if (value !== undefined && typeof value !== typeof EMPTY[type]) {
      throw new Error(`${whose} takes a ${type} for the input '${name}', not ${JSON.stringify(value)}`);
    }
    if (value !== undefined && options && !options.includes(String(value))) {
      throw new Error(`${whose} takes one of ${options.join(', ')} for the input '${name}'`);
    }
    return [name, value ?? EMPTY[type]];
  });
  return Object.fromEntries(complete);
}

/** The secrets of a called workflow. With `inherit`, it also gets secrets that it does not declare. */
export function passedSecrets(
  { secrets: declared }: CallTrigger,
  given: Readonly<Record<string, string>>,
  { uses, secrets }: CallJob,
): Record<string, string> {
  if (secrets !== 'inherit') refuseUnknown('secret', declared, given, uses);
  const passed = Object.entries(given).filter(([, value]) => value !== '');
  for (const [name, { required }] of Object.entries(declared)) {
    if (required && !passed.some(([other]) => other === name)) {
      throw new Error(`${uses} requires the secret '${name}'`);
    }
  }
  return Object.fromEntries(passed);
}

const EMPTY = { string: '', boolean: false, number: 0, choice: '' };

function refuseUnknown(what: string, declared: object, given: object, whose: string): void {
  const unknown = Object.keys(given).find((name) => !Object.keys(declared).includes(name));
  if (unknown !== undefined) throw new Error(`${whose} has no ${what} '${unknown}'`);
}

/** The settings in `on:` for each event. */
function triggers(on: unknown): Readonly<Record<string, unknown>> {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((event) => [String(event), null]));
  return (on ?? {}) as Record<string, unknown>;
}
