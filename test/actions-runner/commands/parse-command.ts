/** A workflow command that a step printed. Names and property names are case-insensitive: both in lower case. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What a program may print to a GitHub runner: actions/runner, src/Runner.Worker/ActionCommandManager.cs. */
export const knownCommands: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * Reads one line of output as GitHub's runner does (actions/runner, src/Runner.Common/ActionCommand.cs): as
 * `::name key=value,…::message` behind nothing but white space, or else as `##[name key=value;…]message`
 * **anywhere** in the line. A name that is not known makes the line plain text.
 *
 * Pure and exported on its own: the tests that feed the action hostile text ask it whether any line that came
 * out would have been obeyed.
 */
export function parseCommand(line: string, known: ReadonlySet<string> = knownCommands): Command | undefined {
  return parseColons(line, known) ?? parseBrackets(line, known);
}

/** .NET's `Char.IsWhiteSpace`: unlike JavaScript's it has U+0085 and lacks U+FEFF. */
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const spaceBefore = new RegExp(`^${space}`);
const spaceAround = new RegExp(`^${space}|${space}$`, 'g');

/**
 * The runner looks for the second `::` with a culture-sensitive search, which skips what has no weight in a
 * comparison: a zero-width space or a control character between the colons does not part them
 * (https://learn.microsoft.com/dotnet/standard/base-types/string-comparison-net-5-plus).
 */
const separator = /:[\p{Default_Ignorable_Code_Point}\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]*:/u;

function parseColons(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.replace(spaceBefore, '');
  if (!text.startsWith('::')) return undefined;
  const rest = text.slice(2);
  const end = separator.exec(rest)?.index;
  return end === undefined ? undefined : command(rest.slice(0, end), rest.slice(end + 2), colons, known);
}

/** For the same reason a bracket that carries a combining mark is another character, not the opening one. */
const opening = /##\[(?!\p{M})/u;

function parseBrackets(line: string, known: ReadonlySet<string>): Command | undefined {
  const start = opening.exec(line)?.index;
  if (start === undefined) return undefined;
  const rest = line.slice(start + 3);
  const end = rest.indexOf(']');
  return end < 0 ? undefined : command(rest.slice(0, end), rest.slice(end + 1), brackets, known);
}

type Escapes = readonly (readonly [escaped: string, character: string])[];

/** How the two forms write what stands between their marks. */
interface Form {
  readonly divider: string;
  readonly trim: (properties: string) => string;
  readonly propertyEscapes: Escapes;
  readonly messageEscapes: Escapes;
}

/** In the order in which they are undone: the percent sign last, so nothing is unescaped twice. */
const lineEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];

const colons: Form = {
  divider: ',',
  trim: (properties) => properties.replace(spaceAround, ''),
  propertyEscapes: [['%3A', ':'], ['%2C', ','], ...lineEscapes],
  messageEscapes: lineEscapes,
};

const bracketEscapes: Escapes = [['%3B', ';'], ['%5D', ']'], ...lineEscapes];

const brackets: Form = {
  divider: ';',
  trim: (properties) => properties,
  propertyEscapes: bracketEscapes,
  messageEscapes: bracketEscapes,
};

function command(info: string, message: string, form: Form, known: ReadonlySet<string>): Command | undefined {
  const [, name = '', rest = ''] = /^([^ ]*) ?(.*)$/s.exec(info) ?? [];
  if (!known.has(name.toLowerCase())) return undefined;
  const properties: Record<string, string> = {};
  for (const property of form.trim(rest).split(form.divider)) {
    const [, key, value] = keyValue.exec(property) ?? [];
    if (key === undefined || value === undefined) continue;
    properties[key.toLowerCase()] = unescaped(value, form.propertyEscapes);
  }
  return { name: name.toLowerCase(), properties, message: unescaped(message, form.messageEscapes) };
}

/** Surplus equals signs in front of either part get lost, and a property without a value is none. */
const keyValue = /^=*([^=]+)=+([^=].*)$/s;

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, character]) => result.replaceAll(escaped, character), text);
}
