import type { InputErrors } from '../../base/errors.ts';
import { asCode, containsCredential, plainCharacters } from '../../base/text.ts';
import { isLoopback, isTrustworthy } from '../../base/url.ts';
import { refuse, refuseValue, type Setting } from './setting.ts';

/** The plane that a URL leads to. Each plane has its own paths, which a copied URL can end in. */
export type Plane = 'management' | 'data';

const API_PATHS: Readonly<Record<Plane, RegExp>> = {
  management: /\/api\/v\d+(?:\/.*)?$/i,
  data: /\/(?:api\/v\d+(?:\/.*)?|query|write)$/i,
};

/**
 * readBaseUrl reads the base URL of a plane, without a slash at its end. Undefined when it is not set, or not a URL. Adds at most
 * one input error, with the URL to write.
 */
export function readBaseUrl(setting: Setting, plane: Plane, errors: InputErrors): string | undefined {
  if (setting.text === '') return undefined;
  if (setting.problem !== undefined) {
    refuseValue(setting, setting.problem, errors);
    return undefined;
  }
  // The vendor's documentation shows the base of the Management API with this end, so it is not a mistake.
  const text = setting.text.replace(/\/api\/v0\/*$/, '');
  const url = parseUrl(text);
  const problem = url === undefined ? NOT_A_URL : problemOf(url, { text, plane });
  if (problem !== undefined) {
    // The text before an @ can be a password, even if the grammar of URLs says otherwise.
    const isSecret = text.includes('@') || containsCredential(text);
    const meant = isSecret ? undefined : meantUrl(text, plane);
    const hint = meant === undefined ? '' : ` Use ${asCode(meant)}.`;
    if (isSecret) refuse(setting, `${problem}.`, errors);
    else refuseValue(setting, `${problem}.${hint}`, errors);
  }
  return url && baseOf(url);
}

const NOT_A_URL = 'is not a URL like https://cluster.example.com';

function problemOf(
  url: URL,
  { text, plane }: { readonly text: string; readonly plane: Plane },
): string | undefined {
  if (url.username !== '' || url.password !== '')
    return 'contains a user name or password. Set only the base URL';
  if (!isTrustworthy(url))
    return 'would make the action send credentials unencrypted. Use `https:`. Plain `http:` is only for a loopback host';
  if (cleaned(text) !== text || /[,;]/.test(url.host)) return 'contains more than a URL';
  if (url.search !== '' || url.hash !== '') return 'has a query or fragment';
  if (API_PATHS[plane].test(pathOf(url))) return 'ends in a path of the API, which the action adds itself';
  return undefined;
}

/** The URL that was probably meant. Undefined if that is not clear. */
function meantUrl(typed: string, plane: Plane): string | undefined {
  const [text = ''] = cleaned(typed).split(/[,;\s]/);
  const url = parseUrl(`https://${text.replace(/^[a-z][a-z0-9+.-]*:\/\/|^(?:https?:?)?\/+/i, '')}`);
  // A single word can mean anything.
  if (!url || !(parseUrl(text) || /[.:]|^localhost$/.test(url.host))) return undefined;
  // Nobody has a certificate for a loopback host.
  const origin =
    isLoopback(url) && !/^https:/i.test(text) ? url.origin.replace('https:', 'http:') : url.origin;
  return origin + pathOf(url).replace(API_PATHS[plane], '');
}

/** Removes characters that can be neither in a host nor at the end of a base. A bracket can be the end of an IPv6 address. */
function cleaned(text: string): string {
  return plainCharacters(text).replaceAll(/^[\s"'`<]+|[\s"'`>,;.]+$/g, '');
}

function parseUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function pathOf(url: URL): string {
  return url.pathname.replace(/\/+$/, '');
}

function baseOf(url: URL): string {
  return url.origin + pathOf(url);
}
