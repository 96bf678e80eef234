"use strict";
exports.id = 663;
exports.ids = [663];
exports.modules = {

 3005:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   R: () => ( issueToken),
   U: () => ( revokeDeviating)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5589);
 var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
 var _tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9616);
 var _tokens_token_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4526);
 var _revoking_delete_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3180);






async function issueToken(spec, ledger, deps) {
  const attempts = deps.retryControl.start();
  let sendExpirationType = spec.expiresAt !== 'never';
  let lostResponses = 0;
  const notCreated = (error) => ({
    kind: 'not-created',
    error,
    lostResponses,
    openNonces: [...ledger.openNonces],
  });
  for (;;) {
    const tag = (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__ .V9)(spec.run, spec.kind, deps.nonce());
    const tagged = { ...spec, description: (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__ .cy)(spec.plainDescription, tag) };
    ledger.begin(tag.nonce, deps.clock.elapsed());
    const creation = await deps.api.createToken(tagged, sendExpirationType);
    if (creation.kind === 'done') {
      ledger.created(tag.nonce, creation.token.id);
      const { token, secret, clocks } = creation;
      const found = (0,_tokens_token_spec_js__WEBPACK_IMPORTED_MODULE_4__ .PP)(tagged, token);
      const issued = { kind: 'issued', token, clocks, secret, tag };
      return found.length === 0 ? issued : await revokeDeviating({ ...issued, deviations: found }, ledger, deps);
    }
    if (creation.kind === 'rejected' || creation.kind === 'expiration-type-refused') {
      ledger.resolve(tag.nonce);
      if (creation.kind === 'rejected' || !sendExpirationType) return notCreated(creation.error);
      sendExpirationType = false;
      continue;
    }
    if (creation.kind === 'not-sent') {
      ledger.resolve(tag.nonce);
      if (await attempts.again(creation.retryable)) continue;
      return notCreated(creation.error);
    }
    lostResponses++;
    deps.progress({ kind: 'response-lost', error: creation.error });
    const lost = (error) => ({
      kind: 'lost',
      error,
      openNonces: [...ledger.openNonces],
    });
    if (creation.error instanceof _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ .Zt) return lost(creation.error);
    const again = (await attempts.pause()) && creation.kind !== 'blocked';
    const revocation = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .Bg)(revokeLost(ledger, deps));
    if (revocation instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR) return lost(revocation);
    if (!again) return notCreated(creation.error);
  }
}
async function revokeLost(ledger, { api, retryControl, progress }) {
  const { tokens } = await api.tokens();
  const found = (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_2__ .Kd)(ledger.openNonces, tokens);
  for (const { token } of found) {
    if ((0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .KU)(token)) continue;
    await (0,_revoking_delete_token_js__WEBPACK_IMPORTED_MODULE_5__ .w$)(token.id, { api, retryControl });
    progress({ kind: 'lost-token-revoked', id: token.id });
  }
  for (const { nonce } of found) ledger.resolve(nonce);
}
async function revokeDeviating({ token, clocks, tag: { nonce }, deviations }, ledger, deps) {
  const revocation = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .Bg)((0,_revoking_delete_token_js__WEBPACK_IMPORTED_MODULE_5__ .w$)(token.id, deps));
  if (revocation instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR) {
    const status = (0,_tokens_token_js__WEBPACK_IMPORTED_MODULE_3__ .oH)(token, clocks.forRenewing);
    return { kind: 'deviates', token, status, deviations, notRevoked: revocation };
  }
  ledger.resolve(nonce);
  return { kind: 'deviates', token, status: 'revoked', deviations, notRevoked: undefined };
}


 }),

 6903:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  r: () => ( waitUntilAccepted)
});

// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
;// CONCATENATED MODULE: ./build/src/data-plane/activation.js

const ACCEPTANCES_NEEDED = 17;
const ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT = 24;
const MORE_FOR_EACH_DISAGREEMENT = 8;
const MAX_ACCEPTANCES_NEEDED = 96;
const MIN_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;
const FINAL_PROBES_MS = 1_000;
const MAX_SILENCE_MS = 20_000;
const MAX_NOT_FOUND = 5;
function startActivation(now, timeoutMs) {
  return {
    startedAt: now,
    deadline: now + timeoutMs,
    round: 0,
    acceptances: 0,
    everAccepted: false,
    disagreements: 0,
    anyClear: false,
    inFlight: 0,
    inFlightOfRound: 0,
    alone: true,
    notBefore: now,
    silentSince: undefined,
    notFoundInARow: 0,
    why: undefined,
    refusal: undefined,
    serverTime: undefined,
  };
}
function nextStep(state, now) {
  if (state.acceptances >= acceptancesNeeded(state)) return { kind: 'accepted' };
  if (!state.anyClear && (state.notFoundInARow >= MAX_NOT_FOUND || silenceLeft(state, now) <= 0)) {
    return verdict(state);
  }
  if (Math.max(now, state.notBefore) >= state.deadline) {
    return state.inFlightOfRound > 0 ? { kind: 'await-response' } : verdict(state);
  }
  if (now < state.notBefore) return { kind: 'pause', until: state.notBefore };
  if (!hasRoom(state)) return { kind: 'await-response' };
  const patience = state.anyClear ? Number.POSITIVE_INFINITY : silenceLeft(state, now);
  return { kind: 'probe', timeoutMs: Math.min(state.deadline - now, patience) };
}
function afterSending(state, now, timeoutMs) {
  const { inFlight, inFlightOfRound, round } = state;
  return [
    { ...state, inFlight: inFlight + 1, inFlightOfRound: inFlightOfRound + 1 },
    { round, sentAt: now, timeoutMs },
  ];
}
function afterResult(state, { ticket, result, now }) {
  const ofRound = ticket.round === state.round;
  const returned = {
    ...state,
    inFlight: state.inFlight - 1,
    inFlightOfRound: state.inFlightOfRound - (ofRound ? 1 : 0),
    silentSince: undefined,
    notFoundInARow: 0,
  };
  switch (result.kind) {
    case 'accepted': {
      const heard = { ...returned, anyClear: true, everAccepted: true, serverTime: result.serverTime };
      return ofRound ? { ...heard, acceptances: state.acceptances + 1, alone: false } : heard;
    }
    case 'refused':
      return {
        ...pausedBy(returned, now),
        anyClear: true,
        disagreements: disagreementsAfter(state, ofRound),
        round: state.round + 1,
        acceptances: 0,
        inFlightOfRound: 0,
        why: result.why,
        refusal: result.why,
        serverTime: result.serverTime,
      };
    case 'not-found':
      return {
        ...pausedBy(returned, now, result.holdMs),
        notFoundInARow: state.notFoundInARow + 1,
        why: result.why,
      };
    case 'unclear':
      return { ...pausedBy(returned, now, result.holdMs), why: result.why };
    case 'no-response':
      return {
        ...pausedBy(returned, now),
        silentSince: state.silentSince ?? ticket.sentAt,
        why: wasCutShort(ticket, result.limitMs) ? (state.why ?? result.why) : result.why,
      };
    case 'pause-too-long':
      return { ...pausedBy(returned, now, Number.POSITIVE_INFINITY), why: result.why };
  }
}
function acceptancesNeeded({ disagreements }) {
  if (disagreements === 0) return ACCEPTANCES_NEEDED;
  const more = MORE_FOR_EACH_DISAGREEMENT * (disagreements - 1);
  return Math.min(ACCEPTANCES_NEEDED_AFTER_DISAGREEMENT + more, MAX_ACCEPTANCES_NEEDED);
}
function disagreementsAfter(state, ofRound) {
  if (!state.everAccepted) return 0;
  return Math.max(1, state.disagreements + (ofRound && state.acceptances > 0 ? 1 : 0));
}
function hasRoom(state) {
  const { alone, inFlight, inFlightOfRound, acceptances } = state;
  if (alone) return inFlightOfRound === 0 && inFlight < concurrency.uK;
  return inFlight < concurrency.uK && acceptances + inFlightOfRound < acceptancesNeeded(state);
}
function pausedBy(state, now, holdMs = 0) {
  const pause = Math.min(Math.max((now - state.startedAt) / 10, MIN_PAUSE_MS), MAX_PAUSE_MS);
  const next = Math.min(now + pause, Math.max(now + MIN_PAUSE_MS, state.deadline - FINAL_PROBES_MS));
  return { ...state, alone: true, notBefore: Math.max(state.notBefore, next, now + holdMs) };
}
function silenceLeft({ silentSince = Number.POSITIVE_INFINITY }, now) {
  return MAX_SILENCE_MS - (now - Math.min(silentSince, now));
}
function wasCutShort({ timeoutMs }, limitMs = 0) {
  return limitMs >= timeoutMs && timeoutMs !== MAX_SILENCE_MS;
}
function verdict(state) {
  const { anyClear, everAccepted, serverTime, why = 'no response in time', refusal = why } = state;
  if (!anyClear) return { kind: 'unreachable', why };
  if (everAccepted) {
    const all = `some probes succeeded, but not ${acceptancesNeeded(state)} in a row; last failure: ${why}`;
    return { kind: 'refused', why: all, serverTime };
  }
  return { kind: 'refused', why: refusal === why ? why : `${refusal}; last failure: ${why}`, serverTime };
}

;// CONCATENATED MODULE: ./build/src/data-plane/wait-for-activation.js

const PROGRESS_EVERY_MS = 15_000;
async function waitForActivation(wait) {
  const { probe, timeoutMs, clock, onProgress } = wait;
  const began = clock.elapsed();
  const inFlight = new Set();
  let state = startActivation(began, timeoutMs);
  let progressAt = began + PROGRESS_EVERY_MS;
  const send = (probeTimeoutMs) => {
    const [sent, ticket] = afterSending(state, clock.elapsed(), probeTimeoutMs);
    state = sent;
    const returned = probe(probeTimeoutMs).then((result) => {
      state = afterResult(state, { ticket, result, now: clock.elapsed() });
      inFlight.delete(returned);
    });
    returned.catch(() => {});
    inFlight.add(returned);
  };
  for (;;) {
    const now = clock.elapsed();
    const step = nextStep(state, now);
    switch (step.kind) {
      case 'probe':
        send(step.timeoutMs);
        break;
      case 'await-response':
        await Promise.race(inFlight);
        break;
      case 'pause':
        if (now >= progressAt) {
          progressAt = now + PROGRESS_EVERY_MS;
          onProgress(now - began, state.why);
        }
        await clock.sleep(step.until - now);
        break;
      default:
        return step;
    }
  }
}

// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
;// CONCATENATED MODULE: ./build/src/operations/issuing/wait-until-accepted.js


async function waitUntilAccepted(
  { token: { permissions, expiresAt }, secret },
  { databases, timeoutMs },
  { dataPlane, progress, clock },
) {
  if (timeoutMs === 0) return { kind: 'not-probed' };
  const target = (0,tokens_permissions.Uv)(permissions, databases);
  if (!target) {
    progress({ kind: 'nothing-to-probe' });
    return { kind: 'not-probed' };
  }
  progress({ kind: 'probing', target, timeoutMs });
  const verdict = await waitForActivation({
    probe: (probeTimeoutMs) => dataPlane.probe(target, secret, probeTimeoutMs),
    timeoutMs,
    clock,
    onProgress: (waitedMs, why) => progress({ kind: 'not-accepted-yet', waitedMs, why }),
  });
  if (verdict.kind === 'accepted') progress({ kind: 'accepted' });
  return verdict.kind === 'refused' ? { ...verdict, timeoutMs, expiresAt, runnerTime: clock.now() } : verdict;
}


 }),

 573:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  z: () => ( askWhichEnded)
});

// EXTERNAL MODULE: ./build/src/base/concurrency.js
var concurrency = __webpack_require__(7697);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
;// CONCATENATED MODULE: ./build/src/tokens/run-end.js

const MAX_RUN_AGE_MS = 35 * 24 * 3_600_000;
function checkResponse(asked, response) {
  if (response.kind !== 'found') return response;
  const { runId, repositoryId } = response;
  if (runId === asked.runId && repositoryId === asked.repositoryId) return response;
  return {
    kind: 'no-response',
    why:
      `The GitHub request for run ${asked.runId} of repository ${asked.repositoryId} returned run ${runId} of repository ` +
      `${repositoryId}.`,
    about: 'this-run',
  };
}
function runHasEnded({ createdAt }, tag, { response, own, clocks }) {
  if (tag.server !== own.server || response === undefined) return false;
  const checked = checkResponse(tag, response);
  if (checked.kind === 'found') {
    return checked.status === 'completed' || checked.attempt > Number(tag.runAttempt);
  }
  return (
    checked.kind === 'unknown' &&
    (0,tokens_tag.ve)(tag, own) &&
    typeof createdAt === 'number' &&
    clocks.forEnding - createdAt > MAX_RUN_AGE_MS
  );
}
function runKey({ server, repositoryId, runId }) {
  return `${server} ${repositoryId} ${runId}`;
}
function judgeRuns(toAsk, { responses, own, clocks }) {
  const hasEnded = (token, tag) => runHasEnded(token, tag, { response: responses.get(runKey(tag)), own, clocks });
  const reasons = new Map(
    toAsk.flatMap(({ token, tag }) => {
      const why = whyUnresolved(tag, responses.get(runKey(tag)), own);
      return why === undefined || hasEnded(token, tag) ? [] : [[runKey(tag), why]];
    }),
  );
  const asked = new Set(toAsk.map(({ tag }) => runKey(tag))).size;
  return { hasEnded, unresolved: unresolvedOf([...reasons.values()], asked) };
}
function whyUnresolved(tag, response, own) {
  if (response === undefined) return '';
  if (response.kind === 'found') return undefined;
  if (response.kind === 'no-response') return response.why;
  const run = `run ${tag.runId} of ${tag.repository}`;
  return (0,tokens_tag.ve)(tag, own)
    ? `GitHub no longer has ${run} (404). Such a run counts as ended only when its token is older than 35 days.`
    : `GitHub has no ${run}, or \`github-token\` cannot see this run (404).`;
}
function unresolvedOf(reasons, asked) {
  if (reasons.length === 0) return undefined;
  return { count: reasons.length, asked, why: reasons.find((why) => why !== '') ?? '' };
}

// EXTERNAL MODULE: ./build/src/operations/progress.js
var operations_progress = __webpack_require__(9930);
;// CONCATENATED MODULE: ./build/src/operations/run-status.js




const MAX_SILENCES = 8;
async function askWhichEnded(tokens, { own, clocks }, { github, ...deps }) {
  const responses = new Map([[runKey(own), ownRun(own)]]);
  const toAsk = tokens.filter(({ tag }) => tag.server === own.server && !responses.has(runKey(tag)));
  const runs = new Map(toAsk.map(({ tag }) => [runKey(tag), tag]));
  const progress = (0,operations_progress.j)('asking-about-runs', runs.size, deps);
  let refusal;
  let silences = 0;
  const ask = async ([key, tag]) => {
    const repository = (0,tokens_tag.ve)(tag, own) ? own.repository : tag.repository;
    try {
      const response = checkResponse(tag, await github.run(repository, tag.runId));
      responses.set(key, response);
      silences = silencesAfter(response, silences);
      progress(responses.size - 1);
    } catch (error) {
      refusal ??= error;
    }
  };
  await (0,concurrency.HN)(runs, ask, {
    ...concurrency.WH,
    shouldContinue: () => refusal === undefined && silences < MAX_SILENCES,
  });
  if (refusal !== undefined) throw refusal;
  return judgeRuns(toAsk, { responses, own, clocks });
}
function silencesAfter(response, silences) {
  if (response.kind !== 'no-response' || response.about === 'this-run') return 0;
  return response.about === 'all-runs' ? MAX_SILENCES : silences + 1;
}
function ownRun({ runId, repositoryId, runAttempt }) {
  return { kind: 'found', runId, repositoryId, status: 'in_progress', attempt: Number(runAttempt) };
}


 }),

 6714:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   p: () => ( givePermissionsBack)
 });
 var _tokens_token_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5432);
 var _patch_after_reading_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6370);


async function givePermissionsBack({ id, permissions }, shown, deps) {
  const patch = (0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_0__ .gn)(shown, { permissions });
  const { wanted } = patch;
  const plan = (read) => ((0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_0__ .Cm)(read, shown) || (0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_0__ .Cm)(read, wanted) ? patch : undefined);
  const patched = await (0,_patch_after_reading_js__WEBPACK_IMPORTED_MODULE_1__ .H)(id, plan, deps);
  if (patched.kind === 'failed') throw patched.error;
  return patched.kind === 'shown' && (0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_0__ .Cm)(patched.token, wanted) ? patched.token : undefined;
}


 }),

 1626:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Dh: () => ( NOTHING_CHANGED),
   Jy: () => ( tokenNotFound),
   RE: () => ( rotationRefused),
   jp: () => ( unknownDatabasesError)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3127);


function tokenNotFound(id) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'token-not-found',
    `The cluster does not know token ${id}. Check \`token-id\`, \`account-id\`, and \`cluster-id\`.`,
  );
}
function unknownDatabasesError({ databases, input }) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .hS(
    databases.map(({ name, nearest }) => {
      const hint = nearest === undefined ? '' : ` Did you mean ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .k3)(`\`${nearest}\``)}?`;
      return {
        input,
        message:
          `The cluster has no database "${name}".${hint} To grant access to a database before it exists, set ` +
          '`check-databases: false`.',
      };
    }),
  );
}
const NOTHING_CHANGED = 'Nothing was changed.';
function rotationRefused({ code, why }) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(code, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__ .k3)(why)} ${NOTHING_CHANGED}`);
}


 }),

 4164:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Kf: () => ( nameSome),
   SS: () => ( describeOutcome),
   XF: () => ( countOutcomes),
   sK: () => ( reportOutcomes),
   u_: () => ( tokensNotFound)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3127);
 var _tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8477);
 var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6391);
 var _suspension_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8520);





const MAX_NAMED = 80;
function reportOutcomes(outcomes, noun = 'token') {
  const failed = outcomes.filter(_tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ .I);
  const notFound = outcomes.filter(({ kind }) => kind === 'not-found');
  return {
    outputs: (0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__ .u8)({
      revoked: idsOf(outcomes.filter(_tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ .M)),
      suspended: idsOf((0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .z8)(outcomes)),
      failed: idsOf(failed),
    }),
    lines: [
      { kind: 'info', text: `${countOutcomes(outcomes, { noun })}.` },
      ...tokensNotFound(idsOf(notFound), noun),
      ...(0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .FJ)(outcomes),
    ],
    ...(failed.length > 0 ? { failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .oo(failuresOf(failed)) } : {}),
  };
}
function tokensNotFound(ids, noun = 'token') {
  if (ids.length === 0) return [];
  const [subject, inputs] =
    noun === 'token' ? ['cluster', '`account-id` and `cluster-id`'] : ['account', '`account-id`'];
  return [
    {
      kind: 'warning',
      code: 'token-not-found',
      text:
        `The ${subject} does not know ${nameSome(ids)}. The step skipped ${ids.length === 1 ? 'this ID' : 'these IDs'}. ` +
        `Check ${inputs}.`,
    },
  ];
}
function countOutcomes(outcomes, { others = 0, noun = 'token' } = {}) {
  const kept = others + outcomes.filter(({ kind }) => kind === 'kept').length;
  const counts = [
    [(0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .z8)(outcomes).length, 'suspended'],
    [outcomes.filter(_tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ .I).length, 'failed'],
    [outcomes.filter(({ kind }) => kind === 'not-found').length, 'not found'],
    [kept, 'kept'],
  ];
  const counted = counts.flatMap(([count, what]) => (count === 0 ? [] : [`, ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(count)} ${what}`]));
  const revoked = outcomes.filter(_tokens_outcome_js__WEBPACK_IMPORTED_MODULE_3__ .M).length;
  const total = outcomes.length + others;
  return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(revoked)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(total, noun)} revoked${counted.join('')}`;
}
function describeOutcome(outcome) {
  switch (outcome.kind) {
    case 'revoked':
      return 'revoked';
    case 'already-revoked':
      return 'already revoked';
    case 'not-found':
      return 'not found';
    case 'skipped':
      return 'skipped';
    case 'suspended':
      return 'suspended';
    case 'kept':
      return `kept, because ${_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .t0[outcome.why]}`;
    case 'not-suspended':
    case 'not-undone':
      return `not suspended: ${(0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .Cv)(outcome)}`;
    case 'not-confirmed':
      return `suspension not confirmed: ${(0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .Cv)(outcome)}`;
    case 'not-completed':
      return `suspension not complete: ${(0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .Cv)(outcome)}`;
    case 'failed':
      return `not revoked: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(outcome.error)}`;
  }
}
function failuresOf(failed) {
  const skipped = idsOf(failed.filter(({ kind }) => kind === 'skipped'));
  const failures = failed.flatMap((outcome) => {
    if (outcome.kind !== 'failed') return (0,_suspension_js__WEBPACK_IMPORTED_MODULE_2__ .N9)(outcome);
    const text = `Token ${outcome.id} might still be valid. ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(outcome.error)} Revoking the token again is safe.`;
    return [new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-revoked', text)];
  });
  if (skipped.length === 0) return failures;
  const notTried = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR(
    'tokens-skipped',
    `The step stopped early and skipped ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .pq)(skipped.length, 'token')}: ${nameSome(skipped)}. ${skipped.length === 1 ? 'This token' : 'These tokens'} might still be ` +
      'valid. Fix the error that stopped the step. Then run the job again. ' +
      'The output `failed-token-ids` contains the IDs of all tokens that might be valid.',
  );
  return [...failures, notTried];
}
function nameSome(ids) {
  const some = ids.slice(0, MAX_NAMED).join(', ');
  const rest = ids.length - MAX_NAMED;
  return rest > 0 ? `${some}, and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__ .B4)(rest)} more` : some;
}
function idsOf(outcomes) {
  return outcomes.map(({ id }) => id);
}


 }),

 6094:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   v: () => ( warningsAbout)
 });
 var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8673);

function warningsAbout(permissions) {
  if (!(0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_0__ .V_)(permissions)) return [];
  return [
    {
      kind: 'warning',
      code: 'all-databases',
      text: 'The token grants access to `*`: all databases of the cluster, including future ones.',
    },
  ];
}


 }),

 8520:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Au: () => ( summarizeQuarantine),
   Cv: () => ( describeNotSuspended),
   FJ: () => ( reportKept),
   N9: () => ( notSuspended),
   Nv: () => ( summarizeSuspended),
   QZ: () => ( WOULD_END),
   jb: () => ( permissionsRestored),
   nl: () => ( failedSuspension),
   t0: () => ( KEPT),
   z8: () => ( suspendedOnes),
   zV: () => ( describeSuspension)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3127);
 var _request_connection_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6133);
 var _tokens_dates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5336);
 var _tokens_permissions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8673);
 var _tokens_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16);
 var _tokens_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6089);
 var _tokens_token_content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5432);








const KEPT = {
  'changed-meanwhile': 'it changed after the tokens were listed',
  'record-not-shown': 'the server did not store the record of its permissions correctly',
  'permissions-remain': 'the server did not remove its permissions',
};
const WOULD_END = {
  revoke: 'would be revoked',
  suspend: 'would be suspended',
  keep: 'kept',
};
function reportKept(outcomes) {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'kept') return [];
    const { id, why } = outcome;
    return why === 'changed-meanwhile'
      ? [
          {
            kind: 'warning',
            code: 'token-was-changed',
            text: `Token ${id} was kept, because ${KEPT[why]}. The next run checks the token again.`,
          },
        ]
      : [
          {
            kind: 'warning',
            code: 'token-not-suspended',
            text:
              `Token ${id} was not suspended, because ${KEPT[why]}. The step restored the description and the ` +
              'permissions of the token, so the token stays valid. If no consumer uses the token, revoke it (`operation: revoke`).',
          },
        ];
  });
}
function permissionsRestored(id) {
  return {
    kind: 'warning',
    code: 'permissions-restored',
    text:
      `While this step was changing the description of token ${id}, another run suspended the token or changed its permissions. ` +
      'This step restored the permissions, so the token is valid. To suspend the token, run the cleanup again.',
  };
}
function describeNotSuspended(outcome) {
  switch (outcome.kind) {
    case 'not-suspended':
    case 'not-confirmed':
      return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(outcome.error);
    case 'not-completed':
      return 'The permissions of the token were recorded and removed, but the server does not show the token as suspended.';
    case 'not-undone':
      return (
        'The server did not store the suspension correctly, and the step could not undo it. ' +
        `${outcome.error ? `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(outcome.error)} ` : ''}The original permissions were ` +
        `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__ .k3)(`"${(0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_7__ .gH)((0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_5__ .Ee)(outcome.original))}"`)}.`
      );
    default:
      return undefined;
  }
}
function failedSuspension(outcome) {
  const why = describeNotSuspended(outcome);
  if (why === undefined) return undefined;
  switch (outcome.kind) {
    case 'not-completed':
      return `The suspension of token ${outcome.id} is not complete. ${why}`;
    case 'not-confirmed':
      return `It is not known whether token ${outcome.id} was suspended. ${why}`;
    default:
      return `Token ${outcome.id} was not suspended. ${why}`;
  }
}
function notSuspended(outcome) {
  const what = failedSuspension(outcome);
  if (what === undefined) return [];
  const next =
    outcome.kind === 'not-undone'
      ? 'Check the permissions of the token (`operation: get`). If necessary, set the quoted permissions again (`operation: update`).'
      : 'The permissions of the token are not lost. The next run tries again. To keep the token instead, check its status (`operation: get`). If the token is suspended, restore it (`operation: restore`).';
  return [new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('token-not-suspended', `${what} ${next}`)];
}
function suspendedOnes(outcomes) {
  return outcomes.filter((outcome) => outcome.kind === 'suspended');
}
function describeSuspension({ description }, { now }) {
  const record = (0,_tokens_record_js__WEBPACK_IMPORTED_MODULE_3__ .Hh)(description);
  if (record === undefined || record.state === 'restored') return undefined;
  const { state, since, grants } = record;
  return {
    since: `${describeSince(since, now)}${state === 'suspending' ? ' (suspension not finished)' : ''}`,
    grants: (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_7__ .gH)(grants),
  };
}
function describeSince(since, now) {
  return (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_2__ .oL)(Math.min(since, now), now);
}
function summarizeSuspended(tokens, quarantineMs, context) {
  if (tokens.length === 0) return [];
  const { now } = context;
  const rows = tokens.map(({ id, description }) => {
    const { since = 0, grants = [] } = (0,_tokens_record_js__WEBPACK_IMPORTED_MODULE_3__ .Hh)(description) ?? {};
    const end = (0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_2__ .g$)(since + quarantineMs);
    return [
      (0,_tokens_tag_js__WEBPACK_IMPORTED_MODULE_4__ .$Y)(description),
      (0,_tokens_permissions_js__WEBPACK_IMPORTED_MODULE_7__ .gH)(grants),
      describeSince(since, now),
      quarantineMs === 0 ? 'only a workflow that sets `quarantine`' : `the first run after ${(0,_tokens_dates_js__WEBPACK_IMPORTED_MODULE_2__ .oL)(end, now)}`,
      id,
    ];
  });
  return [
    {
      title: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__ .pq)(tokens.length, 'suspended token'),
      head: ['Description', 'Recorded permissions', 'Suspended since', 'To be revoked by', 'Token ID'],
      rows,
      more: 'To see all suspended tokens, use `operation: list` with `status: suspended`.',
    },
    {
      title: 'Restore suspended tokens',
      text: ['To restore the permissions of these tokens, run this step:'],
      code: restoreStep(
        tokens.map(({ id }) => id),
        context,
      ),
    },
  ];
}
function summarizeQuarantine(result, quarantineMs, context) {
  if (result.kind === 'not-listed') return [];
  const earlier = result.kept.filter(_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_5__ .vj);
  return summarizeSuspended([...result.suspended, ...earlier], quarantineMs, context);
}
const MAX_PASTED = 1000;
function restoreStep(ids, { endpoint, action }) {
  const { apiUrl, form, accountId, clusterId } = endpoint;
  const cluster = [
    ...(form === 'bare' ? ['product: clustered'] : [`account-id: ${accountId}`, `cluster-id: ${clusterId}`]),
    ...(apiUrl === _request_connection_connection_js__WEBPACK_IMPORTED_MODULE_1__ .B ? [] : [`api-url: ${apiUrl}`]),
  ];
  const rest = ids.length - MAX_PASTED;
  return [
    `- uses: ${action}`,
    '  with:',
    '    operation: restore',
    '    management-token: ${{ secrets.INFLUXDB_MANAGEMENT_TOKEN }}',
    ...cluster.map((line) => `    ${line}`),
    '    token-id: |',
    ...ids.slice(0, MAX_PASTED).map((id) => `      ${id}`),
    ...(rest > 0 ? [`      # And ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__ .B4)(rest)} more.`] : []),
  ];
}


 }),

 5909:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   R1: () => ( endOfQuarantine),
   z6: () => ( endingOf)
 });
 var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
 var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5301);
 var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16);
 var _token_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5432);




const MAX_DESCRIPTION_BYTES = 2_000;
function whyNotSuspendable(token) {
  if (token.description === '') return 'it has no description in which to record its permissions';
  const state = token.permissions.length > 0 ? 'suspending' : 'suspended';
  const description = (0,_token_content_js__WEBPACK_IMPORTED_MODULE_3__ ._J)(token, { state, since: 0, grants: (0,_token_content_js__WEBPACK_IMPORTED_MODULE_3__ .Ee)(token) });
  if (description === undefined) return 'it has permissions that cannot be recorded';
  return Buffer.byteLength(description) > MAX_DESCRIPTION_BYTES
    ? `its description would exceed ${MAX_DESCRIPTION_BYTES} bytes`
    : undefined;
}
function endingOf(token, reason, { quarantineMs }) {
  if ((0,_record_js__WEBPACK_IMPORTED_MODULE_2__ .Hh)(token.description)?.state === 'suspending' && quarantineMs === 0) {
    return {
      decision: 'keep',
      reason: 'another workflow has begun to suspend this token, and `quarantine` is not set',
    };
  }
  if (quarantineMs === 0) return { decision: 'revoke', reason };
  const obstacle = whyNotSuspendable(token);
  return obstacle === undefined
    ? { decision: 'suspend', reason }
    : { decision: 'keep', reason: `${reason}, but it cannot be suspended, because ${obstacle}` };
}
function endOfQuarantine({ description, permissions }, { quarantineMs, clocks }) {
  const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__ .Hh)(description);
  if (record?.state !== 'suspended') return undefined;
  const suspended = `suspended since ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .Yi)(record.since)}`;
  if (permissions.length > 0) {
    return { decision: 'keep', reason: `${suspended}, but a person later added permissions` };
  }
  if (quarantineMs === 0) return { decision: 'keep', reason: `${suspended}, and \`quarantine\` is not set` };
  const until = record.since + quarantineMs;
  return clocks.forEnding >= until
    ? { decision: 'revoke', reason: `${suspended}, for more than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(quarantineMs / 1000)}` }
    : {
        decision: 'keep',
        reason: `${suspended}, in quarantine until ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .Yi)((0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .g$)(until))}`,
      };
}


 }),

 4526:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   PP: () => ( deviations),
   Ts: () => ( describeExpiry),
   UR: () => ( describeExpiring),
   cM: () => ( inheritedExpiry)
 });
 var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
 var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8673);


function deviations(spec, token) {
  const found = [];
  if (!sameExpiry(spec.expiresAt, token.expiresAt)) {
    found.push(`${describeExpiring(token.expiresAt)} (requested: ${describeExpiry(spec.expiresAt)})`);
  }
  if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__ .hq)(spec.permissions, token.permissions)) {
    found.push(
      `grants "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__ .gH)(token.permissions)}" instead of "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__ .gH)(spec.permissions)}"`,
    );
  }
  if (token.description !== spec.description) {
    found.push(`has the description "${token.description}" instead of "${spec.description}"`);
  }
  if (token.revokedAt !== 'unset') found.push('is already revoked');
  return found;
}
function describeExpiry(expiry) {
  if (typeof expiry === 'number') return (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .r4)(expiry);
  return expiry === 'unreadable' ? 'an unreadable date' : 'never';
}
function describeExpiring(expiry) {
  const when = describeExpiry(expiry);
  return when === 'never' ? 'never expires' : `expires at ${when}`;
}
function sameExpiry(asked, given) {
  return asked === 'never' ? given === 'unset' : given === asked;
}
function inheritedExpiry(predecessor, now) {
  if (typeof predecessor?.createdAt !== 'number' || typeof predecessor.expiresAt !== 'number') {
    return undefined;
  }
  const lifetimeMs = Math.round((predecessor.expiresAt - predecessor.createdAt) / 1000) * 1000;
  const expiresAt = (0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .OI)((0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .$P)(now) + lifetimeMs);
  return expiresAt === undefined ? undefined : { expiresAt, lifetimeMs };
}


 })

};
;