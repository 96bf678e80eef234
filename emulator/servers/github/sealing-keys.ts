import { randomInt } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import { type Holder, holderKey } from './holder.ts';

/** SealingKey is the pair that a holder's secrets are sealed for and opened with. */
export interface SealingKey {
  readonly id: string;
  /** Base64, as the API shows it. */
  readonly publicKey: string;
  /** open gives the text in a sealed box, which comes as base64; undefined when it was not sealed for this key. */
  open(sealed: string): string | undefined;
}

/** SealingKeys gives each holder a key of its own. Libsodium has to be ready. */
export class SealingKeys {
  readonly #keys = new Map<string, SealingKey>();

  of(holder: Holder): SealingKey {
    return this.#keys.get(holderKey(holder)) ?? this.rotate(holder);
  }

  /** rotate puts another key in place: what is sealed for the old one is taken no more. */
  rotate(holder: Holder): SealingKey {
    return this.#put(holder, newKey());
  }

  /** show puts a text in place of the key: nothing can be opened with it. */
  show(holder: Holder, publicKey: string): void {
    this.#put(holder, { ...newKey(), publicKey, open: () => undefined });
  }

  #put(holder: Holder, key: SealingKey): SealingKey {
    this.#keys.set(holderKey(holder), key);
    return key;
  }
}

/** The id is a number of 19 digits, as text: too long for a number of JavaScript. */
function newKey(): SealingKey {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return {
    id: `33${randomInt(1e14, 2 ** 47)}${randomInt(10, 100)}`,
    publicKey: Buffer.from(publicKey).toString('base64'),
    open: (sealed) => {
      try {
        const opened = sodium.crypto_box_seal_open(Buffer.from(sealed, 'base64'), publicKey, privateKey);
        return Buffer.from(opened).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
