"use strict";
exports.id = 883;
exports.ids = [883];
exports.modules = {

/***/ 9883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => (/* binding */ runPostStep)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/base/input-errors.js
var input_errors = __webpack_require__(5028);
// EXTERNAL MODULE: ./build/src/http/requests.js
var http_requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 3 modules
var transport = __webpack_require__(2373);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/operations/clock-warning.js
var clock_warning = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/operations/ledger.js
var operations_ledger = __webpack_require__(7204);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var management_api_errors = __webpack_require__(1926);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js
var revoke_tokens = __webpack_require__(3756);
;// CONCATENATED MODULE: ./build/src/operations/revoking/leftovers.js






/** A server may still be at work on a POST whose sender was killed: so long after it nothing more is expected. */
const LATEST_EFFECT_MS = 5_000;
/** selectLeftovers picks the attempts that were neither resolved nor kept. */
function selectLeftovers(attempts) {
    const open = attempts.filter(operations_ledger/* hasLeftover */.Ss);
    const unknown = open.filter(({ id }) => id === undefined);
    return {
        ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
        nonces: unknown.map(({ nonce }) => nonce),
        lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
    };
}
/** hasNoLeftovers tells whether there is nothing to do. */
function hasNoLeftovers({ ids, nonces }) {
    return ids.length === 0 && nonces.length === 0;
}
/**
 * revokeLeftovers revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
 * where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
 * Failure that names what may be alive.
 */
async function revokeLeftovers(open, deps) {
    const { runner } = deps;
    const report = new LeftoversReport();
    const found = open.nonces.length === 0 ? [] : await findLost(open, deps, report);
    const ids = [...new Set([...open.ids, ...found])];
    const outcomes = report.hasAuthError
        ? ids.map((id) => ({ id, kind: 'skipped' }))
        : await (0,revoke_tokens/* revokeTokens */.xU)({ ids, known: true }, deps);
    for (const outcome of outcomes)
        report.add(outcome);
    for (const line of report.done)
        runner.info(line);
    if (report.done.length > 0) {
        runner.summary({ title: 'InfluxDB token at the end of the job', items: report.done });
    }
    if (report.failures.length > 0) {
        throw new errors/* Failure */.HR('token-not-revoked', `${report.failures.join(' ')} ${remedy(report)}`);
    }
}
/** remedy says what a person can do about tokens that may be alive. */
function remedy({ ids, nonces }) {
    const byId = ids.length > 0
        ? [`Nobody holds it any more. To end it: \`influxctl token revoke ${ids.join(' ')}\`.`]
        : [];
    const byMark = nonces.length > 0
        ? [`If there is a token whose description contains ${nonces.join(' or ')}, revoke it: nobody holds it.`]
        : [];
    return [...byId, ...byMark].join(' ');
}
/** What was achieved and what was not, for people. */
class LeftoversReport {
    done = [];
    failures = [];
    ids = [];
    nonces = [];
    /** The management token was refused: whatever comes next would be too. */
    hasAuthError = false;
    add(outcome) {
        const { id } = outcome;
        if (outcome.kind === 'revoked')
            this.done.push(`Revoked token ${id}.`);
        if (outcome.kind === 'already-revoked')
            this.done.push(`Token ${id} was already revoked.`);
        if (!(0,revoke_tokens/* mightBeAlive */.I_)(outcome))
            return;
        this.ids.push(id);
        this.failures.push(outcome.kind === 'failed'
            ? `Token ${id} could not be revoked: ${(0,errors/* asSentence */.KG)(outcome.error)}`
            : `Token ${id} was not tried.`);
    }
    notFound(nonces, error) {
        this.nonces = nonces;
        this.failures.push(`Whether a token of a lost answer is alive is not known: ${(0,errors/* asSentence */.KG)(error)}`);
        this.hasAuthError ||= (0,management_api_errors/* isAuthError */.HY)(error);
    }
}
/** Finds the tokens whose responses were lost, not before they had time to come to be. */
async function findLost({ nonces, lastPostAt }, { api, clock, runner }, report) {
    try {
        const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
        if (wait > 0)
            await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
        const { tokens } = await api.tokens();
        const lost = (0,tag/* findByNonce */.Kd)(new Set(nonces), tokens);
        if (lost.length === 0)
            runner.info('The answer to creating a token was lost; there is no such token.');
        return lost.filter(({ token }) => !(0,tokens_token/* isConfirmedRevoked */.KU)(token)).map(({ token }) => token.id);
    }
    catch (error) {
        report.notFound(nonces, (0,errors/* failureOnly */.tf)(error));
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/report/errors.js
var report_errors = __webpack_require__(6766);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __webpack_require__(7833);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __webpack_require__(9881);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __webpack_require__(9783);
// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/src/runner/secrets.js + 2 modules
var runner_secrets = __webpack_require__(827);
;// CONCATENATED MODULE: ./build/src/post-step.js


















const MAX_TRY_MS = 15_000;
/** runPostStep does what main has left for the end of the job, by its state, and returns whether the step succeeded. */
async function runPostStep(state, step) {
    try {
        const { credentials, problems, profile } = await readCredentialsAgain(step.secrets);
        const text = (0,sealed_ledger/* unsealLedger */.OR)(state, credentials.credential.secret);
        if (text === undefined) {
            const unusable = credentials.credential.secret.reveal() === ''
                ? withoutManagementToken(state, profile)
                : wronglySealed(state);
            return annotateError(unusable, /^true$/i.test((0,runner/* readInput */.R5)('fail-on-revoke-error')), step);
        }
        const ledger = (0,operations_ledger/* readLedger */.SC)(text);
        const trusted = { ...step, credentials, problems };
        const ended = ledger.delivery === undefined || (await endDelivery(ledger.delivery, ledger, trusted));
        return (await revokeLeftoversOf(ledger, trusted)) && ended;
    }
    catch (error) {
        return annotateError(error, false, step);
    }
}
/** Promotes what a rotation has delivered. Fails the job only where its consumers are locked out. */
async function endDelivery(delivery, ledger, step) {
    const { endRotation, isToBePromoted, describeUnpromoted } = await Promise.all(/* import() */[__webpack_require__.e(653), __webpack_require__.e(533)]).then(__webpack_require__.bind(__webpack_require__, 8653));
    const jobStatus = (0,runner/* readInput */.R5)('job-status');
    const open = describeUnpromoted(delivery, jobStatus);
    if (open === undefined)
        return true;
    if (!isToBePromoted(delivery, jobStatus)) {
        return annotateError(new errors/* Failure */.HR('rotation-not-committed', open), false, step);
    }
    let deps;
    try {
        deps = connect(ledger, step, 'rotation-not-committed', open);
    }
    catch (error) {
        return annotateError(error, false, step);
    }
    try {
        await endRotation(delivery, deps);
        return true;
    }
    catch (error) {
        return annotateError(error, true, step);
    }
}
/**
 * Revokes what nobody keeps. That never fails a job unless it was asked to: the job's own result is worth more than a
 * token's last hours.
 */
async function revokeLeftoversOf(ledger, step) {
    const open = selectLeftovers(ledger.attempts);
    if (hasNoLeftovers(open))
        return true;
    try {
        await revokeLeftovers(open, connect(ledger, step, 'token-not-revoked', remedy(open)));
        return true;
    }
    catch (error) {
        return annotateError(error, ledger.failOnRevokeError, step);
    }
}
/**
 * The ledger says where the cluster is, and whom to trust. Throws a Failure when that cannot be read any longer: `code` and
 * `otherwise` say what is true then.
 */
function connect({ endpoint, retryPolicy, fingerprints }, { runner, secrets, deadline, credentials, problems }, code, otherwise) {
    if (problems !== '') {
        throw new errors/* Failure */.HR(code, `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${otherwise}`);
    }
    const node = (0,trust/* nodeTrust */.DF)(process);
    const ignored = (0,trust/* describeIgnored */.MS)(credentials.trusted, node, fingerprints);
    if (ignored !== undefined)
        runner.info(ignored);
    const anchors = (0,trust/* anchorsOfPostStep */.im)(credentials.trusted, node, fingerprints);
    const requests = new http_requests/* Requests */.lv(new transport/* HttpTransport */.G(anchors), clock/* systemClock */.m, Math.random, runner.info, {
        timeoutMs: Math.min(retryPolicy.timeoutMs, MAX_TRY_MS),
        retries: retryPolicy.retries,
        deadline,
    });
    const api = new client/* ManagementApi */.w(requests, clock/* systemClock */.m, {
        credential: credentials.credential,
        candidates: [endpoint],
        observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning/* clockWarning */.h)(runner) },
    });
    return { api, retryControl: requests, runner, clock: clock/* systemClock */.m };
}
/** Inputs are evaluated again for the post step, and files read again: by then either may have gone. */
async function readCredentialsAgain(secrets) {
    const lost = new input_errors/* InputErrors */.G();
    const errors = new input_errors/* InputErrors */.G();
    const inputs = (0,request_inputs/* readInputs */.Ko)(runner/* readInput */.R5);
    const sources = await (0,setting/* readSources */.tW)(inputs, text_file/* readTextFile */.G, lost);
    (0,runner_secrets/* maskCredentials */.B)(secrets, (0,credentials/* credentialsIn */.Wr)(sources), process.env);
    const { missingHint = '' } = (0,setting/* settingOf */.y7)(sources, 'management-token', 'mgmt_token');
    return {
        credentials: (0,credentials/* readCredentials */.L1)(sources, errors),
        // A profile that is gone does no harm where an input has the token: the ledger says where the cluster is.
        problems: errors.describe(),
        profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
    };
}
/** Without the management token nobody can tell whether the ledger is main's. */
function withoutManagementToken(state, profile) {
    const reason = profile === undefined
        ? 'This mostly means that the action is called by a composite action that is itself called by a composite action: ' +
            'GitHub loses the inputs there. Call the action from the workflow, or from one level of composite action. ' +
            'Otherwise, the secret or the variable that the input reads is no longer there.'
        : `${profile} Did a step in between change or remove the file?`;
    return new errors/* Failure */.HR('management-token-missing-at-the-end', `\`management-token\` is empty in the post step, so the post step sent no request. ${reason} ${leftoverHint(state)}`);
}
function wronglySealed(state) {
    return new errors/* Failure */.HR('ledger-not-valid', 'The ledger in the state of this step was not sealed by main with this management token, so the post step sent no ' +
        'request. Usually, the management token differs from the one that main used. Use the same `management-token` until the ' +
        `end of the job. Otherwise, a step of this job has set the state: check the steps before this one. ${leftoverHint(state)}`);
}
/** Says how to find what can be left. Nothing here is verified, so a person must look before revoking anything. */
function leftoverHint(state) {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
    const ids = (0,sealed_ledger/* claimedTokenIds */.RB)(state);
    const left = ids.length === 0 ? 'Tokens of this step can be left.' : `These tokens can be left: ${ids.join(', ')}.`;
    const revoke = ids.length === 0 ? 'revoke them' : `revoke them: \`influxctl token revoke ${ids.join(' ')}\``;
    return (`${left} If their description contains "${run}.${attempt} job", ${revoke}. A rotated token can be in use and stays valid: ` +
        'the next run rotates again.');
}
/** Says in the annotation and in the summary what has failed, and returns whether the post step counts as a success. */
function annotateError(error, failsJob, { runner }) {
    const { code, detail, title, message } = (0,report_errors/* explain */.W)(error, runner);
    if (failsJob)
        runner.error(code, message, detail);
    else
        runner.warning(code, message, detail);
    runner.summary({
        title: 'InfluxDB token: not finished at the end of the job',
        items: [`${title}: ${message}`],
    });
    return !failsJob;
}


/***/ })

};
;