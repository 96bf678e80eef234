"use strict";
exports.id = 662;
exports.ids = [662];
exports.modules = {

 7662:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  reachThroughProxy: () => ( reachThroughProxy)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var lib_proxy = __webpack_require__(2164);
// EXTERNAL MODULE: ./build/src/http/dial.js
var dial = __webpack_require__(1389);
// EXTERNAL MODULE: ./build/src/http/network-error.js
var network_error = __webpack_require__(5494);
;// CONCATENATED MODULE: ./build/src/http/proxy-setting.js
function parseProxy(setting) {
  const text = setting.trim();
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { scheme };
  const url = parseUrl(scheme === undefined ? `http://${text}` : text);
  const userInfo = url && decodedUserInfo(url);
  if (!url || userInfo === undefined || /[?#]/.test(text) || url.pathname.includes('@')) return {};
  return {
    secure: scheme === 'https',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (scheme === 'https' ? 443 : 80),
    ...(userInfo === '' ? {} : { userInfo }),
  };
}
function parseUrl(text) {
  return URL.canParse(text) ? new URL(text) : undefined;
}
function decodedUserInfo({ username, password }) {
  if (username === '' && password === '') return '';
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return undefined;
  }
}

;// CONCATENATED MODULE: ./build/src/http/proxy.js







function reachThroughProxy(url, setting, verification) {
  if ((0,lib_proxy.H)(url)) return undefined;
  const proxy = parseProxy(setting);
  if (!('host' in proxy)) throw (0,network_error.av)(proxy.scheme, url.host);
  const tunnel = { proxy, authority: `${url.hostname}:${url.port || 443}`, verification };
  return (abandoned) => openTunnel(tunnel, abandoned);
}
async function openTunnel(tunnel, abandoned) {
  const { proxy, authority, verification } = tunnel;
  try {
    const socket = await (0,dial.z)(proxy, abandoned);
    abandoned.addEventListener('abort', () => socket.destroy());
    const connection = proxy.secure ? await proxy_secure(socket, proxy, verification) : socket;
    return await askToConnect(connection, tunnel);
  } catch (error) {
    throw (0,network_error.FV)(error, authority) ?? error;
  }
}
function proxy_secure(socket, { host }, verification) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const secured = (0,external_node_tls_.connect)({ ...verification, socket, host, servername: (0,external_node_net_.isIP)(host) ? '' : host });
  secured.once('secureConnect', () => resolve(secured));
  secured.on('error', reject);
  return promise;
}
function askToConnect(connection, { proxy, authority }) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const asked = (0,external_node_http_.request)({
    method: 'CONNECT',
    path: authority,
    headers: {
      Host: authority,
      ...(proxy.userInfo === undefined
        ? {}
        : { 'Proxy-Authorization': `Basic ${Buffer.from(proxy.userInfo).toString('base64')}` }),
    },
    createConnection: () => connection,
  });
  asked.once('connect', ({ statusCode = 0 }, socket, head) => {
    if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
    socket.destroy();
    reject(refusedByProxy(statusCode, authority));
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}
function refusedByProxy(status, authority) {
  const hint =
    status === 407
      ? 'The proxy needs a user name and a password. Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT.'
      : 'Check HTTPS_PROXY, and check which hosts the proxy allows.';
  return new network_error.Dr('proxy', `The proxy refused to connect to ${authority} (status ${status}). ${hint}`);
}


 })

};
;