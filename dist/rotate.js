const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/tokens/rotation-due.ts
/** reasonsToRotate are the reasons, one sentence each, any of which makes a rotation due. Pure. */
function reasonsToRotate({ permissions, renewBeforeMs }, { tokens, targets, now }, { line, members, held }) {
	if (!held) return ["there is no token that consumers could hold"];
	const endedSince = require_operations.lineTokens(tokens, line).filter((token) => require_operations.tokenStatus(token, now) !== "active").find((token) => require_operations.isNewer(token, held));
	const uncommitted = members.find(({ tag, createdAt }) => tag.kind === "handed" && createdAt === members[0]?.createdAt);
	return [
		renewBeforeMs === void 0 && "`renew-before` is not given",
		uncommitted !== void 0 && `token ${uncommitted.id} was handed over and never committed`,
		endedSince !== void 0 && `token ${endedSince.id} is newer, and is ${require_operations.tokenStatus(endedSince, now)}`,
		renewBeforeMs !== void 0 && expiresWithin(held, renewBeforeMs, now) && `token ${held.id} expires ${require_operations.describeExpiry(held.expiresAt)}`,
		permissions !== void 0 && !require_start.samePermissions(permissions, held.permissions) && `token ${held.id} grants "${require_start.describePermissions(held.permissions)}", and "${require_start.describePermissions(permissions)}" is asked for`,
		...targets.map((target) => lacks(target, held))
	].filter((reason) => reason !== false);
}
/** A date that cannot be read may be soon. */
function expiresWithin({ expiresAt }, renewBeforeMs, now) {
	if (expiresAt === "unset") return false;
	return expiresAt === "unreadable" || expiresAt <= now + renewBeforeMs;
}
/** GitHub tells the time of a secret in whole seconds. Equal is not before. */
function lacks({ name, storedAt }, held) {
	if (storedAt === "absent") return `${name} has no secret yet`;
	if (typeof held.createdAt === "number" && storedAt >= require_start.wholeSeconds(held.createdAt)) return false;
	return `${name} was stored before token ${held.id} was created`;
}
// src/tokens/rotation-refusal.ts
/** refused gives a refusal its texts. */
function refused(title, why) {
	return {
		kind: "refused",
		title,
		why
	};
}
/** rotationUnderWay: two at once could each take the other's token for the one that consumers hold. */
function rotationUnderWay({ id, tag }) {
	return refused("A rotation is under way", `Run ${tag.runId} (attempt ${tag.runAttempt}) has made token ${id} of this line and is not known to have ended. Let it end, and give the workflow a \`concurrency:\` group, so that one run waits for the other. If the run was deleted, revoke the token once nobody holds it.`);
}
/** begunByThisRun: the other step has handed its token over, and only the end of the job commits it. */
function begunByThisRun({ id }) {
	return refused("A rotation is under way", `Token ${id} was made by this very run and is not committed yet: one line has one rotate step in a run. List all targets in that step, or give each consumer a line (\`description\`) of its own. Runs that follow each other wait for one another in a \`concurrency:\` group.`);
}
/** rotatedByThisRun: a second step could not tell what the first has handed over. */
function rotatedByThisRun({ id }) {
	return refused("Rotated already in this run", `Token ${id} was made and committed by this very run: one line has one rotate step in a run. List all targets in that step, or give each consumer a line (\`description\`) of its own.`);
}
/** tooManyHanded: each of them may be in somebody's hands. */
function tooManyHanded(handed) {
	return refused("Too many tokens handed over", `${handed.length} rotations of this line have handed a token over and never committed it: ${handed.map(({ id }) => id).join(", ")}. Find out what fails after the step, revoke those that nobody holds (\`operation: revoke\`), and run again.`);
}
/** nothingToTakeOver: an input is missing, and there is no token that could stand in for it. */
function nothingToTakeOver(input, predecessor) {
	return refused("Something is missing", `Give \`${input}\`, since ${predecessor === void 0 ? "the line has no token yet that it could be taken over from" : `token ${predecessor.id} has nothing that could be taken over`}.`);
}
/** livesTooShort: the consumers would lose it before the next run. */
function livesTooShort(lifetimeMs) {
	return refused("Too short a life", `The new token would live for ${require_start.formatDuration(lifetimeMs / 1e3)}, and at least 1h is needed to hand it over: give \`expires-at\`.`);
}
/** alwaysDue: every run would rotate. */
function alwaysDue(renewBeforeMs, lifetimeMs) {
	return refused("Due from its first second", `\`renew-before\` (${require_start.formatDuration(renewBeforeMs / 1e3)}) must be shorter than the token's life (${require_start.formatDuration(lifetimeMs / 1e3)}), or every run would rotate.`);
}
// src/tokens/rotation-start.ts
/** findStart finds the line that an order names, and a token to adopt where the line has none. Pure. */
function findStart(order, facts) {
	return order.tokenId === void 0 ? startOf(order.plainDescription ?? "", facts) : startAt(order.tokenId, order.plainDescription, facts);
}
/** By description: the line of that name; else the one token that is called so; else nothing yet. */
function startOf(plain, { tokens, run, now }) {
	const line = {
		repositoryId: run.repositoryId,
		plainDescription: plain
	};
	if (require_operations.membersOf(tokens, line, now).length > 0) return {
		kind: "start",
		line,
		origin: { kind: "existing" }
	};
	const [adopts, ...more] = tokens.filter((token) => require_start.plainDescription(token.description) === plain && isAdoptable(token, run.repositoryId, now));
	if (adopts && more.length > 0) return refused("Several tokens to choose from", `Nothing was rotated yet as "${plain}", and ${more.length + 1} tokens are called so: ${[adopts, ...more].map(({ id }) => id).join(", ")}. Say by \`token-id\` which one your consumers hold.`);
	return {
		kind: "start",
		line,
		origin: adopts ? {
			kind: "adopted",
			token: adopts
		} : { kind: "new" }
	};
}
/** By id: the line of that token, also of one that is retired since; else it is the token to adopt. */
function startAt(id, plain, { tokens, run, now }) {
	const token = tokens.find((listed) => require_start.sameId(listed.id, id));
	if (!token) return refused("Token not found", `Token ${id} is not on the list any more, so nobody can tell what its line is: give \`description\` instead.`);
	const tagged = require_start.parseTagged(token.description);
	const own = require_start.plainDescription(token.description);
	if (plain !== void 0 && plain !== own) return refused("Two names for one line", `Token ${id} is described as "${own}", and \`description\` says "${plain}": leave one of them out.`);
	const line = {
		repositoryId: run.repositoryId,
		plainDescription: own
	};
	if (tagged && require_operations.hasLineKind(tagged.tag) && tagged.tag.repositoryId === run.repositoryId) return {
		kind: "start",
		line,
		origin: { kind: "existing" }
	};
	if (!isAdoptable(token, run.repositoryId, now)) return refused("Not a token to rotate", `Token ${id} cannot be rotated here: ${whyNot(token, run.repositoryId, now)}.`);
	const members = require_operations.membersOf(tokens, line, now);
	if (members.length > 0) return refused("A line of this name exists", `Token ${id} is not one of "${own}", which has ${members.map((member) => member.id).join(", ")} already. Give the token another description (\`operation: update\`), or leave \`token-id\` out.`);
	return {
		kind: "start",
		line,
		origin: {
			kind: "adopted",
			token
		}
	};
}
/** Alive, and either nobody's in particular, or kept by this repository. */
function isAdoptable(token, repositoryId, now) {
	return whyNot(token, repositoryId, now) === void 0;
}
function whyNot(token, repositoryId, now) {
	const status = require_operations.tokenStatus(token, now);
	if (status !== "active") return `it is ${status}`;
	const tag = require_start.parseTagged(token.description)?.tag;
	if (tag === void 0) return token.description === "" ? "it has no description, which would name its line" : void 0;
	if (tag.repositoryId !== repositoryId) return `its tag says that it is ${tag.repository}'s`;
	return tag.kind === "kept" ? void 0 : "it belongs to a single job";
}
// src/tokens/rotation-plan.ts
/** replacedBy are the tokens that the new one replaces once it is committed. */
function replacedBy({ members, adopts }) {
	return adopts ? [...members, adopts] : members;
}
/** Each of them may be in somebody's hands; so many are no accident any more, and a person should look. */
const MOST_HANDED = 10;
/** Less is a typing error, or a line that does nothing but rotate. */
const SHORTEST_LIFETIME_MS = 36e5;
/**
* inQuestion are the handed-over members of the line that an order names: whether their runs have ended must be known
* before anything is decided. Pure.
*/
function inQuestion(order, facts) {
	const start = findStart(order, facts);
	if (start.kind === "refused") return [];
	return require_operations.membersOf(facts.tokens, start.line, facts.now).filter(({ tag }) => tag.kind === "handed");
}
/** planRotation decides what a rotation has to do. Pure: two runs over the same facts decide the same. */
function planRotation(order, unsorted) {
	const facts = {
		...unsorted,
		tokens: unsorted.tokens.toSorted(require_operations.newestFirst)
	};
	const start = findStart(order, facts);
	if (start.kind === "refused") return start;
	const { line, origin } = start;
	const adopts = origin.kind === "adopted" ? origin.token : void 0;
	const members = require_operations.membersOf(facts.tokens, line, facts.now);
	const current = require_operations.currentOf(members);
	const predecessor = current ?? adopts ?? members[0];
	const underWay = members.find((token) => token.tag.kind === "handed" && !facts.hasEnded(token));
	if (underWay) return isOfAttempt(underWay.tag, facts.run) ? begunByThisRun(underWay) : rotationUnderWay(underWay);
	if (current && isOfAttempt(current.tag, facts.run)) return rotatedByThisRun(current);
	const held = current ?? adopts;
	const reasons = reasonsToRotate(order, facts, {
		line,
		members,
		held
	});
	const warnings = warningsOf(order, start, held, facts);
	if (held && reasons.length === 0) {
		const unadopted = adopts ? [`Token ${held.id} is adopted by the first rotation that is due. Until then it belongs to no line, and a cleanup with \`max-age\` may revoke it.`] : [];
		return {
			kind: "not-due",
			line,
			current: held,
			warnings: [...warnings, ...unadopted]
		};
	}
	const handed = members.filter(({ tag }) => tag.kind === "handed");
	if (handed.length >= MOST_HANDED) return tooManyHanded(handed);
	const permissions = order.permissions ?? predecessor?.permissions;
	if (permissions === void 0 || order.permissions === void 0 && permissions.length === 0) return nothingToTakeOver("permissions", predecessor);
	const expiresAt = order.expiresAt ?? sameLifetime(predecessor, facts.now);
	if (expiresAt === void 0) return nothingToTakeOver("expires-at", predecessor);
	const lifetimeMs = expiresAt === "never" ? Number.POSITIVE_INFINITY : expiresAt - require_start.wholeSeconds(facts.now);
	if (order.expiresAt === void 0 && lifetimeMs < SHORTEST_LIFETIME_MS) return livesTooShort(lifetimeMs);
	if (order.renewBeforeMs !== void 0 && order.renewBeforeMs >= lifetimeMs) return alwaysDue(order.renewBeforeMs, lifetimeMs);
	return {
		kind: "rotate",
		line,
		reasons,
		predecessor,
		adopts,
		members,
		permissions,
		expiresAt,
		notices: origin.kind === "new" ? [`"${line.plainDescription}" has no token yet: this is the first of its line.`] : [],
		warnings
	};
}
function warningsOf({ renewBeforeMs }, { line, origin }, held, { tokens, now }) {
	const alike = origin.kind === "new" ? similarLines(tokens, line, now) : [];
	return [...renewBeforeMs !== void 0 && held?.expiresAt === "unset" ? [`Token ${held.id} never expires, so \`renew-before\` will never make a rotation due.`] : [], ...alike.length > 0 ? [`There is already a line called ${alike.map((name) => `"${name}"`).join(", ")}: is that the one?`] : []];
}
/** Lines whose names differ from a new one in case and white space alone. */
function similarLines(tokens, { repositoryId, plainDescription }, now) {
	const normal = (name) => name.toLowerCase().replaceAll(/\s+/g, "");
	const names = tokens.flatMap((token) => {
		const tagged = require_start.parseTagged(token.description);
		return tagged && require_operations.hasLineKind(tagged.tag) && tagged.tag.repositoryId === repositoryId && require_operations.tokenStatus(token, now) === "active" ? [tagged.plain] : [];
	});
	return [...new Set(names)].filter((name) => normal(name) === normal(plainDescription));
}
/** The lifetime of the token that is replaced, from now on, in whole seconds; undefined when it has none to take over. */
function sameLifetime(predecessor, now) {
	if (typeof predecessor?.createdAt !== "number" || typeof predecessor.expiresAt !== "number") return void 0;
	const seconds = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1e3);
	return require_start.wholeSeconds(now) + seconds * 1e3;
}
function isOfAttempt({ repositoryId, runId, runAttempt }, run) {
	return repositoryId === run.repositoryId && runId === run.runId && runAttempt === run.runAttempt;
}
// src/operations/rotation/adopt.ts
/**
* adopt gives a token of people's making the tag of a line, as committed by nobody's run: from then on only tags are looked
* at. Throws a Failure when that is not sure.
*/
async function adopt(token, plainDescription, { repository, repositoryId }, { api, runner, nonce }) {
	const description = require_start.formatTagged(plainDescription, {
		repository,
		repositoryId,
		runId: "0",
		runAttempt: "0",
		kind: "current",
		nonce: nonce()
	});
	const retagging = await require_operations.retag(token.id, description, api);
	switch (retagging.kind) {
		case "done":
			runner.info(`Adopted token ${token.id}: it is the first of the line "${plainDescription}".`);
			return;
		case "revoked": throw new require_start.Failure("Token not adopted", `Token ${token.id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`);
		case "unclear": throw new require_start.Failure("Token not adopted", `Token ${token.id} may not have got the tag of the line: ${retagging.why} It is as valid as before, and nothing else was changed. Run again.`);
	}
}
// src/operations/rotation/look.ts
/** look reads the tokens, the databases, the secrets that shall be written, and whether runs in question have ended. */
async function look(order, { storeIn, run }, deps) {
	const { api, github } = deps;
	try {
		const { tokens, now } = await api.tokens();
		const databases = await api.databases();
		const secrets = [];
		for (const target of storeIn.targets) secrets.push(await github.look(target));
		const targets = secrets.map(({ target, storedAt }) => ({
			name: `\`${target.label}\``,
			storedAt
		}));
		const tags = inQuestion(order, {
			tokens,
			run,
			now
		}).map(({ tag }) => tag);
		const { hasEnded, untold } = await require_operations.askWhichEnded(tags, run, now, deps);
		if (untold) deps.runner.warning("GitHub did not tell", untold.why);
		return {
			facts: {
				tokens,
				targets,
				run,
				hasEnded: (token) => hasEnded(token, token.tag),
				now
			},
			databases,
			secrets
		};
	} catch (error) {
		throw require_start.withConsequence(error, "Nothing was changed.");
	}
}
// src/tokens/second-look.ts
/**
* lookAgain decides from a list that was read after minting whether this rotation may go on: nobody else has begun one, and
* `ownId` is strictly the newest of the line. Undefined: it may. Of two rotations at once at least one sees the other,
* because each has minted before it looks. Pure. `now` is in milliseconds since 1970.
*/
function lookAgain({ line, members: before, adopts }, ownId, tokens, now) {
	const members = require_operations.membersOf(tokens, line, now);
	const own = members.find(({ id }) => id === ownId);
	if (!own) return ownNotThere(ownId);
	const others = members.filter((member) => member !== own);
	const known = /* @__PURE__ */ new Set([...before.map(({ id }) => id), ...adopts ? [adopts.id] : []]);
	const intruder = others.find(({ id }) => !known.has(id));
	if (intruder) return anotherHasBegun(intruder);
	const notOlder = others.find((other) => mayReplace(own, other) && !require_operations.isNewer(own, other));
	return notOlder && notTheNewest(ownId, notOlder.id);
}
/** A token whose date cannot be read neither replaces another nor is replaced, unless that is ours. */
function mayReplace(own, other) {
	return typeof own.createdAt !== "number" || typeof other.createdAt === "number";
}
function anotherHasBegun({ id, tag }) {
	return refused("Another rotation has begun", `Run ${tag.runId} (attempt ${tag.runAttempt}) has made token ${id} of this line at the same time. Give the workflow a \`concurrency:\` group, so that one run waits for the other.`);
}
function ownNotThere(id) {
	return refused("Token not listed", `The list of the tokens does not hold the new token ${id}: was it revoked or changed meanwhile? Run again.`);
}
function notTheNewest(id, other) {
	return refused("Not the newest token", `By the dates on the list the new token ${id} is not newer than ${other}, so nobody could tell which of them replaces the other. Run again in a minute. If it stays so, the date of that token is wrong: revoke it once nobody holds it.`);
}
// src/operations/rotation/hand-over.ts
/**
* handOver writes the new token into all secrets, one after the other, and gives it to the later steps. From the mark in the
* ledger on this run never revokes it, but for one exception: the very first write was surely refused, and then the mark is
* taken back. Throws a Failure that says who holds what.
*/
async function handOver({ minted, secrets, laterSteps, handOver: mark }, ledger, { github, runner }) {
	ledger.hand(minted.tag.nonce, mark);
	for (const [index, secret] of secrets.entries()) {
		const storing = await github.store(secret, minted.secret);
		if (storing.kind === "stored") {
			runner.info(`Stored in ${secret.target.label}.`);
			continue;
		}
		if (storing.kind === "refused" && index === 0) {
			ledger.takeBack(minted.tag.nonce);
			throw new require_start.Failure("Token not stored", require_start.asSentence(storing.error), { cause: storing.error });
		}
		throw notStoredEverywhere(storing, index, secrets, minted.token.id);
	}
	if (laterSteps) runner.token(minted.secret);
	runner.outputs({ rotated: "true" });
	if (laterSteps) ledger.handed("handed-over");
}
function notStoredEverywhere({ kind, error }, index, secrets, id) {
	const labels = secrets.map(({ target }) => target.label);
	const [stored, failed, waiting] = [
		labels.slice(0, index),
		labels[index] ?? "",
		labels.slice(index + 1)
	];
	const holders = [
		...stored.length > 0 ? [`The new token ${id} is in ${list(stored)}.`] : [],
		kind === "unclear" ? `Which token is in ${list([failed])} is not known.` : "",
		...kind === "refused" || waiting.length > 0 ? [`What was there before is in ${list(kind === "refused" ? [failed, ...waiting] : waiting)}.`] : []
	].filter((sentence) => sentence !== "");
	return new require_start.Failure("Not stored everywhere", `${require_start.asSentence(error)} ${holders.join(" ")} Both tokens stay valid, so nobody is locked out; the next run mints another and stores it everywhere.`, { cause: error });
}
function list(labels) {
	return labels.map((label) => `\`${label}\``).join(", ");
}
// src/operations/rotation/summary.ts
/** What a token that never expires gets of a chart. */
const NEVER_SHOWN_AS_MS = 7776e6;
/** describePlan says what a rotation will do, and why. */
function describePlan(plan) {
	if (plan.kind === "not-due") return [`Not due: token ${plan.current.id} of "${plan.line.plainDescription}" expires ${require_operations.describeExpiry(plan.current.expiresAt)}.`];
	return [
		`To rotate "${plan.line.plainDescription}":`,
		...plan.reasons.map((reason) => `- because ${reason}.`),
		...plan.adopts ? [`- Token ${plan.adopts.id} is adopted: it becomes the first of the line.`] : [],
		`- The new token grants "${require_start.describePermissions(plan.permissions)}" and expires ${require_operations.describeExpiry(plan.expiresAt)}.`
	];
}
/** summarizeDryRun shows what a rotation would do. */
function summarizeDryRun(plan, { storeIn }) {
	const receivers = [...storeIn.targets.map(({ label }) => label), ...storeIn.laterSteps ? ["later steps of the job"] : []];
	return [{
		title: "InfluxDB token: what a rotation would do",
		facts: [
			["Line", plan.line.plainDescription],
			["Because", plan.reasons.join("; ")],
			...plan.adopts ? [["Adopts", plan.adopts.id]] : [],
			["Replaces", namesOf(plan)],
			["Grants", require_start.describePermissions(plan.permissions)],
			["Expires", require_operations.describeExpiry(plan.expiresAt)],
			["Stored in", receivers.join(", ")]
		]
	}];
}
/** summarizeNotDue shows what consumers hold, and when that will change. */
function summarizeNotDue({ line, current, renewBeforeMs }, retired) {
	return [{
		title: "InfluxDB token: no rotation is due",
		facts: [
			["Token", current.id],
			["Line", line.plainDescription],
			["Grants", require_start.describePermissions(current.permissions)],
			["Expires", require_operations.describeExpiry(current.expiresAt)],
			["Next run", describeNext(current, renewBeforeMs)]
		]
	}, ...retired ? validity(current, retired) : []];
}
/** summarizeRotation shows the hand-over: what replaced what, who holds what, and what stays valid until when. */
function summarizeRotation({ plan, request: { storeIn, renewBeforeMs }, token, hope }, conclusion) {
	const uncommitted = conclusion?.committed === false;
	const retired = conclusion?.retired;
	return [
		{
			title: uncommitted ? "InfluxDB token rotated, but not committed" : "InfluxDB token rotated",
			facts: [
				["Token", token.id],
				["Line", plan.line.plainDescription],
				["Because", plan.reasons.join("; ")],
				["Replaces", namesOf(plan)],
				["Grants", require_start.describePermissions(token.permissions)],
				["Expires", require_operations.describeExpiry(token.expiresAt)],
				["Accepted by the cluster", require_operations.ACCEPTED[hope.kind]],
				["Next run", uncommitted ? "rotates again and puts this right" : describeNext(token, renewBeforeMs)]
			]
		},
		{
			title: "Who holds the new token",
			head: ["Where", "Since"],
			rows: [...storeIn.targets.map(({ label }) => [label, "stored by this step"]), ...storeIn.laterSteps ? [["later steps of this job", "committed by the post step if the job succeeds"]] : []]
		},
		...retired ? validity(token, retired) : [pending(token, plan, conclusion?.committed === true)]
	];
}
/** Nothing was retired yet. */
function pending({ id, expiresAt }, plan, committed) {
	return {
		title: "What stays valid until when",
		head: [
			"Token",
			"What",
			"Valid until"
		],
		rows: [[
			id,
			"new",
			require_operations.describeExpiry(expiresAt)
		], ...replacedBy(plan).map((token) => [
			token.id,
			committed ? "replaced" : "to be replaced",
			committed ? "the first run that finds its grace over" : "a rotation is committed, and its grace over"
		])]
	};
}
function validity(current, { revoked, left }) {
	const rows = [
		[
			current.id,
			"current",
			require_operations.describeExpiry(current.expiresAt)
		],
		...left.map(({ token, until }) => [
			token.id,
			"replaced",
			describeEnd(token, until)
		]),
		...revoked.map((id) => [
			id,
			"replaced",
			"revoked now"
		])
	];
	const bars = [...left.flatMap(({ token, until }) => barOf("old", {
		...token,
		expiresAt: until
	})), ...barOf("new", current)];
	return [{
		title: "What stays valid until when",
		head: [
			"Token",
			"What",
			"Valid until"
		],
		rows
	}, ...bars.length > 1 ? [{
		title: "Old and new",
		bars
	}] : []];
}
function barOf(label, { id, createdAt, expiresAt }) {
	if (typeof createdAt !== "number") return [];
	const to = typeof expiresAt === "number" ? expiresAt : createdAt + NEVER_SHOWN_AS_MS;
	return [{
		label: `${label} ${id}`,
		from: createdAt,
		to
	}];
}
/** A token may expire before its grace is over. */
function describeEnd({ expiresAt }, until) {
	return typeof expiresAt === "number" && expiresAt < until ? require_start.formatInstant(expiresAt) : `the first run after ${require_start.formatSecond(until)}`;
}
function namesOf(plan) {
	const ids = replacedBy(plan).map(({ id }) => id);
	return ids.length === 0 ? "nothing: it is the first of its line" : ids.join(", ");
}
function describeNext({ expiresAt }, renewBeforeMs) {
	if (renewBeforeMs === void 0) return "this step rotates whenever it runs, since it has no `renew-before`";
	if (typeof expiresAt !== "number") return "rotates only when other permissions are asked for, or a token or secret is missing";
	return `rotates from ${require_start.formatSecond(expiresAt - renewBeforeMs)} on; until then it only revokes what was replaced long enough ago`;
}
// src/operations/rotation/replace.ts
/**
* replace carries a planned rotation out. Until the new token is handed over every failure revokes it; from then on both
* stay alive until the new one is committed.
*/
async function replace(plan, request, { databases, secrets }, deps) {
	const { api, runner } = deps;
	const ledger = new require_operations.Ledger((state) => runner.saveState(state), {
		place: api.place,
		tries: request.connection.tries,
		failOnRevokeError: false
	});
	const minted = await require_operations.mint({
		plainDescription: plan.line.plainDescription,
		permissions: plan.permissions,
		expiresAt: plan.expiresAt,
		kind: "handed"
	}, request.run, ledger, deps);
	const { token } = minted;
	runner.outputs(require_operations.tokenOutputs(token, require_operations.tokenStatus(token, deps.clock.now())));
	runner.info(`Created token ${token.id} (${require_start.describePermissions(token.permissions)}).`);
	try {
		await refuseToRace(plan, minted, deps);
		const hope = await proven(request, minted, databases, deps);
		const mark = markOf(plan, request, minted, hope);
		const { laterSteps } = request.storeIn;
		runner.outputs(laterSteps ? outputsUnretired(plan) : require_operations.retirementOutputs());
		await handOver({
			minted,
			secrets,
			laterSteps,
			handOver: mark
		}, ledger, deps);
		const conclusion = laterSteps ? void 0 : await concludeInStep(plan, mark, ledger, deps);
		const sections = summarizeRotation({
			plan,
			request,
			token,
			hope
		}, conclusion);
		for (const section of sections) runner.summary(section);
	} catch (error) {
		throw ledger.isHandedOver ? error : await abandon(error, minted, ledger, deps);
	}
}
/** Two rotations at once must not both go on. */
async function refuseToRace(plan, { token }, { api }) {
	const { tokens, now } = await api.tokens();
	const refusal = lookAgain(plan, token.id, tokens, now);
	if (refusal) throw new require_start.Failure(refusal.title, refusal.why);
}
async function proven({ activationTimeoutMs }, { token, secret }, databases, deps) {
	const candidate = {
		secret,
		permissions: token.permissions
	};
	const proof = await require_operations.prove(candidate, databases, activationTimeoutMs, deps);
	if (proof.kind === "refused") throw new require_start.Failure("Token not accepted", `${proof.why} ${require_operations.CURES.refused}`);
	deps.runner.outputs({ active: require_operations.ACTIVE[proof.kind] });
	if (proof.kind === "unreachable") throw new require_start.Failure("Token not probed", `${proof.why} ${require_operations.CURES.unreachable}`);
	return proof;
}
function markOf({ line }, { graceMs }, { token, tag }, { kind }) {
	return {
		tokenId: token.id,
		committed: require_start.formatTagged(line.plainDescription, {
			...tag,
			kind: "current"
		}),
		line: { ...line },
		graceMs,
		proven: kind === "accepted"
	};
}
/** Until then nobody knows whether all hold the new token, and the post step would say so. */
async function concludeInStep(plan, mark, ledger, deps) {
	deps.runner.outputs(outputsUnretired(plan));
	try {
		const conclusion = await require_operations.conclude(mark, deps);
		if (conclusion.retired) deps.runner.outputs(require_operations.retirementOutputs(conclusion.retired));
		return conclusion;
	} finally {
		ledger.handed("over");
	}
}
/** What is true as long as nothing is retired: whatever the new token replaces is still valid. */
function outputsUnretired(plan) {
	const ids = replacedBy(plan).map(({ id }) => id);
	return {
		...require_operations.retirementOutputs(),
		"previous-token-ids": JSON.stringify(ids)
	};
}
/** Nobody holds the new token: it goes, and the error says so. */
async function abandon(error, { token, tag }, ledger, deps) {
	try {
		await require_operations.revokeToken(token.id, deps);
	} catch (cause) {
		return require_start.withConsequence(error, `The new token ${token.id}, which nobody holds, could not be revoked: ${require_start.asSentence(cause)} The post step tries again.`);
	}
	ledger.settle(tag.nonce);
	deps.runner.outputs({
		status: "revoked",
		...require_operations.retirementOutputs()
	});
	return require_start.withConsequence(error, `The new token ${token.id} was revoked. What consumers hold was not touched.`);
}
// src/operations/rotate.ts
/**
* rotate replaces what the consumers of a line hold, such that at every instant, whichever request fails and wherever the
* process is killed, they hold a token that is accepted; and such that the next run puts right what this one has left.
*/
async function rotate(request, deps) {
	const { runner } = deps;
	const order = orderOf(request);
	const looked = await look(order, request, deps);
	const plan = planRotation(order, looked.facts);
	if (plan.kind === "refused") throw new require_start.Failure(plan.title, `${plan.why} Nothing was changed.`);
	for (const warning of plan.warnings) runner.warning("Rotation", warning);
	if (plan.kind === "rotate") for (const notice of plan.notices) runner.notice("Rotation", notice);
	for (const line of describePlan(plan)) runner.info(line);
	if (plan.kind === "not-due") return keep(plan.current, plan.line, request, looked, deps);
	checkGrants(plan, request, looked, deps);
	if (request.dryRun) return show(plan, request, looked, deps);
	if (!plan.adopts) return await replace(plan, request, looked, deps);
	await adopt(plan.adopts, plan.line.plainDescription, request.run, deps);
	try {
		await replace(plan, request, looked, deps);
	} catch (error) {
		throw require_start.withConsequence(error, `Token ${plan.adopts.id} was adopted: it belongs to the line from now on.`);
	}
}
function orderOf({ description, tokenId, grants, expiresAt, renewBeforeMs }) {
	return {
		...description === void 0 ? {} : { plainDescription: description },
		...tokenId === void 0 ? {} : { tokenId },
		...grants ? { permissions: grants.permissions } : {},
		...expiresAt === void 0 ? {} : { expiresAt },
		...renewBeforeMs === void 0 ? {} : { renewBeforeMs }
	};
}
/** Nothing is due but, perhaps, the end of what was replaced earlier. */
async function keep(current, line, { graceMs, dryRun, renewBeforeMs }, { facts }, deps) {
	const { runner } = deps;
	runner.outputs({
		...require_operations.tokenOutputs(current, require_operations.tokenStatus(current, facts.now)),
		active: "",
		rotated: "false"
	});
	const retired = await require_operations.retire({
		line,
		graceMs,
		revokes: !dryRun
	}, deps);
	runner.outputs(require_operations.retirementOutputs(retired));
	if (dryRun) runner.info("This was a dry run: nothing was changed.");
	for (const section of summarizeNotDue({
		current,
		line,
		renewBeforeMs
	}, retired)) runner.summary(section);
}
/** What can be refused is refused before anything is changed. */
function checkGrants({ permissions, expiresAt }, { grants, graceMs, activationTimeoutMs }, { databases }, { runner }) {
	require_operations.warnOfAnyDatabase(permissions, runner);
	if (expiresAt === "never") runner.warning("No expiry", "The new token never expires: only a later rotation or a person can end it.");
	if (grants) require_operations.refuseUnknownDatabases(grants, databases);
	const unknown = grants ? [] : require_start.unknownDatabases(permissions, databases);
	if (unknown.length > 0) {
		const names = unknown.map((name) => `"${name}"`).join(", ");
		runner.warning("Unknown databases", `What the old token grants is taken over, also on what the cluster does not have any more: ${names}. Give \`permissions\` to change that.`);
	}
	if (graceMs === 0 && activationTimeoutMs > 0 && !require_operations.isProvable(permissions, databases)) throw new require_start.Failure("New token cannot be proven", "The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. Nothing was changed. Create a database, or give the old token a grace.");
}
async function show(plan, request, looked, deps) {
	const { runner } = deps;
	const { line, predecessor } = plan;
	if (predecessor) runner.outputs(require_operations.tokenOutputs(predecessor, require_operations.tokenStatus(predecessor, looked.facts.now)));
	runner.outputs({
		active: "",
		rotated: "false"
	});
	const retired = await require_operations.retire({
		line,
		graceMs: request.graceMs,
		revokes: false
	}, deps);
	runner.outputs(require_operations.retirementOutputs(retired));
	runner.info("This was a dry run: nothing was changed.");
	for (const section of summarizeDryRun(plan, request)) runner.summary(section);
}
exports.rotate = rotate;
