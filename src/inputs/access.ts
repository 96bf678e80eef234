import type { FaultList } from '../faults.ts';
import type { Credential } from '../management-api/client.ts';
import { Secret } from '../secret.ts';
import { readCertificates } from './certificates.ts';
import { secretInputs } from './declared.ts';
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
  const profiled = typeof profile === 'object' ? profile.values.mgmt_token : undefined;
  return [...secretInputs(inputs), ...(profiled === undefined ? [] : [profiled])];
}

/**
 * Nothing is said of a management token's shape (it may be `M.V1.…`, a JWT or something else) except that a header can
 * carry it; and no message ever shows it.
 */
function readManagementToken(token: Setting, faults: FaultList): Secret {
  const { text } = token;
  if (text === '') {
    missing(
      token,
      'is required: give it from a secret. An empty value often means that there is no secret of this name, or that ' +
        'the run was started from a fork or by Dependabot, which get no secrets.',
      faults,
    );
  } else if (/^Bearer\s/i.test(text)) {
    refuse(token, 'begins with "Bearer": give the token alone, the action adds the rest.', faults);
  } else if (!/^[\x21-\x7e]+$/.test(text)) {
    refuse(token, 'holds white space or characters that no token has: was it pasted whole, once?', faults);
  }
  return new Secret(text);
}

function readTrusted(given: Setting, readFile: ReadFile, faults: FaultList): readonly string[] {
  if (given.text === '') return [];
  const reading = readCertificates(given.text, readFile);
  if (reading.ok) return reading.certificates;
  refuse(given, reading.message, faults);
  return [];
}
