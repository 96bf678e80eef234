import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { isPublicKey, sealedBox } from '../../src/github/sealed-box.ts';

beforeAll(() => sodium.ready);

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

test('libsodium opens any sealed message with any key', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 2000 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (message, seed) => {
        const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(seed);
        const box = Buffer.from(sealedBox(message, base64(publicKey)), 'base64');
        expect(box).toHaveLength(message.length + sodium.crypto_box_SEALBYTES);
        expect([...sodium.crypto_box_seal_open(box, publicKey, privateKey)]).toEqual([...message]);
      },
    ),
  );
});

test('a long message can also be opened', () => {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const message = Buffer.alloc(48 * 1024, 'ö');
  const box = Buffer.from(sealedBox(message, base64(publicKey)), 'base64');
  expect(Buffer.from(sodium.crypto_box_seal_open(box, publicKey, privateKey)).equals(message)).toBe(true);
});

test('the same message is sealed differently each time', () => {
  const publicKey = base64(sodium.crypto_box_keypair().publicKey);
  const boxes = Array.from({ length: 20 }, () => sealedBox(Buffer.from('x'), publicKey));
  expect(new Set(boxes.map((box) => box.slice(0, 43)))).toHaveLength(20);
});

/**
 * Every point of low order, including other encodings of the same points. Anybody can open a value that is sealed for one of
 * these.
 */
const LOW_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].flatMap((hex) => {
  const bytes = Buffer.from(hex, 'hex');
  const highBit = Buffer.from(bytes);
  highBit[31] = (highBit[31] ?? 0) | 0x80;
  return [bytes, highBit];
});

describe.each([
  ...LOW_ORDER.map((point) => [`of low order, ${point.toString('hex')}`, base64(point)]),
  ['that is too short', base64(new Uint8Array(31).fill(7))],
  ['that is too long', base64(new Uint8Array(33).fill(7))],
  ['that is empty', ''],
  ['that is not base64', '?'.repeat(44)],
  ['in base64url', `${'_'.repeat(43)}=`],
  ['with a line break', `${base64(new Uint8Array(32).fill(9))}\n`],
])('a key %s', (_, publicKey) => {
  test('is not valid, and nothing is sealed for it', () => {
    expect(isPublicKey(publicKey)).toBe(false);
    expect(() => sealedBox(Buffer.from('x'), publicKey)).toThrow(Failure);
  });
});

test('every key from libsodium is a valid public key', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
      expect(isPublicKey(base64(sodium.crypto_box_seed_keypair(seed).publicKey))).toBe(true);
    }),
  );
});
