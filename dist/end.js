const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/operations/rotation/end.ts
/** isToBeCommitted tells whether the later steps of a job had their token, and have come to a good end with it. */
function isToBeCommitted({ phase }, jobStatus) {
	return phase === "handed-over" && jobStatus === "success";
}
/**
* openHandOver says of a hand-over that will not be committed what that means; undefined when nothing is open. Nobody knows
* how far it got, so nothing is revoked either.
*/
function openHandOver({ phase, tokenId, line }, jobStatus) {
	if (phase === "over") return void 0;
	const missing = phase === "handing" ? "The ledger is not marked as delivered: the step ended while it delivered the token." : `\`job-status\` is "${jobStatus}" and not "success".`;
	const what = isToBeCommitted({ phase }, jobStatus) ? "" : ` ${missing}`;
	return `Token ${tokenId} of "${line.plainDescription}" is not committed.${what} Somebody may hold it, so it stays valid, and so does what it replaces. The next run rotates again and puts this right.`;
}
/** endRotation commits at the end of the job what its later steps were given, and retires what it replaces. */
async function endRotation(handOver, deps) {
	const { retired } = await require_operations.conclude(handOver, deps);
	if (retired) deps.runner.summary(summary(handOver, retired));
}
function summary({ tokenId, line }, { revoked, left }) {
	return {
		title: "InfluxDB token: rotation committed at the end of the job",
		facts: [
			["Token", tokenId],
			["Line", line.plainDescription],
			...revoked.length > 0 ? [["Revoked", revoked.join(", ")]] : [],
			...left.map(({ token, until }) => [`Valid until the first run after ${require_start.formatSecond(until)}`, token.id])
		]
	};
}
exports.endRotation = endRotation;
exports.isToBeCommitted = isToBeCommitted;
exports.openHandOver = openHandOver;
