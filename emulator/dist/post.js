const require_shared = require("./shared.js");
// src/tokens/instant.ts
/** formatInstant writes milliseconds since 1970 as RFC 3339 in UTC, without a fraction where there is none. */
function formatInstant(instant) {
	const text = new Date(instant).toISOString();
	return text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text;
}
// emulator/src/post.ts
post().then((succeeded) => process.exit(succeeded ? 0 : 1));
/** Stops the emulator and shows which tokens are left alive. Fails on request where there are any, or nobody can tell. */
async function post() {
	const key = require_shared.readState(process.env);
	const folder = process.env["RUNNER_TEMP"] ?? "";
	const controlUrl = require_shared.readControlUrl(folder, key);
	if (controlUrl === void 0) return true;
	require_shared.removeControlUrl(folder, key);
	const mustBeNone = require_shared.readFailOnLiveTokens(process.env, new require_shared.FaultList());
	const level = mustBeNone ? "error" : "warning";
	let report;
	try {
		report = await require_shared.stopBy(controlUrl);
	} catch (error) {
		const message = `Which tokens are left alive is not known, since the emulator is gone: ${require_shared.asSentence(error)}`;
		require_shared.printLines([require_shared.formatCommand(level, message, "Emulator gone")]);
		return !mustBeNone;
	}
	require_shared.appendToFile(process.env, "GITHUB_STEP_SUMMARY", `${require_shared.renderSection(sectionOf(report), require_shared.plainText)}\n`);
	const { live } = report;
	require_shared.printLines([`The emulator is stopped. Of ${report.created} tokens ${live.length} are left alive.`]);
	if (live.length === 0) return true;
	const message = `${live.length === 1 ? "A token is" : `${live.length} tokens are`} left alive in the emulator: the job summary shows which.`;
	require_shared.printLines([require_shared.formatCommand(level, message, "Tokens left alive")]);
	return !mustBeNone;
}
function sectionOf({ created, live }) {
	if (live.length === 0) return {
		title: "InfluxDB emulator: no token is left alive",
		facts: [["Tokens that there were", String(created)]]
	};
	return {
		title: `InfluxDB emulator: tokens left alive: ${live.length} of ${created}`,
		head: [
			"For",
			"Grants",
			"Expires",
			"Token"
		],
		rows: live.map(({ id, description, permissions, expiresAt }) => [
			description,
			require_shared.describePermissions(permissions),
			expiresAt === null ? "never" : formatInstant(expiresAt),
			id
		])
	};
}
