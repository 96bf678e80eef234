import { setSecret } from '@actions/core';
import { replaceServerTexts } from '../base/text.ts';
import { credentialFragments, repeatsCredential } from './credential-overlap.ts';
import { maskingForms } from './masking.ts';
import { plainText } from './sanitize.ts';
import { requireStdout } from './stdout.ts';

/** As many characters as the shortest form of a credential has. */
const START_LENGTH = 4;

const WITHHELD = "[the server's text is withheld: it repeats part of a credential]";

/**
 * Secrets masks credentials: for the runner, which then hides them in everything that it shows, and for our own texts,
 * because an error of the API can repeat what it was sent.
 */
export class Secrets {
  /** What is masked, by its first characters. */
  readonly #forms = new Map<string, Set<string>>();
  /** Finds where a form could begin, faster than a look at each place. Undefined while nothing is masked. */
  #starts: RegExp | undefined;
  readonly #fragments = new Set<string>();

  /**
   * mask is called with a credential as soon as it is received, before anything else is printed. Throws when standard output
   * is closed.
   */
  mask(secret: string): void {
    const forms = maskingForms(secret).filter((form) => !this.#formsLike(form, 0).has(form));
    if (forms.length === 0) return;
    for (const form of forms) {
      this.#forms.set(form.slice(0, START_LENGTH), this.#formsLike(form, 0).add(form));
    }
    this.#starts = new RegExp(`(?=${[...this.#forms.keys()].map(escaped).join('|')})`, 'g');
    for (const fragment of credentialFragments(secret)) this.#fragments.add(fragment);
    for (const form of forms) setSecret(form);
    requireStdout();
  }

  /**
   * safeText is a text as it can be printed: in one line, without workflow commands and without credentials. A server's
   * text in it that repeats part of a credential is withheld entirely.
   */
  safeText(text: string): string {
    const checked = replaceServerTexts(text, (serverText) =>
      repeatsCredential(serverText, this.#fragments) ? WITHHELD : serverText,
    );
    // Redacted twice: characters that plainText removes could have kept the pieces of a credential apart.
    return this.redact(plainText(this.redact(checked)));
  }

  /**
   * redact replaces every known form of every credential by `***`, and forms that touch or overlap by one. Takes time
   * linear in the text, whatever the number of credentials.
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

/** A regular expression for a text as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** maskCredentials masks what a step is given: the credentials among its inputs, and the password of a proxy. */
export function maskCredentials(secrets: Secrets, given: readonly string[], env: NodeJS.ProcessEnv): void {
  for (const credential of [...given, ...proxyPasswords(env)]) secrets.mask(credential);
}

/**
 * proxyPasswords finds the passwords in the proxy settings of an environment, as written and decoded. What cannot be
 * read as a URL holds no password that anything could use.
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
