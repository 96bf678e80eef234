const require_start = require("../start.js");
// src/main.ts
main().then((succeeded) => process.exit(succeeded ? 0 : 1), () => process.exit(1));
/** All that is printed and written by then has left the process, so that nothing left open needs to be waited for. */
async function main() {
	const secrets = new require_start.Secrets();
	const runner = require_start.actionsRunner(secrets, process.env);
	try {
		claimState(runner);
		const inputs = require_start.readInputs((name) => require_start.readInput(process.env, name));
		const faults = new require_start.FaultList();
		const sources = await require_start.readSources(inputs, require_start.readTextFile, faults);
		require_start.maskCredentials(secrets, require_start.credentialsIn(sources), process.env);
		const { misspelled, unknown } = require_start.undeclaredInputs(process.env);
		for (const { input, message } of misspelled) faults.add(input, message);
		for (const name of unknown) runner.warning("Unknown input", unknownInput(name));
		const readRun = () => require_start.readRunContext(process.env, faults);
		const request = require_start.parseRequest(sources, readRun, require_start.systemClock.now(), faults);
		for (const sentence of require_start.ignoredSettings(sources)) runner.warning("influxctl profile", sentence);
		const { carryOut } = await Promise.resolve().then(() => require("../carry-out.js"));
		await carryOut(request, runner, secrets);
		return true;
	} catch (error) {
		require_start.reportFailure(error, runner);
		return false;
	}
}
function unknownInput(name) {
	return `\`${name}\` is not an input of this action, and was ignored. Remove it. If the step does not set it, look for \`INPUT_${name.toUpperCase()}\` under \`env:\` of the job or workflow.`;
}
/**
* Comes first of all: the runner puts saved state over the environment, so that nothing a step has set there passes for a
* ledger of this one. Throws a Failure.
*/
function claimState(runner) {
	try {
		runner.saveState("");
	} catch (error) {
		const cause = error instanceof Error ? error.cause ?? error : error;
		throw new require_start.Failure("State not saved", `The state of this step cannot be saved: ${require_start.asSentence(cause)} Nothing was sent. GITHUB_STATE must name a file that the user of this step can write. In a container that runs as another user, set \`options: --user root\`.`);
	}
}
