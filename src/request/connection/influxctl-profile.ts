import * as v from '@badrap/valita';
import { parse, TomlError } from 'smol-toml';
import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { isLoopback } from '../../base/url.ts';
import { type ReadFile, whyUnreadable } from './text-file.ts';

const INPUT = 'influxctl-config';

/** The keys of a profile that stand for an input that was left empty. */
export type ProfileKey = 'product' | 'host' | 'account_id' | 'cluster_id' | 'mgmt_token' | 'tls.ca';

/** Profile is one `[[profile]]` of influxctl's configuration, as far as it concerns this action. */
export interface Profile {
  readonly name: string;
  /** `host` is a base URL here, made of host and port. */
  readonly values: Readonly<Partial<Record<ProfileKey, string>>>;
  /** A sentence on each setting that cannot be honoured. */
  readonly ignored: readonly string[];
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
 * readProfile finds a profile by name in `given`, which is the text of a config.toml or its path. Undefined with an input error,
 * which never shows any of the text.
 */
export function readProfile(
  { given, name }: { readonly given: string; readonly name: string },
  readFile: ReadFile,
  errors: InputErrors,
): Profile | undefined {
  if (isBase64OfToml(given)) {
    errors.add(INPUT, 'is TOML encoded as base64. Decode it, and set the TOML text itself.');
    return undefined;
  }
  const toml = isToml(given) ? given : fileText(given, readFile, errors);
  const configured = toml === undefined ? undefined : parseConfiguration(toml, errors);
  const table = configured && selectProfile(configured, name, errors);
  return table && profileOf(name, table);
}

/** A path has neither line breaks nor anything that assigns a value. */
function isToml(given: string): boolean {
  return /[\r\n]|\[\[|=\s*["'[{]/.test(given);
}

/** Base64 decodes to any bytes, so the text must make sense as well. */
function isBase64OfToml(given: string): boolean {
  const compact = given.replaceAll(/\s/g, '');
  return (
    /^[A-Za-z0-9+/]{16,}=*$/.test(compact) && /\[\[profile/.test(Buffer.from(compact, 'base64').toString())
  );
}

/** What looks like a path may be a secret that was put into the wrong input, so it is not repeated. */
function fileText(path: string, readFile: ReadFile, errors: InputErrors): string | undefined {
  try {
    return readFile(path);
  } catch (error) {
    errors.add(INPUT, `is not TOML, so it was read as a path. ${whyUnreadable(error, path)}`);
    return undefined;
  }
}

type Configuration = v.Infer<typeof configuration>;

/** The parser's own messages quote the text, so they are not used. */
function parseConfiguration(toml: string, errors: InputErrors): Configuration | undefined {
  let parsed: unknown;
  try {
    parsed = parse(toml.replace(/^\ufeff/, ''));
  } catch (error) {
    const where = error instanceof TomlError ? ` (line ${error.line}, column ${error.column})` : '';
    const hint = lineBreakHint(toml);
    errors.add(
      INPUT,
      `is not valid TOML${where}.${hint} The text is not shown, because it can contain credentials.`,
    );
    return undefined;
  }
  const checked = configuration.try(parsed, { mode: 'strip' });
  if (checked.ok) return checked.value;
  errors.add(INPUT, 'has no profiles: each begins with a line [[profile]], in double brackets.');
  return undefined;
}

function lineBreakHint(toml: string): string {
  if (/[\r\n]/.test(toml.trim())) return '';
  return toml.includes('\\n')
    ? ' It contains `\\n` instead of line breaks.'
    : ' It has lost its line breaks: `>` joins lines, so use `|` instead.';
}

function selectProfile(
  { profile: profiles }: Configuration,
  name: string,
  errors: InputErrors,
): ProfileTable | undefined {
  const [found, ...more] = profiles.filter((profile) => profile.name === name);
  if (!found) {
    const names = profiles.map((profile) =>
      typeof profile.name === 'string' ? quote(profile.name) : 'one without a name',
    );
    errors.add('influxctl-profile', `${quote(name)} is not in \`${INPUT}\`, which has ${names.join(', ')}.`);
    return undefined;
  }
  if (more.length > 0) {
    errors.add(INPUT, `has the profile ${quote(name)} ${more.length + 1} times: which is meant?`);
    return undefined;
  }
  const checked = profileTable.try(found, { mode: 'strip' });
  if (checked.ok) return checked.value;
  for (const { path } of checked.issues) {
    errors.add(INPUT, `in profile ${quote(name)}, \`${path.join('.')}\` has a value of the wrong type.`);
  }
  return undefined;
}

function profileOf(name: string, table: ProfileTable): Profile {
  const { product, account_id, cluster_id, mgmt_token, tls = {} } = table;
  const host = hostUrl(table);
  const values = { product, host, account_id, cluster_id, mgmt_token, 'tls.ca': tls.ca };
  return {
    name,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value)),
    ignored: whatIsIgnored(name, table, host),
  };
}

/** influxctl's host is a name or an address; with a scheme before it, it is taken as it stands. */
function hostUrl({ host, port, tls }: ProfileTable): string | undefined {
  if (!host) return undefined;
  const isAddress6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(host);
  const bare = isAddress6 ? `[${host}]` : host.trim();
  const address = port ? bare.replace(/^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*/i, `$&:${port}`) : bare;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(bare)) return address;
  const plain = `http://${address}`;
  // Without TLS, credentials may travel within this machine alone.
  return tls?.disable && URL.canParse(plain) && isLoopback(new URL(plain)) ? plain : `https://${address}`;
}

function whatIsIgnored(name: string, { tls = {} }: ProfileTable, host = ''): string[] {
  const prefix = `The profile ${quote(name)} sets`;
  return [
    ...(tls.insecure
      ? [
          `${prefix} \`tls.insecure\`, which is not honoured: certificates are always verified. For one of your own, give its authority in \`ca-certificate\` or \`tls.ca\`.`,
        ]
      : []),
    ...(tls.disable && !/^http:/i.test(host)
      ? [
          `${prefix} \`tls.disable\`, which is not honoured: except on this machine itself, nothing is sent without TLS.`,
        ]
      : []),
    ...(tls.cert || tls.key
      ? [
          `${prefix} a client certificate (\`tls.cert\`, \`tls.key\`), which is not used: the management token identifies the client.`,
        ]
      : []),
  ];
}
