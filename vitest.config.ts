import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vitest/config';

/** These import JSON without an import attribute, which Vite resolves and Node does not. */
const INLINED = /node_modules\/@actions\/(?:languageservice|workflow-parser)\//;

/** They also name source maps whose sources are not in the package: 80 warnings about nothing. */
const withoutSourceMaps: Plugin = {
  name: 'without-source-maps',
  load: (id) =>
    INLINED.test(id) && id.endsWith('.js')
      ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
      : undefined,
};

export default defineConfig({
  plugins: [withoutSourceMaps],
  test: {
    include: ['test/**/*.test.ts'],
    // End-to-end tests start processes and wait for them: on two cores a few seconds is a long wait, not a fault.
    testTimeout: 30_000,
    server: { deps: { inline: [INLINED] } },
  },
});
