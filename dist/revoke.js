const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/operations/revoke.ts
/** revoke revokes tokens by ID. An ID that the cluster does not know is a warning: it might be that of another cluster. */
async function revoke({ tokenIds, dryRun }, deps) {
	if (tokenIds.length === 0) {
		require_operations.reportIds([], [], deps);
		deps.runner.info("There is no token to revoke.");
		deps.runner.summary({
			title: "InfluxDB tokens: none to revoke",
			items: []
		});
		return;
	}
	if (dryRun) {
		await showWhatWouldHappen(tokenIds, deps);
		return;
	}
	await locate(tokenIds, deps);
	report(await require_operations.revokeTokens({
		ids: tokenIds,
		known: false
	}, deps), deps);
}
/** A write must not find out which form of paths the server has. */
async function locate(tokenIds, deps) {
	try {
		await deps.api.locate();
	} catch (error) {
		require_operations.reportIds([], tokenIds, deps);
		throw require_start.withConsequence(error, "No token was revoked.");
	}
}
/** Throws Failures when a token might be alive. */
function report(outcomes, deps) {
	const { runner } = deps;
	const failed = require_operations.reportOutcomes(outcomes, deps);
	runner.summary({
		title: `InfluxDB tokens: ${require_operations.countOutcomes(outcomes)}`,
		head: ["Token", "Outcome"],
		rows: outcomes.map((outcome) => [outcome.id, require_operations.describeOutcome(outcome)])
	});
	if (failed.length > 0) throw new require_start.Failures(require_operations.failuresOf(failed));
}
async function showWhatWouldHappen(tokenIds, deps) {
	const { api, runner } = deps;
	const { tokens, clocks } = await api.tokens();
	const tokenById = require_start.indexById(tokens);
	const rows = tokenIds.map((id) => {
		const token = tokenById(id);
		if (!token) return [
			id,
			"",
			"is not found: check account-id and cluster-id"
		];
		const would = require_start.isSeenRevoked(token) ? "is revoked already" : `would be revoked (it is ${require_start.tokenStatus(token, clocks.forRenewing)})`;
		return [
			id,
			require_start.plainDescription(token.description),
			would
		];
	});
	for (const [id, , would] of rows) runner.info(`Token ${id} ${would}.`);
	require_operations.warnOfNotFound(tokenIds.filter((id) => !tokenById(id)), deps);
	require_operations.reportIds([], [], deps);
	runner.info("This was a dry run: nothing was changed.");
	runner.summary({
		title: "InfluxDB tokens: what a revocation would do",
		head: [
			"Token",
			"For",
			"Outcome"
		],
		rows
	});
}
exports.revoke = revoke;
