/**
 * ProxyAgent stands in for undici's. @actions/http-client imports undici at its top for one method alone,
 * getAgentDispatcher, which this action never calls (its proxy support for node:http goes through the package
 * `tunnel`). The real one would add 937 kB to dist and a third to every start.
 */
export class ProxyAgent {
  constructor() {
    throw new Error('undici is not part of this bundle: use getAgent, not getAgentDispatcher');
  }
}
