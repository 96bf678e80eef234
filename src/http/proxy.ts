import type { Agent } from 'node:http';
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';
import { httpsOverHttp, httpsOverHttps } from 'tunnel';
import type { Verification } from './agents.ts';
import { unreadableProxy } from './network-error.ts';

/**
 * agentThroughProxy leads to a https: URL through the proxy that HTTPS_PROXY names; undefined where NO_PROXY excepts the
 * host. Which proxy that is says @actions/http-client, as for other actions, and the tunnel is the one that its client uses:
 * the client itself would also decide on retries, redirects and what a 404 means. Throws NetworkError when the setting
 * cannot be read.
 */
export function agentThroughProxy(url: URL, verification: Verification): Agent | undefined {
  if (checkBypass(url)) return undefined;
  const proxy = getProxyUrl(url);
  // A password that holds a # or ? unencoded ends the address early, and its rest would be asked for as a host.
  if (!proxy?.hostname || proxy.hash !== '' || proxy.search !== '') throw unreadableProxy(url.host);
  // The package calls what Node wants gone, and Node would say so in the log of everybody behind a proxy.
  process.noDeprecation = true;
  const { hostname, port, username, password } = proxy;
  const tunnel = proxy.protocol === 'https:' ? httpsOverHttps : httpsOverHttp;
  return tunnel({
    ...verification,
    proxy: {
      ...verification,
      host: hostname,
      port: Number(port),
      ...(username || password ? { proxyAuth: `${username}:${password}` } : {}),
    },
  });
}
