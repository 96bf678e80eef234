import { playActivation } from '../test/data-plane/play-activation.ts';
import { probeReplicas, seededRandom } from '../test/data-plane/simulated-replicas.ts';
import { table } from './tables.ts';

const SECOND_MS = 1_000;
const TIMEOUT_MS = 300 * SECOND_MS;
const PROBE_MS = 10;
const MAX_PROBES = 120;

/** One replica accepts the token so much later than all others. */
const LATE_MS = 60 * SECOND_MS;
const REPLICAS = [3, 5];
const RUNS = 10_000;

/** simulatedActivation shows in a table what cannot be measured in minutes. It plays the state machine of the action. */
export function simulatedActivation(): string {
  const refusing = playActivation(
    () => ({ result: { kind: 'refused', why: 'it responded 401' }, takesMs: PROBE_MS }),
    TIMEOUT_MS,
  );
  return table(
    ['simulated', 'result', 'goal'],
    [
      [
        'probes in 5 minutes if the cluster refuses the token',
        String(refusing.probes.length),
        `at most ${MAX_PROBES}`,
      ],
      ...REPLICAS.flatMap((replicas) => {
        const missed = shareMissed(replicas);
        const title = `waits that end before the last of ${replicas} replicas accepts the token`;
        return [
          [title, percent(missed), ''],
          [`three such waits in a row, with ${replicas} replicas`, percent(missed ** 3), ''],
        ];
      }),
    ],
  );
}

/** The share of waits that end although one replica does not accept the token yet. */
function shareMissed(replicas: number): number {
  const random = seededRandom(replicas);
  let missed = 0;
  for (let run = 0; run < RUNS; run++) {
    const others = Array.from({ length: replicas - 1 }, () => 10 * SECOND_MS * random());
    const last = 10 * SECOND_MS + LATE_MS;
    const { probes } = probeReplicas({ activeAt: [...others, last], timeoutMs: TIMEOUT_MS }, random);
    if ((probes.at(-1)?.sentAt ?? 0) < last) missed++;
  }
  return missed / RUNS;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))}%`;
}
