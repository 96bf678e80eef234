/**
 * What a step pays for at its start and mostly does not need: TLS against a loopback host, the proxy's tunnel, and the
 * hashes and random numbers of the toolkit. Measured by `npm run bench`. `assert` is only called for debugging there.
 */
const SELDOM_NEEDED = ['assert', 'crypto', 'https', 'net', 'tls'];

const IMPORT = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n';

const HELPER = `/** Stands for a built-in module of Node and loads it when something of it is first used: see scripts/load-on-first-use.ts. */
const __on_first_use = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] });
`;

/**
 * loadOnFirstUse rewrites a bundle of ncc so that it loads some of Node's built-in modules when they are first used, and
 * not at its start: the packages inside import them at their top. The others it takes from Node directly, since even to
 * import `module` for its createRequire costs time. Throws when the bundle does not look as expected.
 */
export function loadOnFirstUse(bundle: string): string {
  if (!bundle.startsWith(IMPORT)) throw new Error('the bundle does not begin as bundles of ncc did');
  const seldomNeeded = new RegExp(`^(?:node:)?(?:${SELDOM_NEEDED.join('|')})$`);
  return (
    HELPER +
    bundle
      .slice(IMPORT.length)
      .replaceAll(
        /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\("([\w:/]+)"\)/g,
        (_, name: string) =>
          seldomNeeded.test(name) ? `__on_first_use("${name}")` : `process.getBuiltinModule("${name}")`,
      )
      // The copy of a namespace that webpack makes for `import *` would touch every member, and so load the module.
      .replaceAll(/\/\*#__PURE__\*\/__nccwpck_require__\.t\((external_\w+), 2\)/g, '$1')
  );
}
