import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { Failure } from '../base/errors.ts';

const SIGMA = words(Buffer.from('expand 32-byte k'));
const NONCE_BYTES = 24;

/** 32 bytes in base64. */
const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/;

/**
 * sealedBox encrypts a message such that only the holder of the secret key can open it: libsodium's crypto_box_seal,
 * which GitHub asks for. `publicKey` is X25519's in base64, and so is the result. Throws a Failure when nothing can be
 * sealed for that key.
 */
export function sealedBox(message: Uint8Array, publicKey: string): string {
  const recipient = PUBLIC_KEY.test(publicKey) ? Buffer.from(publicKey, 'base64') : undefined;
  if (recipient === undefined) throw notPublicKey();
  // New for each message, and forgotten: not even the sender can open the box.
  const ephemeral = generateKeyPairSync('x25519');
  const sender = bytesOf(ephemeral.publicKey);
  const nonce = blake2b(Buffer.concat([sender, recipient]), { dkLen: NONCE_BYTES });
  const key = boxKey(sharedSecret(ephemeral.privateKey, recipient));
  const box = xsalsa20poly1305(key, nonce).encrypt(message);
  return Buffer.concat([sender, box]).toString('base64');
}

/**
 * isPublicKey tells by a trial whether anything can be sealed for a key: its syntax alone does not tell, because a few
 * points of the curve lead to a secret that everybody knows.
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
  // A point of low order gives nothing but zeros. Whether that is an error depends on the version of OpenSSL.
  if (shared.every((byte) => byte === 0)) throw notPublicKey();
  return shared;
}

function notPublicKey(cause?: unknown): Failure {
  return new Failure('invalid-public-key', 'GitHub shows a public key that nothing can be encrypted for.', {
    cause,
  });
}

/** What both sides can compute is not random enough yet to be a key: NaCl hashes it first. */
function boxKey(shared: Buffer): Uint8Array {
  const key = new Uint32Array(8);
  hsalsa(SIGMA, words(shared), new Uint32Array(4), key);
  return new Uint8Array(key.buffer);
}

function bytesOf(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** A copy, since a Buffer may begin anywhere in memory and words may not. */
function words(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
