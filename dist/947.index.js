"use strict";
exports.id = 947;
exports.ids = [947];
exports.modules = {

/***/ 9947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sealedBox: () => (/* binding */ sealedBox)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _noble_ciphers_salsa_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6382);
/* harmony import */ var _noble_hashes_blake2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(904);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5961);




const SIGMA = words(Buffer.from('expand 32-byte k'));
const NONCE_BYTES = 24;
/**
 * sealedBox encrypts a message such that only the holder of the secret key can open it: libsodium's crypto_box_seal,
 * which GitHub asks for. `publicKey` is X25519's in base64, and so is the result. Throws a Failure when nothing can be
 * sealed for that key.
 */
function sealedBox(message, publicKey) {
    const recipient = Buffer.from(publicKey, 'base64');
    // New for each message, and forgotten: not even the sender can open the box.
    const ephemeral = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('x25519');
    const sender = bytesOf(ephemeral.publicKey);
    const nonce = (0,_noble_hashes_blake2_js__WEBPACK_IMPORTED_MODULE_2__/* .blake2b */ .Sx)(Buffer.concat([sender, recipient]), { dkLen: NONCE_BYTES });
    const key = boxKey(sharedSecret(ephemeral.privateKey, recipient));
    const box = (0,_noble_ciphers_salsa_js__WEBPACK_IMPORTED_MODULE_3__/* .xsalsa20poly1305 */ .uT)(key, nonce).encrypt(message);
    return Buffer.concat([sender, box]).toString('base64');
}
function sharedSecret(privateKey, recipient) {
    const jwk = { kty: 'OKP', crv: 'X25519', x: recipient.toString('base64url') };
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.diffieHellman)({ privateKey, publicKey: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' }) });
    }
    catch (cause) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('Not a public key', 'GitHub gave a public key that nothing can be sealed for.', {
            cause,
        });
    }
}
/** What both sides can compute is not random enough yet to be a key: NaCl hashes it first. */
function boxKey(shared) {
    const key = new Uint32Array(8);
    (0,_noble_ciphers_salsa_js__WEBPACK_IMPORTED_MODULE_3__/* .hsalsa */ .bD)(SIGMA, words(shared), new Uint32Array(4), key);
    return new Uint8Array(key.buffer);
}
function bytesOf(publicKey) {
    return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}
/** A copy, since a Buffer may begin anywhere in memory and words may not. */
function words(bytes) {
    return new Uint32Array(Uint8Array.from(bytes).buffer);
}


/***/ })

};
;