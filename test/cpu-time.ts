/**
 * cpuMsOf is the CPU time that some work takes, in milliseconds. Other tests run at the same time, so the wall time also depends on
 * them.
 */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
