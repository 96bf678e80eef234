import * as v from '@badrap/valita';
import { parse, TomlError } from 'smol-toml';
import type { InputErrors } from '../../base/errors.ts';
import { plainCharacters, quote } from '../../base/text.ts';
import { isLoopback } from '../../base/url.ts';
import { nearestValue, suggestion } from '../fields/nearest.ts';
import { misspelledKeys, type ProfileKey, type UsedKey } from './profile-keys.ts';
import { decodesTo, type ReadFile, whyUnreadable } from './text-file.ts';

const INPUT = 'influxctl-config';

/** Profile contains the settings of one `[[profile]]` that this action uses. */
export interface Profile {
  readonly name: string;
  /** `host` is a base URL, built from host and port. */
  readonly values: Readonly<Partial<Record<ProfileKey, string>>>;
  /** Set if `port` is wrong. Then `host` is not usable. */
  readonly wrongPort?: WrongPort;
  /** One sentence per key that influxctl ignores, by the key that it probably means. */
  readonly misspelled: Readonly<Partial<Record<UsedKey, string>>>;
  /** One sentence per setting that the action ignores. */
  readonly ignored: readonly string[];
}

/** WrongPort is the value of `port`, and the rest of a sentence that starts with it. */
export interface WrongPort {
  readonly text: string;
  readonly problem: string;
}

const text = v.string().optional();
const profileTable = v.object({
  name: text,
  product: text,
  host: text,
  port: v.union(v.string(), v.number().map(String)).optional(),
  account_id: text,
  cluster_id: text,
  mgmt_token: text,
  tls: v
    .object({
      ca: text,
      cert: text,
      key: text,
      insecure: v.boolean().optional(),
      disable: v.boolean().optional(),
    })
    .optional(),
});
type ProfileTable = v.Infer<typeof profileTable>;

const nameOnly = v.object({ name: v.unknown().optional() });
const configuration = v.object({
  profile: v.array(nameOnly.rest(v.unknown())).assert((profiles) => profiles.length > 0),
});

/**
 * readProfile finds a profile by its name in `given`, which is the text of a config.toml or its path. Undefined after an input
 * error, which never shows a part of the text.
 */
export function readProfile(
  { given, name }: { readonly given: string; readonly name: string },
  readFile: ReadFile,
  errors: InputErrors,
): Profile | undefined {
  if (decodesTo(given, /\[\[?profile/)) {
    errors.add(INPUT, 'is TOML encoded as base64. Decode it, and set the TOML text itself.');
    return undefined;
  }
  const toml = isToml(given) ? given : fileText(given, readFile, errors);
  const configured = toml === undefined ? undefined : parseConfiguration(toml, errors);
  const selected = configured && selectProfile(configured, name, errors);
  return selected && profileOf(name, selected);
}

/** A path contains neither line breaks nor an assignment. */
function isToml(given: string): boolean {
  return /[\r\n]|\[\[|=\s*["'[{]|^\{/.test(given);
}

/** A text that looks like a path might be a secret in the wrong input, so it is never shown. */
function fileText(path: string, readFile: ReadFile, errors: InputErrors): string | undefined {
  try {
    return readFile(path);
  } catch (error) {
    errors.add(
      INPUT,
      `does not contain a profile (\`[[profile]]\`), so it was read as a path. ${whyUnreadable(error, path)}`,
    );
    return undefined;
  }
}

type Configuration = v.Infer<typeof configuration>;

/** The messages of the parser quote the text, so they are not used. */
function parseConfiguration(toml: string, errors: InputErrors): Configuration | undefined {
  let parsed: unknown;
  try {
    parsed = parse(toml.replace(/^\ufeff/, ''));
  } catch (error) {
    const where = error instanceof TomlError ? ` (line ${error.line}, column ${error.column})` : '';
    const hint = hintOf(toml);
    errors.add(
      INPUT,
      `is not valid TOML${where}.${hint} The text is not shown, because it can contain credentials.`,
    );
    return undefined;
  }
  const checked = configuration.try(parsed, { mode: 'strip' });
  if (checked.ok) return checked.value;
  errors.add(INPUT, 'has no profiles. Start each profile with the line `[[profile]]`, in double brackets.');
  return undefined;
}

function hintOf(toml: string): string {
  if (toml.startsWith('{')) return ' The text looks like JSON, but influxctl reads TOML.';
  if (/[\u2018-\u201f]/.test(toml)) return ' The text contains typographic quotes. Write `"` instead.';
  if (plainCharacters(toml) !== toml) return ' The text contains invisible characters. Copy the text again.';
  if (/[\r\n]/.test(toml.trim())) return '';
  return toml.includes('\\n')
    ? ' The text contains `\\n` instead of line breaks.'
    : ' The text has lost its line breaks. In YAML, `>` joins lines. Use `|` instead.';
}

interface SelectedProfile {
  readonly table: ProfileTable;
  /** All keys of the profile, also unknown ones. */
  readonly keys: readonly string[];
}

function selectProfile(
  { profile: profiles }: Configuration,
  name: string,
  errors: InputErrors,
): SelectedProfile | undefined {
  const [found, ...more] = profiles.filter((profile) => profile.name === name);
  if (!found) {
    const names = profiles.map((profile) =>
      typeof profile.name === 'string' ? quote(profile.name) : 'a profile without a name',
    );
    const existing = profiles.flatMap((profile) => (typeof profile.name === 'string' ? [profile.name] : []));
    const hint = suggestion(nearestValue(name, { values: existing }));
    errors.add(
      'influxctl-profile',
      `${quote(name)} is not a profile in \`${INPUT}\`, which contains ${names.join(', ')}.${hint}`,
    );
    return undefined;
  }
  if (more.length > 0) {
    errors.add(
      INPUT,
      `contains the profile ${quote(name)} ${more.length + 1} times. Rename or remove the others.`,
    );
    return undefined;
  }
  const checked = profileTable.try(found, { mode: 'strip' });
  if (checked.ok) return { table: checked.value, keys: keysOf(found) };
  for (const { path } of checked.issues) {
    const key = path.join('.');
    errors.add(INPUT, `\`${key}\` of profile ${quote(name)} has a value of the wrong type. ${typeHint(key)}`);
  }
  return undefined;
}

function typeHint(key: string): string {
  if (key === 'tls') return 'It must be a table: `[profile.tls]`.';
  return /\.(?:insecure|disable)$/.test(key)
    ? 'It must be `true` or `false`, without quotes.'
    : 'It must be text in quotes.';
}

function keysOf(profile: Readonly<Record<string, unknown>>): string[] {
  const nested = Object.keys(profile['tls'] ?? {}).map((key) => `tls.${key}`);
  return [...Object.keys(profile), ...nested];
}

function profileOf(name: string, { table, keys }: SelectedProfile): Profile {
  const { product, account_id, cluster_id, mgmt_token, tls = {} } = table;
  const wrongPort = wrongPortOf(table);
  const host = hostUrl(wrongPort === undefined ? table : { ...table, port: undefined });
  const values = { product, host, account_id, cluster_id, mgmt_token, 'tls.ca': tls.ca };
  const misspelled = misspelledKeys(name, keys);
  return {
    name,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value)),
    ...(wrongPort === undefined ? {} : { wrongPort }),
    misspelled,
    ignored: [...Object.values(misspelled), ...whatIsIgnored(name, table, host)],
  };
}

/** A port without a host is not used. */
function wrongPortOf({ host, port: text }: ProfileTable): WrongPort | undefined {
  if (!host || !text) return undefined;
  if (isPort(text)) {
    return /:\d+(?:[/?#]|$)/.test(host) && !isAddress6(host)
      ? { text, problem: 'is a second port: `host` already contains a port. Remove one of the two.' }
      : undefined;
  }
  const [, meant] = /^\D*(\d{1,5})\D*$/.exec(text) ?? [];
  const hint = isPort(meant) ? suggestion(meant) : '';
  return { text, problem: `is not a port from 1 to ${MAX_PORT}.${hint}` };
}

const MAX_PORT = 65_535;

function isPort(text = ''): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= MAX_PORT;
}

/** influxctl's host is a name or an address. A host with a scheme is used unchanged. */
function hostUrl({ host, port, tls }: ProfileTable): string | undefined {
  if (!host) return undefined;
  const bare = isAddress6(host) ? `[${host}]` : host.trim();
  const address = port ? bare.replace(/^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*/i, `$&:${port}`) : bare;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(bare)) return address;
  const plain = `http://${address}`;
  // Without TLS, it is safe to send credentials only within this machine.
  return tls?.disable && URL.canParse(plain) && isLoopback(new URL(plain)) ? plain : `https://${address}`;
}

function isAddress6(host: string): boolean {
  return /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(host);
}

function whatIsIgnored(name: string, { tls = {} }: ProfileTable, host = ''): string[] {
  const prefix = `The profile ${quote(name)} sets`;
  return [
    ...(tls.insecure
      ? [
          `${prefix} \`tls.insecure\`, which the action ignores: certificates are always verified. For a private CA, set \`ca-certificate\` or \`tls.ca\`.`,
        ]
      : []),
    ...(tls.disable && !/^http:/i.test(host)
      ? [
          `${prefix} \`tls.disable\`, which the action ignores: it always uses TLS, except for a loopback host.`,
        ]
      : []),
    ...(tls.cert || tls.key
      ? [
          `${prefix} a client certificate (\`tls.cert\`, \`tls.key\`), which the action ignores: the management token identifies the client.`,
        ]
      : []),
  ];
}
