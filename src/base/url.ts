/** isLoopback tells whether a URL leads to this machine. Such URLs can use plain `http:`, and never use a proxy. */
export function isLoopback(url: URL): boolean {
  // The URL parser has already turned 127.1 and 0x7f.0.0.1 into dotted decimals and shortened IPv6.
  return (
    url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname)
  );
}

/** isTrustworthy tells whether it is safe to send credentials to a URL: it uses `https:`, or its host is a loopback host. */
export function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
