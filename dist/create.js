const require_operations = require("./operations.js");
const require_start = require("./start.js");
// src/operations/create.ts
/**
* create mints a token, proves that the cluster accepts it, and hands it to the later steps of the job. Until the very
* last line the post step revokes whatever was made; with `keep`, that line leaves the token alive.
*/
async function create(request, deps) {
	const { api, runner } = deps;
	warnOfRisks(request, deps);
	const databases = await existingDatabases(request, deps);
	require_operations.refuseUnknownDatabases(request.grants, databases);
	const ledger = new require_operations.Ledger((state) => runner.saveState(state), {
		place: api.place,
		tries: request.connection.tries,
		failOnRevokeError: request.failOnRevokeError
	});
	const minted = await require_operations.mint({
		plainDescription: request.description,
		permissions: request.grants.permissions,
		expiresAt: request.expiresAt,
		kind: "job"
	}, request.run, ledger, deps);
	runner.outputs(require_operations.tokenOutputs(minted.token, require_operations.tokenStatus(minted.token, deps.clock.now())));
	runner.info(`Created token ${minted.token.id} (${require_start.describePermissions(minted.token.permissions)}).`);
	const hope = await proven(request, minted, databases, deps);
	runner.outputs({ active: require_operations.ACTIVE[hope.kind] });
	if (request.keep) await tagAsKept(request, minted, deps);
	runner.summary(summary(request, minted, hope));
	runner.token(minted.secret);
	if (request.keep) ledger.keep(minted.tag.nonce);
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
async function proven({ activationTimeoutMs }, { token, secret }, databases, deps) {
	const candidate = {
		secret,
		permissions: token.permissions
	};
	const proof = await require_operations.prove(candidate, databases, activationTimeoutMs, deps);
	if (proof.kind === "refused") throw new require_start.Failure("Token not accepted", `${proof.why} The post step revokes it. ${require_operations.CURES.refused}`);
	if (proof.kind === "unreachable") deps.runner.warning("Token not probed", `${proof.why} ${require_operations.CURES.unreachable}`);
	return proof;
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
			["Accepted by the cluster", require_operations.ACCEPTED[kind]],
			["Revoked", request.keep ? "by a person" : "when this job ends"]
		]
	};
}
exports.create = create;
