const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/tokens/clock-difference.ts
/** A date is shifted by no more: one wrong header must not make an old secret look new. */
const MAX_SHIFT_MS = 3e5;
/** Headers of whole seconds cannot tell such clocks apart. */
const MIN_DIFFERENCE_MS = 1e3;
/**
* clockDifference is how far the first clock is ahead of the second, in milliseconds: whole seconds, rounded up. The time
* between the two readings is not part of it. Zero for clocks that cannot be told apart; undefined where a date is missing.
*/
function clockDifference(first, second) {
	if (first.date === void 0 || second.date === void 0) return void 0;
	const difference = first.date - second.date + (second.elapsed - first.elapsed);
	if (Math.abs(difference) < MIN_DIFFERENCE_MS) return 0;
	return Math.ceil(difference / 1e3) * 1e3;
}
/**
* isStoredSince tells whether a secret was stored when a token was created or later, each by the clock of its own server.
* `aheadMs` is how far the token's clock is ahead of the secret's. Compares whole seconds; equal is not before. Pure.
*/
function isStoredSince(storedAt, createdAt, aheadMs) {
	const ahead = aheadMs ?? 0;
	const shifted = storedAt + Math.max(-3e5, Math.min(MAX_SHIFT_MS, ahead));
	return require_start.wholeSeconds(Math.abs(ahead) > 3e5 ? Math.min(storedAt, shifted) : shifted) >= require_start.wholeSeconds(createdAt);
}
// src/tokens/rotation-due.ts
/** reasonsToRotate are the reasons, one sentence each, any of which makes a rotation due. Pure. */
function reasonsToRotate({ permissions, renewBeforeMs }, { tokens, targets, clocks }, { line, members, held }) {
	if (!held) return ["there is no token that consumers could hold"];
	const now = clocks.forRenewing;
	const endedSince = require_operations.lineTokens(tokens, line).filter((token) => require_start.tokenStatus(token, now) !== "active").find((token) => require_operations.isNewer(token, held));
	const pending = members.find(({ tag, createdAt }) => tag.kind === "pending" && createdAt === members[0]?.createdAt);
	return [
		renewBeforeMs === void 0 && "`renew-before` is not given",
		pending !== void 0 && `token ${pending.id} is pending: it was never promoted`,
		endedSince !== void 0 && `token ${endedSince.id} is newer, and is ${require_start.tokenStatus(endedSince, now)}`,
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
/** The date of a secret is GitHub's, and the date of a token is the cluster's. */
function lacks({ name, storedAt, clusterAheadMs }, held) {
	if (storedAt === "absent") return `${name} has no secret yet`;
	const { createdAt } = held;
	if (typeof createdAt === "number" && isStoredSince(storedAt, createdAt, clusterAheadMs)) return false;
	const reason = `${name} was stored before token ${held.id} was created`;
	const differenceMs = Math.abs(clusterAheadMs ?? 0);
	return differenceMs > 3e5 ? `${reason} (the clocks of GitHub and the cluster differ by ${require_start.formatDuration(differenceMs / 1e3)})` : reason;
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
/** act gives every run the same ID, so an earlier run of it looks like this one. */
const ACT_HINT = "Under act, where all runs have the same ID, set `GITHUB_RUN_ID` to another number.";
/** rotationUnderWay: two rotations at once could each take the other's token for the one that consumers use. */
function rotationUnderWay({ id, tag }) {
	return refused("A rotation is in progress", `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series, the token is pending, and the run is not known to have ended. Let that run end, then run again. Give the workflow a \`concurrency:\` group, so that one run waits for the other. If you are sure that the run is over, revoke the token (\`operation: revoke\`, \`token-id: ${id}\`) and run again.`);
}
/** begunByThisRun: another step of this run created the token, and only the end of the job promotes it. */
function begunByThisRun({ id }) {
	return refused("A rotation is in progress", `This run created token ${id}, which is still pending: one series has one rotate step per run. List all targets in that step, or give each consumer a series (\`description\`) of its own. Give the workflow a \`concurrency:\` group, so that one run waits for the other. ${ACT_HINT}`);
}
/** rotatedByThisRun: a second step does not know what the first has delivered. */
function rotatedByThisRun({ id }) {
	return refused("Rotated already in this run", `This run created and promoted token ${id}: one series has one rotate step per run. List all targets in that step, or give each consumer a series (\`description\`) of its own. ${ACT_HINT}`);
}
/** tooManyPending: consumers might use each of them. */
function tooManyPending(pending) {
	return refused("Too many pending tokens", `${pending.length} rotations of this series created a token and never promoted it: ${pending.map(({ id }) => id).join(", ")}. Find out what fails after the step, revoke the tokens that no consumer uses (\`operation: revoke\`), and run again.`);
}
/** nothingToTakeOver: an input is missing, and there is no token that could stand in for it. */
function nothingToTakeOver(input, predecessor) {
	return refused("Something is missing", `Set \`${input}\`, because ${predecessor === void 0 ? "the series has no token yet to inherit from" : `token ${predecessor.id} has nothing to inherit`}.`);
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
/** findStart finds the series that an order names, and a token to adopt where the series has none. Pure. */
function findStart(order, facts) {
	return order.tokenId === void 0 ? startOf(order.plainDescription ?? "", facts) : startAt(order.tokenId, order.plainDescription, facts);
}
/** By description: the series of that name, else the one token with that description, else nothing yet. */
function startOf(plain, { tokens, run, clocks }) {
	const line = seriesOf(run, plain);
	if (require_operations.membersOf(tokens, line, clocks).length > 0) return {
		kind: "start",
		line,
		origin: { kind: "existing" }
	};
	const [adopts, ...more] = tokens.filter((token) => require_start.plainDescription(token.description) === plain && isAdoptable(token, run, clocks));
	if (adopts && more.length > 0) return refused("Several tokens to choose from", `The series "${plain}" has no token yet, and ${more.length + 1} tokens have this description: ${[adopts, ...more].map(({ id }) => id).join(", ")}. Set \`token-id\` to the one that your consumers use.`);
	return {
		kind: "start",
		line,
		origin: adopts ? {
			kind: "adopted",
			token: adopts
		} : { kind: "new" }
	};
}
/** By ID: the series of that token, even if it was retired since; else it is the token to adopt. */
function startAt(id, plain, { tokens, run, clocks }) {
	const token = tokens.find((listed) => require_start.sameId(listed.id, id));
	if (!token) return refused("Token not found", `Token ${id} is not in the list of tokens, so its series is not known. Set \`description\` instead.`);
	const tagged = require_start.parseTagged(token.description);
	const own = require_start.plainDescription(token.description);
	if (plain !== void 0 && plain !== own) return refused("Two names for one series", `Token ${id} has the description "${own}", and the input \`description\` is "${plain}". Remove one of the two inputs.`);
	const line = seriesOf(run, own);
	if (tagged && require_operations.hasLineKind(tagged.tag) && require_start.isSameRepository(tagged.tag, run)) return startOf(own, {
		tokens,
		run,
		clocks
	});
	if (!isAdoptable(token, run, clocks)) return refused("Not a token to rotate", `Token ${id} cannot be rotated here: ${whyNot(token, run, clocks)}.`);
	const members = require_operations.membersOf(tokens, line, clocks);
	if (members.length > 0) return refused("A series of this name exists", `Token ${id} is not one of "${own}", which has ${members.map((member) => member.id).join(", ")} already. Give the token another description (\`operation: update\`), or remove \`token-id\`.`);
	return {
		kind: "start",
		line,
		origin: {
			kind: "adopted",
			token
		}
	};
}
function seriesOf({ server, repositoryId }, plainDescription) {
	return {
		server,
		repositoryId,
		plainDescription
	};
}
/** Live, and either untagged or kept by this repository. */
function isAdoptable(token, own, clocks) {
	return whyNot(token, own, clocks) === void 0;
}
function whyNot(token, own, clocks) {
	const status = require_start.tokenStatus(token, clocks.forEnding);
	if (status !== "active") return `it is ${status}`;
	const tag = require_start.parseTagged(token.description)?.tag;
	if (tag === void 0) return require_start.plainDescription(token.description) === "" ? "it has no description, which would name its series" : void 0;
	if (!require_start.isSameRepository(tag, own)) return `its tag names ${tag.server}/${tag.repository}`;
	return tag.kind === "kept" ? void 0 : "it belongs to a single job";
}
// src/tokens/similar-series.ts
/** White space, and characters that show nothing: controls, format characters, soft hyphens, variation selectors. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** similarSeries names the live series whose names differ from a new one only in case, white space, and invisible characters. */
function similarSeries(tokens, line, { forEnding }) {
	const names = tokens.flatMap((token) => {
		const tagged = require_start.parseTagged(token.description);
		return tagged && require_operations.hasLineKind(tagged.tag) && require_start.isSameRepository(tagged.tag, line) && require_start.tokenStatus(token, forEnding) === "active" ? [tagged.plain] : [];
	});
	const wanted = comparable(line.plainDescription);
	return [...new Set(names)].filter((name) => name !== line.plainDescription && comparable(name) === wanted);
}
/** quoteVisibly quotes a name with its invisible characters as escapes, because two names can differ in nothing else. */
function quoteVisibly(name) {
	return `"${name.replaceAll(INVISIBLE, (character) => character === " " ? " " : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)}"`;
}
function comparable(name) {
	return name.replaceAll(INVISIBLE, "").toLowerCase();
}
// src/tokens/rotation-plan.ts
/** replacedBy are the tokens that the new one replaces once it is committed. */
function replacedBy({ members, adopts }) {
	return adopts ? [...members, adopts] : members;
}
/** Consumers might use each of them. So many are no accident: a person must look. */
const MAX_PENDING = 10;
/** Less is a typing error, or a line that does nothing but rotate. */
const SHORTEST_LIFETIME_MS = 36e5;
/**
* inQuestion are the pending members of the series that an order names: whether their runs have ended must be known
* before anything is decided. Pure.
*/
function inQuestion(order, facts) {
	const start = findStart(order, facts);
	if (start.kind === "refused") return [];
	return require_operations.membersOf(facts.tokens, start.line, facts.clocks).filter(({ tag }) => tag.kind === "pending");
}
/** planRotation decides what a rotation has to do. Pure: two runs over the same facts decide the same. */
function planRotation(order, unsorted) {
	const facts = {
		...unsorted,
		tokens: unsorted.tokens.toSorted(require_start.newestFirst)
	};
	const start = findStart(order, facts);
	if (start.kind === "refused") return start;
	const { line, origin } = start;
	const adopts = origin.kind === "adopted" ? origin.token : void 0;
	const members = require_operations.membersOf(facts.tokens, line, facts.clocks);
	const current = require_operations.currentOf(members);
	const predecessor = current ?? adopts ?? members[0];
	const underWay = members.find((token) => token.tag.kind === "pending" && !facts.hasEnded(token));
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
		const unadopted = adopts ? [`Token ${held.id} is adopted by the first rotation that is due. Until then it belongs to no series, and a cleanup with \`max-age\` can revoke it.`] : [];
		return {
			kind: "not-due",
			line,
			current: held,
			warnings: [...warnings, ...unadopted]
		};
	}
	const pending = members.filter(({ tag }) => tag.kind === "pending");
	if (pending.length >= MAX_PENDING) return tooManyPending(pending);
	const permissions = order.permissions ?? predecessor?.permissions;
	if (permissions === void 0 || order.permissions === void 0 && permissions.length === 0) return nothingToTakeOver("permissions", predecessor);
	const inherited = inheritedExpiry(predecessor, facts.clocks.forRenewing);
	const expiresAt = order.expiresAt ?? inherited?.expiresAt;
	if (expiresAt === void 0) return nothingToTakeOver("expires-at", predecessor);
	if (order.expiresAt === void 0 && inherited) {
		const { lifetimeMs } = inherited;
		if (lifetimeMs < SHORTEST_LIFETIME_MS) return livesTooShort(lifetimeMs);
		if (order.renewBeforeMs !== void 0 && order.renewBeforeMs >= lifetimeMs) return alwaysDue(order.renewBeforeMs, lifetimeMs);
	}
	return {
		kind: "rotate",
		line,
		reasons,
		predecessor,
		adopts,
		members,
		permissions,
		expiresAt,
		notices: origin.kind === "new" ? [`"${line.plainDescription}" has no token yet: this is the first of its series.`] : [],
		warnings
	};
}
function warningsOf({ renewBeforeMs }, { line, origin }, held, { tokens, clocks }) {
	const alike = origin.kind === "new" ? similarSeries(tokens, line, clocks) : [];
	return [...renewBeforeMs !== void 0 && held?.expiresAt === "unset" ? [`Token ${held.id} never expires, so \`renew-before\` will never make a rotation due.`] : [], ...alike.length > 0 ? [`A series of nearly this name exists: ${alike.map(quoteVisibly).join(", ")}. If you meant that one, copy its name into \`description\`.`] : []];
}
/** The lifetime of the token that is replaced, in whole seconds from now on; undefined when it has none to inherit. */
function inheritedExpiry(predecessor, now) {
	if (typeof predecessor?.createdAt !== "number" || typeof predecessor.expiresAt !== "number") return;
	const lifetimeMs = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1e3) * 1e3;
	const expiresAt = require_start.withinCalendar(require_start.wholeSeconds(now) + lifetimeMs);
	return expiresAt === void 0 ? void 0 : {
		expiresAt,
		lifetimeMs
	};
}
function isOfAttempt(tag, run) {
	return require_start.isSameRepository(tag, run) && tag.runId === run.runId && tag.runAttempt === run.runAttempt;
}
// src/operations/rotation/adopt.ts
/**
* adopt gives a token that a person created the tag of a series, as promoted by no run: from then on only tags count.
* Throws a Failure when that is not sure.
*/
async function adopt(token, { server, repository, repositoryId }, { api, runner, nonce }) {
	const description = require_start.withTag(token.description, {
		server,
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
			await refuseWithoutEffect(token.id, description, api);
			runner.info(`Adopted token ${token.id}: it is the first of the series "${require_start.plainDescription(token.description)}".`);
			return;
		case "revoked": throw new require_start.Failure("Token not adopted", `Token ${token.id} was revoked before it could be adopted. Nothing else was changed. Run again without it.`);
		case "unclear": throw new require_start.Failure("Token not adopted", `Whether token ${token.id} has the tag of the series is not known: ${retagging.why} The token is as valid as before, and nothing else was changed. Run again.`);
	}
}
/**
* A server can confirm a tag that it has not stored. Without its tag, no later run would retire the token, because the series
* has other members by then.
*/
async function refuseWithoutEffect(id, description, api) {
	const { token } = await api.findToken(id).catch((error) => {
		throw require_start.withConsequence(error, `Token ${id} got the tag of the series, but the tag could not be read back. The token is as valid as before. Run again.`);
	});
	if (token?.description === description) return;
	throw new require_start.Failure("Token not adopted", `The server confirmed the tag of token ${id}, but does not show it. The token is as valid as before, and nothing else was changed. Run again.`);
}
// src/operations/rotation/look.ts
/** look reads the tokens, the databases, the secrets that shall be written, and whether runs in question have ended. */
async function look(order, { storeIn, run }, deps) {
	const { api, github, clock } = deps;
	try {
		const { tokens, clocks } = await api.tokens();
		const cluster = {
			date: clocks.server,
			elapsed: clock.elapsed()
		};
		const databases = await api.databases();
		const secrets = [];
		const targets = [];
		for (const target of storeIn.targets) {
			const secret = await github.look(target);
			const clusterAheadMs = clockDifference(cluster, {
				date: secret.date,
				elapsed: clock.elapsed()
			});
			secrets.push(secret);
			targets.push({
				name: `\`${target.label}\``,
				storedAt: secret.storedAt,
				clusterAheadMs
			});
		}
		const pending = inQuestion(order, {
			tokens,
			run,
			clocks
		}).map((token) => ({
			token,
			tag: token.tag
		}));
		const { hasEnded, unresolved } = await require_operations.askWhichEnded(pending, {
			own: run,
			clocks
		}, deps);
		if (unresolved) deps.runner.warning("GitHub did not tell", `Whether ${require_start.formatCount(unresolved.count)} of ${require_start.formatCount(unresolved.asked)} runs with a pending token have ended is not known: ${unresolved.why}`);
		return {
			facts: {
				tokens,
				targets,
				run,
				hasEnded: (token) => hasEnded(token, token.tag),
				clocks
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
* lookAgain decides from a list that was read after our own token was created whether this rotation goes on: no other
* rotation has begun, and `ownId` is strictly the newest of the series. Undefined: it goes on. Of two rotations at once at
* least one sees the other, because each creates its token before it looks. Pure.
*/
function lookAgain({ line, members: before, adopts }, ownId, { tokens, clocks }) {
	const members = require_operations.membersOf(tokens, line, clocks);
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
	return refused("Another rotation has begun", `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series at the same time. Give the workflow a \`concurrency:\` group, so that one run waits for the other.`);
}
function ownNotThere(id) {
	return refused("Token not listed", `The list of tokens does not contain the new token ${id}: was it revoked or changed meanwhile? Run again.`);
}
function notTheNewest(id, other) {
	return refused("Not the newest token", `By the dates on the list, the new token ${id} is not newer than ${other}, so no run could tell which of them replaces the other. Run again in a minute. If this error stays, the date of that token is wrong: revoke it when no consumer uses it.`);
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
		runner.summary(whereabouts(storing, index, secrets, minted.token.id));
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
	const unchanged = kind === "unclear" ? waiting : [failed, ...waiting];
	const sentences = [
		...stored.length > 0 ? [`The new token ${id} is in ${list(stored)}.`] : [],
		...kind === "unclear" ? [`It is not known which token is in ${list([failed])}.`] : [],
		...unchanged.length > 0 ? [`Not changed: ${list(unchanged)}.`] : []
	];
	return new require_start.Failure("Not stored everywhere", `${require_start.asSentence(error)} ${sentences.join(" ")} No token was revoked, so every consumer keeps a valid token. The next run creates another token and stores it everywhere.`, { cause: error });
}
/** Which target has which token. */
function whereabouts({ kind }, failedAt, secrets, id) {
	const before = ({ storedAt }) => storedAt === "absent" ? "no secret, as before" : "the secret from before";
	const has = (secret, index) => {
		if (index < failedAt) return `the new token ${id}`;
		return index === failedAt && kind === "unclear" ? "not known" : before(secret);
	};
	return {
		title: "InfluxDB token: not stored everywhere",
		head: ["Target", "Has"],
		rows: secrets.map((secret, index) => [secret.target.label, has(secret, index)])
	};
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
function summarizeRotation({ plan, request: { storeIn, renewBeforeMs }, token, activation }, conclusion) {
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
				["Accepted by the cluster", require_operations.ACTIVATION_FACT[activation.kind]],
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
async function replace(plan, request, { facts, databases, secrets }, deps) {
	const { runner } = deps;
	const ledger = deps.newLedger(false);
	const minted = await require_operations.mint({
		plainDescription: plan.line.plainDescription,
		permissions: plan.permissions,
		expiresAt: plan.expiresAt,
		kind: "pending"
	}, request.run, ledger, deps);
	const { token } = minted;
	try {
		runner.outputs(require_operations.tokenOutputs(token, require_start.tokenStatus(token, facts.clocks.forRenewing)));
		runner.info(`Created token ${token.id} (${require_start.markServerText(require_start.describePermissions(token.permissions))}).`);
		await refuseToRace(plan, minted, deps);
		const activation = await waitUntilActive(request, minted, databases, deps);
		const mark = markOf(plan, request, minted, activation);
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
			activation
		}, conclusion);
		for (const section of sections) runner.summary(section);
	} catch (error) {
		throw ledger.isHandedOver ? error : await abandon(error, minted, ledger, deps);
	}
}
/** Two rotations at once must not both go on. */
async function refuseToRace(plan, { token }, { api }) {
	const refusal = lookAgain(plan, token.id, await api.tokens());
	if (refusal) throw new require_start.Failure(refusal.title, refusal.why);
}
async function waitUntilActive({ activationTimeoutMs }, { token, secret }, databases, deps) {
	const check = await require_operations.checkActivation({
		...token,
		secret
	}, {
		databases,
		timeoutMs: activationTimeoutMs
	}, deps);
	if (check.kind === "refused") throw new require_start.Failure("Token not accepted", `${check.why} ${require_operations.ACTIVATION_HINTS.refused}`);
	deps.runner.outputs({ active: require_operations.ACTIVE_OUTPUT[check.kind] });
	if (check.kind === "unreachable") throw new require_start.Failure("Token not probed", `${check.why} ${require_operations.ACTIVATION_HINTS.unreachable}`);
	return check;
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
		return require_start.withConsequence(error, `The new token ${token.id}, which nobody holds, could not be revoked: ${require_start.asSentence(require_start.failureOnly(cause))} The post step tries again.`);
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
	if (plan.kind === "refused") throw new require_start.Failure(plan.title, `${require_start.markServerText(plan.why)} Nothing was changed.`);
	for (const warning of plan.warnings) runner.warning("Rotation", require_start.markServerText(warning));
	if (plan.kind === "rotate") for (const notice of plan.notices) runner.notice("Rotation", require_start.markServerText(notice));
	for (const line of describePlan(plan)) runner.info(require_start.markServerText(line));
	if (plan.kind === "not-due") return keep(plan.current, plan.line, request, looked, deps);
	checkGrants(plan, request, looked, deps);
	if (request.dryRun) return show(plan, request, looked, deps);
	if (!plan.adopts) return await replace(plan, request, looked, deps);
	await adopt(plan.adopts, request.run, deps);
	try {
		await replace(plan, request, looked, deps);
	} catch (error) {
		throw require_start.withConsequence(error, `Token ${plan.adopts.id} was adopted: it belongs to the series from now on.`);
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
		...require_operations.tokenOutputs(current, require_start.tokenStatus(current, facts.clocks.forRenewing)),
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
	if (graceMs === 0 && activationTimeoutMs > 0 && !require_operations.canProbe(permissions, databases)) throw new require_start.Failure("New token cannot be proven", "The cluster has no database to try the new token out with, and `grace-period: 0` would end the old one at once. Nothing was changed. Create a database, or give the old token a grace.");
}
async function show(plan, request, looked, deps) {
	const { runner } = deps;
	const { line, predecessor } = plan;
	if (predecessor) runner.outputs(require_operations.tokenOutputs(predecessor, require_start.tokenStatus(predecessor, looked.facts.clocks.forRenewing)));
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
