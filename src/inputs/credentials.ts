import type { InputErrors } from '../input-errors.ts';
import type { Credential } from '../management-api/client.ts';
import { Secret } from '../secret.ts';
import { readCertificates } from './certificates.ts';
import { credentialProblem } from './credential.ts';
import { type Inputs, secretInputs } from './declared.ts';
import { type ConnectionSources, missing, nameOf, refuse, type Setting, settingOf } from './setting.ts';
import type { ReadFile } from './text-file.ts';

/** Credentials is what a request needs besides an address: what the post step reads again. */
export interface Credentials {
  readonly credential: Credential;
  /** Certificates in PEM that are trusted besides the system's. */
  readonly trusted: readonly string[];
}

/** readCredentials reads the management token and whom to trust. Collects every input error. */
export function readCredentials(sources: ConnectionSources, errors: InputErrors): Credentials {
  const token = settingOf(sources, 'management-token', 'mgmt_token');
  return {
    credential: { secret: readManagementToken(token, errors), source: nameOf(token) },
    trusted: readTrusted(settingOf(sources, 'ca-certificate', 'tls.ca'), sources.readFile, errors),
  };
}

/** credentialsIn are all credentials given, sound or not and used or not: what is to be masked. */
export function credentialsIn({ inputs, profile }: ConnectionSources): string[] {
  const profiled = typeof profile === 'object' ? profile.values.mgmt_token?.trim() : undefined;
  return [...secretInputs(inputs), ...(profiled ? [profiled] : [])];
}

function readManagementToken(token: Setting, errors: InputErrors): Secret {
  // Inputs are trimmed already, a profile's token is not.
  const text = token.text.trim();
  if (text === '') {
    missing(
      token,
      'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
        'the run was started from a fork or by Dependabot, which get no secrets.',
      errors,
    );
  }
  const problem = credentialProblem(text);
  if (problem !== undefined) refuse(token, problem, errors);
  return new Secret(text);
}

/** readGithubToken reads a token of GitHub's, which an empty input leaves empty. Collects every input error. */
export function readGithubToken(
  inputs: Inputs,
  name: 'store-token' | 'github-token',
  errors: InputErrors,
): Secret {
  const problem = credentialProblem(inputs[name]);
  if (problem !== undefined) errors.add(name, problem);
  return new Secret(inputs[name]);
}

function readTrusted(given: Setting, readFile: ReadFile, errors: InputErrors): readonly string[] {
  if (given.text === '') return [];
  const reading = readCertificates(given.text, readFile);
  if (reading.ok) return reading.certificates;
  refuse(given, reading.message, errors);
  return [];
}
