"use strict";
exports.id = 648;
exports.ids = [648];
exports.modules = {

 3648:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  runManagementPostStep: () => ( runManagementPostStep),
  runManagementStep: () => ( runManagementStep)
});

// EXTERNAL MODULE: ./build/src/base/clock.js
var clock = __webpack_require__(5568);
// EXTERNAL MODULE: ./build/src/base/errors.js
var base_errors = __webpack_require__(5955);
// EXTERNAL MODULE: ./build/src/github/rate-limit.js
var rate_limit = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/http/requests.js
var requests = __webpack_require__(441);
// EXTERNAL MODULE: ./build/src/http/transport.js + 2 modules
var http_transport = __webpack_require__(3475);
// EXTERNAL MODULE: ./build/src/http/trust.js
var trust = __webpack_require__(6325);
// EXTERNAL MODULE: ./build/src/management-api/client.js + 1 modules
var client = __webpack_require__(1204);
// EXTERNAL MODULE: ./build/src/operations/sealed-ledger.js
var sealed_ledger = __webpack_require__(19);
// EXTERNAL MODULE: ./build/src/report/progress.js
var report_progress = __webpack_require__(1566);
// EXTERNAL MODULE: ./build/src/request/connection/credentials.js + 1 modules
var credentials = __webpack_require__(7833);
// EXTERNAL MODULE: ./build/src/request/connection/setting.js
var setting = __webpack_require__(9881);
// EXTERNAL MODULE: ./build/src/request/connection/text-file.js
var text_file = __webpack_require__(6845);
// EXTERNAL MODULE: ./build/src/request/misplaced.js
var misplaced = __webpack_require__(4662);
// EXTERNAL MODULE: ./build/src/request/run-context.js
var run_context = __webpack_require__(6547);
// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/src/runner/runner.js + 1 modules
var runner_runner = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/src/runner/secrets.js + 2 modules
var runner_secrets = __webpack_require__(827);
// EXTERNAL MODULE: ./build/src/tokens/clocks.js
var tokens_clocks = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/src/tokens/dates.js
var dates = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/tokens/tag.js
var tokens_tag = __webpack_require__(6089);
// EXTERNAL MODULE: ./build/src/tokens/token-spec.js
var token_spec = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/src/tokens/token.js
var tokens_token = __webpack_require__(9616);
;// CONCATENATED MODULE: ./build/src/management-token/revoke-tokens.js



async function revokeTokens(ids, influxctl) {
    if (ids.length === 0)
        return [];
    const revocation = await (0,base_errors.Bg)(influxctl.revoke(ids));
    const error = revocation instanceof base_errors.HR ? revocation : undefined;
    const listed = await (0,base_errors.Bg)(influxctl.list());
    return ids.map((id) => {
        if (listed instanceof base_errors.HR)
            return { id, kind: 'failed', error: error ?? listed };
        const token = listed.find((one) => (0,tokens_token.s)(one.id, id));
        const isRevoked = token === undefined || (0,tokens_token.KU)(token);
        return isRevoked ? { id, kind: 'revoked' } : { id, kind: 'failed', error: error ?? stillAlive(id) };
    });
}
function stillAlive(id) {
    return new base_errors.HR('token-not-revoked', `\`influxctl management revoke\` ended well, but the list shows management token ${id} as not revoked.`);
}
async function revokeOne(id, influxctl) {
    const [outcome] = await revokeTokens([id], influxctl);
    return outcome?.kind === 'failed' ? outcome.error : undefined;
}
function unrevokedWith(nonces, tokens) {
    return (0,tokens_tag.Kd)(nonces, tokens).filter(({ token }) => !(0,tokens_token.KU)(token));
}

// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/index.js
var dist = __webpack_require__(9118);
;// CONCATENATED MODULE: ./build/src/management-token/token.js



const timestamp = dist.Ik({
    seconds: dist.KC(dist.ai(), dist.Yj()).optional(),
    nanos: dist.ai().optional(),
});
const date = dist.L5().map(parseTimestamp);
const token_text = dist.KC(dist.Yj(), dist.ch()).optional();
const listed = dist.Ik({
    id: dist.Yj().assert((id) => id !== ''),
    description: token_text,
    token_prefix: token_text,
    account_id: token_text,
    created_by: token_text,
    created_at: date.optional(),
    expires_at: date.optional(),
    revoked_at: date.optional(),
});
function parseManagementTokens(json) {
    let parsed;
    try {
        parsed = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    const result = dist.YO(listed).try(parsed, { mode: 'strip' });
    if (!result.ok)
        return undefined;
    return result.value.map((token) => ({
        id: token.id,
        description: token.description ?? '',
        prefix: token.token_prefix ?? '',
        accountId: token.account_id ?? '',
        createdBy: token.created_by ?? '',
        createdAt: token.created_at ?? 'unset',
        expiresAt: token.expires_at ?? 'unset',
        revokedAt: token.revoked_at ?? 'unset',
    }));
}
function parseTimestamp(value) {
    if (value === undefined || value === null || typeof value === 'string')
        return (0,dates.T_)(value);
    const parsed = timestamp.try(value, { mode: 'strip' });
    if (!parsed.ok)
        return 'unreadable';
    const { seconds = 0, nanos = 0 } = parsed.value;
    const instant = Number(seconds) * 1000 + Math.floor(nanos / 1_000_000);
    if (!(instant <= MAX_INSTANT))
        return 'unreadable';
    return instant <= 0 ? 'unset' : instant;
}
const MAX_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
function statusOf({ revokedAt, expiresAt }, now) {
    if (revokedAt !== 'unset')
        return 'revoked';
    return typeof expiresAt === 'number' && expiresAt <= now ? 'expired' : 'active';
}
function beginsWith(secret, { prefix }) {
    return prefix !== '' && secret.reveal().startsWith(prefix);
}
function newestFirst(one, other) {
    return dateOf(other) - dateOf(one) || (one.id < other.id ? -1 : 1);
}
function dateOf({ createdAt }) {
    return typeof createdAt === 'number' ? createdAt : 0;
}
function selectTokens(tokens, { status, expiresWithinMs }, { now, credential }) {
    return tokens
        .map((token) => ({ ...token, status: statusOf(token, now), inUse: beginsWith(credential, token) }))
        .filter((token) => status === 'all' || token.status === status)
        .filter(({ expiresAt }) => expiresWithinMs === undefined
        ? true
        : typeof expiresAt === 'number' && expiresAt > now && expiresAt <= now + expiresWithinMs)
        .sort(newestFirst);
}
function formatManagementTokens(tokens) {
    return JSON.stringify(tokens.map((token) => {
        const tag = (0,tokens_tag.UB)(token.description)?.tag;
        return {
            id: token.id,
            accountId: token.accountId,
            tokenPrefix: token.prefix,
            description: token.description,
            createdBy: token.createdBy,
            createdAt: (0,dates.tu)(token.createdAt) ?? null,
            expiresAt: (0,dates.tu)(token.expiresAt) ?? null,
            revokedAt: (0,dates.tu)(token.revokedAt) ?? null,
            plainDescription: (0,tokens_tag.$Y)(token.description),
            kind: tag?.kind ?? null,
            server: tag?.server ?? null,
            repository: tag?.repository ?? null,
            runId: tag?.runId ?? null,
            status: token.status,
            inUse: token.inUse,
        };
    }));
}

;// CONCATENATED MODULE: ./build/src/management-token/issue.js






const MAX_ATTEMPTS = 2;
const PAUSE_MS = 1_000;
async function issueToken({ plainDescription, expiresAt, run }, ledger, deps) {
    const { influxctl, clock, progress } = deps;
    for (let attempt = 1;; attempt++) {
        const tag = newTag(run, deps.nonce());
        const { nonce } = tag;
        ledger.begin(nonce, clock.elapsed());
        const created = await influxctl.create({ description: (0,tokens_tag.cy)(plainDescription, tag), expiresAt });
        ledger.ended(nonce, clock.elapsed());
        if (created.kind === 'not-started') {
            ledger.resolve(nonce);
            return { kind: 'not-created', error: created.error };
        }
        if (created.kind === 'unknown') {
            progress({ kind: 'outcome-unknown', error: created.error });
            await clock.sleep(PAUSE_MS);
        }
        const listed = await (0,base_errors.Bg)(influxctl.list());
        if (listed instanceof base_errors.HR) {
            return { kind: 'lost', error: listed, openNonces: [...ledger.openNonces] };
        }
        if (created.kind === 'printed') {
            const judged = judge({ listed, nonce, expiresAt, candidates: created.candidates });
            if ('secret' in judged)
                return { kind: 'issued', ...judged, nonce, listed };
            const notRevoked = await revokeLost(listed, ledger, deps);
            return { kind: 'deviates', nonce, deviations: judged.deviations, notRevoked };
        }
        const notRevoked = await revokeLost(listed, ledger, deps);
        if (notRevoked)
            return { kind: 'lost', error: notRevoked, openNonces: [...ledger.openNonces] };
        if (attempt === MAX_ATTEMPTS)
            return { kind: 'not-created', error: created.error };
    }
}
function judge({ listed, nonce, expiresAt, candidates, }) {
    const found = unrevokedWith(new Set([nonce]), listed).map(({ token }) => token);
    const [token] = found;
    if (!token || found.length > 1) {
        return {
            deviations: [`the list shows ${found.length} live tokens with the nonce ${nonce} instead of one`],
        };
    }
    const secret = candidates.find((candidate) => beginsWith(candidate, token));
    const deviations = [
        ...(secret ? [] : ['what influxctl printed does not begin with the prefix of the token in the list']),
        ...(sameExpiry(expiresAt, token)
            ? []
            : [`it expires ${(0,token_spec.Ts)(token.expiresAt)} instead of ${(0,token_spec.Ts)(expiresAt)}`]),
    ];
    return secret && deviations.length === 0 ? { token, secret } : { deviations };
}
function sameExpiry(wanted, { expiresAt }) {
    if (wanted === 'never')
        return expiresAt === 'unset';
    return typeof expiresAt === 'number' && (0,dates.$P)(expiresAt) === wanted;
}
async function revokeLost(listed, ledger, { influxctl, progress }) {
    const found = unrevokedWith(ledger.openNonces, listed);
    const outcomes = await revokeTokens(found.map(({ token }) => token.id), influxctl);
    for (const { id, kind } of outcomes)
        if (kind === 'revoked')
            progress({ kind: 'lost-token-revoked', id });
    const failed = outcomes.find((outcome) => outcome.kind === 'failed');
    if (failed)
        return failed.error;
    for (const { nonce } of found)
        ledger.resolve(nonce);
    return undefined;
}
function newTag({ server, repository, repositoryId, runId, runAttempt }, nonce) {
    return { server, repository, repositoryId, runId, runAttempt, kind: 'pending', nonce };
}

;// CONCATENATED MODULE: ./build/src/management-token/outputs.js


function managementTokenOutputs({ id, description, createdAt, expiresAt }) {
    return {
        'token-id': id,
        description: (0,tokens_tag.$Y)(description),
        ...(createdAt === 'unset' ? {} : { 'created-at': (0,dates.tu)(createdAt) ?? '' }),
        'expires-at': (0,dates.tu)(expiresAt) ?? '',
    };
}

;// CONCATENATED MODULE: ./build/src/management-token/prove.js
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;
const PATIENCE = 4;
async function proveToken(secret, { check, clock, timeoutMs }) {
    const deadline = clock.elapsed() + PATIENCE * timeoutMs;
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
        const error = await check(secret);
        if (error === undefined || clock.elapsed() + pauseMs > deadline)
            return error;
        await clock.sleep(pauseMs);
    }
}

;// CONCATENATED MODULE: ./build/src/management-token/create.js





async function create(request, deps) {
    const { influxctl, runner, progress } = deps;
    const { description, expiresAt, run, dryRun } = request;
    const listed = await (0,base_errors.Bg)(influxctl.list());
    if (listed instanceof base_errors.HR)
        return { kind: 'not-begun', error: listed };
    if (dryRun)
        return { kind: 'dry-run' };
    const ledger = deps.newLedger();
    const issued = await issueToken({ plainDescription: description, expiresAt, run }, ledger, deps);
    if (issued.kind !== 'issued')
        return issued;
    const { token, secret, nonce } = issued;
    runner.outputs(managementTokenOutputs(token));
    progress({ kind: 'created', id: token.id });
    const error = await proveToken(secret, deps);
    if (error)
        return await withdraw(issued, { kind: 'not-accepted', error }, { ledger, deps });
    progress({ kind: 'proven', id: token.id });
    runner.token(secret);
    ledger.keep(nonce);
    return { kind: 'created', token };
}
async function withdraw({ token, nonce }, why, { ledger, deps }) {
    const notRevoked = await revokeOne(token.id, deps.influxctl);
    if (!notRevoked)
        ledger.resolve(nonce);
    return { kind: 'withdrawn', token, why, notRevoked };
}

// EXTERNAL MODULE: ./build/src/request/inputs.js
var request_inputs = __webpack_require__(9783);
// EXTERNAL MODULE: ./build/src/request/misspelled.js
var misspelled = __webpack_require__(2120);
// EXTERNAL MODULE: ./build/src/tokens/duration.js
var tokens_duration = __webpack_require__(5301);
;// CONCATENATED MODULE: ./build/src/management-token/inputs.js



const MANAGEMENT_INPUTS = {
    operation: { default: 'list', usedBy: 'all' },
    'dry-run': { default: 'false', usedBy: ['create', 'revoke', 'rotate'] },
    influxctl: { default: 'influxctl', usedBy: 'all' },
    'management-token': { usedBy: 'all' },
    'account-id': { usedBy: 'all' },
    'cluster-id': { usedBy: 'all' },
    product: { usedBy: 'all' },
    'api-url': { usedBy: 'all' },
    'ca-certificate': { usedBy: 'all' },
    'influxctl-config': { usedBy: 'all' },
    'influxctl-profile': { default: 'default', usedBy: 'all' },
    'request-timeout': { default: '30s', usedBy: 'all' },
    'token-id': { usedBy: ['revoke', 'rotate'] },
    description: { usedBy: ['create', 'rotate'] },
    'expires-at': { usedBy: ['create', 'rotate'] },
    'store-in': { usedBy: ['rotate'] },
    'store-token': { usedBy: ['rotate'] },
    'renew-before': { usedBy: ['rotate'] },
    'grace-period': { default: '24h', usedBy: ['rotate'] },
    'github-token': { runnerExpression: 'github.token', usedBy: ['rotate'] },
    status: { default: 'active', usedBy: ['list'] },
    'expires-within': { usedBy: ['list'] },
    'fail-on-match': { default: 'false', usedBy: ['list'] },
};
function readManagementInputs(read) {
    return {
        shared: (0,request_inputs.Ko)((name) => (isDeclared(name) ? read(name) : '')),
        influxctl: read('influxctl') || MANAGEMENT_INPUTS.influxctl.default,
    };
}
function inapplicableManagementInputs(inputs, operation) {
    return Object.entries(MANAGEMENT_INPUTS).flatMap(([name, declaration]) => {
        const { usedBy, runnerExpression } = declaration;
        const given = name === 'influxctl' ? '' : inputs[name];
        const isApplicable = usedBy === 'all' || usedBy.includes(operation) || runnerExpression !== undefined;
        if (isApplicable || given === '' || isDefault(given, declaration))
            return [];
        const users = usedBy.map((one) => `\`${one}\``).join(', ');
        return [
            {
                input: name,
                message: `has no effect with \`operation: ${operation}\`. It is only for ${users}. Remove it.`,
            },
        ];
    });
}
function isDefault(given, { default: declared = '' }) {
    if (declared === 'true' || declared === 'false')
        return given.toLowerCase() === declared;
    const duration = (0,tokens_duration.E9)(given);
    return given === declared || (duration !== undefined && duration === (0,tokens_duration.E9)(declared));
}
function undeclaredManagementInputs(env) {
    const names = Object.keys(env)
        .filter((variable) => /^INPUT_./i.test(variable) && (env[variable] ?? '').trim() !== '')
        .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !isDeclared(name))
        .sort();
    const judged = names.map((name) => ({ name, error: problemOf(name, env) }));
    return {
        errors: judged.flatMap(({ error }) => error ?? []),
        unknown: judged.filter(({ error }) => error === undefined).map(({ name }) => name),
    };
}
function problemOf(name, env) {
    if (Object.hasOwn(request_inputs.mc, name)) {
        return { input: name, message: 'is an input of the main action only. Remove it.', meant: [] };
    }
    const meant = (0,misspelled.Pn)(name).filter(isDeclared);
    if (meant.length === 0)
        return undefined;
    const suggestion = meant.map((one) => `\`${one}\``).join(' or ');
    return {
        input: name,
        message: `is not an input of this action. Did you mean ${suggestion}? (If the step does not set it, look for ` +
            `\`INPUT_${name.toUpperCase()}\` under \`env:\` of the job or workflow.)`,
        meant: meant.filter((one) => (env[`INPUT_${one.toUpperCase()}`] ?? '') === ''),
    };
}
function isDeclared(name) {
    return Object.hasOwn(MANAGEMENT_INPUTS, name);
}

;// CONCATENATED MODULE: ./build/src/management-token/ledger.js

const attempt = dist.Ik({
    nonce: dist.Yj(),
    at: dist.ai(),
    endedAt: dist.ai().optional(),
    fate: dist.KC(dist.eu('open'), dist.eu('resolved'), dist.eu('kept')),
});
const entries = dist.Ik({
    program: dist.Ik({ path: dist.Yj(), environment: dist.g1(dist.Yj()) }),
    profile: dist.Ik({
        product: dist.KC(dist.eu('dedicated'), dist.eu('clustered')),
        accountId: dist.Yj(),
        clusterId: dist.Yj(),
        host: dist.Yj(),
        port: dist.Yj(),
        tls: dist.zM(),
    }),
    timeoutMs: dist.ai(),
    fingerprints: dist.YO(dist.Yj()),
    attempts: dist.YO(attempt),
});
class Ledger {
    #save;
    #entries;
    constructor(save, header) {
        this.#save = save;
        this.#entries = { ...header, attempts: [] };
    }
    get openNonces() {
        return new Set(openAttempts(this.#entries).map(({ nonce }) => nonce));
    }
    begin(nonce, at) {
        this.#write([...this.#entries.attempts, { nonce, at, fate: 'open' }]);
    }
    ended(nonce, endedAt) {
        this.#change(nonce, { endedAt });
    }
    resolve(nonce) {
        this.#change(nonce, { fate: 'resolved' });
    }
    keep(nonce) {
        this.#change(nonce, { fate: 'kept' });
    }
    #change(nonce, change) {
        this.#write(this.#entries.attempts.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry)));
    }
    #write(attempts) {
        this.#entries = { ...this.#entries, attempts };
        this.#save(openAttempts(this.#entries).length === 0 ? '' : JSON.stringify(this.#entries));
    }
}
function openAttempts({ attempts }) {
    return attempts.filter(({ fate }) => fate === 'open');
}
function readLedger(text) {
    return entries.parse(JSON.parse(text), { mode: 'strip' });
}

// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(6391);
;// CONCATENATED MODULE: ./build/src/management-token/list.js


async function list({ selection }, { influxctl, credential, runner, clock, nonce }) {
    const tokens = await influxctl.list();
    const now = clock.now();
    const shown = selectTokens(tokens, selection, { now, credential });
    const json = formatManagementTokens(shown);
    runner.outputs((0,outputs.TY)(json, shown.length));
    const file = runner.writeFile(`influxdb-management-tokens-${nonce()}.json`, json);
    runner.outputs({ 'tokens-file': file });
    const sameStatus = selectTokens(tokens, { status: selection.status }, { now, credential });
    const unreadable = selection.expiresWithinMs === undefined
        ? 0
        : sameStatus.filter(({ expiresAt }) => expiresAt === 'unreadable').length;
    return { shown, total: tokens.length, unreadable, now };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/base/text.js
var base_text = __webpack_require__(3127);
;// CONCATENATED MODULE: ./build/src/management-token/program.js




const RECORDED = ['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const PASSED_ON = [
    ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'],
    ...['SystemRoot', 'LANG', 'RUNNER_TRACKING_ID'],
];
const FOLDERS = [
    ...['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TMPDIR', 'TEMP', 'TMP'],
    ...['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'],
];
function findProgram(name, env) {
    const isPath = (0,external_node_path_.isAbsolute)(name) || /[\\/]/.test(name);
    const folders = isPath ? [''] : (env['PATH'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    const endings = process.platform === 'win32' ? ['', '.exe'] : [''];
    const candidates = folders.flatMap((folder) => endings.map((ending) => (0,external_node_path_.join)(folder, name) + ending));
    const path = candidates.find(isExecutable);
    if (path === undefined)
        throw notFound(name, isPath);
    return { path: (0,external_node_path_.resolve)(path), environment: chosen(RECORDED, env) };
}
function environmentOf({ environment }, folder, env) {
    return {
        ...chosen(PASSED_ON, env),
        ...environment,
        ...Object.fromEntries(FOLDERS.map((name) => [name, folder])),
    };
}
function chosen(names, env) {
    return Object.fromEntries(names.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function notFound(name, isPath) {
    const where = isPath ? 'is not a program that this user can run' : 'is not on PATH';
    return new base_errors.HR('influxctl-not-found', `\`influxctl\`: ${(0,base_text.hD)(name)} ${where}. Nothing was changed. Install influxctl in a step before this one: ` +
        'docs/management-token.md shows the steps.');
}

;// CONCATENATED MODULE: ./build/src/management-token/report/issuing.js





function reportCreate({ description, expiresAt }, result) {
    switch (result.kind) {
        case 'not-begun':
            return { failure: (0,base_errors.eQ)(result.error, 'No management token was created.') };
        case 'dry-run':
            return {
                lines: [report_progress.yE],
                sections: [
                    {
                        title: 'InfluxDB management token: what `create` would do',
                        facts: [
                            ['For', description],
                            ['Expires', (0,token_spec.Ts)(expiresAt)],
                        ],
                    },
                ],
            };
        case 'withdrawn':
            return { failure: describeWithdrawn(result) };
        case 'created':
            return {
                lines: expiresAt === 'never' ? [neverExpires(result.token)] : [],
                sections: [{ title: 'InfluxDB management token created', facts: factsOf(result.token) }],
            };
        default:
            return { failure: describeIssueFailure(result) };
    }
}
function neverExpires({ id }) {
    const text = `Management token ${id} never expires: only a person or a rotation can end it.`;
    return { kind: 'warning', code: 'no-expiry', text };
}
function factsOf({ id, description, expiresAt }) {
    return [
        ['Token', id],
        ['For', (0,tokens_tag.$Y)(description)],
        ['Expires', (0,token_spec.Ts)(expiresAt)],
    ];
}
function describeIssueFailure(failure) {
    switch (failure.kind) {
        case 'not-created':
            return (0,base_errors.eQ)(failure.error, 'No management token was created.');
        case 'lost': {
            const nonces = failure.openNonces.join(' or ');
            return new base_errors.HR('a-token-might-exist', `${(0,base_errors.KG)(failure.error)} A management token whose description contains ${nonces} might exist, and nobody has it. The post ` +
                `step looks for it and revokes it. ${revokeByHand(nonces)}`);
        }
        case 'deviates': {
            const found = (0,base_text.k3)(failure.deviations.join('; '));
            const now = failure.notRevoked
                ? `It could not be revoked: ${(0,base_errors.KG)(failure.notRevoked)} The post step tries again. ${revokeByHand(failure.nonce)}`
                : 'Every management token with this nonce that the list shows was revoked.';
            return new base_errors.HR('token-not-as-requested', `The new management token is not as specified: ${found}. ${now} The version of influxctl might print tokens in an unknown form.`);
        }
    }
}
function revokeByHand(nonce) {
    return `To revoke it yourself, look for ${nonce} in \`influxctl management list\`, and run \`influxctl management revoke ID\`.`;
}
function describeWithdrawn({ token: { id }, why, notRevoked }) {
    const now = notRevoked
        ? `Nobody has it, and it could not be revoked: ${(0,base_errors.KG)(notRevoked)} The post step tries again. To revoke it yourself, run \`influxctl management revoke ${id}\`.`
        : 'It was revoked. The secrets were not changed.';
    if (why.kind === 'refused')
        return new base_errors.HR(why.code, `${(0,base_text.k3)(why.why)} The new management token is ${id}. ${now}`);
    return new base_errors.HR('token-not-accepted', `The Management API does not accept the new management token ${id}: ${(0,base_errors.KG)(why.error)} ${now}`);
}

// EXTERNAL MODULE: ./build/src/report/list.js
var report_list = __webpack_require__(6881);
;// CONCATENATED MODULE: ./build/src/management-token/report/progress.js



function describeManagementProgress(progress) {
    switch (progress.kind) {
        case 'outcome-unknown': {
            const text = `Whether a management token was created is not known: ${(0,base_errors.KG)(progress.error)}`;
            return [{ kind: 'warning', code: 'response-lost', text }];
        }
        case 'lost-token-revoked':
            return [info(`Revoked management token ${progress.id}, whose secret is lost.`)];
        case 'created':
            return [info(`Created management token ${progress.id}.`)];
        case 'proven':
            return [info(`The Management API accepts management token ${progress.id}.`)];
        case 'stored':
            return [info(`Stored the new management token in \`${progress.target}\`.`)];
        case 'planned':
            return [info(describePlan(progress.plan))];
        case 'runs-unresolved': {
            const { count, asked, why } = progress.unresolved;
            const text = `Whether ${(0,base_text.B4)(count)} of ${(0,base_text.B4)(asked)} runs have ended is not known: ${why}`;
            return [{ kind: 'warning', code: 'run-status-unknown', text }];
        }
    }
}
function describePlan(plan) {
    return plan.kind === 'rotate'
        ? `A rotation is due: ${(0,base_text.k3)(plan.reasons.join('; '))}.`
        : `No rotation is due: every secret has management token ${plan.newest.id}, which expires ${(0,token_spec.Ts)(plan.newest.expiresAt)}.`;
}
function info(text) {
    return { kind: 'info', text };
}

;// CONCATENATED MODULE: ./build/src/management-token/report/list.js







function reportList({ failOnMatch }, { shown, total, unreadable, now }) {
    const count = (0,base_text.B4)(shown.length);
    const warnings = unreadable === 0
        ? []
        : [
            {
                kind: 'warning',
                code: 'expiry-not-readable',
                text: `The expiry of ${(0,base_text.B4)(unreadable)} management tokens cannot be read, so \`expires-within\` leaves them out. Without it they are listed.`,
            },
        ];
    return {
        lines: [
            info(`${count} of the account's ${(0,base_text.B4)(total)} management tokens are listed.`),
            ...warnings,
        ],
        sections: [
            {
                title: `InfluxDB management tokens: ${shown.length === 0 ? 'none' : count}`,
                head: ['For', 'Prefix', 'Created by', 'Created', 'Expires', 'Status', 'Token'],
                rows: shown.map((token) => rowOf(token, now)),
                more: report_list.Y,
            },
        ],
        ...(failOnMatch && shown.length > 0
            ? {
                failure: new base_errors.HR('tokens-found', `${count} management tokens match, and \`fail-on-match\` is \`true\`. Nothing was changed. The job summary lists them.`),
            }
            : {}),
    };
}
function rowOf(token, now) {
    const { expiresAt } = token;
    const left = token.status === 'active' && typeof expiresAt === 'number'
        ? ` (in ${(0,tokens_duration.a3)(wholeHours(expiresAt - now))})`
        : '';
    return [
        (0,tokens_tag.$Y)(token.description),
        token.prefix,
        token.createdBy,
        (0,token_spec.eG)(token.createdAt),
        `${(0,token_spec.Ts)(expiresAt)}${left}`,
        token.inUse ? `${token.status}, used by this step` : token.status,
        token.id,
    ];
}
function wholeHours(ms) {
    const seconds = Math.floor(ms / 1000);
    return seconds < 24 * 3600 ? seconds : seconds - (seconds % 3600);
}

// EXTERNAL MODULE: ./build/src/report/revocation.js
var revocation = __webpack_require__(2025);
// EXTERNAL MODULE: ./build/src/tokens/outcome.js
var outcome = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/src/management-token/report/revocation.js





function reportRevoke(tokenIds, result) {
    switch (result.kind) {
        case 'nothing-to-do':
            return {
                outputs: revocationOutputs([], []),
                lines: [info('There is no management token to revoke.')],
                sections: [{ title: 'InfluxDB management tokens: none to revoke', items: [] }],
            };
        case 'not-begun':
            return {
                outputs: revocationOutputs([], tokenIds),
                failure: (0,base_errors.eQ)(result.error, 'No management token was revoked.'),
            };
        case 'in-use':
            return {
                outputs: revocationOutputs([], tokenIds),
                failure: new base_errors.HR('management-token-in-use', `This step uses management token ${result.ids.join(' and ')} itself. Without it, the outcome for the other tokens cannot be ` +
                    'checked. No management token was revoked. Remove this ID from `token-id`. To revoke it too, use a step of its own after this one.'),
            };
        case 'dry-run':
            return {
                outputs: revocationOutputs([], []),
                lines: [
                    ...result.previews.map((one) => info(`Management token ${one.id} ${describePreview(one)}.`)),
                    report_progress.yE,
                ],
                sections: [
                    {
                        title: 'InfluxDB management tokens: what a revocation would do',
                        head: ['Token', 'Outcome'],
                        rows: result.previews.map((one) => [one.id, describePreview(one)]),
                    },
                ],
            };
        case 'done': {
            const { outcomes, endedOwnAccess } = result;
            const report = (0,revocation.sK)(outcomes);
            const revoked = outcomes.filter(outcome.ML).map(({ id }) => id);
            const failed = outcomes.filter(outcome.I_).map(({ id }) => id);
            return {
                ...report,
                outputs: revocationOutputs(revoked, failed),
                lines: [...(report.lines ?? []), ...(endedOwnAccess ? [OWN_ACCESS_ENDED] : [])],
                sections: [
                    {
                        title: `InfluxDB management tokens: ${outcomes.filter(outcome.ML).length} of ${outcomes.length} revoked`,
                        head: ['Token', 'Outcome'],
                        rows: outcomes.map((outcome) => [outcome.id, (0,revocation.SS)(outcome)]),
                    },
                ],
            };
        }
    }
}
const OWN_ACCESS_ENDED = {
    kind: 'warning',
    code: 'management-token-in-use',
    text: 'This step revoked the management token that it used itself. Steps that use the same token fail from now on, and so do post steps: ' +
        'they cannot revoke database tokens. Store another management token in the secret.',
};
function describePreview(preview) {
    switch (preview.kind) {
        case 'not-found':
            return 'is not found: check account-id';
        case 'already-revoked':
            return 'is revoked already';
        case 'to-revoke':
            return `would be revoked (it is ${preview.status}${preview.inUse ? ', and this step uses it' : ''})`;
    }
}
function revocationOutputs(revoked, failed) {
    return { 'revoked-token-ids': JSON.stringify(revoked), 'failed-token-ids': JSON.stringify(failed) };
}

// EXTERNAL MODULE: ./build/src/management-api/endpoint.js
var endpoint = __webpack_require__(7716);
// EXTERNAL MODULE: ./build/src/report/delivery.js
var delivery = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/src/management-token/report/rotation.js











function reportRotate(request, result) {
    switch (result.kind) {
        case 'not-begun':
            return { failure: (0,base_errors.eQ)(result.error, 'Nothing was changed.') };
        case 'refused':
            return { failure: new base_errors.HR(result.code, `${(0,base_text.k3)(result.why)} Nothing was changed.`) };
        case 'withdrawn':
            return { failure: describeWithdrawn(result) };
        case 'not-delivered':
            return (0,delivery.j)(result.delivery, result.token.id, {
                cluster: (0,endpoint.SL)(request.connection.endpoints[0]),
            });
        case 'dry-run':
            return {
                outputs: { rotated: 'false' },
                lines: [report_progress.yE],
                sections: [
                    { title: 'InfluxDB management token: what `rotate` would do', items: [describePlan(result.plan)] },
                ],
            };
        case 'not-due':
            return withRetirement(result.retirement, [
                {
                    title: 'InfluxDB management token: no rotation is due',
                    facts: [...factsOf(result.plan.newest), ...storedIn(request)],
                },
            ]);
        case 'rotated':
            return withRetirement(result.retirement, [
                {
                    title: 'InfluxDB management token rotated',
                    facts: [
                        ...factsOf(result.token),
                        ['Because', result.plan.reasons.join('; ')],
                        ...storedIn(request),
                    ],
                },
            ], result.token.expiresAt === 'unset' ? [neverExpires(result.token)] : []);
        default:
            return { failure: describeIssueFailure(result) };
    }
}
function storedIn({ targets }) {
    return [['Stored in', targets.map(({ label }) => label).join(', ')]];
}
function withRetirement(retirement, sections, lines = []) {
    if (retirement.kind === 'not-listed') {
        const text = `Replaced management tokens were not revoked, because the list could not be read: ${(0,base_errors.KG)(retirement.error)} The next run revokes them.`;
        return { lines: [...lines, { kind: 'warning', code: 'nothing-retired', text }], sections };
    }
    const { outcomes, left } = retirement;
    const revoked = outcomes.filter(outcome.ML).map(({ id }) => id);
    const alive = outcomes.filter(outcome.I_);
    const [first] = alive;
    const warnings = first?.kind !== 'failed'
        ? []
        : [
            {
                kind: 'warning',
                code: 'replaced-token-not-revoked',
                text: `Replaced management tokens were not revoked: ${(0,revocation.Kf)(alive.map(({ id }) => id))}. ${(0,base_errors.KG)(first.error)} The next run tries again.`,
            },
        ];
    const failed = alive.map(({ id }) => id);
    const table = {
        title: 'Replaced management tokens',
        head: ['Token', 'Outcome'],
        rows: [
            ...outcomes.map((outcome) => [outcome.id, (0,revocation.SS)(outcome)]),
            ...left.map((one) => [one.token.id, describeLeft(one)]),
        ],
    };
    return {
        outputs: {
            ...revocationOutputs(revoked, failed),
            'previous-token-ids': JSON.stringify([...failed, ...left.map(({ token }) => token.id)]),
        },
        lines: [...lines, ...revoked.map((id) => info(`Revoked replaced management token ${id}.`)), ...warnings],
        sections: table.rows.length > 0 ? [...sections, table] : sections,
    };
}
function describeLeft({ until, inUse }) {
    const when = `the first run after ${(0,dates.sK)(until)} revokes it`;
    return inUse ? `valid: this step uses it; ${when}, if it uses another token` : `valid: ${when}`;
}

// EXTERNAL MODULE: ./build/src/request/connection/connection.js + 1 modules
var connection_connection = __webpack_require__(6133);
// EXTERNAL MODULE: ./build/src/request/fields/description.js
var fields_description = __webpack_require__(5078);
// EXTERNAL MODULE: ./build/src/request/fields/expiry.js
var expiry = __webpack_require__(589);
// EXTERNAL MODULE: ./build/src/request/fields/scalars.js
var scalars = __webpack_require__(5265);
// EXTERNAL MODULE: ./build/src/request/fields/store-in.js + 1 modules
var store_in = __webpack_require__(1562);
// EXTERNAL MODULE: ./build/src/request/fields/token-ids.js
var token_ids = __webpack_require__(8190);
// EXTERNAL MODULE: ./build/src/request/rotate.js
var rotate = __webpack_require__(6117);
;// CONCATENATED MODULE: ./build/src/management-token/request.js











const READERS = {
    list: readList,
    create: readCreate,
    revoke: readRevoke,
    rotate: readRotate,
};
function parseManagementRequest(sources, context) {
    const { inputs } = sources;
    const { errors } = context;
    const operation = (0,scalars.Kf)(inputs.operation || 'list', OPERATION, errors);
    const connection = (0,connection_connection.d)(sources, errors);
    if (operation === undefined || errors.isExplained('operation'))
        return errors.throwAll();
    for (const { input, message } of inapplicableManagementInputs(inputs, operation))
        errors.add(input, message);
    const common = { connection, profile: profileOf(sources, connection) };
    const request = READERS[operation](inputs, common, context);
    errors.throwIfAny();
    return request;
}
const OPERATION = {
    input: 'operation',
    values: ['list', 'create', 'revoke', 'rotate'],
    synonyms: { ls: 'list', add: 'create', new: 'create', delete: 'revoke', remove: 'revoke', renew: 'rotate' },
};
function profileOf(sources, { endpoints, clusterUrl }) {
    const [{ apiUrl, form }] = endpoints;
    const text = form === 'bare' ? apiUrl : clusterUrl;
    const { hostname, port, protocol } = URL.canParse(text) ? new URL(text) : new URL('https://localhost');
    return {
        product: form === 'bare' ? 'clustered' : 'dedicated',
        accountId: (0,setting.y7)(sources, 'account-id', 'account_id').text,
        clusterId: (0,setting.y7)(sources, 'cluster-id', 'cluster_id').text,
        host: hostname,
        port: port || (protocol === 'https:' ? '443' : '80'),
        tls: protocol === 'https:',
    };
}
const STATUS = {
    input: 'status',
    values: ['active', 'expired', 'revoked', 'all'],
    synonyms: { any: 'all', live: 'active' },
};
function readList(inputs, common, { errors }) {
    const status = (0,scalars.Kf)((0,request_inputs.m0)(inputs, 'status'), STATUS, errors) ?? 'all';
    const rule = 'at least 1s, since what expires within nothing has expired';
    const limits = { input: 'expires-within', min: 1, max: Number.POSITIVE_INFINITY, rule };
    const expiresWithinMs = inputs['expires-within'] === '' ? undefined : (0,scalars.$7)(inputs, limits, errors);
    if (status === 'expired' && expiresWithinMs !== undefined) {
        errors.add('expires-within', 'looks ahead, and `status: expired` back: no token is both. Leave one of them out.');
    }
    return {
        operation: 'list',
        ...common,
        selection: { status, ...(expiresWithinMs === undefined ? {} : { expiresWithinMs }) },
        failOnMatch: (0,scalars.Vf)(inputs, 'fail-on-match', errors),
    };
}
function readCreate(inputs, common, { readRun, now, errors }) {
    const run = readRun();
    return {
        operation: 'create',
        ...common,
        run,
        description: (0,fields_description.X)(inputs, errors) ?? (0,fields_description.G)(run),
        expiresAt: readLastingExpiry(inputs, now, errors) ?? 'never',
        dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
    };
}
function readLastingExpiry(inputs, now, errors) {
    if (inputs['expires-at'] !== '')
        return (0,expiry.A)(inputs, { outlives: true, now }, errors);
    errors.add('expires-at', 'is required, because nothing else ends a management token. Write a duration such as `90d`, a date (RFC 3339), or `never`.');
    return undefined;
}
function readRevoke(inputs, common, { errors }) {
    return {
        operation: 'revoke',
        ...common,
        tokenIds: (0,token_ids.q)(inputs, errors),
        dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
    };
}
function readRotate(inputs, common, { readRun, now, errors }) {
    const run = readRun();
    const description = (0,fields_description.X)(inputs, errors);
    const tokenId = inputs['token-id'] === '' ? undefined : (0,token_ids.Z)(inputs, errors);
    if (description === undefined && tokenId === undefined) {
        errors.add('description', 'is required: it names the series of management tokens that replace one another.');
    }
    const expiresAt = inputs['expires-at'] === '' ? undefined : (0,expiry.A)(inputs, { outlives: true, now }, errors);
    const renewBeforeMs = (0,rotate.n)(inputs, { expiresAt, now }, errors);
    return {
        operation: 'rotate',
        ...common,
        run,
        ...(description === undefined ? {} : { description }),
        ...(tokenId === undefined ? {} : { tokenId }),
        ...(expiresAt === undefined ? {} : { expiresAt }),
        targets: readTargets(inputs, run, errors),
        storeToken: (0,credentials.lF)(inputs, 'store-token', errors),
        githubToken: (0,credentials.lF)(inputs, 'github-token', errors),
        ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
        graceMs: (0,scalars.$7)(inputs, { input: 'grace-period', ...scalars.HP }, errors),
        dryRun: (0,scalars.Vf)(inputs, 'dry-run', errors),
    };
}
function readTargets(inputs, run, errors) {
    const { targets, laterSteps } = (0,store_in.z)(inputs, run, errors);
    if (laterSteps) {
        errors.add('store-in', '`later-steps` is not possible here, because only the dates of secrets show that a token was delivered.');
    }
    if (targets.length > 0 && inputs['store-token'] === '') {
        errors.add('store-token', 'is required for the secrets in `store-in`: a token of a GitHub App, or a fine-grained PAT, that can write them.');
    }
    return targets;
}

// EXTERNAL MODULE: ./build/src/management-api/errors.js
var errors = __webpack_require__(1926);
;// CONCATENATED MODULE: ./build/src/management-token/revoke.js





async function revoke({ tokenIds, dryRun }, deps) {
    const { influxctl, credential, clock } = deps;
    if (tokenIds.length === 0)
        return { kind: 'nothing-to-do' };
    const listed = await (0,base_errors.Bg)(influxctl.list());
    if (listed instanceof base_errors.HR)
        return { kind: 'not-begun', error: listed };
    const found = tokenIds.map((id) => ({ id, token: listed.find((token) => (0,tokens_token.s)(token.id, id)) }));
    const isInUse = (token) => token !== undefined && !(0,tokens_token.KU)(token) && beginsWith(credential, token);
    const inUse = found.filter(({ token }) => isInUse(token)).map(({ id }) => id);
    if (dryRun) {
        const now = clock.now();
        return { kind: 'dry-run', previews: found.map((one) => preview(one, isInUse(one.token), now)) };
    }
    if (inUse.length > 0 && tokenIds.length > 1)
        return { kind: 'in-use', ids: inUse };
    const toRevoke = found.filter(({ token }) => token && !(0,tokens_token.KU)(token)).map(({ id }) => id);
    const revoked = await revokeTokens(toRevoke, influxctl);
    const confirmed = inUse.length > 0 ? await Promise.all(revoked.map((one) => confirmOwn(one, deps))) : revoked;
    const outcomes = found.map(({ id, token }) => {
        if (!token)
            return { id, kind: 'not-found' };
        return confirmed.find((outcome) => outcome.id === id) ?? { id, kind: 'already-revoked' };
    });
    return { kind: 'done', outcomes, endedOwnAccess: inUse.length > 0 };
}
function preview({ id, token }, inUse, now) {
    if (!token)
        return { id, kind: 'not-found' };
    if ((0,tokens_token.KU)(token))
        return { id, kind: 'already-revoked' };
    return { id, kind: 'to-revoke', status: statusOf(token, now), inUse };
}
async function confirmOwn(outcome, { check, credential }) {
    if (outcome.kind !== 'failed')
        return outcome;
    return (0,errors.HY)(await check(credential)) ? { id: outcome.id, kind: 'revoked' } : outcome;
}

// EXTERNAL MODULE: ./build/src/operations/run-status.js + 1 modules
var run_status = __webpack_require__(573);
// EXTERNAL MODULE: ./build/src/tokens/rotation/refusals.js
var refusals = __webpack_require__(8271);
;// CONCATENATED MODULE: ./build/src/management-token/plan.js







const MIN_LIFETIME_MS = 3_600_000;
function membersOf(tokens, series, { forEnding }) {
    return tokens
        .flatMap((token) => {
        const tagged = (0,tokens_tag.UB)(token.description);
        return tagged?.tag.kind === 'pending' &&
            (0,tokens_tag.ve)(tagged.tag, series) &&
            tagged.plain === series.plainDescription &&
            statusOf(token, forEnding) === 'active'
            ? [{ ...token, tag: tagged.tag }]
            : [];
    })
        .sort(newestFirst);
}
function isDelivered({ createdAt }, targets) {
    return (typeof createdAt === 'number' &&
        targets.every(({ storedAt, clusterAheadMs }) => storedAt !== 'absent' && (0,tokens_clocks.m6)(storedAt, createdAt, clusterAheadMs)));
}
function findSeries({ plainDescription: wanted, tokenId }, tokens, { server, repositoryId }) {
    const named = tokens.find(({ id }) => tokenId !== undefined && (0,tokens_token.s)(id, tokenId));
    const name = wanted ?? (named && (0,tokens_tag.$Y)(named.description));
    if (name === undefined || name === '') {
        return (0,refusals.J5)('token-not-found', `Management token ${tokenId} is not in the list of tokens or has no description, so its series is not known. Set \`description\`.`);
    }
    const series = { server, repositoryId, plainDescription: name };
    const tagged = named && (0,tokens_tag.UB)(named.description);
    if (!tagged)
        return { ...series, replaces: named?.id };
    if ((0,tokens_tag.ve)(tagged.tag, series) && tagged.plain === name)
        return { ...series, replaces: undefined };
    return (0,refusals.J5)('token-cannot-be-rotated', `Management token ${named.id} belongs to another series: "${tagged.plain}" of ${tagged.tag.server}/${tagged.tag.repository}. ` +
        'Set `token-id` only to a token that a person created.');
}
function planRotation(spec, facts) {
    const { tokens, targets, run, hasEnded, clocks } = facts;
    const series = findSeries(spec, tokens, run);
    if ('kind' in series)
        return series;
    const members = membersOf(tokens, series, clocks);
    const underWay = members.find((member) => !isDelivered(member, targets) && !hasEnded(member));
    if (underWay)
        return rotationInProgress(underWay);
    const newest = members.find(({ createdAt }) => typeof createdAt === 'number');
    const reasons = reasonsToRotate(newest, spec, facts);
    if (newest && reasons.length === 0)
        return { kind: 'not-due', series, newest };
    const predecessor = newest ?? tokens.find(({ id }) => id === series.replaces);
    const inherited = (0,token_spec.cM)(predecessor, clocks.forRenewing);
    const expiresAt = spec.expiresAt ?? inherited?.expiresAt;
    if (expiresAt === undefined)
        return noExpiry(predecessor);
    if (spec.expiresAt === undefined && inherited) {
        const { lifetimeMs } = inherited;
        if (lifetimeMs < MIN_LIFETIME_MS)
            return (0,refusals.sT)(lifetimeMs);
        if (spec.renewBeforeMs !== undefined && spec.renewBeforeMs >= lifetimeMs) {
            return (0,refusals.q3)(spec.renewBeforeMs, lifetimeMs);
        }
    }
    return { kind: 'rotate', series, reasons, members, expiresAt };
}
function reasonsToRotate(newest, { renewBeforeMs }, { targets, clocks }) {
    if (!newest)
        return ['the series has no token yet'];
    const { id, expiresAt } = newest;
    const expiresSoon = renewBeforeMs !== undefined &&
        (expiresAt === 'unreadable' ||
            (typeof expiresAt === 'number' && expiresAt <= clocks.forRenewing + renewBeforeMs));
    const found = [
        renewBeforeMs === undefined && '`renew-before` is not set',
        !isDelivered(newest, targets) && `management token ${id} is not in every secret`,
        expiresSoon && `management token ${id} expires ${(0,token_spec.Ts)(expiresAt)}`,
    ];
    return found.filter((reason) => reason !== false);
}
function noExpiry(predecessor) {
    const why = predecessor === undefined
        ? 'the series has no token yet to inherit from'
        : `management token ${predecessor.id} has no lifetime to inherit`;
    return (0,refusals.J5)('nothing-to-inherit', `Set \`expires-at\`, because ${why}.`);
}
function rotationInProgress({ id, tag }) {
    return (0,refusals.J5)('a-rotation-is-in-progress', `Run ${tag.runId} (attempt ${tag.runAttempt}) created management token ${id} of this series, the token is not in every secret, and ` +
        'the run is not known to have ended. Let that run end, then run again. Give the workflow a `concurrency:` group, so that one run ' +
        `waits for the other. If you are sure that the run is over, revoke the token (\`operation: revoke\`, \`token-id: ${id}\`) and run again.`);
}
function detectRival({ series, members }, own, { listed, clocks }) {
    const known = new Set(members.map(({ id }) => id));
    const others = membersOf(listed, series, clocks).filter(({ id }) => id !== own.id);
    const rival = others.find(({ id }) => !known.has(id));
    if (rival)
        return rivalHasBegun(rival);
    const notOlder = others.find(({ createdAt }) => typeof createdAt === 'number' && !isOlder({ createdAt }, own));
    return notOlder && notTheNewest(own.id, notOlder.id);
}
function isOlder({ createdAt }, other) {
    return typeof createdAt === 'number' && typeof other.createdAt === 'number' && createdAt < other.createdAt;
}
function rivalHasBegun({ id, tag }) {
    return (0,refusals.J5)('concurrent-rotation', `Run ${tag.runId} (attempt ${tag.runAttempt}) created management token ${id} of this series at the same time. Give the workflow a ` +
        '`concurrency:` group, so that one run waits for the other.');
}
function notTheNewest(id, other) {
    return (0,refusals.J5)('not-the-newest-token', `By the dates on the list, the new management token ${id} is not newer than ${other}, so no run could tell which of them replaces the ` +
        'other. Run again in a minute.');
}
const MAX_WAIT_MS = 5_000;
function waitBeforeCreating(targets, clusterNow) {
    const newest = targets.flatMap(({ storedAt, clusterAheadMs = 0 }) => storedAt === 'absent' || Math.abs(clusterAheadMs) > tokens_clocks.Vn ? [] : [storedAt + clusterAheadMs]);
    const nextSecond = (0,dates.$P)(Math.max(0, ...newest)) + 1000;
    return Math.min(Math.max(0, nextSecond - clusterNow), MAX_WAIT_MS);
}

;// CONCATENATED MODULE: ./build/src/management-token/retirement.js


function planRetirement(series, facts) {
    const { tokens, targets, own, graceMs, clocks, inUse } = facts;
    const members = membersOf(tokens, series, clocks);
    const replaced = tokens.filter((token) => token.id === series.replaces && statusOf(token, clocks.forEnding) === 'active');
    const before = members.find((member) => member.id !== own && isDelivered(member, targets) && statusOf(member, clocks.forReplacing) === 'active');
    const successors = [before, members.find(({ id }) => id === own)].filter((one) => one !== undefined);
    const ended = [...members, ...replaced].flatMap((token) => {
        const successor = successors.find((one) => isOlder(token, one));
        if (typeof successor?.createdAt !== 'number')
            return [];
        const until = successor.createdAt + graceMs;
        const isOver = successor.id === own ? graceMs === 0 : until <= clocks.forEnding;
        return [{ token, until, inUse: inUse(token), isOver: isOver && !inUse(token) }];
    });
    return {
        due: ended.filter(({ isOver }) => isOver).map(({ token }) => token),
        left: ended.filter(({ isOver }) => !isOver).map(({ token, until, inUse }) => ({ token, until, inUse })),
    };
}

;// CONCATENATED MODULE: ./build/src/management-token/rotate.js











async function rotate_rotate(request, deps) {
    const state = await (0,base_errors.Bg)(readState(request, deps));
    if (state instanceof base_errors.HR)
        return { kind: 'not-begun', error: state };
    const { facts, secrets } = state;
    const plan = planRotation(specOf(request), facts);
    if (plan.kind === 'refused')
        return plan;
    deps.progress({ kind: 'planned', plan });
    if (request.dryRun)
        return { kind: 'dry-run', plan };
    if (plan.kind === 'not-due') {
        deps.runner.outputs({ rotated: 'false', ...managementTokenOutputs(plan.newest) });
        return { kind: 'not-due', plan, retirement: await retire(plan.series, state, { request, deps }) };
    }
    await deps.clock.sleep(waitBeforeCreating(facts.targets, state.clusterNow()));
    return await replace(plan, secrets, { state, request, deps });
}
async function readState(request, deps) {
    const { clock, github, influxctl, longWork, progress } = deps;
    const { run } = request;
    const clocks = await deps.clocks();
    const readAt = clock.elapsed();
    const tokens = await influxctl.list();
    const secrets = [];
    const targets = [];
    for (const target of request.targets) {
        const secret = await github.look(target);
        const reading = { date: secret.date, elapsed: clock.elapsed() };
        const clusterAheadMs = (0,tokens_clocks.eN)({ date: clocks.server, elapsed: readAt }, reading);
        secrets.push(secret);
        targets.push({ name: `\`${target.label}\``, storedAt: secret.storedAt, clusterAheadMs });
    }
    const series = findSeries(specOf(request), tokens, run);
    const undelivered = 'kind' in series ? [] : membersOf(tokens, series, clocks).filter((one) => !isDelivered(one, targets));
    const toAsk = undelivered.map((token) => ({ token, tag: token.tag }));
    const asked = await (0,run_status.z)(toAsk, { own: run, clocks }, { github, clock, progress: longWork });
    if (asked.unresolved)
        progress({ kind: 'runs-unresolved', unresolved: asked.unresolved });
    return {
        facts: { tokens, targets, run, hasEnded: (member) => asked.hasEnded(member, member.tag), clocks },
        secrets,
        clusterNow: () => clocks.forRenewing + (clock.elapsed() - readAt),
    };
}
function specOf({ description, tokenId, expiresAt, renewBeforeMs }) {
    return {
        ...(description === undefined ? {} : { plainDescription: description }),
        ...(tokenId === undefined ? {} : { tokenId }),
        ...(expiresAt === undefined ? {} : { expiresAt }),
        ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    };
}
async function replace(plan, secrets, { state, request, deps }) {
    const { runner, progress } = deps;
    const { facts } = state;
    const { series, expiresAt } = plan;
    const ledger = deps.newLedger();
    const spec = { plainDescription: series.plainDescription, expiresAt, run: request.run };
    const issued = await issueToken(spec, ledger, deps);
    if (issued.kind !== 'issued')
        return issued;
    const { token, secret, nonce, listed } = issued;
    runner.outputs(managementTokenOutputs(token));
    progress({ kind: 'created', id: token.id });
    const rival = detectRival(plan, token, { listed, clocks: facts.clocks });
    if (rival)
        return await withdraw(issued, rival, { ledger, deps });
    const error = await proveToken(secret, deps);
    if (error)
        return await withdraw(issued, { kind: 'not-accepted', error }, { ledger, deps });
    progress({ kind: 'proven', id: token.id });
    ledger.keep(nonce);
    const failed = await deliver(secrets, secret, deps);
    if (failed)
        return { kind: 'not-delivered', token, delivery: failed };
    runner.outputs({ rotated: 'true' });
    const retirement = await retire(series, state, { request, deps, own: token.id });
    return { kind: 'rotated', plan, token, retirement };
}
async function deliver(secrets, secret, { github, progress }) {
    for (const [failedAt, metadata] of secrets.entries()) {
        const result = await github.store(metadata, secret);
        if (result.kind !== 'stored') {
            const mightBeStored = result.kind === 'unclear';
            return { kind: 'incomplete', secrets, failedAt, mightBeStored, error: result.error };
        }
        progress({ kind: 'stored', target: metadata.target.label });
    }
    return undefined;
}
async function retire(series, { facts: { targets, tokens, clocks } }, { request, deps, own }) {
    const { influxctl, credential } = deps;
    const listed = own === undefined ? tokens : await (0,base_errors.Bg)(influxctl.list());
    if (listed instanceof base_errors.HR)
        return { kind: 'not-listed', error: listed };
    const { due, left } = planRetirement(series, {
        tokens: listed,
        targets,
        own,
        graceMs: request.graceMs,
        clocks,
        inUse: (token) => beginsWith(credential, token),
    });
    const outcomes = await revokeTokens(due.map(({ id }) => id), influxctl);
    return { kind: 'retired', outcomes, left };
}

;// CONCATENATED MODULE: ./build/src/runner/temporary-folder.js



const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
function createTemporaryFolder(name, filesIn) {
    const folder = pathOf(name);
    try {
        (0,external_node_fs_.mkdirSync)(folder, { mode: FOLDER_MODE });
    }
    catch (error) {
        throw notWritten(error);
    }
    try {
        for (const [file, text] of Object.entries(filesIn(folder))) {
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, file), text, { mode: FILE_MODE, flag: 'wx' });
        }
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw notWritten(error);
    }
    return folder;
}
function removeTemporaryFolder(name) {
    try {
        (0,external_node_fs_.rmSync)(pathOf(name), { recursive: true, force: true, maxRetries: 3 });
    }
    catch (error) {
        throw new base_errors.HR('no-file-written', `The folder ${name} in \`RUNNER_TEMP\` cannot be removed: ${(0,base_errors.KG)(error)} It contains the management token. Remove it.`, { cause: error });
    }
}
function pathOf(name) {
    const temp = process.env['RUNNER_TEMP'] ?? '';
    if (temp === '')
        throw notWritten(new Error('the variable `RUNNER_TEMP` is not set'));
    return (0,external_node_path_.join)(temp, name);
}
function notWritten(error) {
    return new base_errors.HR('no-file-written', `A file in \`RUNNER_TEMP\` cannot be written: ${(0,base_errors.KG)(error)} Check the variable and the disk of the runner.`, { cause: error });
}

;// CONCATENATED MODULE: ./build/src/management-token/configuration.js
const PROFILE_NAME = 'influxdb-token-action';
function formatConfiguration({ product, accountId, clusterId, host, port, tls }, managementToken, ca) {
    const keys = {
        name: PROFILE_NAME,
        product,
        ...(accountId === '' ? {} : { account_id: accountId }),
        ...(clusterId === '' ? {} : { cluster_id: clusterId }),
        host,
        port,
        mgmt_token: managementToken.reveal(),
    };
    const tlsKeys = { ...(ca === undefined ? {} : { ca }), ...(tls ? {} : { disable: true }) };
    return [
        '[[profile]]',
        ...lines(keys),
        ...(Object.keys(tlsKeys).length > 0 ? ['[profile.tls]', ...lines(tlsKeys)] : []),
        '',
    ].join('\n');
}
function lines(keys) {
    return Object.entries(keys).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
}

// EXTERNAL MODULE: ./build/src/base/secret.js
var secret = __webpack_require__(9652);
;// CONCATENATED MODULE: ./build/src/management-token/printed-token.js


const LONG_WORDS = /[A-Za-z0-9+/_.~-]{32,}=*/g;
const LONG_WORD = /^[A-Za-z0-9+/_.~-]{32,}=*$/;
function printedTokens(output) {
    const inJson = tokensUnder(parseJson(output), '');
    const words = (0,base_text.$X)(output).filter((line) => LONG_WORD.test(line));
    return [...new Set([...inJson, ...words.reverse()])].filter((one) => !(0,tokens_token.O1)(one));
}
function textsToMask(output) {
    const words = (output.match(LONG_WORDS) ?? []).filter((word) => !(0,tokens_token.O1)(word));
    return [...new Set([...printedTokens(output), ...words])];
}
function tokensUnder(value, key) {
    if (typeof value === 'string') {
        return /token/i.test(key) && !/prefix|id$/i.test(key) && value.trim() !== '' ? [value.trim()] : [];
    }
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([name, inner]) => tokensUnder(inner, Array.isArray(value) ? key : name));
}
function parseJson(output) {
    const [json = output] = /[[{][\s\S]*[\]}]/.exec(output) ?? [];
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/management-token/influxctl.js








const MAX_MASKED = 20;
const MAX_EXCERPT_LENGTH = 600;
function influxctlClient(options) {
    const { run, configuration, timeoutMs, mask, onVersion } = options;
    let version;
    const knownVersion = () => {
        version ??= readVersion(run).then((known) => {
            if (known !== '')
                onVersion(known);
            return known;
        });
        return version;
    };
    const command = async (...args) => {
        await knownVersion();
        const timeout = `${Math.ceil(timeoutMs / 1000)}s`;
        return await run(['--config', configuration, '--profile', PROFILE_NAME, '--timeout', timeout, ...args]);
    };
    const failed = async (what, result, hidesOutput = false) => failure(what, result, { version: await knownVersion(), hidesOutput });
    return {
        async list() {
            const result = await command('management', 'list', '--format', 'json');
            if (result.kind !== 'exited' || result.code !== 0)
                throw await failed('management list', result);
            const tokens = parseManagementTokens(result.stdout);
            if (tokens === undefined)
                throw unreadableList(await knownVersion());
            return tokens;
        },
        async create({ description, expiresAt }) {
            const expiry = expiresAt === 'never' ? [] : ['--expires-at', (0,dates.sK)(expiresAt)];
            const args = ['--description', description, ...expiry, '--format', 'json'];
            const result = await command('management', 'create', ...args);
            if (result.kind === 'not-started') {
                return { kind: 'not-started', error: await failed('management create', result) };
            }
            const found = maskTokens(result, mask);
            if (result.kind !== 'exited' || result.code !== 0) {
                return { kind: 'unknown', error: await failed('management create', result, found.tooMany) };
            }
            if (found.candidates.length === 0)
                return { kind: 'unknown', error: noTokenPrinted(await knownVersion()) };
            return { kind: 'printed', candidates: found.candidates };
        },
        async revoke(ids) {
            const wrong = ids.find((id) => !(0,tokens_token.O1)(id));
            if (wrong !== undefined) {
                throw new base_errors.HR('invalid-id', `${(0,base_text.hD)(wrong)} is not a UUID, so influxctl was not run with it.`);
            }
            const result = await command('management', 'revoke', '--force', ...ids);
            if (result.kind !== 'exited' || result.code !== 0)
                throw await failed('management revoke', result);
        },
    };
}
async function readVersion(run) {
    const result = await run(['version']);
    if (result.kind === 'not-started')
        return '';
    return /\d+\.\d+\.\d+/.exec(`${result.stdout}\n${result.stderr}`)?.[0] ?? '';
}
function maskTokens({ stdout, stderr }, mask) {
    const texts = [...new Set([stdout, stderr].flatMap(textsToMask))];
    for (const text of texts.slice(0, MAX_MASKED))
        mask(text);
    const printed = [stdout, stderr].flatMap(printedTokens).slice(0, MAX_MASKED);
    for (const text of printed)
        mask(text);
    return {
        candidates: printed.map((text) => new secret.z(text)),
        tooMany: texts.length > MAX_MASKED,
    };
}
function failure(what, result, { version, hidesOutput }) {
    const how = result.kind === 'exited' ? `ended with exit code ${result.code}` : result.why;
    const output = result.kind === 'not-started' || hidesOutput ? '' : excerptOf(result);
    const said = output === '' ? '.' : `: ${(0,base_text.k3)(output)}`;
    return new base_errors.HR('influxctl-failed', `\`influxctl ${what}\` ${how}${said} ${hintFor(output, result)}${describeVersion(version)}`);
}
function excerptOf({ stdout, stderr }) {
    const text = (stderr.trim() === '' ? stdout : stderr).trim().replaceAll(/\s+/g, ' ');
    if (text.length <= MAX_EXCERPT_LENGTH)
        return text;
    const space = text.indexOf(' ', text.length - MAX_EXCERPT_LENGTH);
    return space < 0 ? `… (${text.length} characters)` : `…${text.slice(space)}`;
}
const REFUSED = /permission.?denied|unauthenticated|unauthori[sz]ed|not authori[sz]ed|forbidden|\b40[13]\b|only admin/i;
const LOGIN = /\blog ?in\b|device|browser|verification|prompt|yes\/no|\[y\/n\]/i;
const OLD = /unknown (?:flag|command)|flag provided but not defined|no help topic|incorrect usage/i;
function hintFor(output, { kind }) {
    if (REFUSED.test(output)) {
        return ('The server refused the management token. Check that it is valid. InfluxData does not document whether a management ' +
            'token is allowed to manage management tokens. If it is not, a person must do this: docs/management-token.md shows how. ');
    }
    if (kind === 'stopped' && LOGIN.test(output)) {
        return ('influxctl waits for a login when it has no valid token. Check that the management token is valid and that ' +
            '`account-id` and `cluster-id` are right. ');
    }
    if (OLD.test(output))
        return 'Install a newer version of influxctl: 2.10.0 or later. ';
    return '';
}
function describeVersion(version) {
    return version === '' ? 'influxctl does not tell its version.' : `The version of influxctl is ${version}.`;
}
function unreadableList(version) {
    return new base_errors.HR('influxctl-failed', `\`influxctl management list --format json\` did not print an array of tokens. ${describeVersion(version)}`);
}
function noTokenPrinted(version) {
    return new base_errors.HR('influxctl-failed', `\`influxctl management create\` ended well, but its output contains nothing that looks like a token. ${describeVersion(version)}`);
}

;// CONCATENATED MODULE: ./build/src/management-token/run-program.js
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const runProgram = ({ path, args, env, timeoutMs }) => new Promise((resolve) => {
    const { spawn } = process.getBuiltinModule('node:child_process');
    const child = spawn(path, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let stopped;
    const stop = (why) => {
        stopped ??= why;
        child.kill('SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
    };
    const tooMuch = () => stop('printed more than 64 MiB and was killed');
    const stdout = collect(child.stdout, tooMuch);
    const stderr = collect(child.stderr, tooMuch);
    const timer = setTimeout(() => stop(`did not end within ${Math.ceil(timeoutMs / 1000)} s and was killed`), timeoutMs);
    child.on('error', (error) => {
        if (child.pid !== undefined)
            return;
        clearTimeout(timer);
        resolve({ kind: 'not-started', why: `could not be started (${error.message})` });
    });
    child.on('close', (code, signal) => {
        clearTimeout(timer);
        const output = { stdout: stdout(), stderr: stderr() };
        const why = stopped ?? (code === null ? `was ended by ${signal}` : undefined);
        resolve(why === undefined
            ? { kind: 'exited', code: code ?? 1, ...output }
            : { kind: 'stopped', why, ...output });
    });
});
function collect(stream, tooMuch) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MAX_OUTPUT_BYTES)
            tooMuch();
    });
    stream.on('error', () => { });
    return () => Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./build/src/management-token/session.js






const CONFIGURATION = 'config.toml';
const CERTIFICATES = 'ca.pem';
async function withInfluxctl(options, work) {
    const { folder: name, program, profile, managementToken, trusted, timeoutMs, env } = options;
    const { timeLeftMs = () => timeoutMs } = options;
    const folder = createTemporaryFolder(name, (path) => ({
        ...(trusted.length > 0 ? { [CERTIFICATES]: bundleOf(trusted) } : {}),
        [CONFIGURATION]: formatConfiguration(profile, managementToken, trusted.length > 0 ? (0,external_node_path_.join)(path, CERTIFICATES) : undefined),
    }));
    try {
        const environment = environmentOf(program, folder, env);
        return await work(influxctlClient({
            run: (args) => runProgram({
                path: program.path,
                args,
                env: environment,
                timeoutMs: Math.max(1, Math.min(timeoutMs, timeLeftMs())),
            }),
            configuration: (0,external_node_path_.join)(folder, CONFIGURATION),
            timeoutMs,
            mask: options.mask,
            onVersion: options.onVersion,
        }));
    }
    finally {
        removeTemporaryFolder(name);
    }
}
function bundleOf(trusted) {
    const { getCACertificates } = process.getBuiltinModule('node:tls');
    return `${[...trusted, ...getCACertificates('bundled')].join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/src/management-token/state.js
const FOLDER = /^influxctl-[0-9a-f]{16}$/;
function folderName(nonce) {
    return `influxctl-${nonce}`;
}
function formatState({ folder, ledger }) {
    return folder === '' && ledger === '' ? '' : `${folder}\n${ledger}`;
}
function parseState(text) {
    const [folder = '', ...ledger] = text.split('\n');
    return { folder: FOLDER.test(folder) ? folder : '', ledger: ledger.join('\n') };
}

// EXTERNAL MODULE: ./build/src/report/errors.js
var report_errors = __webpack_require__(6766);
;// CONCATENATED MODULE: ./build/src/management-token/leftovers.js



async function revokeOpen(open, influxctl) {
    const nonces = new Set(open.map(({ nonce }) => nonce));
    try {
        const found = unrevokedWith(nonces, await influxctl.list()).map(({ token }) => token.id);
        return reportOutcomes(await revokeTokens(found, influxctl), open);
    }
    catch (error) {
        if (!(error instanceof base_errors.HR))
            throw error;
        throw new base_errors.HR('token-not-revoked', `Whether a management token of this step is left is not known: ${(0,base_errors.KG)(error)} ${leftovers_hintFor(open)}`, { cause: error });
    }
}
function reportOutcomes(outcomes, open) {
    const alive = outcomes.filter(outcome.I_);
    const revoked = outcomes.filter(outcome.ML).map(({ id }) => `Revoked management token ${id}.`);
    const failures = alive.map((outcome) => outcome.kind === 'failed'
        ? `Management token ${outcome.id} could not be revoked: ${(0,base_errors.KG)(outcome.error)}`
        : '');
    return {
        lines: revoked.map((text) => ({ kind: 'info', text })),
        sections: revoked.length > 0
            ? [{ title: 'InfluxDB management token at the end of the job', items: revoked }]
            : [],
        ...(failures.length > 0
            ? { failure: new base_errors.HR('token-not-revoked', `${failures.join(' ')} ${leftovers_hintFor(open)}`) }
            : {}),
    };
}
function leftovers_hintFor(open) {
    const nonces = open.map(({ nonce }) => nonce).join(' or ');
    return (`If \`influxctl management list\` shows a management token whose description contains ${nonces}, revoke it with ` +
        '`influxctl management revoke ID`: nobody has it.');
}

;// CONCATENATED MODULE: ./build/src/management-token/management-post.js

















const MAX_CALL_MS = 10_000;
const LATEST_EFFECT_MS = 5_000;
const TIME_TO_REVOKE_MS = 20_000;
async function runManagementPostStep(text, step) {
    const { folder, ledger } = parseState(text);
    await warnOnFailure(step, async () => {
        if (folder !== '')
            removeTemporaryFolder(folder);
    });
    if (ledger !== '')
        await warnOnFailure(step, () => revokeLeftovers(ledger, step));
}
async function revokeLeftovers(sealed, step) {
    const { runner, secrets, deadline } = step;
    const { credentials, problems } = await rereadCredentials(secrets);
    const { secret } = credentials.credential;
    const text = (0,sealed_ledger.OR)(sealed, secret);
    if (text === undefined)
        throw secret.reveal() === '' ? tokenMissing() : ledgerNotValid();
    const entries = readLedger(text);
    const open = openAttempts(entries);
    if (problems !== '') {
        throw new base_errors.HR('token-not-revoked', `An input cannot be read in the post step: ${problems} Did a step in between change or remove what it names? ${leftovers_hintFor(open)}`);
    }
    await clock.m.sleep(waitFor(open, { entries, now: clock.m.elapsed(), deadline }));
    const trusted = credentials.trusted.filter((one) => entries.fingerprints.includes((0,trust.Rj)(one)));
    const session = {
        folder: folderName(process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex')),
        program: entries.program,
        profile: entries.profile,
        managementToken: secret,
        trusted,
        timeoutMs: Math.min(entries.timeoutMs, MAX_CALL_MS),
        timeLeftMs: () => deadline - clock.m.elapsed(),
        env: process.env,
        mask: (one) => secrets.mask(one),
        onVersion: () => { },
    };
    (0,publish.m)(await withInfluxctl(session, (influxctl) => revokeOpen(open, influxctl)), runner);
}
function waitFor(open, { entries, now, deadline, }) {
    const lastEffect = Math.max(...open.map(({ at, endedAt = at + entries.timeoutMs }) => endedAt));
    const wait = lastEffect + LATEST_EFFECT_MS - now;
    return Math.max(0, Math.min(wait, entries.timeoutMs + LATEST_EFFECT_MS, deadline - TIME_TO_REVOKE_MS - now));
}
function leftHint() {
    const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
    return (`A management token whose description contains "${run}.${attempt} pending" can be left: look for it in ` +
        '`influxctl management list`. If no secret contains it, revoke it with `influxctl management revoke ID`.');
}
function tokenMissing() {
    return new base_errors.HR('management-token-missing', '`management-token` is empty in the post step, so the post step revoked nothing. Usually, the action is called by a composite ' +
        'action that is itself called by a composite action: GitHub loses the inputs there. Call the action from the workflow, or from ' +
        `one level of composite action. ${leftHint()}`);
}
function ledgerNotValid() {
    return new base_errors.HR('ledger-not-valid', 'The ledger in the state of this step was not sealed by main with this management token, so the post step revoked nothing. Use ' +
        `the same \`management-token\` until the end of the job. ${leftHint()}`);
}
async function rereadCredentials(secrets) {
    const { shared } = readManagementInputs(runner_runner.R5);
    const errors = new base_errors.G();
    const sources = await (0,setting.tW)(shared, text_file.Gu, new base_errors.G());
    (0,runner_secrets.B)(secrets, (0,credentials.Wr)(sources), process.env);
    return { credentials: (0,credentials.L1)(sources, errors), problems: errors.describe() };
}
async function warnOnFailure({ runner }, work) {
    try {
        await work();
    }
    catch (error) {
        (0,publish.v)((0,report_errors.US)(error), runner);
        const explanation = (0,report_errors.WE)(error);
        runner.warning(explanation.code, explanation.message, explanation.detail);
        runner.summary({
            title: 'InfluxDB management token: post step not finished',
            items: [`${explanation.title}: ${explanation.message}`],
        });
    }
}

;// CONCATENATED MODULE: ./build/src/management-token/management-steps.js


































const RETRIES = 4;
async function runManagementStep(runner, secrets) {
    const { shared, influxctl: programName } = readManagementInputs(runner_runner.R5);
    const errors = new base_errors.G();
    const undeclared = undeclaredManagementInputs(process.env);
    for (const { input, message, meant } of undeclared.errors) {
        errors.add(input, message);
        for (const name of meant)
            errors.explain(name);
    }
    (0,misplaced.D)(shared, errors);
    const sources = await (0,setting.tW)(shared, text_file.Gu, errors);
    (0,runner_secrets.B)(secrets, (0,credentials.Wr)(sources), process.env);
    for (const name of undeclared.unknown) {
        runner.warning('unknown-input', `\`${name}\` is not an input of this action, and was ignored. Remove it.`);
    }
    const readRun = () => (0,run_context.$p)(process.env, errors);
    const request = parseManagementRequest(sources, { readRun, now: clock.m.now(), errors });
    for (const sentence of (0,setting.u_)(sources))
        runner.warning('influxctl-profile', sentence);
    const program = findProgram(programName, process.env);
    await runWithInfluxctl(request, program, { runner, secrets });
}
async function runWithInfluxctl(request, program, { runner, secrets }) {
    const { credential, trusted, retryPolicy } = request.connection;
    const { timeoutMs } = retryPolicy;
    const { fingerprints, anchors } = (0,trust.d6)(trusted, (0,trust.DF)(process));
    const state = { folder: folderName(randomNonce()), ledger: '' };
    const save = () => runner.saveState(formatState(state));
    save();
    const session = {
        folder: state.folder,
        program,
        profile: request.profile,
        managementToken: credential.secret,
        trusted,
        timeoutMs,
        env: process.env,
        mask: (secret) => secrets.mask(secret),
        onVersion: (version) => runner.info(`The version of influxctl is ${version} (${program.path}).`),
    };
    const newLedger = () => new Ledger((text) => {
        state.ledger = text === '' ? '' : (0,sealed_ledger.po)(text, credential.secret);
        save();
    }, { program, profile: request.profile, timeoutMs, fingerprints: [...fingerprints] });
    const report = await withInfluxctl(session, async (influxctl) => {
        const transport = new http_transport.G(anchors);
        const deps = depsOf(request, transport, { influxctl, newLedger, step: { runner, secrets } });
        return await run(request, transport, deps);
    });
    state.folder = '';
    save();
    (0,publish.m)(report, runner);
}
async function run(request, transport, deps) {
    switch (request.operation) {
        case 'list':
            return reportList(request, await list(request, deps));
        case 'create':
            return reportCreate(request, await create(request, deps));
        case 'revoke':
            return reportRevoke(request.tokenIds, await revoke(request, deps));
        case 'rotate':
            return reportRotate(request, await rotate_rotate(request, await withGithub(request, transport, deps)));
    }
}
async function withGithub(request, transport, deps) {
    const { secretStore, workflowRuns } = await __webpack_require__.e( 454).then(__webpack_require__.bind(__webpack_require__, 3454));
    const { run, storeToken, githubToken } = request;
    const policy = { timeoutMs: deps.timeoutMs, retries: RETRIES, retryRule: rate_limit.SD };
    const requests = requestsOf(transport, policy, deps.runner);
    return {
        ...deps,
        github: {
            ...secretStore(run.githubApiUrl, storeToken, requests),
            ...workflowRuns(run, githubToken, requests),
        },
        longWork: (progress) => (0,publish.v)((0,report_progress.vk)(progress), deps.runner),
    };
}
function depsOf({ connection }, transport, { influxctl, newLedger, step }) {
    const { credential, endpoints, retryPolicy } = connection;
    const { runner, secrets } = step;
    const { timeoutMs } = retryPolicy;
    const additions = (0,trust.h6)((0,trust.DF)(process));
    if (additions !== undefined)
        runner.info(additions);
    let lastClocks;
    const readDatabases = (one, retries) => {
        const requests = requestsOf(transport, { timeoutMs, retries }, runner);
        const observer = {
            secret: (secret) => secrets.mask(secret),
            clocks: (clocks) => {
                lastClocks = clocks;
            },
        };
        const options = { credential: one, candidates: endpoints, observer };
        return new client.h(requests, clock.m, options).databases();
    };
    return {
        influxctl,
        credential: credential.secret,
        check: async (secret) => {
            const result = await (0,base_errors.Bg)(readDatabases({ secret, source: 'influxctl' }, 0));
            return result instanceof base_errors.HR ? result : undefined;
        },
        clocks: async () => {
            await readDatabases(credential, RETRIES);
            return lastClocks ?? (0,tokens_clocks.SD)(undefined, clock.m.now());
        },
        runner,
        progress: (progress) => (0,publish.v)(describeManagementProgress(progress), runner),
        clock: clock.m,
        nonce: randomNonce,
        newLedger,
        timeoutMs,
    };
}
function requestsOf(transport, policy, { info }) {
    return new requests.l({ transport, clock: clock.m, random: Math.random, note: info, policy });
}
function randomNonce() {
    return process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex');
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



function reportIncompleteDelivery(delivery, tokenId, context) {
    return {
        sections: [whereabouts(delivery, tokenId, context)],
        failure: notStoredEverywhere(delivery, tokenId),
    };
}
const ALL_VALID = 'No token was revoked, so every consumer keeps a valid token. The next run creates another token and stores it everywhere.';
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
function whereabouts({ secrets, failedAt, mightBeStored }, id, context) {
    return {
        title: `InfluxDB token stored in ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .B4)(failedAt)} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__ .pq)(secrets.length, 'place')}`,
        text: [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__ .Xs)(context), ALL_VALID],
        head: ['Target', 'Token', 'State'],
        rows: secrets.map(({ target, storedAt }, index) => {
            if (index < failedAt)
                return [target.label, `new: ${id}`, 'stored'];
            if (index === failedAt && mightBeStored)
                return [target.label, 'not known', 'unknown outcome'];
            return [target.label, storedAt === 'absent' ? 'none' : 'old', 'not changed'];
        }),
    };
}


 })

};
;