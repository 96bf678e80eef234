import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'smol-toml';
import type { ProgramEnd, ProgramRun } from './program.ts';
import { type AccountState, type Call, type Fault, isLive, type StoredManagementToken } from './state.ts';

/** Documented keys of a profile, and of its TLS settings. influxctl refuses any other. */
const PROFILE_KEYS = ['name', 'product', 'account_id', 'cluster_id', 'host', 'port', 'mgmt_token', 'tls'];
const TLS_KEYS = ['ca', 'cert', 'key', 'insecure', 'disable'];

/** Documented flags, and whether each has a value. */
const GLOBAL_FLAGS = { '--config': true, '--profile': true, '--timeout': true };
const FLAGS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  version: {},
  'management list': { '--format': true },
  'management create': { '--description': true, '--expires-at': true, '--format': true },
  'management revoke': { '--force': false },
};

/** These commands came with this version. */
const MANAGEMENT_SINCE = '2.6.0';
const FORMAT_SINCE = '2.8.0';

/** Refused ends a run with an error on standard error, as influxctl does: the log goes there. */
class Refused extends Error {}

/** Parsed is a command line, taken apart. */
interface Parsed {
  readonly command: string;
  readonly globals: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
}

/** Ended ends a run at once. */
class Ended extends Error {
  readonly end: ProgramEnd;

  constructor(end: ProgramEnd) {
    super();
    this.end = end;
  }
}

const HANGS: ProgramEnd = { kind: 'hangs' };

/** runStandIn is one run of influxctl on an account. */
export async function runStandIn(state: AccountState, run: ProgramRun): Promise<ProgramEnd> {
  try {
    return await runCommand(state, run);
  } catch (error) {
    if (error instanceof Ended) return error.end;
    if (!(error instanceof Refused)) throw error;
    const stderr = `${new Date().toISOString()} ERROR ${error.message}\n`;
    return { kind: 'exits', code: 1, stdout: '', stderr };
  }
}

async function runCommand(state: AccountState, run: ProgramRun): Promise<ProgramEnd> {
  // A prompt would wait for input.
  if (run.input !== 'closed') throw new Refused('standard input is open');
  refuseSecrets(run, state);
  const parsed = parseArguments(run.args, state.forms.version);
  const { command } = parsed;
  const number = state.calls.filter((call) => call.command === command).length;
  const fault = state.faults.find((one) => one.command === command && one.call === number)?.fault;
  state.calls = [...state.calls, callOf(parsed, run)];
  undergo(fault, 'before', run);
  if (command === 'version') return printVersion(state);
  const used = logIn(parsed, state);
  if (fault?.kind === 'late-effect') {
    process.kill(run.parent, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, fault.ms));
  }
  if (state.late?.command === command) {
    state.late.effect();
    state.late = undefined;
  }
  if (fault?.kind === 'effect-with-next-call') {
    state.late = { command, effect: () => carryOut(parsed, state, used) };
    throw new Refused('rpc error: code = Unavailable desc = connection reset by peer');
  }
  const output = carryOut(parsed, state, used);
  undergo(fault, 'after', run);
  return endOf(output, fault);
}

/** What a command prints, and how it ends. */
interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly secret?: string;
  readonly failed?: boolean;
}

function endOf(
  { stdout, stderr, secret = '', failed = false }: Output,
  fault: Fault | undefined,
): ProgramEnd {
  const exits = { kind: 'exits', code: 0, stdout: '', stderr: '' } as const;
  switch (fault?.kind) {
    case 'garbage':
      return { ...exits, stdout: '<html>\u0001\ufffd [[[ not JSON at all }\n::set-output name=token::x\n' };
    case 'silent':
      return exits;
    case 'much-output':
      return { kind: 'flood' };
    case 'token-in-error':
      return { ...exits, code: 1, stderr: `ERROR created token=${secret} but the response was cut\n` };
    case 'hostile-error':
      return { ...exits, code: 1, stderr: '::set-env name=PATH::/tmp\n##[command]x \u001b[31mred\n' };
    default:
      return { ...exits, code: failed ? 1 : 0, stdout, stderr };
  }
}

/** Every kind of fault that has a moment. */
function undergo(fault: Fault | undefined, moment: 'before' | 'after', { parent }: ProgramRun): void {
  if (fault === undefined || !('moment' in fault) || fault.moment !== moment) return;
  switch (fault.kind) {
    case 'exit':
      throw new Refused('rpc error: code = Unavailable desc = connection reset by peer');
    case 'dies':
      throw new Ended({ kind: 'dies' });
    case 'kills-the-step':
      process.kill(parent, 'SIGKILL');
      throw new Ended({ kind: 'exits', code: 0, stdout: '', stderr: '' });
    case 'hangs':
      throw new Ended(HANGS);
  }
}

function parseArguments(args: readonly string[], version: string): Parsed {
  const { flags: globals, rest } = takeFlags(args, GLOBAL_FLAGS);
  const [first = '', second = ''] = rest;
  const command = first === 'management' ? `management ${second}` : first;
  const known = FLAGS[command];
  if (!known || (first === 'management' && isOlder(version, MANAGEMENT_SINCE))) {
    throw new Refused(`No help topic for '${first}'`);
  }
  const own = takeFlags(rest.slice(first === 'management' ? 2 : 1), known);
  if ('--format' in own.flags && isOlder(version, FORMAT_SINCE)) {
    throw new Refused('flag provided but not defined: -format');
  }
  if (command !== 'management revoke' && own.rest.length > 0) throw new Refused('Incorrect Usage');
  return { command, globals, flags: own.flags, rest: own.rest };
}

/** Flags come first. The value of a flag is the next argument, whatever it is. */
function takeFlags(args: readonly string[], known: Readonly<Record<string, boolean>>) {
  const flags: Record<string, string> = {};
  let at = 0;
  for (; at < args.length && args[at]?.startsWith('-'); at++) {
    const name = args[at] ?? '';
    const hasValue = known[name];
    if (hasValue === undefined) throw new Refused(`flag provided but not defined: ${name}`);
    if (name in flags) throw new Refused(`flag given twice: ${name}`);
    const value = hasValue ? args[++at] : '';
    if (value === undefined) throw new Refused(`flag needs an argument: ${name}`);
    flags[name] = value;
  }
  return { flags, rest: args.slice(at) };
}

function isOlder(version: string, other: string): boolean {
  const parts = (text: string) => text.split('.').map(Number) as [number, number, number];
  const [a, b] = [parts(version), parts(other)];
  const index = a.findIndex((part, at) => part !== b[at]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}

function printVersion({ forms }: AccountState): ProgramEnd {
  if (forms.versionOutput === 'refused') throw new Refused('cannot tell');
  const line = `influxctl v${forms.version} (revision 0a1b2c3) 2026-06-02T10:00:00Z\n`;
  return { kind: 'exits', code: 0, stdout: forms.versionOutput === 'line' ? line : '', stderr: '' };
}

/** Strict about the configuration. Without a usable token, a device login begins, which waits forever for a person. */
function logIn({ globals }: Parsed, state: AccountState): StoredManagementToken {
  const { mgmt_token: secret } = readProfile(globals, state);
  const used = state.tokens.find((token) => token.secret === secret && isLive(token));
  if (!used) throw new Ended({ kind: 'hangs', stderr: LOGIN });
  return used;
}

const LOGIN =
  'Please open https://auth.influxdata.com/activate in a browser and enter the device code ABCD-EFGH\n';

function readProfile(
  globals: Readonly<Record<string, string>>,
  state: AccountState,
): Record<string, unknown> {
  const path = globals['--config'];
  if (path === undefined) throw new Refused('no configuration file found');
  if (!/^\d+(?:\.\d+)?(?:ms|s|m|h)$/.test(globals['--timeout'] ?? '1m'))
    throw new Refused('invalid duration');
  const configuration = parse(readFileSync(path, 'utf8'));
  requireKeys(configuration, ['profile'], 'the configuration');
  const profiles = configuration['profile'] as Record<string, unknown>[];
  for (const one of profiles) {
    requireKeys(one, PROFILE_KEYS, 'a profile');
    requireKeys((one['tls'] ?? {}) as Record<string, unknown>, TLS_KEYS, 'profile.tls');
  }
  const profile = profiles.find(({ name }) => name === (globals['--profile'] ?? 'default'));
  if (!profile) throw new Refused('profile not found');
  for (const key of ['product', 'port', 'host']) {
    if (typeof profile[key] !== 'string' || profile[key] === '')
      throw new Refused(`profile: ${key} is missing`);
  }
  if (profile['product'] === 'dedicated') {
    const isOfAccount =
      profile['account_id'] === state.accountId && profile['cluster_id'] === state.clusterId;
    if (!isOfAccount) throw new Refused('rpc error: code = PermissionDenied desc = unknown account');
  } else if (profile['product'] !== 'clustered') {
    throw new Refused('profile: unknown product');
  }
  return profile;
}

function requireKeys(
  table: Readonly<Record<string, unknown>>,
  known: readonly string[],
  where: string,
): void {
  const unknown = Object.keys(table).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Refused(`unknown key in ${where}: ${unknown}`);
}

function carryOut(parsed: Parsed, state: AccountState, used: StoredManagementToken): Output {
  const { command, flags, rest } = parsed;
  const { forms } = state;
  const verb = command.split(' ')[1] as 'list' | 'create' | 'revoke';
  if (!forms.allowed.includes(verb)) {
    throw new Refused('rpc error: code = PermissionDenied desc = only admins can manage management tokens');
  }
  switch (verb) {
    case 'list':
      return printList(state, flags);
    case 'create':
      return createToken(state, flags, used);
    case 'revoke':
      return revokeTokens(state, flags, rest);
  }
}

function printList({ tokens, forms }: AccountState, flags: Readonly<Record<string, string>>): Output {
  if (flags['--format'] !== 'json') return { stdout: tableOf(tokens), stderr: '' };
  return {
    stdout: `${JSON.stringify(
      tokens.map((token) => viewOf(token, forms)),
      null,
      2,
    )}\n`,
    stderr: '',
  };
}

function viewOf(token: StoredManagementToken, forms: AccountState['forms']): Record<string, unknown> {
  const dates = {
    created_at: dateOf(token.createdAt, forms),
    expires_at: dateOf(token.expiresAt, forms),
    revoked_at: dateOf(token.revokedAt, forms),
  };
  const prefix = forms.prefix === 'other' ? 'X.Y2.zzzz' : token.secret.slice(0, 9);
  return {
    id: token.id,
    account_id: token.accountId,
    ...(forms.prefix === 'absent' ? {} : { token_prefix: prefix }),
    ...Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined)),
    description: token.description,
    created_by: token.createdBy,
  };
}

function dateOf(instant: number | undefined, { dates, unset }: AccountState['forms']): unknown {
  if (instant === undefined) {
    return { absent: undefined, null: null, epoch: { seconds: 0 }, 'empty-object': {} }[unset];
  }
  const seconds = Math.floor(instant / 1000);
  const nanos = (instant % 1000) * 1_000_000;
  if (dates === 'text') return new Date(instant).toISOString();
  return { seconds: dates === 'object' ? seconds : String(seconds), ...(nanos > 0 ? { nanos } : {}) };
}

function createToken(
  state: AccountState,
  flags: Readonly<Record<string, string>>,
  used: StoredManagementToken,
): Output {
  const { forms } = state;
  const description = flags['--description'] ?? '';
  if (description === '') throw new Refused('description must not be empty');
  const expiresAt = expiryOf(flags['--expires-at']);
  const token: StoredManagementToken = {
    id: randomUUID(),
    accountId: state.accountId,
    secret: `M.V1.${randomBytes(48).toString('base64url')}`,
    description: forms.description === 'kept' ? description : description.slice(0, 20),
    createdBy: used.createdBy,
    createdAt: Date.now(),
    ...(forms.expiry === 'kept' && expiresAt !== undefined ? { expiresAt } : {}),
  };
  state.tokens = [...state.tokens, token];
  const stdout = printed(token, forms);
  const log = `${new Date().toISOString()} INFO created management token ${token.id}\n`;
  return forms.createdOn === 'stdout'
    ? { stdout, stderr: log, secret: token.secret }
    : { stdout: '', stderr: log + stdout, secret: token.secret };
}

/** Whole seconds in RFC 3339, and in the future. */
function expiryOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(text))
    throw new Refused(`invalid time: ${text}`);
  const expiresAt = Date.parse(text);
  if (!(expiresAt > Date.now())) throw new Refused('expiration must be in the future');
  return expiresAt;
}

function printed(token: StoredManagementToken, forms: AccountState['forms']): string {
  const view = viewOf(token, forms);
  const { secret } = token;
  switch (forms.created) {
    case 'json-flat':
      return `${JSON.stringify({ ...view, token: secret })}\n`;
    case 'json-nested':
      return `${JSON.stringify({ management: { ...view, mgmtToken: secret } }, null, 2)}\n`;
    case 'json-array':
      return `${JSON.stringify([{ ...view, access_token: secret }], null, 2)}\n`;
    case 'unknown-json':
      return `${JSON.stringify({ ...view, secret })}\n`;
    case 'plain':
      return `${secret}\n`;
    case 'table':
      return (
        `${tableOf([token])}\nWARNING: this is the only time that the token is shown\n` +
        `WARNING: store it in a safe place\n${secret}\n`
      );
  }
}

/** 1970 stands for "never". */
function tableOf(tokens: readonly StoredManagementToken[]): string {
  const date = (instant = 0) => new Date(instant).toISOString();
  const rows = tokens.map(
    (token) =>
      `| ${token.id} | ${token.description} | ${token.secret.slice(0, 9)} | ${date(token.createdAt)} | ${date(token.expiresAt)} | ${date(token.revokedAt)} |`,
  );
  return `| ID | DESCRIPTION | PREFIX | CREATED AT | EXPIRES AT | REVOKED AT |\n${rows.join('\n')}\n`;
}

/** Goes on after an error, as since 2.9.8. */
function revokeTokens(
  state: AccountState,
  flags: Readonly<Record<string, string>>,
  ids: readonly string[],
): Output {
  if (!('--force' in flags)) throw new Refused('Are you sure? [y/N]: EOF');
  if (ids.length === 0) throw new Refused('no token IDs given');
  const errors: string[] = [];
  for (const id of ids) {
    const token = state.tokens.find((one) => one.id === id);
    if (id === state.forms.unrevokable) errors.push(`token ${id}: rpc error: code = Internal`);
    else if (!token) errors.push(`token ${id} not found`);
    else if (token.revokedAt !== undefined) errors.push(`token ${id} is already revoked`);
    else token.revokedAt = Date.now();
  }
  return {
    stdout: '',
    stderr: errors.map((error) => `ERROR ${error}\n`).join(''),
    failed: errors.length > 0,
  };
}

/** A command line must not contain a secret, because every process of the machine can read it. */
function refuseSecrets({ args, env }: ProgramRun, { tokens }: AccountState): void {
  const all = [...args, ...Object.values(env)].join('\n');
  if (tokens.some(({ secret }) => all.includes(secret))) {
    throw new Refused('a management token is on the command line or in the environment');
  }
}

function callOf({ command, globals }: Parsed, { args, env }: ProgramRun): Call {
  const path = globals['--config'];
  if (path === undefined) return { command, args, env };
  const modeOf = (one: string) => statSync(one).mode & 0o777;
  const text = readFileSync(path, 'utf8');
  const [, ca] = /^ca = "(.*)"$/m.exec(text) ?? [];
  const configuration = {
    path,
    text,
    mode: modeOf(path),
    folderMode: modeOf(dirname(path)),
    ...(ca === undefined ? {} : { ca: readFileSync(ca, 'utf8') }),
  };
  return { command, args, env, configuration };
}
