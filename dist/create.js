const require_operations = require("./operations.js");
const require_start = require("./start.js");
// src/operations/create.ts
/**
* create mints a token, proves that the cluster accepts it, and hands it to the later steps of the job. Until the very
* last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
*/
async function create(request, deps) {
	const { runner } = deps;
	warnOfRisks(request, deps);
	const databases = await existingDatabases(request, deps);
	require_operations.refuseUnknownDatabases(request.grants, databases);
	if (request.dryRun) return showDryRun(request, deps);
	const ledger = deps.newLedger(request.failOnRevokeError);
	const minted = await require_operations.mint({
		plainDescription: request.description,
		permissions: request.grants.permissions,
		expiresAt: request.expiresAt,
		kind: "job"
	}, request.run, ledger, deps);
	runner.outputs(require_operations.tokenOutputs(minted.token, require_start.tokenStatus(minted.token, deps.clock.now())));
	runner.info(`Created token ${minted.token.id} (${require_start.describePermissions(minted.token.permissions)}).`);
	const activation = await waitUntilActive(request, minted, databases, deps);
	runner.outputs({ active: require_operations.ACTIVE_OUTPUT[activation.kind] });
	if (request.keep) await tagAsKept(request, minted, deps);
	runner.summary(summary(request, minted, activation));
	runner.token(minted.secret);
	if (request.keep) ledger.keep(minted.tag.nonce);
}
/** Everything up to the POST was done: the inputs are valid, and the databases were checked. */
function showDryRun(request, { runner }) {
	runner.info("This was a dry run: nothing was created.");
	runner.summary({
		title: "InfluxDB token: what `create` would do",
		facts: [
			["For", request.description],
			["Grants", require_start.describePermissions(request.grants.permissions)],
			["Expires", require_operations.describeExpiry(request.expiresAt)],
			["Revoked", request.keep ? "by a person" : "when the job ends"]
		]
	});
}
function warnOfRisks({ grants, expiresAt, keep }, { runner }) {
	require_operations.warnOfAnyDatabase(grants.permissions, runner);
	if (expiresAt === "never") runner.warning("No expiry", keep ? "The token never expires: only a person can end it." : "The token never expires: should the post step not revoke it, only a person can end it.");
}
/** Asks only where the answer is needed: to check names, to find one to probe `*` with, or to learn the path form. */
async function existingDatabases({ grants, activationTimeoutMs }, { api }) {
	const { permissions } = grants;
	const probesAny = activationTimeoutMs > 0 && permissions.length > 0 && !require_operations.probeTarget(permissions, []);
	if (!require_operations.mustKnowDatabases(grants) && !probesAny && api.located) return [];
	try {
		return await api.databases();
	} catch (error) {
		throw require_start.withConsequence(error, "No token was created.");
	}
}
/** Throws a Failure when the cluster did not accept the token in time. */
async function waitUntilActive({ activationTimeoutMs }, { token, secret }, databases, deps) {
	const check = await require_operations.checkActivation({
		...token,
		secret
	}, {
		databases,
		timeoutMs: activationTimeoutMs
	}, deps);
	if (check.kind === "refused") throw new require_start.Failure("Token not accepted", `${check.why} The post step revokes it. ${require_operations.ACTIVATION_HINTS.refused}`);
	if (check.kind === "unreachable") deps.runner.warning("Token not probed", `${check.why} ${require_operations.ACTIVATION_HINTS.unreachable}`);
	return check;
}
/** From here on cleanup knows that somebody holds the token. */
async function tagAsKept(request, { token, tag }, { api }) {
	const description = require_start.formatTagged(request.description, {
		...tag,
		kind: "kept"
	});
	const retagging = await require_operations.retag(token.id, description, api);
	if (retagging.kind === "done") return;
	const why = retagging.kind === "revoked" ? "The server shows it as revoked." : retagging.why;
	throw new require_start.Failure("Token not kept", `${why} Token ${token.id} is not kept: the post step revokes it.`);
}
function summary(request, { token }, { kind }) {
	return {
		title: "InfluxDB token created",
		facts: [
			["Token", token.id],
			["For", request.description],
			["Grants", require_start.describePermissions(token.permissions)],
			["Expires", require_operations.describeExpiry(token.expiresAt)],
			["Accepted by the cluster", require_operations.ACTIVATION_FACT[kind]],
			["Revoked", request.keep ? "by a person" : "when this job ends"]
		]
	};
}
exports.create = create;
