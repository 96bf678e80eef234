import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { Failure } from '../base/errors.ts';
import { quote } from '../base/text.ts';

/**
 * Program is influxctl as main has found it. The post step uses the same, because a later step could have put another program in
 * front of it.
 */
export interface Program {
  /** Absolute. */
  readonly path: string;
  /** The part of the environment that decides what influxctl runs and trusts. It contains no secret. */
  readonly environment: Readonly<Record<string, string>>;
}

/** These decide which programs are found, and which certificates influxctl trusts. */
const RECORDED = ['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];

/** A proxy can have a password, which is never saved. The others are what Windows, texts, and the runner's own clean-up need. */
const PASSED_ON = [
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'],
  ...['SystemRoot', 'LANG', 'RUNNER_TRACKING_ID'],
];

/** Whatever influxctl keeps, such as the cache of a login, must be in the folder that is removed. */
const FOLDERS = [
  ...['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TMPDIR', 'TEMP', 'TMP'],
  ...['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'],
];

/** findProgram finds influxctl by its name or path. Throws a Failure when there is no such program. */
export function findProgram(name: string, env: NodeJS.ProcessEnv): Program {
  const isPath = isAbsolute(name) || /[\\/]/.test(name);
  const folders = isPath ? [''] : (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['', '.exe'] : [''];
  const candidates = folders.flatMap((folder) => endings.map((ending) => join(folder, name) + ending));
  const path = candidates.find(isExecutable);
  if (path === undefined) throw notFound(name, isPath);
  return { path: resolve(path), environment: chosen(RECORDED, env) };
}

/** environmentOf is the whole environment of a run of influxctl. It has none of the inputs of the step. */
export function environmentOf(
  { environment }: Pick<Program, 'environment'>,
  folder: string,
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  return {
    ...chosen(PASSED_ON, env),
    ...environment,
    ...Object.fromEntries(FOLDERS.map((name) => [name, folder])),
  };
}

function chosen(names: readonly string[], env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function notFound(name: string, isPath: boolean): Failure {
  const where = isPath ? 'is not a program that this user can run' : 'is not on PATH';
  return new Failure(
    'influxctl-not-found',
    `\`influxctl\`: ${quote(name)} ${where}. Nothing was changed. Install influxctl in a step before this one: ` +
      'docs/management-token.md shows the steps.',
  );
}
