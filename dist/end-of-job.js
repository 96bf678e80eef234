const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/operations/settle.ts
/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5e3;
/** openEnds picks the attempts that were neither settled nor kept. */
function openEnds(attempts) {
	const open = attempts.filter(require_operations.hasLeftover);
	const unknown = open.filter(({ id }) => id === void 0);
	return {
		ids: open.flatMap(({ id }) => id === void 0 ? [] : [id]),
		nonces: unknown.map(({ nonce }) => nonce),
		lastPostAt: Math.max(0, ...unknown.map(({ at }) => at))
	};
}
/** isSettled tells whether there is nothing to do. */
function isSettled({ ids, nonces }) {
	return ids.length === 0 && nonces.length === 0;
}
/**
* settle revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
* where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
* Failure that names what may be alive.
*/
async function settle(open, deps) {
	const { runner } = deps;
	const report = new SettlementReport();
	const found = open.nonces.length === 0 ? [] : await findLost(open, deps, report);
	const ids = [.../* @__PURE__ */ new Set([...open.ids, ...found])];
	const outcomes = report.turnedAway ? ids.map((id) => ({
		id,
		kind: "skipped"
	})) : await require_operations.revokeTokens({
		ids,
		known: true
	}, deps);
	for (const outcome of outcomes) report.add(outcome);
	for (const line of report.done) runner.info(line);
	if (report.done.length > 0) runner.summary({
		title: "InfluxDB token at the end of the job",
		items: report.done
	});
	if (report.failures.length > 0) throw new require_start.Failure("Token not revoked", `${report.failures.join(" ")} ${remedy(report)}`);
}
/** remedy says what a person can do about tokens that may be alive. */
function remedy({ ids, nonces }) {
	const byId = ids.length > 0 ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(" ")}\`.`] : [];
	const byMark = nonces.length > 0 ? [`If there is a token whose description contains ${nonces.join(" or ")}, revoke it: nobody holds it.`] : [];
	return [...byId, ...byMark].join(" ");
}
/** What was achieved and what was not, for people. */
var SettlementReport = class {
	done = [];
	failures = [];
	ids = [];
	nonces = [];
	/** The management token was refused: whatever comes next would be too. */
	turnedAway = false;
	add(outcome) {
		const { id } = outcome;
		if (outcome.kind === "revoked") this.done.push(`Revoked token ${id}.`);
		if (outcome.kind === "already-revoked") this.done.push(`Token ${id} was already revoked.`);
		if (!require_operations.mightBeAlive(outcome)) return;
		this.ids.push(id);
		this.failures.push(outcome.kind === "failed" ? `Token ${id} could not be revoked: ${require_start.asSentence(outcome.error)}` : `Token ${id} was not tried.`);
	}
	notFound(nonces, error) {
		this.nonces = nonces;
		this.failures.push(`Whether a token of a lost answer is alive is not known: ${require_start.asSentence(error)}`);
		this.turnedAway ||= require_operations.isTurnedAway(error);
	}
};
/** Finds the tokens whose answers were lost, not before they had time to come to be. */
async function findLost({ nonces, lastPostAt }, { api, clock, runner }, report) {
	try {
		const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
		if (wait > 0) await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
		const { tokens } = await api.tokens();
		const lost = require_start.carrying(new Set(nonces), tokens);
		if (lost.length === 0) runner.info("The answer to creating a token was lost; there is no such token.");
		return lost.filter(({ token }) => !require_start.isSeenRevoked(token)).map(({ token }) => token.id);
	} catch (error) {
		report.notFound(nonces, require_start.failureOnly(error));
		return [];
	}
}
// src/end-of-job.ts
const LONGEST_TRY_MS = 15e3;
/** endJob does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
async function endJob(state, step) {
	try {
		const { access, problems, profile } = await readAccessAgain(step.secrets);
		const text = require_operations.unsealLedger(state, access.credential.secret);
		if (text === void 0) return annotateError(access.credential.secret.reveal() === "" ? withoutManagementToken(state, profile) : wronglySealed(state), /^true$/i.test(require_start.readInput(process.env, "fail-on-revoke-error")), step);
		const ledger = require_operations.readLedger(text);
		const trusted = {
			...step,
			access,
			problems
		};
		const ended = ledger.handOver === void 0 || await endHandOver(ledger.handOver, ledger, trusted);
		return await settleLedger(ledger, trusted) && ended;
	} catch (error) {
		return annotateError(error, false, step);
	}
}
/** Commits what a rotation has handed over. Fails the job only where its consumers are locked out. */
async function endHandOver(handOver, ledger, step) {
	const { endRotation, isToBeCommitted, openHandOver } = await Promise.resolve().then(() => require("./end.js"));
	const jobStatus = require_start.readInput(process.env, "job-status");
	const open = openHandOver(handOver, jobStatus);
	if (open === void 0) return true;
	if (!isToBeCommitted(handOver, jobStatus)) return annotateError(new require_start.Failure("Rotation not committed", open), false, step);
	let deps;
	try {
		deps = connect(ledger, step, "Rotation not committed", open);
	} catch (error) {
		return annotateError(error, false, step);
	}
	try {
		await endRotation(handOver, deps);
		return true;
	} catch (error) {
		return annotateError(error, true, step);
	}
}
/**
* Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
* token's last hours.
*/
async function settleLedger(ledger, step) {
	const open = openEnds(ledger.attempts);
	if (isSettled(open)) return true;
	try {
		await settle(open, connect(ledger, step, "Token not revoked", remedy(open)));
		return true;
	} catch (error) {
		return annotateError(error, ledger.failOnRevokeError, step);
	}
}
/**
* The ledger says where the cluster is, and whom to trust. Throws a Failure when that cannot be read any longer: `title` and
* `otherwise` say what is true then.
*/
function connect({ place, tries, fingerprints }, { runner, secrets, deadline, access, problems }, title, otherwise) {
	if (problems !== "") throw new require_start.Failure(title, `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${otherwise}`);
	const node = require_operations.nodeTrust(process);
	const ignored = require_operations.describeIgnored(access.trusted, node, fingerprints);
	if (ignored !== void 0) runner.info(ignored);
	const anchors = require_operations.anchorsOfPostStep(access.trusted, node, fingerprints);
	const requests = new require_operations.Requests(new require_operations.HttpTransport(anchors), require_start.systemClock, Math.random, runner.info, {
		timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
		retries: tries.retries,
		deadline
	});
	return {
		api: new require_operations.ManagementApi(requests, require_start.systemClock, {
			credential: access.credential,
			places: [place],
			observer: {
				secret: (secret) => secrets.mask(secret),
				clocks: require_operations.clockWarning(runner)
			}
		}),
		pacing: requests,
		runner,
		clock: require_start.systemClock
	};
}
/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(secrets) {
	const lost = new require_start.FaultList();
	const faults = new require_start.FaultList();
	const inputs = require_start.readInputs((name) => require_start.readInput(process.env, name));
	const sources = await require_start.readSources(inputs, require_start.readTextFile, lost);
	require_start.maskCredentials(secrets, require_start.credentialsIn(sources), process.env);
	const { lacking = "" } = require_start.settingOf(sources, "management-token", "mgmt_token");
	return {
		access: require_start.readAccess(sources, faults),
		problems: faults.describe(),
		profile: inputs["influxctl-config"] === "" ? void 0 : `${lost.describe()}${lacking}`.trim()
	};
}
/** Without the management token nobody can tell whether the ledger is main's. */
function withoutManagementToken(state, profile) {
	const reason = profile === void 0 ? "This mostly means that the action is called by a composite action that is itself called by a composite action: GitHub loses the inputs there. Call the action from the workflow, or from one level of composite action. Otherwise, the secret or the variable that the input reads is no longer there." : `${profile} Did a step in between change or remove the file?`;
	return new require_start.Failure("Management token missing at the end", `\`management-token\` is empty in the post step, so the post step sent no request. ${reason} ${leftoverHint(state)}`);
}
function wronglySealed(state) {
	return new require_start.Failure("Ledger not valid", `The ledger in the state of this step was not sealed by main with this management token, so the post step sent no request. Usually, the management token differs from the one that main used. Use the same \`management-token\` until the end of the job. Otherwise, a step of this job has set the state: check the steps before this one. ${leftoverHint(state)}`);
}
/** Says how to find what can be left. Nothing here is verified, so a person must look before revoking anything. */
function leftoverHint(state) {
	const { GITHUB_RUN_ID: run = "", GITHUB_RUN_ATTEMPT: attempt = "1" } = process.env;
	const ids = require_operations.claimedTokenIds(state);
	return `${ids.length === 0 ? "Tokens of this step can be left." : `These tokens can be left: ${ids.join(", ")}.`} If their description contains "${run}.${attempt} job", ${ids.length === 0 ? "revoke them" : `revoke them: \`influxctl token revoke ${ids.join(" ")}\``}. A rotated token can be in use and stays valid: the next run rotates again.`;
}
/** Says in the annotation and in the summary what has failed, and returns whether the post step counts as a success. */
function annotateError(error, failsJob, { runner }) {
	const { title, message } = require_start.explain(error, runner);
	if (failsJob) runner.error(title, message);
	else runner.warning(title, message);
	runner.summary({
		title: "InfluxDB token: not finished at the end of the job",
		items: [`${title}: ${message}`]
	});
	return !failsJob;
}
exports.endJob = endJob;
