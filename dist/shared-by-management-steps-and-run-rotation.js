"use strict";
exports.id = 793;
exports.ids = [793];
exports.modules = {

 1650:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   R: () => ( readTargets),
   u: () => ( readState)
 });
 var _tokens_clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6298);
 var _tokens_rotation_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9784);
 var _run_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(573);



async function readState(spec, { tokens, clocks }, { request, deps }) {
  const { storeIn, run } = request;
  const { api, github, clock } = deps;
  const cluster = { date: clocks.server, elapsed: clock.elapsed() };
  const databases = await api.databases();
  const { secrets, targets } = await readTargets(storeIn.targets, cluster, { github, clock });
  const pending = (0,_tokens_rotation_plan_js__WEBPACK_IMPORTED_MODULE_1__ .qJ)(spec, { tokens, run, clocks }).map((token) => ({ token, tag: token.tag }));
  const { hasEnded, unresolved } = await (0,_run_status_js__WEBPACK_IMPORTED_MODULE_2__ .z)(pending, { own: run, clocks }, deps);
  return {
    facts: {
      tokens,
      databases,
      targets,
      run,
      hasEnded: (token) => hasEnded(token, token.tag),
      clocks,
    },
    secrets,
    unresolvedRuns: unresolved,
  };
}
async function readTargets(consumers, cluster, { github, clock }) {
  const secrets = [];
  const targets = [];
  for (const target of consumers) {
    const secret = await github.readMetadata(target);
    const clusterAheadMs = (0,_tokens_clocks_js__WEBPACK_IMPORTED_MODULE_0__ .eN)(cluster, { date: secret.date, elapsed: clock.elapsed() });
    secrets.push(secret);
    targets.push({ name: `\`${target.label}\``, storedAt: secret.storedAt, clusterAheadMs });
  }
  return { secrets, targets };
}


 }),

 4173:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   j: () => ( reportIncompleteDelivery)
 });
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5955);
 var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3127);
 var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);



function reportIncompleteDelivery(delivery, tokenId, where) {
  return {
    sections: [whereabouts(delivery, tokenId, where)],
    failure: notStoredEverywhere(delivery, tokenId),
  };
}
const ALL_VALID =
  'No token was revoked, so every consumer keeps a valid token. The next run creates another token and stores it everywhere.';
function notStoredEverywhere({ secrets, failedAt, mightBeStored, error }, id) {
  const labels = secrets.map(({ target }) => `\`${target.label}\``);
  const stored = labels.slice(0, failedAt);
  const unclear = mightBeStored ? labels.slice(failedAt, failedAt + 1) : [];
  const unchanged = labels.slice(stored.length + unclear.length);
  const sentences = [
    ...(stored.length > 0 ? [`The new token ${id} is in ${stored.join(', ')}.`] : []),
    ...unclear.map((label) => `It is not known which token is in ${label}.`),
    ...(unchanged.length > 0 ? [`Not changed: ${unchanged.join(', ')}.`] : []),
  ];
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .HR('not-stored-everywhere', `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ .KG)(error)} ${sentences.join(' ')} ${ALL_VALID}`, {
    cause: error,
  });
}
function whereabouts({ secrets, failedAt, mightBeStored }, id, where) {
  return {
    title: `New token stored in ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .B4)(failedAt)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(secrets.length, 'secret')}`,
    text: [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(where), ALL_VALID],
    head: ['Target', 'Token', 'State'],
    rows: secrets.map(({ target, storedAt }, index) => {
      if (index < failedAt) return [target.label, `new: ${id}`, 'stored'];
      if (index === failedAt && mightBeStored) return [target.label, 'not known', 'unknown outcome'];
      return [target.label, storedAt === 'absent' ? 'none' : 'old', 'not changed'];
    }),
  };
}


 }),

 1584:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   KK: () => ( retirementOutputs),
   RX: () => ( unretiredOutputs),
   w: () => ( previousOutputs)
 });
 var _tokens_listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3521);
 var _tokens_rotation_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9784);
 var _tokens_token_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
 var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6391);




function previousOutputs(valid = []) {
  return { 'previous-token-ids': JSON.stringify(valid.map(({ id }) => id)) };
}
function retirementOutputs(result) {
  if (result.kind !== 'retired') return { ...previousOutputs(), ...(0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__ .u8)() };
  const { left, kept, revoked, suspended, failed } = result;
  const valid = [...left.map(({ token }) => token), ...kept.filter((token) => !(0,_tokens_token_content_js__WEBPACK_IMPORTED_MODULE_2__ .vj)(token))];
  return {
    ...previousOutputs(valid.sort(_tokens_listing_js__WEBPACK_IMPORTED_MODULE_0__ .ll)),
    ...(0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__ .u8)({
      revoked,
      suspended: suspended.map(({ id }) => id),
      failed: failed.map(({ id }) => id),
    }),
  };
}
function unretiredOutputs(plan) {
  return { ...previousOutputs((0,_tokens_rotation_plan_js__WEBPACK_IMPORTED_MODULE_1__ ._0)(plan)), ...(0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__ .u8)() };
}


 }),

 271:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   F: () => ( detectConcurrentRotation)
 });
 var _token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9616);
 var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8271);
 var _series_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7955);



function detectConcurrentRotation({ series, listed }, ownId, { tokens, clocks }) {
  const members = (0,_series_js__WEBPACK_IMPORTED_MODULE_2__ .lS)(tokens, series, clocks);
  const own = members.find(({ id }) => (0,_token_js__WEBPACK_IMPORTED_MODULE_0__ .s)(id, ownId));
  if (!own) return ownNotThere(ownId);
  const others = members.filter((member) => member !== own);
  const isKnown = (0,_token_js__WEBPACK_IMPORTED_MODULE_0__ .RX)(listed);
  const intruder = others.find(({ id }) => !isKnown(id));
  if (intruder) return anotherHasBegun(intruder);
  const notOlder = others.find((other) => canReplace(own, other) && !(0,_series_js__WEBPACK_IMPORTED_MODULE_2__ .U4)(own, other));
  return notOlder && notTheNewest(ownId, notOlder.id);
}
function canReplace(own, other) {
  return typeof own.createdAt !== 'number' || typeof other.createdAt === 'number';
}
function anotherHasBegun({ id, tag }) {
  return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__ .J5)(
    'concurrent-rotation',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series at the same time. Set a \`concurrency:\` ` +
      'group in the workflow, so that one run waits for the other.',
  );
}
function ownNotThere(id) {
  return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__ .J5)(
    'token-not-listed',
    `The list of tokens does not contain the new token ${id}. Someone might have revoked or changed the token. Run the job again.`,
  );
}
function notTheNewest(id, other) {
  return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__ .J5)(
    'not-the-newest-token',
    `In the list, the new token ${id} is not newer than token ${other}. Later runs could not tell which of the two tokens ` +
      `replaces the other. Run the job again in a minute. If the error persists, the date of token ${other} is wrong. ` +
      'If no consumer uses that token, revoke it.',
  );
}


 }),

 4282:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Z$: () => ( isDelivered),
   _s: () => ( reasonsToRotate),
   yI: () => ( reasonsToRenew)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3127);
 var _clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6298);
 var _dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5336);
 var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5301);
 var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8673);
 var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9616);
 var _series_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7955);







function reasonsToRotate(spec, facts, { series, members, inUse }) {
  if (!inUse) return ['the series has no current token'];
  const { permissions } = spec;
  const pending = members.find(({ tag, createdAt }) => tag.kind === 'pending' && createdAt === members[0]?.createdAt);
  const found = [
    pending !== undefined && `token ${pending.id} was never promoted`,
    permissions !== undefined &&
      !(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__ .hq)(permissions, inUse.permissions) &&
      `token ${inUse.id} grants ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__ .k3)(`"${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__ .gH)(inUse.permissions)}"`)} instead of "${(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__ .gH)(permissions)}"`,
  ];
  return [...reasonsToRenew(spec, facts, { series, inUse }), ...found.filter((reason) => reason !== false)];
}
function reasonsToRenew({ renewBeforeMs }, { tokens, targets, clocks }, { series, inUse }) {
  const now = clocks.forRenewing;
  const found = [
    renewBeforeMs === undefined && '`renew-before` is not set, so every run rotates',
    endedSince(inUse, series, { tokens, now }),
    expiresSoon(inUse, renewBeforeMs, now),
    ...targets.map((target) => lacks(target, inUse)),
  ];
  return found.filter((reason) => reason !== false);
}
function isDelivered(token, targets) {
  return targets.every((target) => lacks(target, token) === false);
}
function endedSince(inUse, series, { tokens, now }) {
  const ended = (0,_series_js__WEBPACK_IMPORTED_MODULE_4__ .MO)(tokens, series).find(
    (token) => (0,_token_js__WEBPACK_IMPORTED_MODULE_3__ .oH)(token, now) !== 'active' && (0,_series_js__WEBPACK_IMPORTED_MODULE_4__ .U4)(token, inUse),
  );
  return (
    ended !== undefined && `token ${ended.id} is ${(0,_token_js__WEBPACK_IMPORTED_MODULE_3__ .oH)(ended, now)}, although it is newer than the token in use`
  );
}
function expiresSoon({ id, expiresAt }, renewBeforeMs, now) {
  if (renewBeforeMs === undefined || expiresAt === 'unset') return false;
  if (expiresAt === 'unreadable') return `the expiry of token ${id} cannot be read`;
  return expiresAt <= now + renewBeforeMs && `token ${id} expires on ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_1__ .Yi)(expiresAt)}`;
}
function lacks({ name, storedAt, clusterAheadMs }, inUse) {
  if (storedAt === 'absent') return `the secret ${name} does not exist yet`;
  const { createdAt } = inUse;
  if (typeof createdAt === 'number' && (0,_clocks_js__WEBPACK_IMPORTED_MODULE_0__ .m6)(storedAt, createdAt, clusterAheadMs)) return false;
  const reason = `the secret ${name} was stored before token ${inUse.id} was created`;
  const differenceMs = Math.abs(clusterAheadMs ?? 0);
  return differenceMs > _clocks_js__WEBPACK_IMPORTED_MODULE_0__ .Vn
    ? `${reason} (the clocks of GitHub and the cluster differ by ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__ .a3)(differenceMs / 1000)})`
    : reason;
}


 }),

 5448:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   v: () => ( planExpiry)
 });
 var _token_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4526);
 var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8271);


const MIN_LIFETIME_MS = 3_600_000;
function planExpiry({ expiresAt, renewBeforeMs }, predecessor, now) {
  if (expiresAt !== undefined) return expiresAt;
  const inherited = (0,_token_spec_js__WEBPACK_IMPORTED_MODULE_0__ .cM)(predecessor, now);
  if (inherited === undefined) return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__ .Ec)('expires-at', predecessor);
  const { lifetimeMs } = inherited;
  if (lifetimeMs < MIN_LIFETIME_MS) return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__ .sT)(lifetimeMs);
  if (renewBeforeMs !== undefined && renewBeforeMs >= lifetimeMs) return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__ .q3)(renewBeforeMs, lifetimeMs);
  return inherited.expiresAt;
}


 }),

 9784:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  jb: () => ( MAX_PENDING),
  Qj: () => ( planRotation),
  _0: () => ( replacedBy),
  qJ: () => ( runsToCheck),
  Xi: () => ( seriesBefore)
});

// EXTERNAL MODULE: ./build/src/tokens/databases.js
var databases = __webpack_require__(3959);
// EXTERNAL MODULE: ./build/src/tokens/listing.js
var listing = __webpack_require__(3521);
// EXTERNAL MODULE: ./build/src/tokens/permissions.js
var tokens_permissions = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/rotation/due.js
var due = __webpack_require__(4282);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/src/tokens/rotation/refusals.js
var refusals = __webpack_require__(8271);
// EXTERNAL MODULE: ./build/src/tokens/rotation/series.js
var rotation_series = __webpack_require__(7955);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/find-series.js




function findStart(spec, facts) {
  return spec.tokenId === undefined
    ? startOf(spec.plainDescription ?? '', facts)
    : startAt(spec.tokenId, spec.plainDescription, facts);
}
function startOf(plain, { tokens, run, clocks }) {
  const series = seriesOf(run, plain);
  if ((0,rotation_series.lS)(tokens, series, clocks).length > 0) return { kind: 'start', series, origin: { kind: 'existing' } };
  const [adopts, ...more] = tokens.filter(
    (token) => (0,tokens_tag.$Y)(token.description) === plain && isAdoptable(token, run, clocks),
  );
  if (adopts && more.length > 0) {
    return (0,refusals.J5)(
      'several-tokens-to-choose-from',
      `The series "${plain}" has no token yet, and ${more.length + 1} tokens have this description: ` +
        `${[adopts, ...more].map(({ id }) => id).join(', ')}. Set \`token-id\` to the token that your consumers use.`,
    );
  }
  return { kind: 'start', series, origin: adopts ? { kind: 'adopted', token: adopts } : { kind: 'new' } };
}
function startAt(id, plain, { tokens, run, clocks }) {
  const token = tokens.find((listed) => (0,tokens_token.s)(listed.id, id));
  if (!token) {
    return (0,refusals.J5)(
      'token-not-found',
      plain === undefined
        ? `Token ${id} is not in the list of tokens, so its series is not known. Set \`description\` instead.`
        : `Token ${id} is not in the list of tokens. Correct or remove \`token-id\`.`,
    );
  }
  const tagged = (0,tokens_tag.UB)(token.description);
  const own = (0,tokens_tag.$Y)(token.description);
  if (plain !== undefined && plain !== own) {
    return (0,refusals.J5)(
      'two-names-for-one-series',
      `Token ${id} has the description "${own}", but the input \`description\` is "${plain}". Remove one of the two inputs.`,
    );
  }
  const series = seriesOf(run, own);
  if (tagged && (0,rotation_series.aQ)(tagged.tag) && (0,tokens_tag.ve)(tagged.tag, run)) {
    return startOf(own, { tokens, run, clocks });
  }
  if (!isAdoptable(token, run, clocks)) {
    return (0,refusals.J5)('token-cannot-be-rotated', `Token ${id} cannot be rotated, because ${whyNot(token, run, clocks)}.`);
  }
  const members = (0,rotation_series.lS)(tokens, series, clocks);
  if (members.length > 0) {
    return (0,refusals.J5)(
      'a-series-with-this-name-exists',
      `Token ${id} is not part of the series "${own}", which already contains ${members.map((member) => member.id).join(', ')}. ` +
        'Remove `token-id`, or change the description of the token (`operation: update`).',
    );
  }
  return { kind: 'start', series, origin: { kind: 'adopted', token } };
}
function seriesOf({ server, repositoryId }, plainDescription) {
  return { server, repositoryId, plainDescription };
}
function isAdoptable(token, own, clocks) {
  return whyNot(token, own, clocks) === undefined;
}
function whyNot(token, own, clocks) {
  const status = (0,tokens_token.oH)(token, clocks.forEnding);
  if (status === 'suspended') return 'it is suspended. Restore its permissions first (`operation: restore`)';
  if (status !== 'active') return `it is ${status}`;
  const tag = (0,tokens_tag.UB)(token.description)?.tag;
  if (tag === undefined)
    return (0,tokens_tag.$Y)(token.description) === '' ? 'it has no description, so its series has no name' : undefined;
  if (!(0,tokens_tag.ve)(tag, own)) return `it belongs to ${tag.server}/${tag.repository}`;
  return tag.kind === 'kept' ? undefined : 'it belongs to a single job';
}

// EXTERNAL MODULE: ./build/src/tokens/rotation/new-expiry.js
var new_expiry = __webpack_require__(5448);
// EXTERNAL MODULE: ./build/src/tokens/rotation/retirement.js
var retirement = __webpack_require__(4085);
// EXTERNAL MODULE: ./build/src/tokens/rotation/warnings.js
var rotation_warnings = __webpack_require__(6239);
;// CONCATENATED MODULE: ./build/src/tokens/rotation/plan.js











function replacedBy({ members, adopts }) {
  return adopts ? [...members, adopts] : members;
}
const MAX_PENDING = 10;
function runsToCheck(spec, facts) {
  const start = findStart(spec, facts);
  if (start.kind === 'refused') return [];
  return (0,rotation_series.lS)(facts.tokens, start.series, facts.clocks).filter(({ tag }) => tag.kind === 'pending');
}
function seriesBefore(spec, facts) {
  const { tokens, clocks } = facts;
  const now = clocks.forRenewing;
  const start = findStart(spec, facts);
  if (start.kind === 'refused') return { inUse: undefined, replaced: [], now };
  const { series, origin } = start;
  const current = (0,rotation_series.$c)((0,rotation_series.lS)(tokens, series, clocks));
  const inUse = current ?? (origin.kind === 'adopted' ? origin.token : undefined);
  return { inUse, replaced: (0,retirement.ZG)(tokens, series, clocks), now };
}
function planRotation(spec, unsorted) {
  const facts = { ...unsorted, tokens: unsorted.tokens.toSorted(listing.ll) };
  const start = findStart(spec, facts);
  if (start.kind === 'refused') return start;
  const { series, origin } = start;
  const adopts = origin.kind === 'adopted' ? origin.token : undefined;
  const members = (0,rotation_series.lS)(facts.tokens, series, facts.clocks);
  const current = (0,rotation_series.$c)(members);
  const predecessor = current ?? adopts ?? members[0];
  const underWay = members.find((token) => token.tag.kind === 'pending' && !facts.hasEnded(token));
  if (underWay)
    return isOfAttempt(underWay.tag, facts.run)
      ? (0,refusals.gT)(underWay)
      : (0,refusals.yn)(underWay, 'still pending');
  if (current && isOfAttempt(current.tag, facts.run)) return (0,refusals.sJ)(current);
  const inUse = current ?? adopts;
  const reasons = (0,due._s)(spec, facts, { series, members, inUse });
  const warnings = [
    ...(0,rotation_warnings._o)(spec, inUse),
    ...(origin.kind === 'new' ? (0,rotation_warnings.l$)(series, facts.tokens, facts.clocks) : []),
  ];
  if (inUse && reasons.length === 0) {
    const unadopted = adopts
      ? [
          `The first rotation that is due adopts token ${inUse.id}. Until then, a cleanup with \`max-age\` can revoke this token, ` +
            'because it does not belong to a series yet.',
        ]
      : [];
    return { kind: 'not-due', series, current: inUse, warnings: [...warnings, ...unadopted] };
  }
  const pending = members.filter(({ tag }) => tag.kind === 'pending');
  if (pending.length >= MAX_PENDING) return (0,refusals.nr)(pending, 'promoted');
  const permissions = spec.permissions ?? predecessor?.permissions;
  if (permissions === undefined || (spec.permissions === undefined && permissions.length === 0)) {
    return (0,refusals.Ec)('permissions', predecessor);
  }
  const expiresAt = (0,new_expiry.v)(spec, predecessor, facts.clocks.forRenewing);
  if (typeof expiresAt === 'object') return expiresAt;
  return {
    kind: 'rotate',
    series,
    reasons,
    predecessor,
    adopts,
    members,
    listed: facts.tokens,
    permissions,
    expiresAt,
    missingDatabases: spec.permissions ? [] : (0,databases.H1)(permissions, facts.databases),
    cannotBeProbed: spec.endsReplacedAtOnce === true && !(0,tokens_permissions.Uv)(permissions, facts.databases),
    notices: origin.kind === 'new' ? [(0,rotation_warnings.zF)(series)] : [],
    warnings,
  };
}
function isOfAttempt(tag, run) {
  return (0,tokens_tag.ve)(tag, run) && tag.runId === run.runId && tag.runAttempt === run.runAttempt;
}


 }),

 8271:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ec: () => ( nothingToInherit),
   J5: () => ( refused),
   gT: () => ( begunByThisRun),
   nr: () => ( tooManyPending),
   q3: () => ( alwaysDue),
   sJ: () => ( rotatedByThisRun),
   sT: () => ( livesTooShort),
   yn: () => ( rotationUnderWay)
 });
 var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5301);

function refused(code, why) {
  return { kind: 'refused', code, why };
}
const ACT_HINT =
  'If you use act, set `GITHUB_RUN_ID` to a new number for each run, because act gives all runs the same ID.';
function rotationUnderWay({ id, tag }, state) {
  return refused(
    'a-rotation-is-in-progress',
    `Run ${tag.runId} (attempt ${tag.runAttempt}) created token ${id} of this series. The token is ${state}, and the run ` +
      'might not have ended. Wait until that run has ended, then run the job again. Set a `concurrency:` group in the workflow, ' +
      'so that one run waits for the other. If the run has ended and no consumer uses the token, revoke the token (`operation: revoke`, ' +
      `\`token-id: ${id}\`), then run the job again.`,
  );
}
function begunByThisRun({ id }) {
  return refused(
    'a-rotation-is-in-progress',
    `Another step of this run created token ${id} of this series. The token is still pending. In each run, use only one \`rotate\` step for ` +
      'each series. List all targets in that step, or use a separate series (`description`) for each consumer. Also ' +
      `set a \`concurrency:\` group in the workflow. If no other step of this run uses the token, ` +
      `revoke it (\`operation: revoke\`, \`token-id: ${id}\`), then run the job again. ${ACT_HINT}`,
  );
}
function rotatedByThisRun({ id }) {
  return refused(
    'already-rotated-in-this-run',
    `Another step of this run created and promoted token ${id} of this series. In each run, use only one \`rotate\` step for each series. List ` +
      `all targets in that step, or use a separate series (\`description\`) for each consumer. ${ACT_HINT}`,
  );
}
function tooManyPending(pending, missing) {
  return refused(
    'too-many-pending-tokens',
    `${pending.length} rotations of this series created tokens that were never ${missing}: ` +
      `${pending.map(({ id }) => id).join(', ')}. Find out which step fails after the rotation. Revoke the tokens that no ` +
      'consumer uses (`operation: revoke`), then run the job again.',
  );
}
function nothingToInherit(input, predecessor) {
  const what = input === 'permissions' ? 'permissions' : 'a lifetime';
  const why =
    predecessor === undefined
      ? 'the series has no valid token to inherit from'
      : `the new token cannot inherit ${what} from token ${predecessor.id}`;
  return refused('nothing-to-inherit', `Set \`${input}\`, because ${why}.`);
}
function livesTooShort(lifetimeMs) {
  return refused(
    'lifetime-too-short',
    `The new token would inherit a lifetime of ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(lifetimeMs / 1000)}, which is less than 1h. Set \`expires-at\`.`,
  );
}
function alwaysDue(renewBeforeMs, lifetimeMs) {
  return refused(
    'always-due',
    `\`renew-before\` (${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(renewBeforeMs / 1000)}) is not shorter than the lifetime of the new token ` +
      `(${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(lifetimeMs / 1000)}), so every run would rotate. Set a shorter \`renew-before\` or a later \`expires-at\`.`,
  );
}


 }),

 4085:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Kd: () => ( showsPromotion),
   ZG: () => ( validReplaced),
   Ze: () => ( planRetirement)
 });
 var _dates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
 var _listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3521);
 var _quarantine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5909);
 var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16);
 var _tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6089);
 var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9616);
 var _token_content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5432);
 var _series_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7955);








function planRetirement(tokens, series, facts) {
  const { own, gracePeriodMs, clocks } = facts;
  const replaced = replacedTokens(tokens, series, { own, clocks }).map(({ token, replacedAt, isReplacedNow }) => {
    const until = replacedAt + gracePeriodMs;
    return { token, until, isDue: isReplacedNow ? gracePeriodMs === 0 : until <= clocks.forEnding };
  });
  const hasGracePeriod = ({ token, isDue }) => !isDue && !(0,_token_content_js__WEBPACK_IMPORTED_MODULE_6__ .vj)(token);
  return {
    due: replaced
      .filter((one) => !hasGracePeriod(one))
      .map(({ token, isDue }) => ({ ...token, ...(isDue ? ending(token, facts) : keptUntilDue(token)) })),
    inGracePeriod: replaced.filter(hasGracePeriod).map(({ token, until }) => ({ token, until })),
  };
}
function validReplaced(tokens, series, clocks) {
  return replacedTokens(tokens, series, { own: undefined, clocks })
    .map(({ token }) => token)
    .filter((token) => !(0,_token_content_js__WEBPACK_IMPORTED_MODULE_6__ .vj)(token));
}
function replacedTokens(tokens, series, { own, clocks }) {
  const isOwn = ({ id }) => own !== undefined && (0,_token_js__WEBPACK_IMPORTED_MODULE_5__ .s)(id, own);
  const current = (0,_series_js__WEBPACK_IMPORTED_MODULE_7__ .lS)(tokens, series, clocks).filter(
    (token) => token.tag.kind === 'current' && (isOwn(token) || (0,_token_js__WEBPACK_IMPORTED_MODULE_5__ .oH)(token, clocks.forReplacing) === 'active'),
  );
  return endable(tokens, series, clocks).flatMap((token) => {
    const successor = current.findLast((other) => (0,_series_js__WEBPACK_IMPORTED_MODULE_7__ .U4)(other, token));
    if (!successor || isOwn(token) || typeof successor.createdAt !== 'number') return [];
    const isReplacedNow = isOwn(successor);
    return [{ token, replacedAt: isReplacedNow ? clocks.forRenewing : successor.createdAt, isReplacedNow }];
  });
}
function showsPromotion(tokens, promoted) {
  const token = tokens.find(({ id }) => (0,_token_js__WEBPACK_IMPORTED_MODULE_5__ .s)(id, promoted));
  return token !== undefined && (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__ .UB)(token.description)?.tag.kind !== 'pending';
}
function ending(token, facts) {
  return (0,_quarantine_js__WEBPACK_IMPORTED_MODULE_2__ .R1)(token, facts) ?? (0,_quarantine_js__WEBPACK_IMPORTED_MODULE_2__ .z6)(token, 'its grace period is over', facts);
}
function keptUntilDue({ description }) {
  const since = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__ .Hh)(description)?.since ?? 0;
  return {
    decision: 'keep',
    reason: `suspended since ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_0__ .Yi)(since)}, and the grace period is not over`,
  };
}
function endable(tokens, series, { forEnding }) {
  return (0,_series_js__WEBPACK_IMPORTED_MODULE_7__ .MO)(tokens, series)
    .filter((token) => ['active', 'suspended'].includes((0,_token_js__WEBPACK_IMPORTED_MODULE_5__ .oH)(token, forEnding)))
    .sort(_listing_js__WEBPACK_IMPORTED_MODULE_1__ .ll);
}


 }),

 7955:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   $c: () => ( currentOf),
   Lu: () => ( quoteVisibly),
   MO: () => ( seriesTokens),
   NH: () => ( similarSeries),
   U4: () => ( isNewer),
   aQ: () => ( hasSeriesTagKind),
   lS: () => ( membersOf)
 });
 var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3127);
 var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3521);
 var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
 var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9616);




function seriesTokens(tokens, series) {
  return tokens.flatMap((token) => {
    const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .UB)(token.description);
    return tagged &&
      hasSeriesTagKind(tagged.tag) &&
      (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .ve)(tagged.tag, series) &&
      tagged.plain === series.plainDescription
      ? [{ ...token, tag: tagged.tag }]
      : [];
  });
}
function membersOf(tokens, series, { forEnding }) {
  return seriesTokens(tokens, series)
    .filter((token) => (0,_token_js__WEBPACK_IMPORTED_MODULE_2__ .oH)(token, forEnding) === 'active')
    .sort(_listing_js__WEBPACK_IMPORTED_MODULE_0__ .ll);
}
function currentOf(members) {
  return members.find(({ tag }) => tag.kind === 'current');
}
function isNewer(one, other) {
  return typeof one.createdAt === 'number' && typeof other.createdAt === 'number' && one.createdAt > other.createdAt;
}
function hasSeriesTagKind(tag) {
  return tag.kind === 'pending' || tag.kind === 'current';
}
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
function similarSeries(tokens, series, { forEnding }) {
  const names = tokens.flatMap((token) => {
    const tagged = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .UB)(token.description);
    const isMember = tagged && hasSeriesTagKind(tagged.tag) && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__ .ve)(tagged.tag, series);
    return isMember && (0,_token_js__WEBPACK_IMPORTED_MODULE_2__ .oH)(token, forEnding) === 'active' ? [tagged.plain] : [];
  });
  const wanted = comparable(series.plainDescription);
  return [...new Set(names)].filter((name) => name !== series.plainDescription && comparable(name) === wanted);
}
function quoteVisibly(name) {
  const visible = name.replaceAll(INVISIBLE, (character) => (character === ' ' ? ' ' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__ .Vg)(character)));
  return `"${visible}"`;
}
function comparable(name) {
  return name.replaceAll(INVISIBLE, '').toLowerCase();
}


 }),

 6239:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   _o: () => ( warnOfNoExpiry),
   l$: () => ( warnOfSimilarNames),
   zF: () => ( firstOfSeries)
 });
 var _series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7955);

function warnOfNoExpiry({ renewBeforeMs }, inUse) {
  return renewBeforeMs !== undefined && inUse?.expiresAt === 'unset'
    ? [`Token ${inUse.id} never expires, so \`renew-before\` never makes a rotation due.`]
    : [];
}
function warnOfSimilarNames(series, tokens, clocks) {
  const alike = (0,_series_js__WEBPACK_IMPORTED_MODULE_0__ .NH)(tokens, series, clocks).map(_series_js__WEBPACK_IMPORTED_MODULE_0__ .Lu);
  return alike.length > 0
    ? [
        alike.length === 1
          ? `A series with a similar name exists: ${alike.join()}. If you meant this series, set \`description\` to its exact name.`
          : `Series with similar names exist: ${alike.join(', ')}. If you meant one of them, set \`description\` to its exact name.`,
      ]
    : [];
}
function firstOfSeries({ plainDescription }) {
  return `The series "${plainDescription}" has no valid token, so the new token replaces no other token.`;
}


 })

};
;