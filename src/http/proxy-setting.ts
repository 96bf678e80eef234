/** HttpProxy is the proxy in a setting. */
export interface HttpProxy {
  /** Whether the connection to the proxy itself uses TLS. */
  readonly secure: boolean;
  /** An IPv6 address has no brackets. */
  readonly host: string;
  readonly port: number;
  /** `USER:PASSWORD`, decoded. Absent if the setting contains neither. */
  readonly userInfo?: string;
}

/** UnusableProxy means that a setting cannot be used. `scheme` is present only if it is neither http nor https. */
export interface UnusableProxy {
  readonly scheme?: string;
}

/**
 * parseProxy parses the value of HTTPS_PROXY. A value without a scheme means `http://`, as in the toolkit and in curl. An
 * UnusableProxy never contains a part of the password.
 */
export function parseProxy(setting: string): HttpProxy | UnusableProxy {
  const text = setting.trim();
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { scheme };
  const url = parseUrl(scheme === undefined ? `http://${text}` : text);
  const userInfo = url && decodedUserInfo(url);
  // An unencoded #, ?, or / in a password would end the host early, and a part of the password would become the host.
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

/** Undefined for an invalid escape, which means that the password was not encoded. */
function decodedUserInfo({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return '';
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return undefined;
  }
}
