const require_operations = require("./operations.js");
const require_start = require("./start.js");
// src/tokens/cleanup-plan.ts
/** planCleanup decides what becomes of each token in scope, newest first and then by id. Pure. */
function planCleanup(order, facts) {
	return inScope(order, facts).map((token) => ({
		...token,
		...decide(token, order, facts)
	}));
}
/** runsInQuestion are the tokens in scope that are decided by whether their run has ended. Pure. */
function runsInQuestion(order, facts) {
	return inScope(order, facts).flatMap((token) => {
		const { tag } = token;
		const verdict = decide(token, order, {
			...facts,
			hasEnded: () => true
		});
		return tag?.kind === "job" && verdict.decision === "revoke" ? [{
			token,
			tag
		}] : [];
	});
}
function inScope({ scope, pattern }, { tokens, clocks }) {
	const filter = {
		status: "all",
		scope,
		databases: [],
		...pattern ? { pattern } : {}
	};
	return require_start.listTokens(tokens, filter, clocks.forEnding);
}
/** What may not be revoked stands before everything that may. */
function decide(token, { maxAgeMs }, facts) {
	const { tag, status, createdAt, expiresAt, revokedAt } = token;
	if ([
		createdAt,
		expiresAt,
		revokedAt
	].includes("unreadable")) return keep("date cannot be read");
	if (status === "revoked") return keep("revoked already");
	if (tag?.kind === "current") return keep("current");
	if (tag?.kind === "pending") return keep("pending: created by a rotation");
	if (tag && isOfRun(tag, facts.run)) return keep("of this very run");
	if (tag?.kind === "job" && tag.server !== facts.run.server) return keep(`run ${tag.runId} belongs to ${tag.server}, which this step cannot ask whether it has ended`);
	if (tag?.kind === "job" && !facts.hasEnded(token, tag)) return keep(`run ${tag.runId} is not known to have ended`);
	if (status === "expired") return revoke("expired");
	if (tag?.kind === "job") return revoke(`run ${tag.runId} ended`);
	if (maxAgeMs === void 0) return keep("no `max-age` is given");
	if (typeof createdAt !== "number") return keep("its age is not known");
	const limit = require_start.formatDuration(maxAgeMs / 1e3);
	return facts.clocks.forEnding - createdAt > maxAgeMs ? revoke(`older than ${limit}`) : keep(`younger than ${limit}`);
}
function isOfRun(tag, run) {
	return require_start.isSameRepository(tag, run) && tag.runId === run.runId;
}
function revoke(reason) {
	return {
		decision: "revoke",
		reason
	};
}
function keep(reason) {
	return {
		decision: "keep",
		reason
	};
}
// src/operations/cleanup.ts
/** cleanup revokes tokens that are no longer in use, and says for each token in scope why it is revoked or kept. */
async function cleanup(request, deps) {
	const { runner } = deps;
	const decided = await require_operations.unlessCancelled(decideAll(request, deps), deps.cancelled, "No token was revoked.");
	const doomed = decided.filter(({ decision }) => decision === "revoke");
	require_operations.outputTokens(require_start.formatTokens(decided, ({ decision, reason }) => ({
		decision,
		reason
	})), decided.length, deps);
	runner.info(`${require_start.formatCount(doomed.length)} of ${require_start.formatCount(decided.length)} tokens in scope are to be revoked.`);
	const tooMany = tooManyOf(doomed, request);
	if (request.dryRun) {
		if (tooMany) runner.warning(tooMany.title, tooMany.message);
		require_operations.reportIds([], [], deps);
		for (const { id, reason } of doomed) runner.info(`Token ${id} would be revoked: ${reason}.`);
		runner.info("This was a dry run: nothing was changed.");
		runner.summary(table("InfluxDB tokens: what a cleanup would do", decided, []));
		return;
	}
	if (tooMany) {
		require_operations.reportIds([], [], deps);
		runner.summary(table("InfluxDB tokens: too many to be revoked", decided, []));
		throw tooMany;
	}
	report(decided, await require_operations.revokeTokens({
		ids: doomed.map(({ id }) => id),
		known: true
	}, deps), deps);
}
async function decideAll({ order, run }, deps) {
	try {
		const { tokens, clocks } = await deps.api.tokens();
		const toCheck = runsInQuestion(order, {
			tokens,
			run,
			clocks
		});
		const { hasEnded, unresolved } = await require_operations.askWhichEnded(toCheck, {
			own: run,
			clocks
		}, deps);
		if (unresolved) deps.runner.warning("GitHub did not tell", `Whether ${require_start.formatCount(unresolved.count)} of ${require_start.formatCount(unresolved.asked)} runs have ended is not known, so the tokens that they created are kept: ${unresolved.why}`);
		return planCleanup(order, {
			tokens,
			run,
			hasEnded,
			clocks
		});
	} catch (error) {
		throw require_start.withConsequence(error, "No token was revoked.");
	}
}
/** Expired ones do not count: to revoke these changes nothing for anybody. */
function tooManyOf(doomed, { maxRevocations, order }) {
	const live = doomed.filter(({ status }) => status === "active");
	if (live.length <= maxRevocations) return void 0;
	return new require_start.Failure("Too many tokens", `${require_start.formatCount(live.length)} live tokens would be revoked, and \`max-revocations\` allows ${require_start.formatCount(maxRevocations)}. None was revoked. They are ${require_operations.nameSome(live.map(({ id }) => id))}; the summary says why. If that is what you want, give \`max-revocations: ${live.length}\`; if not, narrow it with \`description-pattern\`` + (order.maxAgeMs === void 0 ? "." : " or a longer `max-age`."));
}
function report(decided, outcomes, deps) {
	const { runner } = deps;
	const failed = require_operations.reportOutcomes(outcomes, deps);
	const title = failed.length === 0 ? "InfluxDB tokens cleaned up" : "InfluxDB tokens: not all are cleaned up";
	runner.summary(table(title, decided, outcomes));
	if (failed.length > 0) throw new require_start.Failures(require_operations.failuresOf(failed));
}
/** What goes stands before what stays. */
function table(title, decided, outcomes) {
	const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
	const rows = (decision) => decided.filter((token) => token.decision === decision).map((token) => {
		const outcome = byId.get(token.id);
		const what = outcome ? require_operations.describeOutcome(outcome) : decision;
		return [
			token.plainDescription,
			token.tag?.kind ?? "untagged",
			what,
			token.reason,
			token.id
		];
	});
	return {
		title: decided.length === 0 ? `${title}: none is in scope` : title,
		head: [
			"For",
			"Kind",
			"Outcome",
			"Why",
			"Token"
		],
		rows: [...rows("revoke"), ...rows("keep")],
		more: "The file in the output `tokens-file` holds all."
	};
}
exports.cleanup = cleanup;
