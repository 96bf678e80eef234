import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { beforeAll, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { sealedBox } from '../../src/github/sealed-box.ts';

beforeAll(() => sodium.ready);

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

test('libsodium opens what is sealed, whatever it is and for whomever', () => {
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

test('a long message is opened, too', () => {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const message = Buffer.alloc(48 * 1024, 'ö');
  const box = Buffer.from(sealedBox(message, base64(publicKey)), 'base64');
  expect(Buffer.from(sodium.crypto_box_seal_open(box, publicKey, privateKey)).equals(message)).toBe(true);
});

test('the same message is never sealed the same', () => {
  const publicKey = base64(sodium.crypto_box_keypair().publicKey);
  const boxes = Array.from({ length: 20 }, () => sealedBox(Buffer.from('x'), publicKey));
  expect(new Set(boxes.map((box) => box.slice(0, 43)))).toHaveLength(20);
});

test.each([
  ['of a small order', base64(new Uint8Array(32))],
  ['that is too short', base64(new Uint8Array(31).fill(7))],
])('nothing is sealed for a key %s', (_, publicKey) => {
  expect(() => sealedBox(Buffer.from('x'), publicKey)).toThrow(Failure);
});
