/**
 * Stands in for tunnel. @actions/http-client imports it at its top for connections through a proxy, but the action gives each
 * request an agent with a tunnel of its own (src/http/proxy.ts). The real package would load node:assert at each start.
 */
function neverUsed() {
  throw new Error('tunnel is not part of this action.');
}

export {
  neverUsed as httpOverHttp,
  neverUsed as httpOverHttps,
  neverUsed as httpsOverHttp,
  neverUsed as httpsOverHttps,
};
