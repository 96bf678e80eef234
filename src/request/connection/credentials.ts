import type { InputErrors } from '../../base/errors.ts';
import { type Credential, Secret } from '../../base/secret.ts';
import { type Inputs, secretInputs } from '../inputs.ts';
import { readCertificates } from './certificates.ts';
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

const ALONE = 'Set it to the token alone.';

/**
 * credentialProblem says what is wrong with a trimmed credential, and what to set instead; undefined when nothing is. It never
 * quotes the credential. Nothing is assumed about how a token looks, except that a header can carry it and that it is not one
 * of the things that people paste in place of a token.
 */
export function credentialProblem(text: string): string | undefined {
  if (/\$\{\{/.test(text)) {
    return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
  }
  if (/^(["'`]).*\1$/s.test(text)) return `is in quotes, which are not part of a token. ${ALONE}`;
  if (text.startsWith('{')) return `begins with \`{\`, so it looks like JSON. ${ALONE}`;
  if (text.startsWith('-----BEGIN')) {
    return 'is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.';
  }
  const scheme = /^(Bearer|Token)\s/i.exec(text)?.[1];
  if (scheme !== undefined) return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
  // Base64 ends in `=`, so a name needs something else behind it.
  if (/^[A-Z_][A-Z0-9_]*=+[^=]/.test(text)) return `begins with \`NAME=\`. ${ALONE}`;
  if (/\s/.test(text)) {
    return 'contains white space or a line break. Copy the token again, as one line, and store it once.';
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    return 'contains a control character or a character outside ASCII, which no token has. Copy the token again.';
  }
  return undefined;
}
