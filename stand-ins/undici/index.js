/**
 * ProxyAgent stands in for undici's. @actions/http-client imports undici at its top for getAgentDispatcher alone, which
 * nothing here calls but @actions/github while it loads, for a default of Octokit's that src/github/octokit.ts replaces:
 * all requests go through node:http, and their proxy support through the package `tunnel`. So one may be made, and is
 * never used. The real undici would add 937 kB to dist and a third to every start.
 */
export class ProxyAgent {}

/** fetch stands in for undici's, which is that default: that it was not replaced would be a defect. */
export function fetch() {
  throw new Error('undici is not part of this bundle: requests go through src/http/requests.ts');
}
