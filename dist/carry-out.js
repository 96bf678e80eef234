const require_operations = require("./operations.js");
const require_start = require("./start.js");
// src/nonce.ts
const BYTES = 8;
/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
function randomNonce() {
	return process.getBuiltinModule("node:crypto").randomBytes(BYTES).toString("hex");
}
// src/carry-out.ts
/** carryOut wires the real parts and runs one operation. Throws what the operation throws. */
async function carryOut(request, runner, secrets) {
	const { credential, trusted, clusterUrl, tries } = request.connection;
	const transport = new require_operations.HttpTransport(trusted);
	const management = new require_operations.Requests(transport, require_start.systemClock, Math.random, runner.info, tries);
	const data = new require_operations.Requests(transport, require_start.systemClock, Math.random, runner.info, tries);
	await run(request, new require_operations.Requests(transport, require_start.systemClock, Math.random, runner.info, tries), {
		api: new require_operations.ManagementApi(management, require_start.systemClock, credential, require_operations.possiblePlaces(request.connection), (secret) => secrets.mask(secret)),
		dataPlane: new require_operations.DataPlane(data, clusterUrl),
		pacing: management,
		runner,
		clock: require_start.systemClock,
		nonce: randomNonce
	});
}
/** Each operation is loaded when it is asked for. */
async function run(request, requests, deps) {
	switch (request.operation) {
		case "create": return (await Promise.resolve().then(() => require("./create.js"))).create(request, deps);
		case "get": return (await Promise.resolve().then(() => require("./get.js"))).get(request, deps);
		case "list": return (await Promise.resolve().then(() => require("./list.js"))).list(request, deps);
		case "update": return (await Promise.resolve().then(() => require("./update.js"))).update(request, deps);
		case "revoke": return (await Promise.resolve().then(() => require("./revoke.js"))).revoke(request, deps);
		case "rotate": {
			const { rotate } = await Promise.resolve().then(() => require("./rotate.js"));
			const { secretStore, workflowRuns } = await Promise.resolve().then(() => require("./github-api.js"));
			const { githubApiUrl } = request.run;
			const secrets = secretStore(githubApiUrl, request.storeToken, requests);
			const runs = workflowRuns(githubApiUrl, request.githubToken, requests);
			return rotate(request, {
				...deps,
				github: {
					...secrets,
					...runs
				}
			});
		}
		case "cleanup": {
			const { cleanup } = await Promise.resolve().then(() => require("./cleanup.js"));
			const { workflowRuns } = await Promise.resolve().then(() => require("./github-api.js"));
			const github = workflowRuns(request.run.githubApiUrl, request.githubToken, requests);
			return cleanup(request, {
				...deps,
				github,
				cancelled: require_operations.cancellationOf(process)
			});
		}
		default: throw new Error(`nobody carries out ${request}`);
	}
}
exports.carryOut = carryOut;
