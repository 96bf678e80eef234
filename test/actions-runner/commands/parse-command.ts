/**
 * A workflow command that a step printed. Its name and the names of its properties are in lower case, because they are
 * case-insensitive.
 */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands that a GitHub runner knows: actions/runner, src/Runner.Worker/ActionCommandManager.cs. */
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
 * Parses one line of output as GitHub's runner does (actions/runner, src/Runner.Common/ActionCommand.cs). A command is `::name
 * key=value,…::message` after optional white space, or `##[name key=value;…]message` **anywhere** in the line. A line with an
 * unknown name is plain text.
 *
 * The function is pure and exported: tests with hostile text use it to check whether the runner would run any printed line.
 */
export function parseCommand(line: string, known: ReadonlySet<string> = knownCommands): Command | undefined {
  return parseColons(line, known) ?? parseBrackets(line, known);
}

/** .NET's `Char.IsWhiteSpace`. Unlike JavaScript's white space, it includes U+0085 and excludes U+FEFF. */
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const spaceBefore = new RegExp(`^${space}`);
const spaceAround = new RegExp(`^${space}|${space}$`, 'g');

/**
 * The runner searches for the second `::` in a culture-sensitive way, which ignores characters without weight. A zero-width space
 * or a control character between the colons does not separate them
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

/** For the same reason, a bracket with a combining mark is a different character, not an opening bracket. */
const opening = /##\[(?!\p{M})/u;

function parseBrackets(line: string, known: ReadonlySet<string>): Command | undefined {
  const start = opening.exec(line)?.index;
  if (start === undefined) return undefined;
  const rest = line.slice(start + 3);
  const end = rest.indexOf(']');
  return end < 0 ? undefined : command(rest.slice(0, end), rest.slice(end + 1), brackets, known);
}

type Escapes = readonly (readonly [escaped: string, character: string])[];

/** How each of the two forms escapes the text between its marks. */
interface Form {
  readonly divider: string;
  readonly trim: (properties: string) => string;
  readonly propertyEscapes: Escapes;
  readonly messageEscapes: Escapes;
}

/** In the order in which they are unescaped. The percent sign is last, so that nothing is unescaped twice. */
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

/** Extra equals signs before the name or the value are dropped. A property without a value does not count. */
const keyValue = /^=*([^=]+)=+([^=].*)$/s;

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, character]) => result.replaceAll(escaped, character), text);
}
