/** HttpProxy is a proxy that a setting names. */
export interface HttpProxy {
  /** Whether the proxy itself is reached over TLS. */
  readonly secure: boolean;
  /** An IPv6 address is written without brackets. */
  readonly host: string;
  readonly port: number;
  /** `USER:PASSWORD`, decoded; absent where the setting names neither. */
  readonly userInfo?: string;
}

/** Why a setting names no usable proxy. `scheme` is present only where the setting has another one than http and https. */
export interface UnusableProxy {
  readonly scheme?: string;
}

/**
 * parseProxy reads the value of HTTPS_PROXY. A value without a scheme means `http://`, as for the toolkit and for curl. The
 * result of a value that cannot be used contains nothing of a password.
 */
export function parseProxy(setting: string): HttpProxy | UnusableProxy {
  const text = setting.trim();
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { scheme };
  const url = parseUrl(scheme === undefined ? `http://${text}` : text);
  const userInfo = url && decodedUserInfo(url);
  // An unencoded #, ?, or / in a password ends the host early: the rest of the password would become the host.
  if (!url || userInfo === undefined || /[?#]/.test(text) || url.pathname.includes('@')) return {};
  return {
    secure: scheme === 'https',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (scheme === 'https' ? 443 : 80),
    ...(userInfo === '' ? {} : { userInfo }),
  };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Undefined where an escape is broken: a password that was not encoded. */
function decodedUserInfo({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return '';
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return undefined;
  }
}
