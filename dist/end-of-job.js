const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/operations/settle.ts
/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5e3;
/** openEnds picks the attempts that were neither settled nor kept. */
function openEnds(attempts) {
	const open = attempts.filter(({ fate }) => fate === "open");
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
	for (const id of /* @__PURE__ */ new Set([...open.ids, ...found])) {
		if (report.turnedAway) {
			report.failed(id, `Token ${id} was not tried.`);
			continue;
		}
		try {
			const revocation = await require_operations.revokeToken(id, deps);
			report.done.push(revocation === "revoked" ? `Revoked token ${id}.` : `Token ${id} was already revoked.`);
		} catch (error) {
			report.failed(id, `Token ${id} could not be revoked: ${require_start.asSentence(error)}`, error);
		}
	}
	for (const line of report.done) runner.info(line);
	const lines = [...report.done, ...report.failures];
	if (lines.length > 0) runner.summary({
		title: "InfluxDB token at the end of the job",
		items: lines
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
	failed(id, line, error) {
		this.ids.push(id);
		this.#note(line, error);
	}
	notFound(nonces, error) {
		this.nonces = nonces;
		this.#note(`Whether a token of a lost answer is alive is not known: ${require_start.asSentence(error)}`, error);
	}
	#note(line, error) {
		this.failures.push(line);
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
		return lost.filter(({ token }) => !require_operations.isSeenRevoked(token)).map(({ token }) => token.id);
	} catch (error) {
		report.notFound(nonces, error);
		return [];
	}
}
// src/end-of-job.ts
const LONGEST_TRY_MS = 15e3;
/** endJob does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
async function endJob(state, step) {
	try {
		const ledger = require_operations.readLedger(state);
		const ended = ledger.handOver === void 0 || await endHandOver(ledger.handOver, ledger, step);
		return await settleLedger(ledger, step) && ended;
	} catch (error) {
		return told(error, "warning", step);
	}
}
/** Commits what a rotation has handed over. Fails the job only where its consumers are locked out. */
async function endHandOver(handOver, ledger, step) {
	const { endRotation, isToBeCommitted, openHandOver } = await Promise.resolve().then(() => require("./end.js"));
	const open = openHandOver(handOver);
	if (open === void 0) return true;
	if (!isToBeCommitted(handOver, require_start.readInput(process.env, "job-status"))) {
		step.runner.warning("Rotation not committed", open);
		return true;
	}
	let deps;
	try {
		deps = await connect(ledger, step, "Rotation not committed", open);
	} catch (error) {
		return told(error, "warning", step);
	}
	try {
		await endRotation(handOver, deps);
		return true;
	} catch (error) {
		return told(error, "error", step);
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
		await settle(open, await connect(ledger, step, "Token not revoked", remedy(open)));
		return true;
	} catch (error) {
		return told(error, ledger.failOnRevokeError ? "error" : "warning", step);
	}
}
/** The ledger says where the cluster is. `title` and `otherwise` say what is true when nobody can be asked. */
async function connect({ place, tries }, { runner, secrets, deadline }, title, otherwise) {
	const { credential, trusted } = await readAccessAgain(secrets, title, otherwise);
	const requests = new require_operations.Requests(new require_operations.HttpTransport(trusted), require_start.systemClock, Math.random, runner.info, {
		timeoutMs: Math.min(tries.timeoutMs, LONGEST_TRY_MS),
		retries: tries.retries,
		deadline
	});
	const onSecret = (secret) => secrets.mask(secret);
	return {
		api: new require_operations.ManagementApi(requests, require_start.systemClock, credential, [place], onSecret),
		pacing: requests,
		runner,
		clock: require_start.systemClock
	};
}
/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readAccessAgain(secrets, title, otherwise) {
	const lost = new require_start.FaultList();
	const faults = new require_start.FaultList();
	const inputs = require_start.readInputs((name) => require_start.readInput(process.env, name));
	const sources = await require_start.readSources(inputs, require_start.readTextFile, lost);
	require_start.maskCredentials(secrets, require_start.credentialsIn(sources), process.env);
	const access = require_start.readAccess(sources, faults);
	if (faults.none && access.credential.secret.reveal() !== "") return access;
	const gone = [lost, faults].map((list) => list.describe()).filter((text) => text !== "");
	throw new require_start.Failure(title, `What was used to create the token is not there any more by the end of the job: ${gone.join(" ")} Was it changed or removed by a step in between? ${otherwise}`);
}
/** Returns whether the post step may count as a success all the same. */
function told(error, level, { runner }) {
	const { title, message } = require_start.explain(error, runner);
	runner[level](title, message);
	return level === "warning";
}
exports.endJob = endJob;
