"use strict";
exports.id = 343;
exports.ids = [343];
exports.modules = {

 4236:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   N: () => ( annotatePostError)
 });
 var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6766);
 var _report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9722);
 var _runner_publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5326);



function annotatePostError(error, { failsJob, where }, runner) {
  (0,_runner_publish_js__WEBPACK_IMPORTED_MODULE_2__ .v)((0,_report_errors_js__WEBPACK_IMPORTED_MODULE_0__ .US)(error), runner);
  const explanation = (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_0__ .WE)(error);
  const { code, detail, message } = explanation;
  if (failsJob) runner.error(code, message, detail);
  else runner.warning(code, message, detail);
  runner.summary((0,_report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ .Ij)(explanation, { failsJob, where: runner.hasSummary() ? undefined : where }));
}


 }),

 3343:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => ( runPostStep)
});

// EXTERNAL MODULE: ./build/src/annotate-post-error.js
var annotate_post_error = __webpack_require__(4236);
// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
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
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/management-api/errors.js
var management_api_errors = __webpack_require__(1926);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js + 2 modules
var revoke_tokens = __webpack_require__(6047);
;// CONCATENATED MODULE: ./build/src/operations/revoking/leftovers.js






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
  const searchError = found instanceof errors.HR ? found : undefined;
  const ids = [...new Set([...leftovers.ids, ...(found instanceof errors.HR ? [] : found)])];
  const outcomes = (0,management_api_errors.HY)(searchError)
    ? ids.map((id) => ({ id, kind: 'skipped' }))
    : await (0,revoke_tokens.x)({ ids, known: true }, deps);
  return { outcomes, searchError };
}
async function findLost({ nonces, lastPostAt }, { api, clock, progress }) {
  if (nonces.length === 0) return [];
  try {
    const wait = lastPostAt + operations_ledger.n_ - clock.elapsed();
    if (wait > 0) await clock.sleep(Math.min(wait, operations_ledger.n_));
    const { tokens } = await api.tokens();
    const lost = (0,tag.Kd)(new Set(nonces), tokens).map(({ token }) => token);
    if (lost.length === 0) progress({ kind: 'no-lost-token' });
    return lost.filter((token) => !(0,tokens_token.KU)(token)).map(({ id }) => id);
  } catch (error) {
    return (0,errors.tf)(error);
  }
}

// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/report/post-step.js
var post_step = __webpack_require__(9722);
// EXTERNAL MODULE: ./build/src/report/progress.js
var report_progress = __webpack_require__(1566);
// EXTERNAL MODULE: ./build/src/report-context.js
var report_context = __webpack_require__(8644);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var inputs = __webpack_require__(9783);
// EXTERNAL MODULE: ./build/src/reread-credentials.js
var reread_credentials = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/src/runner/runner.js
var runner = __webpack_require__(4047);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/promotion.js
function planPromotion(phase, jobStatus) {
  if (phase === 'done') return 'done';
  if (phase === 'delivering') return 'not-delivered';
  return jobStatus === 'success' ? 'promote' : 'job-not-successful';
}

;// CONCATENATED MODULE: ./build/src/post-step.js



















const MAX_ATTEMPT_MS = 15_000;
async function runPostStep(state, step) {
  try {
    const reread = await (0,reread_credentials.Q)((0,inputs.Ko)(runner.R5), step.secrets);
    const { credentials, problems } = reread;
    const text = (0,sealed_ledger.OR)(state, credentials.credential.secret);
    if (text === undefined) {
      const failsJob = /^true$/i.test((0,runner.R5)('fail-on-revoke-error'));
      return annotateError((0,reread_credentials.q)(reread, { claimedIds: (0,sealed_ledger.RB)(state) }), failsJob, step);
    }
    const ledger = (0,operations_ledger.SC)(text);
    const trusted = { ...step, credentials, problems };
    let deps;
    const connected = { ...trusted, connection: () => (deps ??= connect(ledger, trusted)) };
    const hasFinished = await finishDelivery(ledger, connected);
    return (await revokeLeftTokens(ledger, connected)) && hasFinished;
  } catch (error) {
    return annotateError(error, false, step);
  }
}
async function finishDelivery(ledger, step) {
  const { delivery } = ledger;
  const jobStatus = (0,runner.R5)('job-status');
  const plan = delivery ? planPromotion(delivery.phase, jobStatus) : 'done';
  if (!delivery || plan === 'done') return true;
  if (plan !== 'promote') {
    return annotateError((0,post_step.ub)(delivery, plan, jobStatus), false, { ...step, ledger });
  }
  const { finishAtEnd } = await Promise.all([__webpack_require__.e(793), __webpack_require__.e(699), __webpack_require__.e(663)]).then(__webpack_require__.bind(__webpack_require__, 3699));
  let deps;
  try {
    deps = step.connection();
  } catch (error) {
    return annotateError(error, false, { ...step, ledger });
  }
  try {
    const context = () => (0,report_context.u)(ledger.endpoint);
    const report = await finishAtEnd(delivery, deps, context);
    (0,publish.m)((0,post_step.G$)(report, step.problems), step.runner);
    return true;
  } catch (error) {
    return annotateError(error, true, { ...step, ledger });
  }
}
async function revokeLeftTokens(ledger, step) {
  const leftovers = selectLeftovers(ledger.attempts);
  if (hasNoLeftovers(leftovers)) return true;
  try {
    const deps = step.connection();
    const cluster = (0,endpoint.SL)(ledger.endpoint);
    const report = (0,post_step.x2)(await revokeLeftovers(leftovers, deps), leftovers, { cluster });
    (0,publish.m)((0,post_step.G$)(report, step.problems), step.runner);
    return true;
  } catch (error) {
    return annotateError(error, ledger.failOnRevokeError, { ...step, ledger });
  }
}
function connect({ endpoint, retryPolicy, fingerprints }, { runner, secrets, deadline, credentials }) {
  const node = (0,trust.DF)(process);
  const ignored = (0,trust.MS)(credentials.trusted, node, fingerprints);
  if (ignored !== undefined) runner.info(ignored);
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
function annotateError(error, failsJob, { runner, ledger }) {
  const where = ledger && { cluster: (0,endpoint.SL)(ledger.endpoint) };
  (0,annotate_post_error.N)(error, { failsJob, where }, runner);
  return !failsJob;
}


 }),

 9722:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   G$: () => ( withUnreadableInput),
   Ij: () => ( summarizeFailure),
   Tv: () => ( ledgerNotValid),
   Zy: () => ( managementTokenMissing),
   ub: () => ( notPromoted),
   x2: () => ( reportLeftovers)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3127);
 var _tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8477);
 var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);
 var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6766);





const SUBJECT = {
  token: 'Token',
  'management token': 'Management token',
};
const REVOKE = {
  token: 'influxctl token revoke',
  'management token': 'influxctl management revoke',
};
function managementTokenMissing(profile, unverified) {
  const reason =
    profile === undefined
      ? 'Nested composite actions are the usual cause, because GitHub loses the inputs there. Call the action directly ' +
        'from the workflow, or from a composite action that the workflow calls. If you do not nest composite actions, ' +
        'check whether the secret or variable for this input is still available.'
      : `${profile} Check whether another step of the job changed or removed the file.`;
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'management-token-missing',
    `\`management-token\` is empty in the post step, so the post step did not send any request. ${reason} ${leftoverHint(unverified)}`,
  );
}
function ledgerNotValid(unverified) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'ledger-not-valid',
    'The post step did not send any request, because its ledger is not valid. The ledger is the list of tokens that the main ' +
      'step left, and its seal does not match `management-token`. Usually, the input has changed since the main ' +
      'step. Use the same `management-token` for the whole job. In nested composite actions, the post step gets the ' +
      'inputs of the outermost action. If the input has not changed, another step of this job changed the ledger. Check ' +
      'the other steps of the job. ' +
      leftoverHint(unverified),
  );
}
function leftoverHint({ run, claimedIds, noun }) {
  if (noun === 'management token') {
    return (
      `A management token of this step might remain. If \`influxctl management list\` shows a description that contains "${run} ` +
      'pending", and no secret contains the token, revoke it: `influxctl management revoke ID`.'
    );
  }
  const left =
    claimedIds.length === 0
      ? 'Tokens that this step created might still be valid.'
      : `${claimedIds.length === 1 ? 'This token' : 'These tokens'} might still be valid: ${claimedIds.join(', ')}.`;
  const [description, them] =
    claimedIds.length === 1 ? ['the description contains', 'the token'] : ['their descriptions contain', 'them'];
  const revoke =
    claimedIds.length === 0 ? `revoke ${them}` : `revoke ${them}: \`influxctl token revoke ${claimedIds.join(' ')}\``;
  return (
    `${left} If ${description} "${run} job", ${revoke}. A token that a rotation created stays ` +
    'valid, because consumers might use it. The next run rotates again.'
  );
}
const BY_DISTRUST = ['token-not-promoted', 'nothing-retired', 'replaced-token-not-revoked'];
function withUnreadableInput(report, problems) {
  if (problems === '') return report;
  const { lines = [], sections = [], failure } = report;
  const failed = lines.filter((line) => line.kind === 'warning' && BY_DISTRUST.includes(line.code));
  const explained = (text) => (failed.some((line) => line.text === text) ? `${text} ${cause}` : text);
  const cause =
    `The post step cannot read an input: ${problems} Check whether another step of the job changed or removed the file that the ` +
    'input names.';
  return {
    ...report,
    lines: lines.map((line) => ({ ...line, text: explained(line.text) })),
    sections: sections.map((section) => (section.text ? { ...section, text: section.text.map(explained) } : section)),
    ...(failure ? { failure: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .eQ)(failure, cause) } : {}),
  };
}
function notPromoted({ tokenId, series }, plan, jobStatus) {
  const token = `Token ${tokenId} of "${series.plainDescription}"`;
  const stays = 'Consumers might use the token, so the token stays valid.';
  const message =
    plan === 'not-delivered'
      ? `${token} might not be promoted. The step ended during the delivery or the promotion. ${stays} If the token was not ` +
        'promoted, the tokens that it replaces also stay valid, and the next run rotates again.'
      : `${token} was not promoted. The job did not succeed: \`job-status\` is "${jobStatus}". ${stays} The tokens that it ` +
        'replaces also stay valid. The next run rotates again.';
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-promoted', message);
}
function summarizeFailure(failure, { failsJob, where }) {
  return {
    title: failsJob ? 'InfluxDB post step failed: 1 error' : 'InfluxDB post step: 1 warning',
    text: where === undefined ? [] : [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(where)],
    problems: [(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .Zw)(failure)],
  };
}
function reportLeftovers({ outcomes, searchError }, { nonces }, { noun = 'token', ...where }) {
  const alive = outcomes.filter(_tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ .I);
  const failures = [
    ...(searchError ? [`The post step could not check whether a ${noun} exists. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(searchError)}`] : []),
    ...alive.map((outcome) => describeFailure(outcome, noun)),
  ];
  const revoked = outcomes.flatMap((outcome) => describeRevoked(outcome, noun));
  const left = { ids: alive.map(({ id }) => id), nonces: searchError ? nonces : [] };
  const hint = revokeHint(left, noun);
  return {
    lines: revoked.map((text) => ({ kind: 'info', text })),
    sections:
      revoked.length > 0
        ? [
            {
              title: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(revoked.length, noun)} revoked at the end of the job`,
              text: [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(where)],
              items: revoked,
            },
          ]
        : [],
    ...(failures.length > 0 ? { failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-revoked', `${failures.join(' ')} ${hint}`) } : {}),
  };
}
function revokeHint({ ids, nonces }, noun = 'token') {
  const byId =
    ids.length > 0
      ? [
          `No consumer uses ${ids.length === 1 ? 'the token. Revoke it' : 'these tokens. Revoke them'}: \`${REVOKE[noun]} ${ids.join(' ')}\`.`,
        ]
      : [];
  const byNonce =
    nonces.length > 0
      ? [`If the description of a token contains ${nonces.join(' or ')}, revoke the token. No consumer uses it.`]
      : [];
  return [...byId, ...byNonce].join(' ');
}
function describeRevoked({ id, kind }, noun) {
  if (kind === 'revoked') return [`Revoked ${noun} ${id}.`];
  return kind === 'already-revoked' ? [`${SUBJECT[noun]} ${id} was already revoked.`] : [];
}
function describeFailure(outcome, noun) {
  return outcome.kind === 'failed'
    ? `The post step could not revoke ${noun} ${outcome.id}. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(outcome.error)}`
    : `The post step did not try to revoke ${noun} ${outcome.id}.`;
}


 }),

 4198:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Q: () => ( rereadCredentials),
   q: () => ( sealFailure)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9722);
 var _request_connection_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7833);
 var _request_connection_setting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9881);
 var _request_connection_text_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6845);
 var _runner_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(827);






async function rereadCredentials(inputs, secrets) {
  const lost = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .G();
  const errors = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .G();
  const sources = await (0,_request_connection_setting_js__WEBPACK_IMPORTED_MODULE_3__ .tW)(inputs, _request_connection_text_file_js__WEBPACK_IMPORTED_MODULE_4__ .Gu, lost);
  (0,_runner_secrets_js__WEBPACK_IMPORTED_MODULE_5__ .B)(secrets, (0,_request_connection_credentials_js__WEBPACK_IMPORTED_MODULE_2__ .Wr)(sources), process.env);
  const { missingHint = '' } = (0,_request_connection_setting_js__WEBPACK_IMPORTED_MODULE_3__ .y7)(sources, 'management-token', 'mgmt_token');
  return {
    credentials: (0,_request_connection_credentials_js__WEBPACK_IMPORTED_MODULE_2__ .L1)(sources, errors),
    problems: [inputs['ca-certificate'] === '' ? lost.describe() : '', errors.describe()].join(' ').trim(),
    profile: inputs['influxctl-config'] === '' ? undefined : `${lost.describe()}${missingHint}`.trim(),
  };
}
function sealFailure({ credentials: { credential }, profile }, claims) {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt } = process.env;
  const unverified = { run: `${run}.${attempt || '1'}`, ...claims };
  return credential.secret.reveal() === '' ? (0,_report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ .Zy)(profile, unverified) : (0,_report_post_step_js__WEBPACK_IMPORTED_MODULE_1__ .Tv)(unverified);
}


 })

};
;