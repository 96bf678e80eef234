/** isLoopback tells whether a URL leads to this machine: there plain `http:` is allowed and no proxy is used. */
export function isLoopback(url: URL): boolean {
  // The URL parser has already turned 127.1 and 0x7f.0.0.1 into dotted decimals and shortened IPv6.
  return (
    url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname)
  );
}

/** isTrustworthy tells whether credentials may be sent to a URL: `https:`, or a loopback host. */
export function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
