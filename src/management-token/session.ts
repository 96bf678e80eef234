import { join } from 'node:path';
import type { Secret } from '../base/secret.ts';
import { createTemporaryFolder, removeTemporaryFolder } from '../runner/temporary-folder.ts';
import { formatConfiguration, type InfluxctlProfile } from './configuration.ts';
import { type Influxctl, influxctlClient } from './influxctl.ts';
import { environmentOf, type Program } from './program.ts';
import { runProgram } from './run-program.ts';

const CONFIGURATION = 'config.toml';
const CERTIFICATES = 'ca.pem';

/** SessionOptions are what influxctl is run with. */
export interface SessionOptions {
  /** Of a folder that does not exist yet. */
  readonly folder: string;
  readonly program: Program;
  readonly profile: InfluxctlProfile;
  readonly managementToken: Secret;
  /**
   * Certificates in PEM that influxctl trusts in addition to the ones that Node.js is built with, and no others. Undefined: it trusts
   * those of the system.
   */
  readonly trusted: readonly string[] | undefined;
  /** The limit for each call of influxctl. */
  readonly timeoutMs: number;
  /** The time that is left for everything, in milliseconds. Default: unlimited. */
  readonly timeLeftMs?: () => number;
  readonly env: NodeJS.ProcessEnv;
  readonly mask: (secret: string) => void;
  readonly onVersion: (version: string) => void;
}

/**
 * withInfluxctl writes the configuration, runs `work` with influxctl, and removes the configuration, whatever `work` ends with. The
 * management token is only in that file: never on a command line, and never in the environment. Throws what `work` throws, and a Failure
 * when the configuration cannot be written or removed.
 */
export async function withInfluxctl<Result>(
  options: SessionOptions,
  work: (influxctl: Influxctl) => Promise<Result>,
): Promise<Result> {
  const { folder: name, program, profile, managementToken, trusted, timeoutMs, env } = options;
  const { timeLeftMs = () => timeoutMs } = options;
  const folder = createTemporaryFolder(name, (path) => ({
    ...(trusted ? { [CERTIFICATES]: bundleOf(trusted) } : {}),
    [CONFIGURATION]: formatConfiguration(
      profile,
      managementToken,
      trusted ? join(path, CERTIFICATES) : undefined,
    ),
  }));
  try {
    const environment = environmentOf(program, folder, env);
    return await work(
      influxctlClient({
        run: (args) =>
          runProgram({
            path: program.path,
            args,
            env: environment,
            timeoutMs: Math.max(1, Math.min(timeoutMs, timeLeftMs())),
          }),
        configuration: join(folder, CONFIGURATION),
        timeoutMs,
        mask: options.mask,
        onVersion: options.onVersion,
      }),
    );
  } finally {
    removeTemporaryFolder(name);
  }
}

/** It is not documented whether influxctl trusts these in addition to other certificates, so the file also contains the ones that Node.js is built with. */
function bundleOf(trusted: readonly string[]): string {
  const { getCACertificates } = process.getBuiltinModule('node:tls');
  return `${[...trusted, ...getCACertificates('bundled')].join('\n')}\n`;
}
