"use strict";
exports.id = 558;
exports.ids = [558];
exports.modules = {

/***/ 558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readProfile: () => (/* binding */ readProfile)
});

// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/index.js
var dist = __webpack_require__(118);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(292);
;// CONCATENATED MODULE: ./build/http/url.js
/** isLoopback tells whether a URL leads to this machine: there plain `http:` is allowed and no proxy is used. */
function isLoopback(url) {
    // The URL parser has already turned 127.1 and 0x7f.0.0.1 into dotted decimals and shortened IPv6.
    return (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname));
}
/** isTrustworthy tells whether credentials may be sent to a URL: `https:`, or a loopback host. */
function isTrustworthy(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

// EXTERNAL MODULE: ./build/inputs/text.js
var inputs_text = __webpack_require__(706);
// EXTERNAL MODULE: ./build/inputs/text-file.js
var text_file = __webpack_require__(565);
;// CONCATENATED MODULE: ./build/inputs/influxctl-profile.js





const INPUT = 'influxctl-config';
const influxctl_profile_text = dist/* string */.Yj().optional();
const profileTable = dist/* object */.Ik({
    name: influxctl_profile_text,
    product: influxctl_profile_text,
    host: influxctl_profile_text,
    port: dist/* union */.KC(dist/* string */.Yj(), dist/* number */.ai().map(String)).optional(),
    account_id: influxctl_profile_text,
    cluster_id: influxctl_profile_text,
    mgmt_token: influxctl_profile_text,
    tls: dist/* object */.Ik({
        ca: influxctl_profile_text,
        cert: influxctl_profile_text,
        key: influxctl_profile_text,
        insecure: dist/* boolean */.zM().optional(),
        disable: dist/* boolean */.zM().optional(),
    })
        .optional(),
});
const nameOnly = dist/* object */.Ik({ name: dist/* unknown */.L5().optional() });
const configuration = dist/* object */.Ik({
    profile: dist/* array */.YO(nameOnly.rest(dist/* unknown */.L5())).assert((profiles) => profiles.length > 0),
});
/**
 * readProfile finds a profile by name in `given`, which is the text of a config.toml or its path. Undefined with a fault,
 * which never shows any of the text.
 */
function readProfile(given, name, readFile, faults) {
    const toml = isToml(given) ? given : fileText(given, readFile, faults);
    const configured = toml === undefined ? undefined : parseConfiguration(toml, faults);
    const table = configured && selectProfile(configured, name, faults);
    return table && profileOf(name, table);
}
/** A path has neither line breaks nor anything that assigns a value. */
function isToml(given) {
    return /[\r\n]|\[\[|=\s*["'[{]/.test(given);
}
/** What looks like a path may be a secret that was put into the wrong input, so it is not repeated. */
function fileText(path, readFile, faults) {
    try {
        return readFile(path);
    }
    catch (error) {
        faults.add(INPUT, `was taken for the path of a config.toml, and ${(0,text_file/* whyUnreadable */._)(error, path)}`);
        return undefined;
    }
}
/** The parser's own messages quote the text, so they are not used. */
function parseConfiguration(toml, faults) {
    let parsed;
    try {
        parsed = (0,smol_toml_dist/* parse */.qg)(toml.replace(/^\ufeff/, ''));
    }
    catch (error) {
        const where = error instanceof smol_toml_dist/* TomlError */.zx ? ` (line ${error.line}, column ${error.column})` : '';
        faults.add(INPUT, `is not valid TOML${where}. Its text is not shown, since it may hold credentials.`);
        return undefined;
    }
    const checked = configuration.try(parsed, { mode: 'strip' });
    if (checked.ok)
        return checked.value;
    faults.add(INPUT, 'has no profiles: each begins with a line [[profile]], in double brackets.');
    return undefined;
}
function selectProfile({ profile: profiles }, name, faults) {
    const [found, ...more] = profiles.filter((profile) => profile.name === name);
    if (!found) {
        const names = profiles.map((profile) => typeof profile.name === 'string' ? (0,inputs_text/* quote */.hD)(profile.name) : 'one without a name');
        faults.add('influxctl-profile', `${(0,inputs_text/* quote */.hD)(name)} is not in \`${INPUT}\`, which has ${names.join(', ')}.`);
        return undefined;
    }
    if (more.length > 0) {
        faults.add(INPUT, `has the profile ${(0,inputs_text/* quote */.hD)(name)} ${more.length + 1} times: which is meant?`);
        return undefined;
    }
    const checked = profileTable.try(found, { mode: 'strip' });
    if (checked.ok)
        return checked.value;
    for (const { path } of checked.issues) {
        faults.add(INPUT, `in profile ${(0,inputs_text/* quote */.hD)(name)}, \`${path.join('.')}\` has a value of the wrong type.`);
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
    const bare = host.trim().replace(/\/+$/, '');
    const isAddress6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(bare);
    const address = `${isAddress6 ? `[${bare}]` : bare}${port ? `:${port}` : ''}`;
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(bare))
        return address;
    const plain = `http://${address}`;
    // Without TLS, credentials may travel within this machine alone.
    return tls?.disable && URL.canParse(plain) && isLoopback(new URL(plain)) ? plain : `https://${address}`;
}
function whatIsIgnored(name, { tls = {} }, host = '') {
    const prefix = `The profile ${(0,inputs_text/* quote */.hD)(name)} sets`;
    return [
        ...(tls.insecure
            ? [
                `${prefix} \`tls.insecure\`, which is not honoured: certificates are always verified. For one of your own, give its authority in \`ca-certificate\` or \`tls.ca\`.`,
            ]
            : []),
        ...(tls.disable && !host.startsWith('http:')
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