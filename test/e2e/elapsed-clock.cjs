const { hrtime } = process;
const elapsed = hrtime.bigint;
const [ahead, step] = ['ELAPSED_AHEAD_MS', 'ELAPSED_STEP_MS'].map(
  (name) => BigInt(process.env[name]) * 1_000_000n,
);
let looks = 0n;

hrtime.bigint = () => elapsed() + ahead + step * looks++;
