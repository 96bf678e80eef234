import type { InputErrors } from '../../base/errors.ts';
import { type Credential, Secret } from '../../base/secret.ts';
import { type Inputs, secretInputs } from '../inputs.ts';
import { readCertificates } from './certificates.ts';
import { type ConnectionSources, missing, nameOf, refuse, type Setting, settingOf } from './setting.ts';
import { decodesTo, type ReadFile } from './text-file.ts';

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
      'is required. Set it from a secret. Usual causes: no secret has this name, or the run is from a fork or ' +
        'Dependabot. Such runs do not get secrets.',
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

export const VARIABLE = /^\$[A-Z_][A-Z0-9_]*$|^\$\{\w+\}$|^\$env:\w+$/;

export const IS_VARIABLE =
  'is the name of a variable, and only a shell replaces it with the value. Write an expression such as';

/** MASK is what GitHub writes to logs instead of a secret. */
export const MASK = /^\*{3,}$/;

export const IS_MASK = 'is what a log shows instead of a secret. Copy the value from its source.';

const ALONE = 'Set only the token.';

/**
 * credentialProblem says what is wrong with a trimmed credential, and what to set instead. Undefined if it is valid. It never
 * quotes the credential. It assumes only that a header can contain the token, and that the token is not one of the texts that people
 * paste by mistake.
 */
export function credentialProblem(text: string): string | undefined {
  if (/\$\{\{|^\{\{/.test(text)) {
    return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
  }
  if (VARIABLE.test(text)) return `${IS_VARIABLE} \`\${{ secrets.NAME }}\`.`;
  if (MASK.test(text)) return IS_MASK;
  if (/^(["'`\u2018-\u201f]).*["'`\u2018-\u201f]$/s.test(text) && text.length > 1) {
    return `is in quotes, which are not part of a token. ${ALONE}`;
  }
  if (/^[{[]/.test(text)) return `begins with \`${text[0]}\`, so it looks like JSON. ${ALONE}`;
  if (text.startsWith('-----BEGIN') || decodesTo(text, /^-----BEGIN/)) {
    return 'is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.';
  }
  const scheme = /^(?:authorization:\s*)?(Bearer|Token)\s/i.exec(text)?.[1];
  if (scheme !== undefined) return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
  // Base64 can end in `=`, so a name must be followed by another character.
  if (/^(?:export\s+)?[A-Z_][A-Z0-9_]*=+[^=]|^(?:export\s+)?\w+\s*[:=]\s+\S/.test(text)) {
    return `begins with \`NAME=\` or similar text. ${ALONE}`;
  }
  if (/\s/.test(text)) {
    return 'contains white space or a line break. Copy the token again, as one line.';
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    return 'contains a control character or a non-ASCII character, which a token cannot contain. Copy the token again.';
  }
  return undefined;
}
