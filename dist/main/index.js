const require_start = require("../start.js");
// src/main.ts
main().then((succeeded) => process.exit(succeeded ? 0 : 1));
/** All that is printed and written by then has left the process, so that nothing left open needs to be waited for. */
async function main() {
	const secrets = new require_start.Secrets();
	const runner = require_start.actionsRunner(secrets, process.env);
	try {
		const inputs = require_start.readInputs((name) => require_start.readInput(process.env, name));
		const faults = new require_start.FaultList();
		const sources = await require_start.readSources(inputs, require_start.readTextFile, faults);
		require_start.maskCredentials(secrets, require_start.credentialsIn(sources), process.env);
		const request = require_start.parseRequest(sources, require_start.readRunContext(process.env), require_start.systemClock.now(), faults);
		for (const sentence of require_start.ignoredSettings(sources)) runner.warning("influxctl profile", sentence);
		const { carryOut } = await Promise.resolve().then(() => require("../carry-out.js"));
		await carryOut(request, runner, secrets);
		return true;
	} catch (error) {
		require_start.reportFailure(error, runner);
		return false;
	}
}
