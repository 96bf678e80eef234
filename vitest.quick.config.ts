import { defineConfig } from 'vitest/config';
import { projectsWithout } from './vitest.config.ts';

/** What starts many processes or searches many histories. `requests.test.ts` stays: it runs each step of the packed action. */
const SLOW = [
  'test/e2e/!(contributing|requests).test.ts',
  'test/e2e/stage/**',
  'test/{actions-runner/workflow,emulator-action,faults,fuzz,influxctl,model,quarantine,rotation,scripts}/**',
  'test/docs-{across-jobs,influxctl,snippets}.test.ts',
  'test/data-plane/replicas.test.ts',
  'test/management-token/rotation-histories.test.ts',
  'test/repository/{release,self-test}.test.ts',
  'test/runner/secrets.test.ts',
];

/** The units, and a few runs of the packed action: `npm run test:quick`. */
export default defineConfig({ test: { projects: projectsWithout(SLOW) } });
