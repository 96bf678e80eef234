import { asSentence, Failure } from '../base/errors.ts';
import { Secret } from '../base/secret.ts';
import { markServerText, quote } from '../base/text.ts';
import { isUuid } from '../base/uuid.ts';
import { formatSecond } from '../tokens/dates.ts';
import type { Expiry } from '../tokens/token-spec.ts';
import { PROFILE_NAME } from './configuration.ts';
import { printedTokens, textsToMask } from './printed-token.ts';
import type { ProgramOutput, ProgramResult } from './run-program.ts';
import { type ManagementToken, parseManagementTokens } from './token.ts';

/** NewToken is what a new management token must be. */
export interface NewToken {
  /** With the tag. */
  readonly description: string;
  readonly expiresAt: Expiry;
}

/**
 * CreateResult is what became of one `influxctl management create`. `printed`: influxctl reported success, and one of `candidates` should be
 * the token. `not-started`: there is no token. `refused`: influxctl reported that the server refuses the management token. `unknown`: a
 * token might exist.
 */
export type CreateResult =
  | { readonly kind: 'printed'; readonly candidates: readonly Secret[] }
  | { readonly kind: 'not-started' | 'refused' | 'unknown'; readonly error: Failure };

/** Influxctl is what operations ask of influxctl. Its methods throw a Failure. */
export interface Influxctl {
  /** list lists all management tokens of the account, revoked ones too. */
  list(): Promise<readonly ManagementToken[]>;
  /** create runs the command once. Whatever could be a token is masked first. Throws only defects. */
  create(token: NewToken): Promise<CreateResult>;
  /** revoke runs the command once, for all IDs. A Failure tells nothing about any of them: only the list does. */
  revoke(ids: readonly string[]): Promise<void>;
}

/** InfluxctlOptions are how influxctl is run. */
export interface InfluxctlOptions {
  /** Runs influxctl with these arguments. */
  readonly run: (args: readonly string[]) => Promise<ProgramResult>;
  readonly configuration: string;
  readonly timeoutMs: number;
  readonly mask: (secret: string) => void;
  /** Called with the version, if influxctl reports it. */
  readonly onVersion: (version: string) => void;
}

/** If an output contains more texts that could be tokens, nothing of it is shown. */
const MAX_MASKED = 20;

const MAX_EXCERPT_LENGTH = 600;

/** influxctlClient runs influxctl. It reads the version before the first command, for its errors. */
export function influxctlClient(options: InfluxctlOptions): Influxctl {
  const { run, configuration, timeoutMs, mask, onVersion } = options;
  let version: Promise<string> | undefined;

  const knownVersion = (): Promise<string> => {
    version ??= readVersion(run).then((known) => {
      if (known !== '') onVersion(known);
      return known;
    });
    return version;
  };
  const command = async (...args: readonly string[]): Promise<ProgramResult> => {
    await knownVersion();
    const timeout = `${Math.ceil(timeoutMs / 1000)}s`;
    return await run(['--config', configuration, '--profile', PROFILE_NAME, '--timeout', timeout, ...args]);
  };
  const failed = async (what: string, result: ProgramResult, hidesOutput = false): Promise<Failure> =>
    failure(what, result, { version: await knownVersion(), hidesOutput });

  return {
    async list() {
      const result = await command('management', 'list', '--format', 'json');
      if (result.kind !== 'exited' || result.code !== 0) throw await failed('management list', result);
      const tokens = parseManagementTokens(result.stdout);
      if (tokens === undefined) throw unreadableList(await knownVersion());
      return tokens;
    },

    async create({ description, expiresAt }) {
      const expiry = expiresAt === 'never' ? [] : ['--expires-at', formatSecond(expiresAt)];
      const args = ['--description', description, ...expiry, '--format', 'json'];
      const result = await command('management', 'create', ...args);
      if (result.kind === 'not-started') {
        return { kind: 'not-started', error: await failed('management create', result) };
      }
      const found = maskTokens(result, mask);
      if (result.kind !== 'exited' || result.code !== 0) {
        const kind = REFUSED.test(result.stderr) ? 'refused' : 'unknown';
        return { kind, error: await failed('management create', result, found.tooMany) };
      }
      if (found.candidates.length === 0)
        return { kind: 'unknown', error: noTokenPrinted(await knownVersion()) };
      return { kind: 'printed', candidates: found.candidates };
    },

    async revoke(ids) {
      const wrong = ids.find((id) => !isUuid(id));
      if (wrong !== undefined) {
        throw new Failure(
          'invalid-id',
          `${quote(wrong)} is not a UUID, so the action did not pass it to influxctl.`,
        );
      }
      const result = await command('management', 'revoke', '--force', ...ids);
      if (result.kind !== 'exited' || result.code !== 0) throw await failed('management revoke', result);
    },
  };
}

/** Empty if influxctl does not report it. Only error messages depend on it. */
async function readVersion(run: InfluxctlOptions['run']): Promise<string> {
  const result = await run(['version']);
  if (result.kind === 'not-started') return '';
  return /\d+\.\d+\.\d+/.exec(`${result.stdout}\n${result.stderr}`)?.[0] ?? '';
}

/** Masks before anything is decided: an error shows what influxctl printed. */
function maskTokens(
  { stdout, stderr }: ProgramOutput,
  mask: (secret: string) => void,
): { readonly candidates: readonly Secret[]; readonly tooMany: boolean } {
  const texts = [...new Set([stdout, stderr].flatMap(textsToMask))];
  for (const text of texts.slice(0, MAX_MASKED)) mask(text);
  const printed = [stdout, stderr].flatMap(printedTokens).slice(0, MAX_MASKED);
  for (const text of printed) mask(text);
  return {
    candidates: printed.map((text) => new Secret(text)),
    tooMany: texts.length > MAX_MASKED,
  };
}

function failure(
  what: string,
  result: ProgramResult,
  { version, hidesOutput }: { readonly version: string; readonly hidesOutput: boolean },
): Failure {
  const how = result.kind === 'exited' ? `ended with exit code ${result.code}` : result.why;
  const output = result.kind === 'not-started' || hidesOutput ? '' : excerptOf(result);
  const said = output === '' ? '.' : `: ${asSentence(markServerText(output))}`;
  return new Failure(
    'influxctl-failed',
    `\`influxctl ${what}\` ${how}${said} ${hintFor(output, result)}${describeVersion(version)}`,
  );
}

/** influxctl logs to standard error, and prints tokens to standard output. The end says why it gave up. */
function excerptOf({ stderr }: ProgramOutput): string {
  const text = stderr.trim().replaceAll(/\s+/g, ' ');
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  // Cut at a space, because the masks cover only a whole credential.
  const space = text.indexOf(' ', text.length - MAX_EXCERPT_LENGTH);
  return space < 0 ? `… (${text.length} characters)` : `…${text.slice(space)}`;
}

const REFUSED =
  /permission.?denied|unauthenticated|unauthori[sz]ed|not authori[sz]ed|forbidden|\b40[13]\b|only admin/i;
const LOGIN = /\blog ?in\b|device|browser|verification|prompt|yes\/no|\[y\/n\]/i;
const OLD = /unknown (?:flag|command)|flag provided but not defined|no help topic|incorrect usage/i;

function hintFor(output: string, { kind }: ProgramResult): string {
  if (REFUSED.test(output)) {
    return (
      'The server refused the management token. Check that it is valid. InfluxData does not document whether a management ' +
      'token can manage management tokens. If it cannot, a person must manage them: see docs/management-token.md. '
    );
  }
  if (kind === 'stopped' && LOGIN.test(output)) {
    return (
      'influxctl waits for a login when it has no valid token. Check that the management token is valid and that ' +
      '`account-id` and `cluster-id` are right. '
    );
  }
  if (OLD.test(output)) return 'Install influxctl 2.10.0 or later. ';
  return '';
}

function describeVersion(version: string): string {
  return version === '' ? 'influxctl did not report its version.' : `The version of influxctl is ${version}.`;
}

function unreadableList(version: string): Failure {
  return new Failure(
    'influxctl-failed',
    `\`influxctl management list --format json\` did not print a list of tokens that the action can read. ${describeVersion(version)}`,
  );
}

function noTokenPrinted(version: string): Failure {
  return new Failure(
    'influxctl-failed',
    `\`influxctl management create\` reported success, but its output does not contain anything that looks like a token. ${describeVersion(version)}`,
  );
}
