const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/operations/list.ts
/** As many bars as a chart can hold that is looked at and not searched. */
const MOST_BARS = 12;
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
/** list shows which tokens there are, of those that are asked for. */
async function list({ filter, failOnMatch }, deps) {
	const { api, runner } = deps;
	const { tokens, clocks } = await api.tokens();
	const now = clocks.forRenewing;
	const listed = require_start.listTokens(tokens, filter, now);
	const json = require_start.formatTokens(listed);
	require_operations.outputTokens(json, listed.length, deps);
	runner.info(`${require_start.formatCount(listed.length)} of the cluster's ${require_start.formatCount(tokens.length)} tokens are listed.`);
	warnOfUnreadable(require_start.unreadableExpiries(tokens, filter, now).length, runner);
	const byExpiry = listed.toSorted(require_start.nextToExpireFirst);
	runner.summary(table(byExpiry, now));
	const bars = byExpiry.flatMap((token) => barOf(token, now)).slice(0, MOST_BARS);
	if (bars.length > 0) runner.summary({
		title: "What expires next",
		bars
	});
	if (failOnMatch && listed.length > 0) throw new require_start.Failure("Tokens found", `${require_start.formatCount(listed.length)} tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`);
}
function warnOfUnreadable(count, runner) {
	if (count === 0) return;
	runner.warning("Expiry not readable", `When ${require_start.formatCount(count)} of the tokens expire cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`);
}
function table(tokens, now) {
	return {
		title: tokens.length === 0 ? "InfluxDB tokens: none" : `InfluxDB tokens: ${require_start.formatCount(tokens.length)}`,
		head: [
			"For",
			"Kind",
			"Databases",
			"Expires in",
			"Status",
			"Token"
		],
		rows: tokens.map((token) => [
			token.plainDescription,
			token.tag?.kind ?? "untagged",
			require_start.describePermissions(token.permissions),
			describeTimeLeft(token, now),
			token.status,
			token.id
		]),
		more: "The file in the output `tokens-file` holds all."
	};
}
/** Not to the second where that is a day off. */
function describeTimeLeft({ expiresAt }, now) {
	if (expiresAt === "unset") return "never";
	if (expiresAt === "unreadable") return "cannot be read";
	if (expiresAt <= now) return "expired";
	const seconds = (expiresAt - now) / 1e3;
	return require_start.formatDuration(seconds - seconds % (seconds >= DAY_S ? HOUR_S : seconds >= HOUR_S ? MINUTE_S : 1));
}
function barOf({ status, expiresAt, plainDescription }, now) {
	return status === "active" && typeof expiresAt === "number" ? [{
		label: plainDescription,
		from: now,
		to: expiresAt
	}] : [];
}
exports.list = list;
