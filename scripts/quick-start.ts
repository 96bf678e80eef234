/**
 * What a step pays for at its start and mostly does not need: TLS against a loopback host, the proxy's tunnel, hashes.
 * The packages inside import them at their top. `assert` is only called for debugging there.
 */
const SELDOM_NEEDED = ['assert', 'crypto', 'https', 'net', 'tls'];

const HELPER = `"use strict";
/** Stands for a built-in module of Node and loads it when something of it is first used: see scripts/quick-start.ts. */
const __on_first_use = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });
`;

/**
 * quickStart rewrites a bundle of ncc so that it starts faster (measured by `npm run bench`) and does the same. Throws
 * when the bundle does not look as it did when this was written.
 */
export function quickStart(bundle: string): string {
  return HELPER + asciiOnly(loadOnFirstUse(bundle));
}

function loadOnFirstUse(bundle: string): string {
  const required = new RegExp(`= require\\("((?:node:)?(?:${SELDOM_NEEDED.join('|')}))"\\);`, 'g');
  const rewritten = bundle
    .replaceAll(required, '= __on_first_use("$1");')
    // The copy of a namespace that webpack makes for `import *` would touch every member, and so load the module.
    .replaceAll(/\/\*#__PURE__\*\/__nccwpck_require__\.t\((external_\w+), 2\)/g, '$1');
  if (!rewritten.includes('__on_first_use("https")'))
    throw new Error('the bundle does not load https as it did');
  return rewritten;
}

/** asciiOnly escapes other letters: V8 reads ASCII faster, and one letter beyond Latin 1 doubles the size of all. */
export function asciiOnly(bundle: string): string {
  return bundle.replaceAll(
    /[^\x00-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
