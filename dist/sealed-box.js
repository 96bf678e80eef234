"use strict";
exports.id = 922;
exports.ids = [922];
exports.modules = {

 4922:
 ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   isPublicKey: () => ( isPublicKey),
   sealedBox: () => ( sealedBox)
 });
 var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
 var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
 var _noble_ciphers_salsa_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6382);
 var _noble_hashes_blake2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(904);
 var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5955);




const SIGMA = words(Buffer.from('expand 32-byte k'));
const NONCE_BYTES = 24;
const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/;
function sealedBox(message, publicKey) {
  const recipient = PUBLIC_KEY.test(publicKey) ? Buffer.from(publicKey, 'base64') : undefined;
  if (recipient === undefined) throw notPublicKey();
  const ephemeral = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('x25519');
  const sender = bytesOf(ephemeral.publicKey);
  const nonce = (0,_noble_hashes_blake2_js__WEBPACK_IMPORTED_MODULE_2__ .Sx)(Buffer.concat([sender, recipient]), { dkLen: NONCE_BYTES });
  const key = boxKey(sharedSecret(ephemeral.privateKey, recipient));
  const box = (0,_noble_ciphers_salsa_js__WEBPACK_IMPORTED_MODULE_3__ .uT)(key, nonce).encrypt(message);
  return Buffer.concat([sender, box]).toString('base64');
}
function isPublicKey(publicKey) {
  try {
    sealedBox(new Uint8Array(), publicKey);
    return true;
  } catch (error) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .HR) return false;
    throw error;
  }
}
function sharedSecret(privateKey, recipient) {
  const jwk = { kty: 'OKP', crv: 'X25519', x: recipient.toString('base64url') };
  let shared;
  try {
    shared = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.diffieHellman)({ privateKey, publicKey: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' }) });
  } catch (cause) {
    throw notPublicKey(cause);
  }
  if (shared.every((byte) => byte === 0)) throw notPublicKey();
  return shared;
}
function notPublicKey(cause) {
  return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ .HR('invalid-public-key', 'The public key that GitHub sent is not a valid X25519 key.', {
    cause,
  });
}
function boxKey(shared) {
  const key = new Uint32Array(8);
  (0,_noble_ciphers_salsa_js__WEBPACK_IMPORTED_MODULE_3__ .bD)(SIGMA, words(shared), new Uint32Array(4), key);
  return new Uint8Array(key.buffer);
}
function bytesOf(publicKey) {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}
function words(bytes) {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}


 })

};
;