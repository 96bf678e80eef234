const require_shared = require("./shared.js");
let node_child_process = require("node:child_process");
let node_fs = require("node:fs");
let node_path = require("node:path");
// emulator/src/main.ts
const SERVER = (0, node_path.join)(__dirname, "server.js");
const LONGEST_START_MS = 3e4;
/** What the background process is given of the runner's environment; with the last the runner finds what a job has left. */
const PASSED_ON = [
	"PATH",
	"SystemRoot",
	"RUNNER_TRACKING_ID"
];
main().then(() => process.exit(0), (error) => {
	require_shared.printLines(errorsOf(error));
	process.exit(1);
});
/** Starts the emulator in a process of its own. */
async function main() {
	require_shared.saveState(process.env, "");
	const order = require_shared.readOrder(process.env);
	const worker = process.ppid > 1 ? { worker: process.ppid } : {};
	const { controlUrl, ...location } = await start({
		...order,
		...worker
	});
	require_shared.printLines([location.managementToken, controlUrl].map((secret) => require_shared.formatCommand("add-mask", secret)));
	const folder = process.env["RUNNER_TEMP"] ?? "";
	let key;
	try {
		key = require_shared.writeControlUrl(folder, controlUrl);
		tell(key, location);
	} catch (error) {
		await require_shared.stopBy(controlUrl);
		if (key !== void 0) require_shared.removeControlUrl(folder, key);
		throw error;
	}
	require_shared.printLines([
		`Emulating ${order.product === "clustered" ? "Clustered" : "Cloud Dedicated"} with the databases ${order.databases.join(", ")}.`,
		`Management API: ${location.apiUrl}`,
		`Cluster: ${location.clusterUrl}`
	]);
}
/** Tells the post step how to stop the emulator, and the later steps where it is. Throws a Failure. */
function tell(key, location) {
	require_shared.saveState(process.env, key);
	const outputs = {
		"api-url": location.apiUrl,
		"cluster-url": location.clusterUrl,
		"account-id": location.accountId,
		"cluster-id": location.clusterId,
		"management-token": location.managementToken
	};
	const entries = Object.entries(outputs).map(([name, value]) => require_shared.formatFileCommand(name, value));
	require_shared.appendToFile(process.env, "GITHUB_OUTPUT", entries.join(""));
}
/** The process goes on when this one ends: nothing holds the two together but the runner. */
function start(order) {
	const env = Object.fromEntries(PASSED_ON.flatMap((name) => {
		const value = process.env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
	const log = (0, node_fs.openSync)((0, node_path.join)(process.env["RUNNER_TEMP"] ?? "", "influxdb-emulator.log"), "a");
	const child = (0, node_child_process.spawn)(process.execPath, [SERVER, JSON.stringify(order)], {
		detached: true,
		env,
		stdio: [
			"ignore",
			log,
			log,
			"ipc"
		]
	});
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => {
			child.kill();
			reject(/* @__PURE__ */ new Error(`The emulator did not start within ${LONGEST_START_MS / 1e3} s.`));
		}, LONGEST_START_MS);
		child.once("error", reject);
		child.once("exit", () => reject(/* @__PURE__ */ new Error("The emulator ended before it had started: see influxdb-emulator.log in RUNNER_TEMP.")));
		child.once("message", (message) => {
			clearTimeout(late);
			child.disconnect();
			child.unref();
			resolve(require_shared.parseLocation(message));
		});
	});
}
function errorsOf(error) {
	if (!(error instanceof require_shared.Faults)) return [require_shared.formatCommand("error", require_shared.asSentence(error), "Emulator not started")];
	return error.faults.map(({ input, message }) => require_shared.formatCommand("error", `\`${input}\`: ${message}`, `Input ${input}`));
}
