const require_operations = require("./operations.js");
const require_start = require("./start.js");
// src/operations/get.ts
/** get shows what the server knows of one token, alive or not. */
async function get({ tokenId }, { api, runner }) {
	const { token, clocks } = await require_operations.existingToken(tokenId, api);
	const status = require_start.tokenStatus(token, clocks.forRenewing);
	runner.outputs(require_operations.tokenOutputs(token, status));
	runner.info(`Token ${token.id} is ${status}.`);
	runner.summary({
		title: "InfluxDB token",
		facts: [
			["Token", token.id],
			["For", require_start.plainDescription(token.description)],
			["Grants", require_start.describePermissions(token.permissions)],
			["Created", require_operations.describeDate(token.createdAt)],
			["Expires", require_operations.describeExpiry(token.expiresAt)],
			["Status", status]
		]
	});
}
exports.get = get;
