"use strict";
exports.id = 116;
exports.ids = [116];
exports.modules = {

 6116:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => ( runPostStep)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/errors.js
var base_errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/clock-warning.js
var clock_warning = __webpack_require__(2353);
// EXTERNAL MODULE: ./build/src/http/requests.js
var http_requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 2 modules
var transport = __webpack_require__(3475);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var endpoint = __webpack_require__(7716);
// EXTERNAL MODULE: ./build/src/operations/ledger.js
var operations_ledger = __webpack_require__(7204);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var errors = __webpack_require__(1926);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js + 1 modules
var revoke_tokens = __webpack_require__(6011);
;// CONCATENATED MODULE: ./build/src/operations/revoking/leftovers.js






const LATEST_EFFECT_MS = 5_000;
function selectLeftovers(attempts) {
    const open = attempts.filter(operations_ledger.Ss);
    const unknown = open.filter(({ id }) => id === undefined);
    return {
        ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
        nonces: unknown.map(({ nonce }) => nonce),
        lastPostAt: Math.max(0, ...unknown.map(({ at }) => at)),
    };
}
function hasNoLeftovers({ ids, nonces }) {
    return ids.length === 0 && nonces.length === 0;
}
async function revokeLeftovers(leftovers, deps) {
    const found = await findLost(leftovers, deps);
    const searchError = found instanceof base_errors.HR ? found : undefined;
    const ids = [...new Set([...leftovers.ids, ...(found instanceof base_errors.HR ? [] : found)])];
    const outcomes = (0,errors.HY)(searchError)
        ? ids.map((id) => ({ id, kind: 'skipped' }))
        : await (0,revoke_tokens.x)({ ids, known: true }, deps);
    return { outcomes, searchError };
}
async function findLost({ nonces, lastPostAt }, { api, clock, progress }) {
    if (nonces.length === 0)
        return [];
    try {
        const wait = lastPostAt + LATEST_EFFECT_MS - clock.elapsed();
        if (wait > 0)
            await clock.sleep(Math.min(wait, LATEST_EFFECT_MS));
        const { tokens } = await api.tokens();
        const lost = (0,tag.Kd)(new Set(nonces), tokens).map(({ token }) => token);
        if (lost.length === 0)
            progress({ kind: 'no-lost-token' });
        return lost.filter((token) => !(0,tokens_token.KU)(token)).map(({ id }) => id);
    }
    catch (error) {
        return (0,base_errors.tf)(error);
    }
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/report/errors.js
var report_errors = __webpack_require__(6766);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/tokens/outcome.js
var outcome = __webpack_require__(8477);
// EXTERNAL MODULE: ./build/src/report/context.js
var report_context = __webpack_require__(7862);
;// CONCATENATED MODULE: ./build/src/report/post-step.js





function managementTokenMissing(profile, unverified) {
    const reason = profile === undefined
        ? 'Usually, a composite action inside another composite action calls the action: GitHub loses the inputs there. Call ' +
            'the action from the workflow, or from one level of composite action. Otherwise, check the secret or variable that ' +
            'the input reads: it is no longer available.'
        : `${profile} Check whether a step in between changed or removed the file.`;
    return new base_errors.HR('management-token-missing', `\`management-token\` is empty in the post step, so the post step sent no request. ${reason} ${leftoverHint(unverified)}`);
}
function ledgerNotValid(unverified) {
    return new base_errors.HR('ledger-not-valid', 'The seal of the ledger does not match `management-token`, so the post step sent no request. Usually, the management ' +
        'token differs from the one that main used. Use the same `management-token` until the end of the job. In a composite ' +
        'action inside another one, GitHub gives the post step the inputs of the outermost one. Otherwise, a step of this job ' +
        'changed the state: check the steps before this one. ' +
        leftoverHint(unverified));
}
function leftoverHint({ run, claimedIds }) {
    const left = claimedIds.length === 0
        ? 'Tokens of this step might be left.'
        : `These tokens might be left: ${claimedIds.join(', ')}.`;
    const revoke = claimedIds.length === 0
        ? 'revoke them'
        : `revoke them: \`influxctl token revoke ${claimedIds.join(' ')}\``;
    return (`${left} If their descriptions contain "${run} job", ${revoke}. A rotated token might be in use, so it stays valid. ` +
        'The next run rotates again.');
}
function inputNotReadable(code, problems, consequence) {
    return new base_errors.HR(code, `The post step cannot read an input: ${problems} Check whether a step in between changed or removed what the input names. ${consequence}`);
}
function describeUnpromoted({ tokenId, series }, plan, jobStatus) {
    const why = {
        'not-delivered': ' The step ended while it delivered the token.',
        'job-not-successful': ` The job did not succeed: \`job-status\` is "${jobStatus}".`,
        promote: '',
    }[plan];
    return (`Token ${tokenId} of "${series.plainDescription}" was not promoted.${why} Consumers might use it, so it stays valid, and so ` +
        'do the tokens that it replaces. The next run rotates again.');
}
function summarizeFailure(failure, cluster) {
    return {
        title: 'InfluxDB post step failed: 1 error',
        text: cluster === undefined ? [] : [(0,report_context.Xs)({ cluster })],
        problems: [(0,report_errors.Zw)(failure)],
    };
}
function reportLeftovers({ outcomes, searchError }, { nonces }, context) {
    const alive = outcomes.filter(outcome.I_);
    const failures = [
        ...(searchError
            ? [`It is not known whether a token of a lost response exists: ${(0,base_errors.KG)(searchError)}`]
            : []),
        ...alive.map(describeFailure),
    ];
    const revoked = outcomes.flatMap(describeRevoked);
    const hint = revokeHint({
        ids: alive.map(({ id }) => id),
        nonces: searchError ? nonces : [],
    });
    return {
        lines: revoked.map((text) => ({ kind: 'info', text })),
        sections: revoked.length > 0
            ? [
                {
                    title: `${(0,base_text.pq)(revoked.length, 'InfluxDB token')} revoked at the end of the job`,
                    text: [(0,report_context.Xs)(context)],
                    items: revoked,
                },
            ]
            : [],
        ...(failures.length > 0
            ? { failure: new base_errors.HR('token-not-revoked', `${failures.join(' ')} ${hint}`) }
            : {}),
    };
}
function revokeHint({ ids, nonces }) {
    const byId = ids.length > 0
        ? [
            `No consumer uses ${ids.length === 1 ? 'the token. Revoke it' : 'these tokens. Revoke them'}: \`influxctl token revoke ${ids.join(' ')}\`.`,
        ]
        : [];
    const byNonce = nonces.length > 0
        ? [`If a description contains ${nonces.join(' or ')}, revoke its token: no consumer uses it.`]
        : [];
    return [...byId, ...byNonce].join(' ');
}
function describeRevoked({ id, kind }) {
    if (kind === 'revoked')
        return [`Revoked token ${id}.`];
    return kind === 'already-revoked' ? [`Token ${id} was already revoked.`] : [];
}
function describeFailure(outcome) {
    return outcome.kind === 'failed'
        ? `Token ${outcome.id} could not be revoked: ${(0,base_errors.KG)(outcome.error)}`
        : `The post step did not try to revoke token ${outcome.id}.`;
}

// EXTERNAL MODULE: ./build/src/report/progress.js
var report_progress = __webpack_require__(1566);
// EXTERNAL MODULE: ./build/src/report-context.js
var src_report_context = __webpack_require__(8644);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __webpack_require__(7833);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __webpack_require__(9881);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __webpack_require__(9783);
// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/src/runner/secrets.js + 2 modules
var runner_secrets = __webpack_require__(827);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/promotion.js
function planPromotion(phase, jobStatus) {
    if (phase === 'done')
        return 'done';
    if (phase === 'delivering')
        return 'not-delivered';
    return jobStatus === 'success' ? 'promote' : 'job-not-successful';
}

;// CONCATENATED MODULE: ./build/src/post-step.js























const MAX_ATTEMPT_MS = 15_000;
async function runPostStep(state, step) {
    try {
        const reread = await rereadCredentials(step.secrets);
        const { credentials, problems } = reread;
        const text = (0,sealed_ledger.OR)(state, credentials.credential.secret);
        if (text === undefined)
            return refuseState(state, reread, step);
        const ledger = (0,operations_ledger.SC)(text);
        const trusted = { ...step, credentials, problems };
        const hasFinished = await finishDelivery(ledger, trusted);
        return (await revokeLeftTokens(ledger, trusted)) && hasFinished;
    }
    catch (error) {
        return annotateError(error, false, step);
    }
}
function refuseState(state, { credentials: { credential }, profile }, step) {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt } = process.env;
    const unverified = { run: `${run}.${attempt || '1'}`, claimedIds: (0,sealed_ledger.RB)(state) };
    const failure = credential.secret.reveal() === ''
        ? managementTokenMissing(profile, unverified)
        : ledgerNotValid(unverified);
    return annotateError(failure, /^true$/i.test((0,runner.R5)('fail-on-revoke-error')), step);
}
async function finishDelivery(ledger, step) {
    const { delivery } = ledger;
    const jobStatus = (0,runner.R5)('job-status');
    const plan = delivery ? planPromotion(delivery.phase, jobStatus) : 'done';
    if (!delivery || plan === 'done')
        return true;
    const unpromoted = describeUnpromoted(delivery, plan, jobStatus);
    if (plan !== 'promote') {
        return annotateError(new base_errors.HR('token-not-promoted', unpromoted), false, { ...step, ledger });
    }
    const { finishAtEnd } = await Promise.all([__webpack_require__.e(824), __webpack_require__.e(441)]).then(__webpack_require__.bind(__webpack_require__, 824));
    let deps;
    try {
        deps = connect(ledger, step, { code: 'token-not-promoted', consequence: unpromoted });
    }
    catch (error) {
        return annotateError(error, false, { ...step, ledger });
    }
    try {
        const context = () => (0,src_report_context.u)(ledger.endpoint);
        (0,publish.m)(await finishAtEnd(delivery, deps, context), step.runner);
        return true;
    }
    catch (error) {
        return annotateError(error, true, { ...step, ledger });
    }
}
async function revokeLeftTokens(ledger, step) {
    const leftovers = selectLeftovers(ledger.attempts);
    if (hasNoLeftovers(leftovers))
        return true;
    try {
        const deps = connect(ledger, step, { code: 'token-not-revoked', consequence: revokeHint(leftovers) });
        const cluster = (0,endpoint.SL)(ledger.endpoint);
        (0,publish.m)(reportLeftovers(await revokeLeftovers(leftovers, deps), leftovers, { cluster }), step.runner);
        return true;
    }
    catch (error) {
        return annotateError(error, ledger.failOnRevokeError, { ...step, ledger });
    }
}
function connect({ endpoint, retryPolicy, fingerprints }, { runner, secrets, deadline, credentials, problems }, { code, consequence }) {
    if (problems !== '')
        throw inputNotReadable(code, problems, consequence);
    const node = (0,trust.DF)(process);
    const ignored = (0,trust.MS)(credentials.trusted, node, fingerprints);
    if (ignored !== undefined)
        runner.info(ignored);
    const anchors = (0,trust.im)(credentials.trusted, node, fingerprints);
    const requests = new http_requests.l({
        transport: new transport.G(anchors),
        clock: clock.m,
        random: Math.random,
        note: runner.info,
        policy: {
            timeoutMs: Math.min(retryPolicy.timeoutMs, MAX_ATTEMPT_MS),
            retries: retryPolicy.retries,
            deadline,
        },
    });
    const api = new client.h(requests, clock.m, {
        credential: credentials.credential,
        candidates: [endpoint],
        observer: { secret: (secret) => secrets.mask(secret), clocks: (0,clock_warning.h)(runner) },
    });
    return {
        api,
        retryControl: requests.gate,
        runner,
        progress: (progress) => (0,publish.v)((0,report_progress.vk)(progress), runner),
        clock: clock.m,
    };
}
async function rereadCredentials(secrets) {
    const lost = new base_errors.G();
    const errors = new base_errors.G();
    const inputs = (0,request_inputs.Ko)(runner.R5);
    const sources = await (0,setting.tW)(inputs, text_file.Gu, lost);
    (0,runner_secrets.B)(secrets, (0,credentials.Wr)(sources), process.env);
    const { missingHint = '' } = (0,setting.y7)(sources, 'management-token', 'mgmt_token');
    return {
        credentials: (0,credentials.L1)(sources, errors),
        problems: errors.describe(),
        profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
    };
}
function annotateError(error, failsJob, { runner, ledger }) {
    (0,publish.v)((0,report_errors.US)(error), runner);
    const explanation = (0,report_errors.WE)(error);
    const { code, detail, message } = explanation;
    if (failsJob)
        runner.error(code, message, detail);
    else
        runner.warning(code, message, detail);
    runner.summary(summarizeFailure(explanation, ledger && (0,endpoint.SL)(ledger.endpoint)));
    return !failsJob;
}


 })

};
;