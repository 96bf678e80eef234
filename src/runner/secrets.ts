import { setSecret } from '@actions/core';
import { markServerText, replaceServerTexts } from '../base/text.ts';
import { credentialFragments, repeatsCredential } from './credential-overlap.ts';
import { maskingForms } from './masking.ts';
import { plainText } from './sanitize.ts';
import { requireStdout } from './stdout.ts';

/** The length of the shortest form of a credential. */
const START_LENGTH = 4;

/**
 * Seven characters in a row always contain four that begin at a multiple of four. So a text that contains a form of seven
 * characters also contains one of its pieces at such a position.
 */
const PIECE_LENGTH = 4;
const MIN_FORM_WITH_PIECES = 2 * PIECE_LENGTH - 1;

/** Printable ASCII without the beginnings of escapes. */
const WITHOUT_ESCAPES = /^[ -$'-[\]-~]*$/;

const WITHHELD = '[the text from the server is hidden, because it repeats part of a credential]';

/**
 * Secrets masks credentials. It registers them with the runner, which then hides them in the log. It also redacts them in all
 * texts of the action, because an error of the API can repeat what the action sent.
 */
export class Secrets {
  /** The masked texts by their first characters. */
  readonly #forms = new Map<string, Set<string>>();
  /** Finds the possible beginnings of masked texts quickly. Undefined while nothing is masked. */
  #starts: RegExp | undefined;
  readonly #fragments = new Set<string>();
  /** Every four characters in a row of the masked texts and the fragments. */
  readonly #pieces = new Set<string>();
  #hasFormWithoutPieces = false;

  /**
   * mask masks a credential. Call it as soon as a credential is received, before anything else is printed. Throws if standard
   * output is closed.
   */
  mask(secret: string): void {
    const forms = maskingForms(secret).filter((form) => !this.#formsLike(form, 0).has(form));
    if (forms.length === 0) return;
    for (const form of forms) {
      this.#forms.set(form.slice(0, START_LENGTH), this.#formsLike(form, 0).add(form));
    }
    this.#starts = new RegExp(`(?=${[...this.#forms.keys()].map(escaped).join('|')})`, 'g');
    const fragments = credentialFragments(secret);
    for (const fragment of fragments) this.#fragments.add(fragment);
    for (const text of [...forms, ...fragments]) this.#addPieces(text);
    for (const form of forms) setSecret(form);
    requireStdout();
  }

  /**
   * safeText returns a text that is safe to print: in one line, without workflow commands, and without credentials. It replaces
   * the whole text of a server that repeats a part of a credential.
   */
  safeText(text: string): string {
    const checked = replaceServerTexts(text, (serverText) =>
      repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText,
    );
    // Redact twice, because plainText removes characters that might separate the parts of a credential.
    return this.redact(plainText(this.redact(checked)));
  }

  /**
   * safeServerText is safeText for a text of a server. It is fast for texts that have nothing in common with a
   * credential, because a summary can contain thousands of them.
   */
  safeServerText(text: string): string {
    return this.#isSafe(text) ? text : this.safeText(markServerText(text));
  }

  /**
   * redact replaces every known form of every credential with `***`. Forms that touch or overlap become a single `***`. Needs
   * time linear in the text, regardless of the number of credentials.
   */
  redact(text: string): string {
    if (this.#starts === undefined) return text;
    let redacted = '';
    let hiddenUpTo = -1;
    for (const { index: at } of text.matchAll(this.#starts)) {
      const length = this.#longestFormAt(text, at);
      if (length === 0) continue;
      if (at > hiddenUpTo) redacted += `${text.slice(Math.max(hiddenUpTo, 0), at)}***`;
      hiddenUpTo = Math.max(hiddenUpTo, at + length);
    }
    return redacted + text.slice(Math.max(hiddenUpTo, 0));
  }

  /** Tells quickly whether a text is certainly safe as it is. */
  #isSafe(text: string): boolean {
    return (
      !this.#hasFormWithoutPieces &&
      WITHOUT_ESCAPES.test(text) &&
      plainText(text) === text &&
      !this.#containsPiece(text) &&
      // Spaces could separate the characters of a credential.
      !this.#containsPiece(text.replaceAll(' ', ''))
    );
  }

  #containsPiece(text: string): boolean {
    for (let at = 0; at + PIECE_LENGTH <= text.length; at += PIECE_LENGTH) {
      if (this.#pieces.has(text.slice(at, at + PIECE_LENGTH))) return true;
    }
    return false;
  }

  #addPieces(text: string): void {
    this.#hasFormWithoutPieces ||= text.length < MIN_FORM_WITH_PIECES;
    for (let at = 0; at + PIECE_LENGTH <= text.length; at++)
      this.#pieces.add(text.slice(at, at + PIECE_LENGTH));
  }

  #longestFormAt(text: string, at: number): number {
    let longest = 0;
    for (const form of this.#formsLike(text, at)) {
      if (form.length > longest && text.startsWith(form, at)) longest = form.length;
    }
    return longest;
  }

  #formsLike(text: string, at: number): Set<string> {
    return this.#forms.get(text.slice(at, at + START_LENGTH)) ?? new Set();
  }
}

/** Returns a regular expression that matches exactly this text. */
function escaped(text: string): string {
  return text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** maskCredentials masks the credentials in `given` and the passwords in the proxy settings. */
export function maskCredentials(secrets: Secrets, given: readonly string[], env: NodeJS.ProcessEnv): void {
  for (const credential of [...given, ...proxyPasswords(env)]) secrets.mask(credential);
}

/**
 * proxyPasswords finds the passwords in the proxy settings of an environment, encoded and decoded. A setting that is not a URL
 * has no usable password.
 */
function proxyPasswords(env: NodeJS.ProcessEnv): string[] {
  const settings = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].map((name) => env[name] ?? '');
  return settings.flatMap((setting) => {
    const url = [setting, `http://${setting}`].find(
      (text) => URL.canParse(text) && new URL(text).password !== '',
    );
    if (url === undefined) return [];
    const { password } = new URL(url);
    return [password, decoded(password)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
