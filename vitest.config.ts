import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  configDefaults,
  defineConfig,
  type Plugin,
  type UserWorkspaceConfig,
  type ViteUserConfig,
} from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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

/**
 * What Windows does not have: signals that a process hears, programs that are a text with a shebang, rights of a file in octal.
 * Tests that stand on one of these are left to the other systems.
 */
const POSIX_ONLY = [
  'test/base/cancellation.test.ts',
  'test/e2e/{cleanup,kill,post,rotate}.test.ts',
  'test/e2e/{create,report,store}-examples.test.ts',
  'test/e2e/management-token-*.test.ts',
  'test/e2e/parallel-and-limited.test.ts',
  'test/e2e/stage/programs.test.ts',
  'test/faults/**',
  'test/fuzz/**',
  'test/request/connection/text-file.test.ts',
  'test/repository/release.test.ts',
  'test/quarantine/**',
  'test/rotation/**',
  'test/scripts/demo.test.ts',
  'test/actions-runner/action-step.test.ts',
  'test/actions-runner/workflow/{limits,parallel-legs}.test.ts',
];

/**
 * Tests that depend on a process in which nothing has happened: its environment, its streams, and what the toolkit remembers. The model
 * needs so much memory that other tests in its process would start child processes slowly.
 */
const ISOLATED = [
  'test/model/**/*.test.ts',
  'test/runner/**/*.test.ts',
  'test/github/{client,octokit,proxy}.test.ts',
  'test/http/{http-date,retry-after,toolkit-client}.test.ts',
];

/** What all configurations have in common. */
export const common = {
  plugins: [withoutSourceMaps],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.platform === 'win32' ? POSIX_ONLY : [])],
    // End-to-end tests start processes and wait for them: on two cores a few seconds is a long wait, not a fault.
    testTimeout: 60_000,
    // Tests wait for time-outs, pauses, and child processes. A percentage would not go beyond one worker per core.
    maxWorkers: 2 * availableParallelism(),
    // Node keeps compiled files here, so that a process which a test starts does not compile the same TypeScript again.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    server: { deps: { inline: [INLINED] } },
  },
} satisfies ViteUserConfig;

/** Few lines, and many processes or histories. */
const LONG = /\/test\/(?:faults|fuzz|model|quarantine|rotation)\//;

/** LongestFirst starts the longest files first, so that no worker runs one of them alone at the end. Vitest only knows their sizes. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * projectsWithout are all files except some. Most share a process per worker: if each had its own, loading the same modules again
 * would take a third of the time of `npm test`.
 */
export function projectsWithout(files: readonly string[]): UserWorkspaceConfig[] {
  const exclude = [...common.test.exclude, ...files];
  return [
    { ...common, test: { ...common.test, name: 'isolated', include: ISOLATED, exclude } },
    {
      ...common,
      test: { ...common.test, name: 'shared', exclude: [...exclude, ...ISOLATED], isolate: false },
    },
  ];
}

export default defineConfig({
  test: { projects: projectsWithout([]), sequence: { sequencer: LongestFirst } },
});
