import { Emulator } from '../servers/emulator.ts';
import { openControl } from './control.ts';
import { type Location, parseOrder, type Report } from './messages.ts';

const WATCHING_EVERY_MS = 1_000;

/** The longest time of a job on a GitHub-hosted runner. */
const MAX_SILENCE_MS = 6 * 3_600_000;

/** runServer is the background process. Its only argument is an order. */
export function runServer(): void {
  serve(process.argv[2] ?? '').catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}

/** Runs an emulator until the post step stops it, the runner has ended, or no request has arrived for hours. */
async function serve(order: string): Promise<void> {
  const { worker, ...options } = parseOrder(order);
  const emulator = await Emulator.start(options);
  const controlUrl = await openControl(
    () => reportOf(emulator),
    () => process.exit(0),
  );
  let heardAt = Date.now();
  emulator.onRequest(() => {
    heardAt = Date.now();
    return undefined;
  });
  setInterval(() => {
    const isForgotten = Date.now() - heardAt > MAX_SILENCE_MS;
    if (isForgotten || (worker !== undefined && !isRunning(worker))) process.exit(0);
  }, WATCHING_EVERY_MS);
  process.send?.(locationOf(emulator, controlUrl));
}

function locationOf(emulator: Emulator, controlUrl: string): Location {
  const { product, apiUrl, clusterUrl, accountId, clusterId, managementToken } = emulator;
  const ids = product === 'clustered' ? { accountId: '', clusterId: '' } : { accountId, clusterId };
  return { apiUrl, clusterUrl, ...ids, managementToken, controlUrl };
}

function reportOf({ liveTokens, tokens }: Emulator): Report {
  return {
    created: tokens.length,
    live: liveTokens.map(({ id, description, permissions, expiresAt = null }) => ({
      id,
      description,
      permissions: permissions.map(({ action, resource }) => ({ action, resource })),
      expiresAt,
    })),
  };
}

/** For a running process of another user, the error is EPERM. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
