import { type Failure, InputErrors } from './base/errors.ts';
import { ledgerNotValid, managementTokenMissing, type Unverified } from './report/post-step.ts';
import { type Credentials, credentialsIn, readCredentials } from './request/connection/credentials.ts';
import { readSources, settingOf } from './request/connection/setting.ts';
import { readTextFile } from './request/connection/text-file.ts';
import type { Inputs } from './request/inputs.ts';
import { maskCredentials, type Secrets } from './runner/secrets.ts';

/** Reread is what the post step reads again. Everything else comes from the ledger. */
export interface Reread {
  readonly credentials: Credentials;
  /** Which certificates main could read and the post step cannot. Empty, or sentences. */
  readonly problems: string;
  /** The same about the influxctl profile that contains the management token, if there is one. */
  readonly profile: string | undefined;
}

/**
 * rereadCredentials reads the credentials for the post step. The ledger contains no secrets, so the post step evaluates inputs and reads
 * files again. Either might be gone.
 */
export async function rereadCredentials(inputs: Inputs, secrets: Secrets): Promise<Reread> {
  const lost = new InputErrors();
  const errors = new InputErrors();
  const sources = await readSources(inputs, readTextFile, lost);
  maskCredentials(secrets, credentialsIn(sources), process.env);
  const { missingHint = '' } = settingOf(sources, 'management-token', 'mgmt_token');
  return {
    credentials: readCredentials(sources, errors),
    // The ledger contains the endpoint, so a profile that cannot be read matters only if it might contain certificates.
    problems: [inputs['ca-certificate'] === '' ? lost.describe() : '', errors.describe()].join(' ').trim(),
    profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
  };
}

/** sealFailure says why the seal of a ledger cannot be right, and what a person can look for. */
export function sealFailure(
  { credentials: { credential }, profile }: Reread,
  claims: Omit<Unverified, 'run'>,
): Failure {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const unverified = { run: `${run}.${attempt || '1'}`, ...claims };
  return credential.secret.reveal() === ''
    ? managementTokenMissing(profile, unverified)
    : ledgerNotValid(unverified);
}
