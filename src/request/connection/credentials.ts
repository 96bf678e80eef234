import type { InputErrors } from '../../base/errors.ts';
import { type Credential, Secret } from '../../base/secret.ts';
import { credentialProblem } from '../fields/pasted-text.ts';
import { type Inputs, secretInputs } from '../inputs.ts';
import { readCertificates } from './certificates.ts';
import { type ConnectionSources, missing, nameOf, refuse, type Setting, settingOf } from './setting.ts';
import type { ReadFile } from './text-file.ts';

/** Credentials are the management token and the trusted certificates. The post step reads them again. */
export interface Credentials {
  readonly credential: Credential;
  /** Certificates in PEM that are trusted in addition to the ones that Node.js trusts anyway. */
  readonly trusted: readonly string[];
}

/** readCredentials reads the management token and the trusted certificates. Collects every input error. */
export function readCredentials(sources: ConnectionSources, errors: InputErrors): Credentials {
  const token = settingOf(sources, 'management-token', 'mgmt_token');
  return {
    credential: { secret: readManagementToken(token, errors), source: nameOf(token) },
    trusted: readTrusted(settingOf(sources, 'ca-certificate', 'tls.ca'), sources.readFile, errors),
  };
}

/** credentialsIn returns all given credentials to mask, even if they are invalid or not used. */
export function credentialsIn({ inputs, profile }: ConnectionSources): string[] {
  const profiled = typeof profile === 'object' ? profile.values.mgmt_token?.trim() : undefined;
  return [...secretInputs(inputs), ...(profiled ? [profiled] : [])];
}

function readManagementToken(token: Setting, errors: InputErrors): Secret {
  // Inputs are already trimmed. The token of a profile is not.
  const text = token.text.trim();
  if (text === '') {
    missing(
      token,
      'is required. Set it from a secret. If the step already does so, check that the secret exists. Runs from forks and ' +
        'Dependabot do not get secrets.',
      errors,
    );
  }
  const problem = credentialProblem(text);
  if (problem !== undefined) refuse(token, problem, errors);
  return new Secret(text);
}

/** readGithubToken reads a GitHub token. It is empty if the input is empty. Collects every input error. */
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
