import { afterAll, describe, test } from 'vitest';
import { chosenFrom } from '../sample.ts';
import { exploreSetting } from './checks.ts';
import { describeCounterexample } from './explore.ts';
import { PROTOCOL } from './protocol.ts';
import { ALWAYS, runsOf, type Setting, WEEKLY } from './setting.ts';

// Every world that is reachable from the first one is explored: all orders of the steps of all runs, each with a limited number
// of faults at any step. Known limits that only a grace period can heal are not in the model. They are a PUT that is carried out
// after its response was lost, a runner that GitHub has given up and that continues to write, and consumers of a series that are
// not targets of every rotation. Cleanup is not in the model, because it never changes a live token of a series. Other events for
// a suspended token are in quarantine/. The dates of tokens and secrets are from the servers, and are right. The Date of
// responses and the runner's clock can be wrong.

/** `npm run test:rotation` explores all settings, which takes minutes and up to 3 GB. */
const isAll = process.env['ROTATION'] === 'all';

/** Settings of `npm test`. */
const SAMPLE = 5;

type Given = Partial<Omit<Setting, 'protocol'>>;

const HOUR_MS = 3_600_000;
const GRACE_PERIOD_MS = 1000;

const TWO_SECRETS = { secrets: 2 };
const LATER_STEPS = { secrets: 0, laterSteps: true };
const BOTH = { secrets: 1, laterSteps: true };

const ONE_RUN = { runs: runsOf(1, ALWAYS), faults: 2 };
const TWO_RUNS = { runs: runsOf(2, ALWAYS) };
const TWO_WEEKLY = { runs: runsOf(2, WEEKLY) };
const UNLIKE = { runs: [...runsOf(1, ALWAYS), ...runsOf(2, WEEKLY).slice(1)] };
const TWO_JOBS = { runs: runsOf(2, ALWAYS).map((run) => ({ ...run, runId: '9001' })) };
const TWO_ATTEMPTS = {
  runs: runsOf(2, ALWAYS).map((run, index) => ({ ...run, runId: '9001', runAttempt: `${index + 1}` })),
};
const THREE_RUNS = { runs: runsOf(3, ALWAYS) };
const THREE_WEEKLY = { runs: runsOf(3, WEEKLY) };

const ADOPTING: Given = { start: 'a token to adopt' };
const FIRST: Given = { start: 'nothing' };
const WITH_GRACE_PERIOD = { gracePeriodMs: GRACE_PERIOD_MS };
const WITH_QUARANTINE = { quarantineMs: 2000, restores: 1 };
const TWO_SERVERS = { hasOtherServer: true };

const YEAR = 365 * 24 * HOUR_MS;
const WRONG_CLOCKS: [name: string, given: Given][] = [
  ['the Date of the server is an hour ahead', { dateOffMs: HOUR_MS }],
  ['the Date of the server is a year ahead', { dateOffMs: YEAR }],
  ['the Date of the server is an hour behind', { dateOffMs: -HOUR_MS }],
  ['the clock of the runners is an hour ahead', { runnerOffMs: HOUR_MS }],
  ['the clock of the runners is a year behind', { runnerOffMs: -YEAR }],
];

const BOUNDED: [name: string, given: Given][] = [
  ['one run, two faults, two secrets', { ...ONE_RUN, ...TWO_SECRETS }],
  ['one run, two faults, later steps, a token to adopt', { ...ONE_RUN, ...LATER_STEPS, ...ADOPTING }],
  [
    'one run, two faults, a secret and later steps, the first of a series',
    { ...ONE_RUN, ...BOTH, ...FIRST, ...WITH_GRACE_PERIOD },
  ],
  ['two runs, two secrets', { ...TWO_RUNS, ...TWO_SECRETS }],
  ['two runs, a secret and later steps, with a grace period', { ...TWO_RUNS, ...BOTH, ...WITH_GRACE_PERIOD }],
  ['two runs, later steps, the first of a series', { ...TWO_RUNS, ...LATER_STEPS, ...FIRST }],
  [
    'two runs that rotate when it is due, two secrets, a token to adopt',
    { ...TWO_WEEKLY, ...TWO_SECRETS, ...ADOPTING },
  ],
  ['a run that always rotates and one that rotates when it is due', { ...UNLIKE, ...TWO_SECRETS }],
  ['two jobs of one run', { ...TWO_JOBS, ...TWO_SECRETS }],
  ['two attempts of one run', { ...TWO_ATTEMPTS, ...TWO_SECRETS }],
  ['two runs, two secrets, a second GitHub server', { ...TWO_RUNS, ...TWO_SECRETS, ...TWO_SERVERS }],
  [
    'two runs that rotate when it is due, later steps, the first of a series, a second GitHub server',
    { ...TWO_WEEKLY, ...LATER_STEPS, ...FIRST, ...TWO_SERVERS },
  ],
  [
    'one run, two faults, a token to adopt, a grace period, a second GitHub server',
    { ...ONE_RUN, ...BOTH, ...ADOPTING, ...WITH_GRACE_PERIOD, ...TWO_SERVERS },
  ],
  ...WRONG_CLOCKS.map(([name, clocks]): (typeof BOUNDED)[number] => [
    `a run that always rotates and one that rotates when it is due, a grace period, ${name}`,
    { ...UNLIKE, secrets: 1, ...WITH_GRACE_PERIOD, ...clocks },
  ]),
  ['one run, a quarantine, a restore', { ...ONE_RUN, secrets: 1, ...WITH_QUARANTINE, faults: 1 }],
  [
    'one run, later steps, a grace period, a quarantine, a restore',
    { ...ONE_RUN, ...LATER_STEPS, ...WITH_GRACE_PERIOD, ...WITH_QUARANTINE, faults: 1 },
  ],
  [
    'one run, a quarantine, a token to adopt',
    { ...ONE_RUN, secrets: 1, ...ADOPTING, ...WITH_QUARANTINE, faults: 1 },
  ],
  ['two runs, a quarantine, nothing goes wrong', { ...TWO_RUNS, secrets: 1, quarantineMs: 2000, faults: 0 }],
  ['three runs, nothing goes wrong', { ...THREE_RUNS, ...TWO_SECRETS, faults: 0 }],
];

const FULL: typeof BOUNDED = [
  ['two runs, two faults, two secrets', { ...TWO_RUNS, ...TWO_SECRETS, faults: 2 }],
  ['two runs, two faults, later steps', { ...TWO_RUNS, ...LATER_STEPS, faults: 2 }],
  [
    'two runs, two faults, a secret and later steps, with a grace period',
    { ...TWO_RUNS, ...BOTH, ...WITH_GRACE_PERIOD, faults: 2 },
  ],
  [
    'two runs that rotate when it is due, two faults, two secrets',
    { ...TWO_WEEKLY, ...TWO_SECRETS, faults: 2 },
  ],
  [
    'two runs, two faults, two secrets, a token to adopt',
    { ...TWO_RUNS, ...TWO_SECRETS, ...ADOPTING, faults: 2 },
  ],
  [
    'two runs, two faults, two secrets, the first of a series',
    { ...TWO_RUNS, ...TWO_SECRETS, ...FIRST, faults: 2 },
  ],
  [
    'a run that always rotates and one that rotates when it is due, two faults',
    { ...UNLIKE, ...TWO_SECRETS, faults: 2 },
  ],
  ['one run, two faults, a quarantine', { ...ONE_RUN, secrets: 1, quarantineMs: 2000 }],
  [
    'one run, two faults, a secret and later steps, a grace period, a quarantine',
    { ...ONE_RUN, ...BOTH, ...WITH_GRACE_PERIOD, quarantineMs: 2000 },
  ],
  [
    'a run that always rotates and one that rotates when it is due, a quarantine, a restore',
    { ...UNLIKE, secrets: 1, ...WITH_QUARANTINE, faults: 0 },
  ],
  ['two runs, later steps, a quarantine', { ...TWO_RUNS, ...LATER_STEPS, quarantineMs: 2000 }],
  ['three runs, two secrets', { ...THREE_RUNS, ...TWO_SECRETS }],
  ['three runs, later steps, with a grace period', { ...THREE_RUNS, ...LATER_STEPS, ...WITH_GRACE_PERIOD }],
  ['three runs that rotate when it is due, a secret and later steps', { ...THREE_WEEKLY, ...BOTH }],
];

const explored: string[] = [];

describe('a rotation locks out no consumer, and the next rotation repairs everything', () => {
  const bounded = chosenFrom(BOUNDED, ([name]) => name, 'ROTATION', SAMPLE);
  test.each(isAll ? [...BOUNDED, ...FULL] : bounded.chosen)(
    `%s${bounded.how}`,
    (name, given) => {
      const begun = performance.now();
      const { states, counterexample } = exploreSetting({
        protocol: PROTOCOL,
        start: 'a promoted token',
        secrets: 2,
        laterSteps: false,
        gracePeriodMs: 0,
        quarantineMs: 0,
        restores: 0,
        runs: [],
        faults: 1,
        isGitHubBehind: true,
        hasOtherServer: false,
        dateOffMs: 0,
        runnerOffMs: 0,
        ...given,
      });
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const line = `${states.toLocaleString('en').padStart(10)} states in ${seconds.padStart(5)} s: ${name}`;
      explored.push(line);
      // A run of minutes shows its progress.
      if (isAll) console.log(line);
      if (counterexample) throw new Error(`A counterexample:\n${describeCounterexample(counterexample)}`);
    },
    HOUR_MS,
  );

  if (!isAll) afterAll(() => console.log(explored.join('\n')));
});
