import type { FaultList } from '../input-errors.ts';
import type { Credential } from '../management-api/client.ts';
import { Secret } from '../secret.ts';
import { readCertificates } from './certificates.ts';
import { credentialProblem } from './credential.ts';
import { type Inputs, secretInputs } from './declared.ts';
import { type ConnectionSources, missing, nameOf, refuse, type Setting, settingOf } from './setting.ts';
import type { ReadFile } from './text-file.ts';

/** Access is what a request needs besides an address: what the post step reads again. */
export interface Access {
  readonly credential: Credential;
  /** Certificates in PEM that are trusted besides the system's. */
  readonly trusted: readonly string[];
}

/** readAccess reads the management token and whom to trust. Notes every fault. */
export function readAccess(sources: ConnectionSources, faults: FaultList): Access {
  const token = settingOf(sources, 'management-token', 'mgmt_token');
  return {
    credential: { secret: readManagementToken(token, faults), source: nameOf(token) },
    trusted: readTrusted(settingOf(sources, 'ca-certificate', 'tls.ca'), sources.readFile, faults),
  };
}

/** credentialsIn are all credentials given, sound or not and used or not: what is to be masked. */
export function credentialsIn({ inputs, profile }: ConnectionSources): string[] {
  const profiled = typeof profile === 'object' ? profile.values.mgmt_token?.trim() : undefined;
  return [...secretInputs(inputs), ...(profiled ? [profiled] : [])];
}

function readManagementToken(token: Setting, faults: FaultList): Secret {
  // Inputs are trimmed already, a profile's token is not.
  const text = token.text.trim();
  if (text === '') {
    missing(
      token,
      'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
        'the run was started from a fork or by Dependabot, which get no secrets.',
      faults,
    );
  }
  const problem = credentialProblem(text);
  if (problem !== undefined) refuse(token, problem, faults);
  return new Secret(text);
}

/** readGithubToken reads a token of GitHub's, which an empty input leaves empty. Notes every fault. */
export function readGithubToken(
  inputs: Inputs,
  name: 'store-token' | 'github-token',
  faults: FaultList,
): Secret {
  const problem = credentialProblem(inputs[name]);
  if (problem !== undefined) faults.add(name, problem);
  return new Secret(inputs[name]);
}

function readTrusted(given: Setting, readFile: ReadFile, faults: FaultList): readonly string[] {
  if (given.text === '') return [];
  const reading = readCertificates(given.text, readFile);
  if (reading.ok) return reading.certificates;
  refuse(given, reading.message, faults);
  return [];
}
