import type { Socket } from 'node:net';
import { checkBypass } from '@actions/http-client/lib/proxy';
import { unusableProxy } from './network-error.ts';
import { parseProxy } from './proxy-setting.ts';
import type { Verification } from './trust.ts';
import { openTunnel } from './tunnel.ts';

/**
 * reachThroughProxy returns what opens a connection to the server of a https: URL through the proxy in `setting`; undefined
 * where NO_PROXY names the host, as the toolkit reads it for all actions. The toolkit's own tunnel verifies a proxy against
 * the name of the server, and writes IPv6 addresses without brackets, so the tunnel is our own. Throws NetworkError for a
 * setting that cannot be used.
 */
export function reachThroughProxy(
  url: URL,
  setting: string,
  verification: Verification,
): ((abandoned: AbortSignal) => Promise<Socket>) | undefined {
  if (checkBypass(url)) return undefined;
  const proxy = parseProxy(setting);
  if (!('host' in proxy)) throw unusableProxy(proxy.scheme, url.host);
  const tunnel = { proxy, authority: `${url.hostname}:${url.port || 443}`, verification };
  return (abandoned) => openTunnel(tunnel, abandoned);
}
