const require_operations = require("./operations.js");
// node_modules/@actions/http-client/lib/proxy.js
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
// src/http/proxy-setting.ts
/**
* parseProxy reads the value of HTTPS_PROXY. A value without a scheme means `http://`, as for the toolkit and for curl. The
* result of a value that cannot be used contains nothing of a password.
*/
function parseProxy(setting) {
	const text = setting.trim();
	const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme !== void 0 && scheme !== "http" && scheme !== "https") return { scheme };
	const url = parseUrl(scheme === void 0 ? `http://${text}` : text);
	const userInfo = url && decodedUserInfo(url);
	if (!url || userInfo === void 0 || /[?#]/.test(text) || url.pathname.includes("@")) return {};
	return {
		secure: scheme === "https",
		host: url.hostname.replace(/^\[|\]$/g, ""),
		port: Number(url.port) || (scheme === "https" ? 443 : 80),
		...userInfo === "" ? {} : { userInfo }
	};
}
function parseUrl(text) {
	return URL.canParse(text) ? new URL(text) : void 0;
}
/** Undefined where an escape is broken: a password that was not encoded. */
function decodedUserInfo({ username, password }) {
	if (username === "" && password === "") return "";
	try {
		return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	} catch {
		return;
	}
}
// src/http/tunnel.ts
/**
* openTunnel connects to a proxy and has it connect to the server (CONNECT). TLS to the server goes over the returned
* socket. Everything is closed when `abandoned` fires. Throws NetworkError when the proxy does not do it.
*/
async function openTunnel(tunnel, abandoned) {
	const { proxy, authority, verification } = tunnel;
	try {
		const socket = await require_operations.dial(proxy, abandoned);
		abandoned.addEventListener("abort", () => socket.destroy());
		return await askToConnect(proxy.secure ? await secure(socket, proxy, verification) : socket, tunnel);
	} catch (error) {
		throw require_operations.proxyError(error, authority) ?? error;
	}
}
/** The certificate must be for the proxy's own name, not for the server's. */
function secure(socket, { host }, verification) {
	const { isIP } = process.getBuiltinModule("node:net");
	const { connect } = process.getBuiltinModule("node:tls");
	const { promise, resolve, reject } = Promise.withResolvers();
	const secured = connect({
		...verification,
		socket,
		host,
		servername: isIP(host) ? "" : host
	});
	secured.once("secureConnect", () => resolve(secured));
	secured.on("error", reject);
	return promise;
}
function askToConnect(connection, { proxy, authority }) {
	const { request } = process.getBuiltinModule("node:http");
	const { promise, resolve, reject } = Promise.withResolvers();
	const asked = request({
		method: "CONNECT",
		path: authority,
		headers: {
			Host: authority,
			...proxy.userInfo === void 0 ? {} : { "Proxy-Authorization": `Basic ${Buffer.from(proxy.userInfo).toString("base64")}` }
		},
		createConnection: () => connection
	});
	asked.once("connect", ({ statusCode = 0 }, socket, head) => {
		if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
		socket.destroy();
		reject(refusedByProxy(statusCode, authority));
	});
	asked.on("error", reject);
	asked.end();
	return promise;
}
function refusedByProxy(status, authority) {
	return new require_operations.NetworkError("proxy", `the proxy refused to connect to ${authority} (status ${status}). ${status === 407 ? "The proxy needs a user name and a password: set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT" : "Check HTTPS_PROXY and which hosts the proxy allows"}`);
}
// src/http/proxy.ts
/**
* reachThroughProxy returns what opens a connection to the server of a https: URL through the proxy in `setting`; undefined
* where NO_PROXY names the host, as the toolkit reads it for all actions. The toolkit's own tunnel verifies a proxy against
* the name of the server, and writes IPv6 addresses without brackets, so the tunnel is our own. Throws NetworkError for a
* setting that cannot be used.
*/
function reachThroughProxy(url, setting, verification) {
	if (checkBypass(url)) return void 0;
	const proxy = parseProxy(setting);
	if (!("host" in proxy)) throw require_operations.unusableProxy(proxy.scheme, url.host);
	const tunnel = {
		proxy,
		authority: `${url.hostname}:${url.port || 443}`,
		verification
	};
	return (abandoned) => openTunnel(tunnel, abandoned);
}
exports.reachThroughProxy = reachThroughProxy;
