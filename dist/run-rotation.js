"use strict";
exports.id = 699;
exports.ids = [699];
exports.modules = {

 3699:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  finishAtEnd: () => ( finishAtEnd),
  runRotation: () => ( runRotation)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/report/rotation-outputs.js
var rotation_outputs = __webpack_require__(1584);
// EXTERNAL MODULE: ./build/src/tokens/databases.js
var tokens_databases = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/rotation/plan.js + 1 modules
var rotation_plan = __webpack_require__(9784);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token-content.js
var token_content = __webpack_require__(5432);
// EXTERNAL MODULE: ./build/src/operations/suspending/give-permissions-back.js
var give_permissions_back = __webpack_require__(6714);
// EXTERNAL MODULE: ./build/src/operations/suspending/patch-after-reading.js
var patch_after_reading = __webpack_require__(6370);
;// CONCATENATED MODULE: ./build/src/operations/rotation/adopt.js





async function adopt(listed, run, { api, nonce, retryControl }) {
  const { id } = listed;
  const tag = (0,tokens_tag.V9)({ ...run, runId: '0', runAttempt: '0' }, 'current', nonce());
  const description = (0,tokens_tag.Rd)(listed.description, tag);
  const plan = (read) => ((0,token_content.Cm)(read, listed) ? (0,token_content.Rx)(listed, description) : undefined);
  const patched = await (0,patch_after_reading.H)(id, plan, { api, retryControl });
  if (patched.kind === 'failed') {
    return { kind: patched.mightBePatched ? 'unclear' : 'not-changed', error: patched.error };
  }
  if (patched.kind === 'revoked') return { kind: 'revoked' };
  if (patched.kind === 'stopped') return { kind: 'changed-meanwhile' };
  if (patched.token.description !== description) return { kind: 'unclear', error: undefined };
  const isGivenBack = (0,token_content.m1)(listed, patched.token);
  if (isGivenBack) {
    const givenBack = await (0,errors.Bg)((0,give_permissions_back.p)(listed, patched.token, { api, retryControl }));
    if (givenBack instanceof errors.HR) return { kind: 'not-given-back', error: givenBack };
    if (!givenBack) return { kind: 'suspended' };
  }
  const found = await (0,errors.Bg)(api.findToken(id));
  if (found instanceof errors.HR) return { kind: 'not-read-back', error: found };
  if (found.token?.description !== description) return { kind: 'not-shown' };
  return { kind: 'adopted', isGivenBack };
}

// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/record.js
var tokens_record = __webpack_require__(16);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/rotation/series.js
var rotation_series = __webpack_require__(7955);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/promoted-token.js




function whyNotPromotable({ description, permissions }, issued) {
  const record = (0,tokens_record.Hh)(description);
  const hasLostAll = permissions.length === 0 && issued.length > 0;
  if (hasLostAll || (record && record.state !== 'restored')) return 'suspended';
  return record ? 'restored' : undefined;
}
function endedSincePromotion({ id, issued }, series, { tokens, clocks }) {
  const token = tokens.find((one) => (0,tokens_token.s)(one.id, id));
  const how = token && howEnded(token, issued);
  if (how === undefined) return undefined;
  const others = (0,rotation_series.lS)(tokens, series, clocks).filter((one) => !(0,tokens_token.s)(one.id, id));
  return { kind: 'ended', how, stillValid: others.filter((one) => !(0,token_content.vj)(one)) };
}
function howEnded(token, issued) {
  if (token.revokedAt !== 'unset') return 'revoked';
  return whyNotPromotable(token, issued) === 'suspended' ? 'suspended' : undefined;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/promote.js




async function promote({ tokenId, promotedDescription, permissions }, deps) {
  const plan = (read) =>
    whyNotPromotable(read, permissions) ? undefined : (0,token_content.gn)(read, { description: promotedDescription });
  const patched = await (0,patch_after_reading.H)(tokenId, plan, deps);
  if (patched.kind === 'failed') {
    return { kind: patched.mightBePatched ? 'unclear' : 'not-changed', error: patched.error };
  }
  if (patched.kind === 'revoked') return { kind: 'revoked' };
  const { token } = patched;
  const why = whyNotPromotable(token, permissions);
  if (why) return { kind: why };
  if (patched.kind === 'shown' && !(0,tokens_permissions.hq)(token.permissions, patched.patch.wanted.permissions)) {
    return { kind: 'other-permissions', token };
  }
  const isPromoted = token.description === promotedDescription;
  return isPromoted ? { kind: 'done', token } : { kind: 'unclear', error: undefined };
}

// EXTERNAL MODULE: ./build/src/operations/rotation/read-state.js
var read_state = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/src/report/outputs.js
var report_outputs = __webpack_require__(6391);
// EXTERNAL MODULE: ./build/src/tokens/rotation/concurrent.js
var concurrent = __webpack_require__(271);
// EXTERNAL MODULE: ./build/src/operations/issuing/issue-token.js
var issue_token = __webpack_require__(3005);
// EXTERNAL MODULE: ./build/src/operations/issuing/wait-until-accepted.js + 2 modules
var wait_until_accepted = __webpack_require__(6903);
// EXTERNAL MODULE: ./build/src/operations/revoking/delete-token.js
var delete_token = __webpack_require__(3180);
;// CONCATENATED MODULE: ./build/src/operations/rotation/deliver.js
async function deliver(
  { issued: { secret, tag }, secrets, laterSteps, delivery },
  ledger,
  { github, runner, rotationProgress },
) {
  ledger.beginDelivery(tag.nonce, delivery);
  for (const [index, metadata] of secrets.entries()) {
    const result = await github.store(metadata, secret);
    if (result.kind === 'stored') {
      rotationProgress({ kind: 'stored', target: metadata.target.label });
    } else if (result.kind === 'refused' && index === 0) {
      ledger.cancelDelivery(tag.nonce);
      return { kind: 'refused', error: result.error };
    } else {
      const mightBeStored = result.kind === 'unclear';
      return { kind: 'incomplete', secrets, failedAt: index, mightBeStored, error: result.error };
    }
  }
  if (laterSteps) {
    runner.token(secret);
    runner.outputs({ rotated: 'true' });
    ledger.setPhase('delivered');
  }
  return { kind: 'delivered' };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/replace.js










async function replace({ plan, request, state: { facts, secrets } }, ledger, deps) {
  const { runner, progress } = deps;
  const { series, permissions, expiresAt } = plan;
  const spec = {
    plainDescription: series.plainDescription,
    permissions,
    expiresAt,
    kind: 'pending',
    run: request.run,
  };
  const issued = await (0,issue_token.R)(spec, ledger, deps);
  if (issued.kind !== 'issued') return issued;
  const { token } = issued;
  const withdraw = async (why) => ({
    kind: 'withdrawn',
    token,
    why,
    notRevoked: await revokeOwn(issued, ledger, deps),
  });
  try {
    runner.outputs((0,report_outputs.Q5)(token, (0,tokens_token.oH)(token, issued.clocks.forRenewing)));
    progress({ kind: 'created', token });
    const listed = await (0,errors.Bg)(deps.api.tokens());
    if (listed instanceof errors.HR) return await withdraw({ kind: 'not-listed', error: listed });
    const refusal = (0,concurrent.F)(plan, token.id, listed);
    if (refusal) return await withdraw({ kind: 'concurrent', refusal });
    const options = { databases: facts.databases, timeoutMs: request.activationTimeoutMs };
    const activation = await (0,wait_until_accepted.r)(issued, options, deps);
    if (activation.kind === 'refused') return await withdraw({ kind: 'not-accepted', activation });
    runner.outputs({ active: report_outputs.fl[activation.kind] });
    if (activation.kind === 'unreachable') return await withdraw({ kind: 'unreachable', activation });
    const { laterSteps } = request.storeIn;
    const delivery = deliveryOf(plan, issued, { request, activation });
    if (laterSteps) runner.outputs((0,rotation_outputs.RX)(plan));
    const result = await deliver({ issued, secrets, laterSteps, delivery }, ledger, deps);
    if (result.kind === 'refused') return await withdraw({ kind: 'not-stored', error: result.error });
    if (result.kind === 'incomplete') return { kind: 'not-delivered', token, delivery: result };
    return { kind: 'replaced', token, activation, delivery };
  } catch (defect) {
    if (!ledger.hasBegunDelivery) await revokeOwn(issued, ledger, deps);
    throw defect;
  }
}
function deliveryOf({ series }, { token, tag }, { request, activation }) {
  return {
    tokenId: token.id,
    promotedDescription: (0,tokens_tag.cy)(series.plainDescription, { ...tag, kind: 'current' }),
    permissions: token.permissions.map(({ action, resource }) => ({ action, resource })),
    series: { ...series },
    gracePeriodMs: request.gracePeriodMs,
    quarantineMs: request.quarantineMs,
    accepted: activation.kind === 'accepted',
  };
}
async function revokeOwn({ token, tag }, ledger, deps) {
  const revocation = await (0,errors.Bg)((0,delete_token.w$)(token.id, deps));
  if (revocation instanceof errors.HR) return revocation;
  ledger.resolve(tag.nonce);
  return undefined;
}

// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/outcome.js
var outcome = __webpack_require__(8477);
// EXTERNAL MODULE: ./build/src/tokens/rotation/retirement.js
var retirement = __webpack_require__(4085);
// EXTERNAL MODULE: ./build/src/operations/revoking/revoke-tokens.js + 2 modules
var revoke_tokens = __webpack_require__(6047);
;// CONCATENATED MODULE: ./build/src/operations/rotation/retire.js







async function retire(options, deps) {
  const list = await (0,errors.Bg)(deps.api.tokens());
  if (list instanceof errors.HR) return { kind: 'not-listed', error: list };
  return await retireListed(list, undefined, { options, deps });
}
async function retireReplacedBy(own, options, deps) {
  const list = await (0,errors.Bg)(deps.api.tokens());
  if (list instanceof errors.HR) return { kind: 'not-listed', error: list };
  const ended = endedSincePromotion(own, options.series, list);
  if (ended) return ended;
  if (!(0,retirement.Kd)(list.tokens, own.id)) return { kind: 'not-listed', error: promotionNotListed(own.id) };
  return await retireListed(list, own.id, { options, deps });
}
async function retireListed({ tokens, clocks }, own, { options, deps }) {
  const { series, endsTokens, gracePeriodMs, quarantineMs } = options;
  const { due, inGracePeriod } = (0,retirement.Ze)(tokens, series, { own, gracePeriodMs, quarantineMs, clocks });
  const kept = due.filter(({ decision }) => decision === 'keep');
  const toEnd = due.filter(({ decision }) => decision !== 'keep');
  const outcomes = await (0,revoke_tokens._)(endsTokens ? toEnd.map(tokenEnding) : [], deps);
  const revoked = outcomes.filter(outcome.M).map(({ id }) => id);
  const suspended = outcomes.flatMap((outcome) => (outcome.kind === 'suspended' ? [outcome] : []));
  const ended = new Set([...revoked, ...suspended.map(({ id }) => id)]);
  const overdue = toEnd
    .filter((token) => !ended.has(token.id) && !(0,token_content.vj)(token))
    .map((token) => ({ token, until: clocks.forRenewing }));
  return {
    kind: 'retired',
    revoked,
    suspended: suspended.map(({ id, token }) => ({ ...token, id })),
    failed: outcomes.filter(outcome.I),
    spared: outcomes.filter(({ kind }) => kind === 'kept'),
    kept,
    postponed: endsTokens ? [] : toEnd,
    left: [...overdue, ...inGracePeriod].sort((one, other) => (0,listing.ll)(one.token, other.token)),
  };
}
function promotionNotListed(id) {
  return new errors.HR('token-not-listed', `The list does not show yet that token ${id} was promoted.`);
}
function tokenEnding(token) {
  const { id, decision } = token;
  return decision === 'suspend'
    ? { kind: 'suspend', id, token }
    : { kind: 'revoke', id, known: true, ...((0,token_content.vj)(token) ? { decidedOn: token } : {}) };
}

;// CONCATENATED MODULE: ./build/src/operations/rotate.js









async function rotate(request, deps) {
  const { rotationProgress } = deps;
  const spec = specOf(request);
  const list = await (0,errors.Bg)(deps.api.tokens());
  if (list instanceof errors.HR) return { kind: 'not-begun', error: list, before: undefined };
  const before = (0,rotation_plan.Xi)(spec, { ...list, run: request.run });
  const state = await (0,errors.Bg)((0,read_state.u)(spec, list, { request, deps }));
  if (state instanceof errors.HR) return { kind: 'not-begun', error: state, before };
  if (state.unresolvedRuns) rotationProgress({ kind: 'runs-unresolved', unresolved: state.unresolvedRuns });
  const plan = (0,rotation_plan.Qj)(spec, state.facts);
  if (plan.kind === 'refused') return { ...plan, before };
  rotationProgress({ kind: 'planned', plan });
  const { grants } = request;
  const databases = grants ? (0,tokens_databases.tF)(grants, state.facts.databases) : [];
  if (grants && databases.length > 0) {
    return { kind: 'unknown-databases', databases, input: grants.databasesInput, before };
  }
  if (plan.kind === 'not-due') return await keepCurrent(plan, before, { request, deps });
  rotationProgress({ kind: 'new-token-planned', plan });
  if (plan.cannotBeProbed) return { kind: 'cannot-be-probed', before };
  if (request.dryRun) return await keepCurrent(plan, before, { request, deps });
  const ledger = await deps.newLedger(false);
  if (plan.adopts) {
    const adoption = await adopt(plan.adopts, request.run, deps);
    if (adoption.kind !== 'adopted') return { kind: 'not-adopted', token: plan.adopts, adoption, before };
    const { isGivenBack } = adoption;
    rotationProgress({ kind: 'adopted', token: plan.adopts, isGivenBack });
  }
  const replaced = await replace({ plan, request, state }, ledger, deps);
  if (replaced.kind !== 'replaced') {
    if (replaced.kind === 'not-delivered' && !request.storeIn.laterSteps) ledger.setPhase('done');
    return { kind: 'not-replaced', plan, failure: replaced, before };
  }
  const { token, activation, delivery } = replaced;
  if (request.storeIn.laterSteps) return { kind: 'rotated', plan, token, activation, promotion: undefined };
  deps.runner.outputs((0,rotation_outputs.RX)(plan));
  const promotion = await finishRotation(delivery, deps);
  ledger.setPhase('done');
  return { kind: 'rotated', plan, token, activation, promotion };
}
async function finishRotation(delivery, deps) {
  const { tokenId, series, permissions, gracePeriodMs, quarantineMs, accepted } = delivery;
  const promoted = await promote(delivery, deps);
  if (promoted.kind !== 'done') return promoted;
  deps.rotationProgress({ kind: 'promoted', id: tokenId });
  const options = { series, gracePeriodMs, quarantineMs, endsTokens: accepted };
  const retirement = await retireReplacedBy({ id: tokenId, issued: permissions }, options, deps);
  return retirement.kind === 'retired' || retirement.kind === 'not-listed'
    ? { kind: 'promoted', retirement }
    : retirement;
}
function specOf(request) {
  const { description, tokenId, grants, expiresAt, renewBeforeMs, gracePeriodMs, activationTimeoutMs } = request;
  return {
    ...(description === undefined ? {} : { plainDescription: description }),
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(grants ? { permissions: grants.permissions } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    endsReplacedAtOnce: gracePeriodMs === 0 && activationTimeoutMs > 0,
  };
}
async function keepCurrent(plan, before, { request, deps }) {
  const { gracePeriodMs, quarantineMs, dryRun } = request;
  const options = { series: plan.series, gracePeriodMs, quarantineMs, endsTokens: !dryRun };
  const retirement = await retire(options, deps);
  return { kind: 'unrotated', plan, retirement, before };
}

// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/report/issuing.js
var issuing = __webpack_require__(2301);
// EXTERNAL MODULE: ./build/src/report/outcomes.js
var outcomes = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/report/context.js
var report_context = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/report/suspension.js
var suspension = __webpack_require__(8520);
;// CONCATENATED MODULE: ./build/src/report/retirement.js






function describeRetirement(result) {
  if (result.kind === 'not-listed') {
    return [{ kind: 'warning', code: 'nothing-retired', text: notListed(result.error) }];
  }
  const { revoked, suspended, spared, kept, failed } = result;
  const lines = [
    ...revoked.map((id) => ({ kind: 'info', text: `Revoked replaced token ${id}.` })),
    ...suspended.map(({ id }) => ({ kind: 'info', text: `Suspended replaced token ${id}.` })),
    ...(0,suspension.FJ)(spared),
    ...kept.map(({ id, reason }) => ({ kind: 'info', text: `Token ${id} is kept: ${reason}.` })),
  ];
  const first = failed.find(({ kind }) => kind !== 'skipped') ?? failed[0];
  if (!first) return lines;
  const text =
    `The step could not revoke or suspend ${(0,base_text.pq)(failed.length, 'replaced token')} ` +
    `(${failed.map(({ id }) => id).join(', ')}). ${describeFailed(first)} The next run tries again.`;
  return [...lines, { kind: 'warning', code: 'replaced-token-not-revoked', text }];
}
function describeFailed(outcome) {
  const { id } = outcome;
  if (outcome.kind === 'failed') return `Token ${id} was not revoked. ${(0,errors.KG)(outcome.error)}`;
  return (0,suspension.nl)(outcome) ?? `Token ${id} was skipped.`;
}
function notListed(error) {
  return `The step could not retire the replaced tokens. ${(0,errors.KG)(error)} These tokens stay valid. The next run tries again.`;
}
function previewRetirement(result) {
  const postponed = result.kind === 'retired' ? result.postponed : [];
  if (postponed.length === 0) return { lines: [], sections: [] };
  return {
    lines: postponed.map(({ id, decision, reason }) => ({
      kind: 'info',
      text: `Replaced token ${id} ${suspension.QZ[decision]}: ${reason}.`,
    })),
    sections: [
      {
        title: 'Replaced tokens to revoke or suspend',
        head: ['Token ID', 'Result', 'Reason'],
        rows: postponed.map(({ id, decision, reason }) => [id, suspension.QZ[decision], { prose: reason }]),
      },
    ],
  };
}
function describeReplacedTokens(result, { now }) {
  if (result.kind === 'not-listed') return [notListed(result.error)];
  const { revoked, suspended, left } = result;
  const kept = keptWithAccess(result);
  const last = left.toSorted((one, other) => lastInstant(other) - lastInstant(one))[0];
  const valid =
    left.length === 1
      ? 'The replaced token stays valid until'
      : `${(0,base_text.pq)(left.length, 'replaced token')} stay valid, at most until`;
  return [
    ...(last ? [`${valid} ${describeLastInstant(last, now)}.`] : []),
    ...countEnded(kept.length, 'kept'),
    ...countEnded(suspended.length, 'suspended'),
    ...countEnded(revoked.length, 'revoked'),
  ];
}
function keptWithAccess({ kept }) {
  return kept.filter((token) => !(0,token_content.vj)(token));
}
function countEnded(count, how) {
  return count === 0 ? [] : [`${(0,base_text.pq)(count, 'replaced token')} ${count === 1 ? 'was' : 'were'} ${how}.`];
}
function summarizeValidity(current, result, context) {
  if (result.kind === 'not-listed') return [];
  const { revoked, suspended, left } = result;
  return [
    validityTable([
      [current.id, 'current', describeLimit(current.expiresAt, context)],
      ...left.map((one) => [one.token.id, 'replaced', describeLastInstant(one, context.now)]),
      ...keptWithAccess(result).map(({ id, expiresAt, reason }) => [
        id,
        { prose: `kept: ${reason}` },
        describeLimit(expiresAt, context),
      ]),
      ...suspended.map(({ id }) => [id, 'replaced', 'no longer valid (suspended by this run)']),
      ...revoked.map((id) => [id, 'replaced', 'no longer valid (revoked by this run)']),
    ]),
  ];
}
const STATES = {
  current: ['current', 'replaced'],
  pending: ['pending', 'in use'],
  unclear: ['current or pending (not known)', 'in use or replaced (not known)'],
  restored: ['kept', 'in use'],
};
function summarizeUnretired({ id, expiresAt }, { replaced, state }, context) {
  const [own, others] = STATES[state];
  return validityTable([
    [id, own, describeLimit(expiresAt, context)],
    ...replaced.map((token) => [
      token.id,
      others,
      state === 'current'
        ? 'the first run after the grace period'
        : 'the end of the grace period, if the new token is promoted',
    ]),
  ]);
}
function describeLimit(expiry, context) {
  return expiry === 'unset' ? 'no expiry' : (0,report_context.lA)(expiry, context);
}
function validityTable(rows) {
  return { title: 'Token validity', head: ['Token ID', 'State', 'Valid until'], rows };
}
function lastInstant({ token: { expiresAt }, until }) {
  return typeof expiresAt === 'number' ? Math.min(expiresAt, until) : until;
}
function describeLastInstant(one, now) {
  const instant = lastInstant(one);
  if (one.until > instant) return (0,dates.oL)(instant, now);
  return one.until <= now ? 'the next run' : `the first run after ${(0,dates.oL)((0,dates.g$)(instant), now)}`;
}

;// CONCATENATED MODULE: ./build/src/report/promotion.js








function reportPromotion(id, promotion) {
  switch (promotion.kind) {
    case 'promoted': {
      const { retirement } = promotion;
      const outputs = retirement.kind === 'retired' ? (0,rotation_outputs.KK)(retirement) : {};
      return { outputs, lines: describeRetirement(retirement) };
    }
    case 'unclear': {
      const text =
        `Token ${id} was delivered. It is not known whether the token was promoted. ${(0,issuing.em)(promotion)} All tokens stay ` +
        'valid. If the token was not promoted, the next run rotates again.';
      return { lines: [{ kind: 'warning', code: 'token-not-promoted', text }] };
    }
    case 'not-changed': {
      const text =
        `Token ${id} was delivered, but not promoted. ${(0,errors.KG)(promotion.error)} All tokens stay valid. The next run rotates ` +
        'again.';
      return { lines: [{ kind: 'warning', code: 'token-not-promoted', text }] };
    }
    case 'restored': {
      const text =
        `Another run suspended and restored token ${id} after it was delivered. The token is valid, but was not promoted. All ` +
        'tokens stay valid. To rotate again, run the job once without `renew-before`.';
      return { lines: [{ kind: 'warning', code: 'token-not-promoted', text }] };
    }
    case 'other-permissions': {
      const { permissions } = promotion.token;
      const granted = (0,base_text.k3)(`"${(0,tokens_permissions.gH)(permissions)}"`);
      const message =
        `Someone changed the permissions of token ${id} after it was delivered. The token grants ${granted} now, so its consumers ` +
        'might not have the access that they need. All tokens stay valid. Later runs can revoke the tokens that it replaces, so ' +
        'correct its permissions before that (`operation: update`).';
      return {
        outputs: { permissions: (0,tokens_permissions.A6)(permissions) },
        failure: new errors.HR('token-not-promoted', message),
      };
    }
    case 'suspended':
    case 'revoked':
      return reportEnded(id, promotion.kind, 'This step did not change the tokens that it replaces.');
    case 'ended': {
      const ids = promotion.stillValid.map((token) => token.id);
      const others =
        ids.length > 0
          ? `These tokens of the series are still valid and were not changed: ${(0,outcomes.Kf)(ids)}.`
          : 'No other token of the series is valid.';
      const report = reportEnded(id, promotion.how, others);
      return { ...report, outputs: { ...report.outputs, ...(0,rotation_outputs.w)(promotion.stillValid) } };
    }
  }
}
function reportEnded(id, status, others) {
  const failure =
    status === 'revoked'
      ? new errors.HR(
          'new-token-revoked',
          `Someone revoked token ${id} after it was delivered, so its consumers have no valid token. ${others} Run the job ` +
            'again at once.',
        )
      : new errors.HR(
          'new-token-suspended',
          `Another run suspended token ${id} after it was delivered, so its consumers lose their access. ${others} Run the job ` +
            'again at once, or restore the token (`operation: restore`).',
        );
  return { outputs: { status }, failure };
}
const NOT_PROMOTED = '0 tokens promoted at the end of the job';
const UNCONFIRMED = 'Promotion at the end of the job not confirmed';
function reportPromotionAtEnd({ tokenId, series, quarantineMs }, promotion, context) {
  const { outputs: _, ...report } = reportPromotion(tokenId, promotion);
  const facts = [
    ['Series', series.plainDescription],
    ['Cluster', context.cluster],
    ['New token', tokenId],
  ];
  switch (promotion.kind) {
    case 'revoked':
    case 'suspended':
    case 'ended':
    case 'other-permissions':
      return report;
    case 'not-changed':
    case 'unclear':
    case 'restored': {
      const text = (report.lines ?? []).map((line) => line.text);
      return {
        ...report,
        sections: [{ title: promotion.kind === 'unclear' ? UNCONFIRMED : NOT_PROMOTED, text, facts }],
      };
    }
    case 'promoted': {
      const { retirement } = promotion;
      const warnings = (report.lines ?? []).filter(({ kind }) => kind === 'warning').map(({ text }) => text);
      const text = [...new Set([...describeReplacedTokens(retirement, context), ...warnings])];
      return {
        ...report,
        sections: [
          { title: '1 token promoted at the end of the job', text, facts },
          ...(0,suspension.Au)(retirement, quarantineMs, context),
        ],
      };
    }
  }
}

// EXTERNAL MODULE: ./build/src/report/delivery.js
var delivery = __webpack_require__(4173);
// EXTERNAL MODULE: ./build/src/report/failures.js
var failures = __webpack_require__(1626);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/src/report/permission-warnings.js
var permission_warnings = __webpack_require__(6094);
// EXTERNAL MODULE: ./build/src/report/progress.js
var progress = __webpack_require__(1566);
;// CONCATENATED MODULE: ./build/src/report/rotation-plan.js















function describeRotationProgress(progress) {
  switch (progress.kind) {
    case 'runs-unresolved':
      return [unresolvedRuns(progress.unresolved)];
    case 'planned':
      return describePlan(progress.plan);
    case 'new-token-planned':
      return describeRisks(progress.plan);
    case 'adopted': {
      const { id, description } = progress.token;
      const adopted = info(`Adopted token ${id} as the first token of the series "${(0,tokens_tag.$Y)(description)}".`);
      return progress.isGivenBack ? [(0,suspension.jb)(id), adopted] : [adopted];
    }
    case 'stored':
      return [info(`Stored the new token in \`${progress.target}\`.`)];
    case 'promoted':
      return [info(`Promoted token ${progress.id}.`)];
  }
}
function unresolvedRuns({ count, asked, why }) {
  const text = `The status of ${(0,base_text.B4)(count)} of ${(0,base_text.pq)(asked, 'run')} with a pending token is not known. ${why}`;
  return { kind: 'warning', code: 'run-status-unknown', text };
}
function describePlan(plan) {
  const notices = plan.kind === 'rotate' ? plan.notices : [];
  const lines = [
    ...plan.warnings.map((text) => ({ kind: 'warning', code: 'rotation', text })),
    ...notices.map((text) => ({ kind: 'notice', code: 'rotation', text })),
    ...stepsOf(plan).map(info),
  ];
  return lines.map((line) => ({ ...line, text: (0,base_text.k3)(line.text) }));
}
function stepsOf(plan) {
  const name = plan.series.plainDescription;
  if (plan.kind === 'not-due') {
    return [`No rotation of "${name}" is due: token ${plan.current.id} ${(0,token_spec.UR)(plan.current.expiresAt)}.`];
  }
  return [
    `Rotation of "${name}":`,
    ...plan.reasons.map((reason) => `- Reason: ${reason}.`),
    ...(plan.adopts ? [`- Token ${plan.adopts.id} becomes the first token of the series.`] : []),
    `- The new token grants "${(0,tokens_permissions.gH)(plan.permissions)}" and ${(0,token_spec.UR)(plan.expiresAt)}.`,
  ];
}
function describeRisks({ permissions, expiresAt, missingDatabases }) {
  const lines = (0,permission_warnings.v)(permissions);
  if (expiresAt === 'never') {
    const text = 'The new token never expires. Only a later rotation or a person can revoke it.';
    lines.push({ kind: 'warning', code: 'no-expiry', text });
  }
  if (missingDatabases.length > 0) {
    const names = missingDatabases.map((name) => `"${name}"`).join(', ');
    const text =
      `The new token inherits permissions on databases that the cluster no longer has: ${names}. To change its permissions, set ` +
      '`permissions`.';
    lines.push({ kind: 'warning', code: 'unknown-databases', text });
  }
  return lines;
}
function newTokenCannotBeProbed() {
  return new errors.HR(
    'new-token-cannot-be-probed',
    'The step cannot probe the new token, because the cluster has no database. `grace-period: 0` retires the ' +
      'old token at once, so the new token must be probed first. Nothing was changed. Create a database, or set a longer ' +
      '`grace-period`.',
  );
}
function reportUnrotated(request, { plan, retirement, before }, context) {
  const token = plan.kind === 'not-due' ? plan.current : plan.predecessor;
  const isDryRun = plan.kind === 'rotate' || request.dryRun;
  const preview = previewRetirement(retirement);
  return {
    outputs: {
      ...(token ? (0,report_outputs.Q5)(token, (0,tokens_token.oH)(token, before.now)) : {}),
      active: '',
      rotated: 'false',
      ...(retirement.kind === 'retired'
        ? (0,rotation_outputs.KK)(retirement)
        : { ...(0,rotation_outputs.w)(before.replaced), ...(0,report_outputs.u8)() }),
    },
    lines: [...describeRetirement(retirement), ...preview.lines, ...(isDryRun ? [progress.yE] : [])],
    sections: [
      ...(plan.kind === 'rotate'
        ? [dryRun(plan, request, context)]
        : [notDue(plan, { request, retirement }, context), ...summarizeValidity(plan.current, retirement, context)]),
      ...preview.sections,
      ...(0,suspension.Au)(retirement, request.quarantineMs, context),
    ],
  };
}
function dryRun(plan, { storeIn }, context) {
  const consumers = [
    ...storeIn.targets.map(({ label }) => label),
    ...(storeIn.laterSteps ? ['later steps of this job'] : []),
  ];
  return {
    title: 'Dry run: 1 token would be rotated',
    facts: [
      ['Series', plan.series.plainDescription],
      ['Cluster', context.cluster],
      ['Reason', { prose: plan.reasons.join('; ') }],
      ...(plan.adopts ? [['Adopts', plan.adopts.id]] : []),
      ['Replaces', describeReplaced(plan)],
      ['Permissions', (0,tokens_permissions.gH)(plan.permissions)],
      ['Expires', (0,report_context.lA)(plan.expiresAt, context)],
      ['Delivered to', consumers.join(', ')],
    ],
  };
}
function notDue({ series, current }, { request, retirement }, context) {
  const { dryRun, renewBeforeMs } = request;
  return {
    title: `${dryRun ? 'Dry run: 0 tokens would be' : '0 tokens'} rotated, because no rotation is due`,
    text: [...describeReplacedTokens(retirement, context), describeNextRotation(current, renewBeforeMs, context)],
    facts: [
      ['Series', series.plainDescription],
      ['Cluster', context.cluster],
      ['Current token', current.id],
      ['Permissions', (0,tokens_permissions.gH)(current.permissions)],
      ['Expires', (0,report_context.lA)(current.expiresAt, context)],
    ],
  };
}
function describeReplaced(plan) {
  const ids = (0,rotation_plan._0)(plan).map(({ id }) => id);
  return ids.length === 0 ? 'no token, because the series has no valid token' : ids.join(', ');
}
function describeNextRotation({ expiresAt }, renewBeforeMs, { now }) {
  const next = 'Next rotation:';
  if (renewBeforeMs === undefined) return `${next} the next run, because \`renew-before\` is not set.`;
  if (expiresAt === 'unset') {
    return `${next} only after a change, because the token never expires. A rotation is due if permissions change, or if a token or a secret is missing.`;
  }
  if (expiresAt === 'unreadable') return `${next} the next run, because the expiry of the token cannot be read.`;
  return `${next} the first run after ${(0,dates.oL)((0,dates.g$)(expiresAt - renewBeforeMs), now)}.`;
}
function info(text) {
  return { kind: 'info', text };
}

;// CONCATENATED MODULE: ./build/src/report/failed-rotation.js








function reportFailedRotation(result, context) {
  switch (result.kind) {
    case 'not-begun':
      return withoutNewToken(result, (0,errors.eQ)(result.error, failures.Dh));
    case 'refused':
      return withoutNewToken(result, (0,failures.RE)(result));
    case 'unknown-databases':
      return withoutNewToken(result, (0,failures.jp)(result));
    case 'cannot-be-probed':
      return withoutNewToken(result, newTokenCannotBeProbed());
    case 'not-adopted':
      return reportNotAdopted(result);
    case 'not-replaced':
      return withAdoption(reportUnreplaced(result, context), result.plan.adopts);
  }
}
function withoutNewToken({ before }, failure) {
  return { outputs: { ...outputsBefore(before), ...(0,report_outputs.u8)() }, failure };
}
function outputsBefore(before) {
  const inUse = before?.inUse;
  return {
    ...(inUse ? (0,report_outputs.Q5)(inUse, (0,tokens_token.oH)(inUse, before.now)) : {}),
    ...(0,rotation_outputs.w)(before?.replaced),
  };
}
function reportNotAdopted(result) {
  const { adoption } = result;
  const { outputs, ...report } = withoutNewToken(result, notAdopted(result.token, adoption));
  if (adoption.kind === 'revoked') return { ...report, outputs: { ...outputs, status: 'revoked' } };
  const { status: _, permissions: __, ...others } = outputs ?? {};
  const isUnclear =
    adoption.kind === 'suspended' || adoption.kind === 'changed-meanwhile' || adoption.kind === 'not-given-back';
  return { ...report, outputs: isUnclear ? others : { ...outputs } };
}
function notAdopted({ id }, adoption) {
  const failed = (message) => new errors.HR('token-not-adopted', message);
  switch (adoption.kind) {
    case 'suspended':
      return failed(
        `Another run suspended token ${id}, or changed its permissions, during the adoption. Then someone changed the token ` +
          'again. This run did not create a token. Check the token (`operation: get`), restore its permissions ' +
          '(`operation: restore`), and run the job again.',
      );
    case 'changed-meanwhile':
      return failed(
        `Someone suspended or changed token ${id} after the tokens were listed, so it was not adopted. Nothing was changed. ` +
          'Check the token (`operation: get`). If it is suspended, restore its permissions (`operation: restore`). Then run the job again.',
      );
    case 'revoked':
      return failed(
        `Someone revoked token ${id} before the step could adopt the token. ${failures.Dh} If \`token-id\` is set, remove it. Then run the job again.`,
      );
    case 'not-changed':
      return (0,errors.eQ)(adoption.error, `Token ${id} was not adopted. ${failures.Dh}`);
    case 'unclear':
      return failed(
        `It is not known whether token ${id} has the tag of the series. ${(0,issuing.em)(adoption)} The token stays valid, and ` +
          'nothing else was changed. Run the job again.',
      );
    case 'not-shown':
      return failed(
        `The server accepted the tag of token ${id}, but does not show this tag. The token stays valid, and nothing else ` +
          'was changed. Run the job again.',
      );
    case 'not-given-back':
      return (0,errors.eQ)(
        adoption.error,
        `Another run suspended token ${id}, or changed its permissions, during the adoption. It is not known whether the token ` +
          'has its permissions again. Check the token (`operation: get`), and restore it if necessary (`operation: restore`). ' +
          'Then run the job again.',
        '',
      );
    case 'not-read-back':
      return (0,errors.eQ)(
        adoption.error,
        `The step added the tag of the series to token ${id}, but could not read the tag back. The token stays valid. Run the job again.`,
        '',
      );
  }
}
function withAdoption(report, adopted) {
  if (!adopted || !report.failure) return report;
  const context = `Token ${adopted.id} was adopted, so it now belongs to the series.`;
  return { ...report, failure: (0,errors.eQ)(report.failure, context) };
}
function reportUnreplaced({ failure, before }, context) {
  switch (failure.kind) {
    case 'withdrawn': {
      const { outputs, ...report } = reportWithdrawn(failure);
      return { ...report, outputs: { ...outputs, ...outputsBefore(before) } };
    }
    case 'not-delivered':
      return {
        ...(0,delivery.j)(failure.delivery, failure.token.id, context),
        outputs: { ...(0,rotation_outputs.w)(before?.replaced), ...(0,report_outputs.u8)() },
      };
    case 'deviates': {
      const ids = [failure.token.id];
      const { outputs, ...report } = (0,issuing.wx)(failure);
      const ended = (0,report_outputs.u8)(failure.notRevoked ? { failed: ids } : { revoked: ids });
      return { ...report, outputs: { ...outputs, ...outputsBefore(before), ...ended } };
    }
    case 'not-created':
    case 'lost':
      return { ...(0,issuing.wx)(failure), outputs: { ...outputsBefore(before), ...(0,report_outputs.u8)() } };
  }
}
function reportWithdrawn({ token: { id }, why, notRevoked }) {
  const reason = describeWithdrawal(why);
  if (notRevoked) {
    const context = `The step could not revoke the new token ${id}. ${(0,errors.KG)(notRevoked)} No consumer uses this token. The post step tries again.`;
    return { outputs: (0,report_outputs.u8)({ failed: [id] }), failure: (0,errors.eQ)(reason, context) };
  }
  return {
    outputs: { status: 'revoked', ...(0,report_outputs.u8)({ revoked: [id] }) },
    failure: (0,errors.eQ)(reason, `The step revoked the new token ${id}. All tokens that consumers use stay valid.`),
  };
}
function describeWithdrawal(why) {
  switch (why.kind) {
    case 'concurrent':
      return new errors.HR(why.refusal.code, why.refusal.why);
    case 'not-accepted':
      return (0,issuing.LA)(why.activation);
    case 'unreachable':
      return new errors.HR('token-not-probed', (0,issuing.aN)(why.activation));
    case 'not-stored':
      return new errors.HR('token-not-stored', (0,errors.KG)(why.error), {
        cause: why.error,
        remedy: why.error instanceof errors.HR ? why.error.remedy : '',
      });
    case 'not-listed':
      return why.error;
  }
}

;// CONCATENATED MODULE: ./build/src/report/rotate.js










function reportRotation(request, result, context) {
  switch (result.kind) {
    case 'unrotated':
      return reportUnrotated(request, result, context);
    case 'rotated':
      return withAdoption(reportRotated(request, result, context), result.plan.adopts);
    default:
      return reportFailedRotation(result, context);
  }
}
function reportRotated(request, rotation, context) {
  const { token, promotion } = rotation;
  const promoted = promotion ? reportPromotion(token.id, promotion) : {};
  if (promoted.failure) return promoted;
  const outputs = { ...promoted.outputs, ...(promotion ? { rotated: 'true' } : {}) };
  return { ...promoted, outputs, sections: summarizeRotation(request, rotation, context) };
}
function summarizeRotation(request, rotation, context) {
  const { plan, token, promotion } = rotation;
  const isPromoted = promotion?.kind === 'promoted';
  return [
    newToken(request, rotation, context),
    rotate_delivery(request),
    ...(isPromoted && promotion.retirement.kind === 'retired'
      ? [
          ...summarizeValidity(token, promotion.retirement, context),
          ...(0,suspension.Au)(promotion.retirement, request.quarantineMs, context),
        ]
      : [summarizeUnretired(token, { replaced: (0,rotation_plan._0)(plan), state: stateOf(promotion) }, context)]),
  ];
}
function stateOf(promotion) {
  if (promotion?.kind === 'promoted') return 'current';
  return promotion?.kind === 'unclear' || promotion?.kind === 'restored' ? promotion.kind : 'pending';
}
function newToken(request, rotation, context) {
  const { plan, token, activation, promotion } = rotation;
  return {
    title: headlineOf(request, promotion),
    text: sentencesOf(request, rotation, context),
    facts: [
      ['Series', plan.series.plainDescription],
      ['Cluster', context.cluster],
      ['Reason', { prose: plan.reasons.join('; ') }],
      ['New token', token.id],
      ['Replaces', describeReplaced(plan)],
      ['Permissions', (0,tokens_permissions.gH)(token.permissions)],
      ['Expires', (0,report_context.lA)(token.expiresAt, context)],
      ['Activation', issuing.yQ[activation.kind]],
    ],
  };
}
function headlineOf({ storeIn }, promotion) {
  const secrets = (0,base_text.pq)(storeIn.targets.length, 'secret');
  switch (promotion?.kind) {
    case 'promoted':
      return `1 token rotated and stored in ${secrets}`;
    case undefined:
      return '1 token delivered to later steps, to be promoted at the end of the job';
    case 'unclear':
      return `1 token stored in ${secrets}, promotion not confirmed`;
    default:
      return `1 token stored in ${secrets}, but not promoted`;
  }
}
function sentencesOf({ renewBeforeMs }, { token, promotion }, context) {
  if (promotion === undefined) {
    return [
      'The post step promotes the new token if the job succeeds. Until then, all tokens of the series stay valid.',
    ];
  }
  if (promotion.kind !== 'promoted') {
    const valid = 'All tokens of the series stay valid.';
    if (promotion.kind === 'unclear') return [`${valid} If the token was not promoted, the next run rotates again.`];
    return [promotion.kind === 'restored' ? valid : `${valid} The next run rotates again.`];
  }
  return [
    ...describeReplacedTokens(promotion.retirement, context),
    describeNextRotation(token, renewBeforeMs, context),
  ];
}
function rotate_delivery({ storeIn }) {
  return {
    title: 'Delivery',
    head: ['Target', 'State'],
    rows: [
      ...storeIn.targets.map(({ label }) => [label, 'stored']),
      ...(storeIn.laterSteps ? [['later steps of this job', { prose: 'set as output `token`' }]] : []),
    ],
  };
}

// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
;// CONCATENATED MODULE: ./build/src/run-rotation.js





async function runRotation(request, deps, context) {
  const rotationProgress = progressIn(deps.runner);
  return reportRotation(request, await rotate(request, { ...deps, rotationProgress }), context());
}
async function finishAtEnd(delivery, deps, context) {
  const rotationProgress = progressIn(deps.runner);
  const promotion = await finishRotation(delivery, { ...deps, rotationProgress });
  return reportPromotionAtEnd(delivery, promotion, context());
}
function progressIn(runner) {
  return (progress) => (0,publish.v)(describeRotationProgress(progress), runner);
}


 })

};
;