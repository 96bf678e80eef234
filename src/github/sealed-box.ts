import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { Failure } from '../base/errors.ts';

const SIGMA = words(Buffer.from('expand 32-byte k'));
const NONCE_BYTES = 24;

/** 32 bytes in base64. */
const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/;

/**
 * sealedBox encrypts a message so that only the owner of the secret key can decrypt it. This is libsodium's crypto_box_seal,
 * which GitHub requires. `publicKey` is an X25519 key in base64. The result is also in base64. Throws a Failure if the key is not
 * valid.
 */
export function sealedBox(message: Uint8Array, publicKey: string): string {
  const recipient = PUBLIC_KEY.test(publicKey) ? Buffer.from(publicKey, 'base64') : undefined;
  if (recipient === undefined) throw notPublicKey();
  // This key is new for each message and is not stored, so not even the sender can decrypt the message.
  const ephemeral = generateKeyPairSync('x25519');
  const sender = bytesOf(ephemeral.publicKey);
  const nonce = blake2b(Buffer.concat([sender, recipient]), { dkLen: NONCE_BYTES });
  const key = boxKey(sharedSecret(ephemeral.privateKey, recipient));
  const box = xsalsa20poly1305(key, nonce).encrypt(message);
  return Buffer.concat([sender, box]).toString('base64');
}

/**
 * isPublicKey tells whether a message can be sealed for a key. It tries, because a few points of the curve have a valid syntax but
 * lead to a secret that everyone knows.
 */
export function isPublicKey(publicKey: string): boolean {
  try {
    sealedBox(new Uint8Array(), publicKey);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function sharedSecret(privateKey: KeyObject, recipient: Buffer): Buffer {
  const jwk = { kty: 'OKP', crv: 'X25519', x: recipient.toString('base64url') };
  let shared: Buffer;
  try {
    shared = diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) });
  } catch (cause) {
    throw notPublicKey(cause);
  }
  // A point of low order results in zeros only. Whether that is an error depends on the version of OpenSSL.
  if (shared.every((byte) => byte === 0)) throw notPublicKey();
  return shared;
}

function notPublicKey(cause?: unknown): Failure {
  return new Failure('invalid-public-key', 'The public key that GitHub sent is not a valid X25519 key.', {
    cause,
  });
}

/** The shared secret is not uniformly random, so NaCl hashes it before use as a key. */
function boxKey(shared: Buffer): Uint8Array {
  const key = new Uint32Array(8);
  hsalsa(SIGMA, words(shared), new Uint32Array(4), key);
  return new Uint8Array(key.buffer);
}

function bytesOf(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** Copies the bytes, because a Buffer can start at any address and words cannot. */
function words(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
