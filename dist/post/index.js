const require_start = require("../start.js");
// src/post.ts
/** All post steps of a job together have less than five minutes; ours takes at most one, its own start included. */
const TIME_FOR_EVERYTHING_MS = 58e3;
post().then((succeeded) => process.exit(succeeded ? 0 : 1), () => process.exit(1));
/** Does what main has left for the end of the job, and returns whether the step succeeded. */
async function post() {
	const deadline = require_start.systemClock.elapsed() + TIME_FOR_EVERYTHING_MS;
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
	const state = require_start.readState(process.env);
	if (state === "") return true;
	const secrets = new require_start.Secrets();
	const { endJob } = await Promise.resolve().then(() => require("../end-of-job.js"));
	return endJob(state, {
		runner: require_start.actionsRunner(secrets, process.env),
		secrets,
		deadline
	});
}
