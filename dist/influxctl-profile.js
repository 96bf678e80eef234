"use strict";
exports.id = 695;
exports.ids = [695];
exports.modules = {

/***/ 7695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readProfile: () => (/* binding */ readProfile)
/* harmony export */ });
/* harmony import */ var _badrap_valita__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9118);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _http_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1898);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2655);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2394);





const INPUT = 'influxctl-config';
const text = _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj().optional();
const profileTable = _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ik({
    name: text,
    product: text,
    host: text,
    port: _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KC(_badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj(), _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai().map(String)).optional(),
    account_id: text,
    cluster_id: text,
    mgmt_token: text,
    tls: _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ik({
        ca: text,
        cert: text,
        key: text,
        insecure: _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM().optional(),
        disable: _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM().optional(),
    })
        .optional(),
});
const nameOnly = _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ik({ name: _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5().optional() });
const configuration = _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ik({
    profile: _badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO(nameOnly.rest(_badrap_valita__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5())).assert((profiles) => profiles.length > 0),
});
/**
 * readProfile finds a profile by name in `given`, which is the text of a config.toml or its path. Undefined with a fault,
 * which never shows any of the text.
 */
function readProfile(given, name, readFile, faults) {
    if (isBase64OfToml(given)) {
        faults.add(INPUT, 'is TOML encoded as base64. Decode it, and set the TOML text itself.');
        return undefined;
    }
    const toml = isToml(given) ? given : fileText(given, readFile, faults);
    const configured = toml === undefined ? undefined : parseConfiguration(toml, faults);
    const table = configured && selectProfile(configured, name, faults);
    return table && profileOf(name, table);
}
/** A path has neither line breaks nor anything that assigns a value. */
function isToml(given) {
    return /[\r\n]|\[\[|=\s*["'[{]/.test(given);
}
/** Base64 decodes to any bytes, so the text must make sense as well. */
function isBase64OfToml(given) {
    const compact = given.replaceAll(/\s/g, '');
    return (/^[A-Za-z0-9+/]{16,}=*$/.test(compact) && /\[\[profile/.test(Buffer.from(compact, 'base64').toString()));
}
/** What looks like a path may be a secret that was put into the wrong input, so it is not repeated. */
function fileText(path, readFile, faults) {
    try {
        return readFile(path);
    }
    catch (error) {
        faults.add(INPUT, `is not TOML, so it was read as a path. ${(0,_text_file_js__WEBPACK_IMPORTED_MODULE_1__/* .whyUnreadable */ ._)(error, path)}`);
        return undefined;
    }
}
/** The parser's own messages quote the text, so they are not used. */
function parseConfiguration(toml, faults) {
    let parsed;
    try {
        parsed = (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(toml.replace(/^\ufeff/, ''));
    }
    catch (error) {
        const where = error instanceof smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .TomlError */ .zx ? ` (line ${error.line}, column ${error.column})` : '';
        const hint = lineBreakHint(toml);
        faults.add(INPUT, `is not valid TOML${where}.${hint} The text is not shown, because it can contain credentials.`);
        return undefined;
    }
    const checked = configuration.try(parsed, { mode: 'strip' });
    if (checked.ok)
        return checked.value;
    faults.add(INPUT, 'has no profiles: each begins with a line [[profile]], in double brackets.');
    return undefined;
}
function lineBreakHint(toml) {
    if (/[\r\n]/.test(toml.trim()))
        return '';
    return toml.includes('\\n')
        ? ' It contains `\\n` instead of line breaks.'
        : ' It has lost its line breaks: `>` joins lines, so use `|` instead.';
}
function selectProfile({ profile: profiles }, name, faults) {
    const [found, ...more] = profiles.filter((profile) => profile.name === name);
    if (!found) {
        const names = profiles.map((profile) => typeof profile.name === 'string' ? (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(profile.name) : 'one without a name');
        faults.add('influxctl-profile', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(name)} is not in \`${INPUT}\`, which has ${names.join(', ')}.`);
        return undefined;
    }
    if (more.length > 0) {
        faults.add(INPUT, `has the profile ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(name)} ${more.length + 1} times: which is meant?`);
        return undefined;
    }
    const checked = profileTable.try(found, { mode: 'strip' });
    if (checked.ok)
        return checked.value;
    for (const { path } of checked.issues) {
        faults.add(INPUT, `in profile ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(name)}, \`${path.join('.')}\` has a value of the wrong type.`);
    }
    return undefined;
}
function profileOf(name, table) {
    const { product, account_id, cluster_id, mgmt_token, tls = {} } = table;
    const host = hostUrl(table);
    const values = { product, host, account_id, cluster_id, mgmt_token, 'tls.ca': tls.ca };
    return {
        name,
        values: Object.fromEntries(Object.entries(values).filter(([, value]) => value)),
        ignored: whatIsIgnored(name, table, host),
    };
}
/** influxctl's host is a name or an address; with a scheme before it, it is taken as it stands. */
function hostUrl({ host, port, tls }) {
    if (!host)
        return undefined;
    const isAddress6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(host);
    const bare = isAddress6 ? `[${host}]` : host.trim();
    const address = port ? bare.replace(/^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*/i, `$&:${port}`) : bare;
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(bare))
        return address;
    const plain = `http://${address}`;
    // Without TLS, credentials may travel within this machine alone.
    return tls?.disable && URL.canParse(plain) && (0,_http_url_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U)(new URL(plain)) ? plain : `https://${address}`;
}
function whatIsIgnored(name, { tls = {} }, host = '') {
    const prefix = `The profile ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(name)} sets`;
    return [
        ...(tls.insecure
            ? [
                `${prefix} \`tls.insecure\`, which is not honoured: certificates are always verified. For one of your own, give its authority in \`ca-certificate\` or \`tls.ca\`.`,
            ]
            : []),
        ...(tls.disable && !/^http:/i.test(host)
            ? [
                `${prefix} \`tls.disable\`, which is not honoured: except on this machine itself, nothing is sent without TLS.`,
            ]
            : []),
        ...(tls.cert || tls.key
            ? [
                `${prefix} a client certificate (\`tls.cert\`, \`tls.key\`), which is not used: the management token identifies the client.`,
            ]
            : []),
    ];
}


/***/ })

};
;