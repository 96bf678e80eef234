import { maskingForms } from '../tokens/masking.ts';
import { formatCommand, printLines } from './workflow-command.ts';

/**
 * Secrets masks credentials: for the runner, which then hides them in everything that it shows, and for our own texts,
 * because an error of the API may repeat what it was sent.
 */
export class Secrets {
  /** Longer ones first: one may be part of another. */
  #known: readonly string[] = [];

  /** mask is called with a credential as soon as it is received, before anything else is printed. */
  mask(secret: string): void {
    if (secret === '') return;
    const forms = maskingForms(secret).filter((form) => !this.#known.includes(form));
    printLines(forms.map((form) => formatCommand('add-mask', form)));
    this.#known = [...this.#known, ...forms].sort((one, other) => other.length - one.length);
  }

  /** redact replaces every known form of every credential by `***`. */
  redact(text: string): string {
    const shortest = this.#known.at(-1)?.length ?? Number.POSITIVE_INFINITY;
    if (text.length < shortest) return text;
    return this.#known.reduce((redacted, form) => redacted.replaceAll(form, '***'), text);
  }
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
