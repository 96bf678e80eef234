const require_start = require("./start.js");
const require_operations = require("./operations.js");
// src/tokens/update-plan.ts
/** planUpdate compares a token with what it shall become. It counts as expired when the server says so. Pure. */
function planUpdate(token, order, { forRenewing }) {
	const status = require_start.tokenStatus(token, forRenewing);
	if (status === "revoked") return {
		kind: "refused",
		why: "it is revoked"
	};
	if (status === "expired") return {
		kind: "refused",
		why: `it expired at ${require_operations.describeExpiry(token.expiresAt)}`
	};
	const description = order.description === void 0 ? token.description : require_start.withPlainDescription(token.description, order.description);
	const { added, removed } = require_start.permissionChange(token.permissions, order.permissions ?? token.permissions);
	const grantsDiffer = added.length > 0 || removed.length > 0;
	if (description === token.description && !grantsDiffer) return { kind: "unchanged" };
	return {
		kind: "change",
		change: {
			...description === token.description ? {} : { description },
			...grantsDiffer && order.permissions ? { permissions: order.permissions } : {}
		},
		added,
		removed
	};
}
// src/operations/update.ts
/** update changes what a token is for or what it grants: only what differs is sent, and its tag stays. */
async function update(request, deps) {
	const { api, runner } = deps;
	const { token, clocks } = await require_operations.existingToken(request.tokenId, api);
	const plan = planUpdate(token, {
		...request.description === void 0 ? {} : { description: request.description },
		...request.grants ? { permissions: request.grants.permissions } : {}
	}, clocks);
	runner.outputs(require_operations.tokenOutputs(token, require_start.tokenStatus(token, clocks.forRenewing)));
	if (plan.kind === "refused") throw notUpdatable(token, plan.why);
	if (plan.kind === "unchanged") {
		runner.outputs({ changed: "false" });
		runner.info(`Token ${token.id} is as asked for already: nothing was sent.`);
		runner.summary({
			title: "InfluxDB token: nothing to update",
			facts: [["Token", token.id]]
		});
		return;
	}
	if (plan.change.permissions && request.grants) await checkGrants(request.grants, deps);
	for (const line of differences(token, plan)) runner.info(line);
	if (request.dryRun) {
		runner.outputs({ changed: "true" });
		runner.info("This was a dry run: nothing was changed.");
		runner.summary(summary("InfluxDB token: what an update would change", token, plan));
		return;
	}
	const updated = await change(token, plan, api);
	runner.outputs(require_operations.tokenOutputs(updated, require_start.tokenStatus(updated, clocks.forRenewing)));
	refuseDeviations({
		...token,
		...plan.change
	}, updated);
	runner.outputs({ changed: "true" });
	runner.info(`Updated token ${token.id}.`);
	runner.summary(summary("InfluxDB token updated", token, plan));
}
function notUpdatable({ id }, why) {
	return new require_start.Failure("Token not updated", `Token ${id} cannot be updated, since ${why}. Nothing was changed. Create a new one (\`operation: create\`).`);
}
async function checkGrants(grants, { api, runner }) {
	require_operations.warnOfAnyDatabase(grants.permissions, runner);
	if (!require_operations.mustKnowDatabases(grants)) return;
	const existing = await api.databases().catch((error) => {
		throw require_start.withConsequence(error, "The token was not changed.");
	});
	require_operations.refuseUnknownDatabases(grants, existing);
}
async function change({ id }, plan, api) {
	const updated = await api.updateToken(id, plan.change).catch((error) => {
		throw require_start.withConsequence(error, `Whether token ${id} was changed shows \`operation: get\`; to update it again does no harm.`);
	});
	if (!updated) throw revokedMeanwhile(id);
	return updated;
}
/** The answer counts and not the request: it must show what was sent, and what was not sent must not have changed. */
function refuseDeviations(wanted, updated) {
	const { id } = wanted;
	if (updated.revokedAt !== "unset") throw revokedMeanwhile(id);
	if (updated.description === wanted.description && require_start.samePermissions(updated.permissions, wanted.permissions) && updated.expiresAt === wanted.expiresAt) return;
	throw new require_start.Failure("Not updated as asked", `After the update, token ${id} is not as asked: it grants ${require_start.markServerText(`"${require_start.describePermissions(updated.permissions)}"`)}, expires ${require_operations.describeExpiry(updated.expiresAt)}, and has the description ${require_start.markServerText(`"${updated.description}"`)}. Did somebody else change it at the same time? To update it again does no harm.`);
}
function revokedMeanwhile(id) {
	return new require_start.Failure("Token revoked", `Token ${id} has been revoked in the meantime: it grants nothing any more. Create a new one.`);
}
function differences(token, { change: { description }, added, removed }) {
	return [
		...added.length > 0 ? [`Adds ${require_start.describePermissions(added)}.`] : [],
		...removed.length > 0 ? [`Removes ${require_start.markServerText(require_start.describePermissions(removed))}.`] : [],
		...description === void 0 ? [] : [`Describes it as "${require_start.plainDescription(description)}" instead of ${require_start.markServerText(`"${require_start.plainDescription(token.description)}"`)}.`]
	];
}
function summary(title, token, { change: { description, permissions }, added, removed }) {
	return {
		title,
		facts: [
			["Token", token.id],
			["For", require_start.plainDescription(description ?? token.description)],
			...description === void 0 ? [] : [["Was for", require_start.plainDescription(token.description)]],
			["Grants", require_start.describePermissions(permissions ?? token.permissions)],
			...added.length > 0 ? [["Added", require_start.describePermissions(added)]] : [],
			...removed.length > 0 ? [["Removed", require_start.describePermissions(removed)]] : []
		]
	};
}
exports.update = update;
