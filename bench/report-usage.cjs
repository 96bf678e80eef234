// Loaded before a measured script. At the end, it reports to the parent on file descriptor 3 what the process has used.
const { readFileSync, writeSync } = require('node:fs');

// Node has read --require and NODE_EXTRA_CA_CERTS by now. Both are removed, because the action does more work when it finds them.
process.execArgv.length = 0;
delete process.env.NODE_EXTRA_CA_CERTS;

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const loaded = Object.keys(require.cache).filter((file) => file !== __filename);
  writeSync(3, JSON.stringify({ cpuMs: (user + system) / 1000, peakKib: peakKib(), loaded }));
});

/** What getrusage says on Linux is at least what the parent had when it started this process. */
function peakKib() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'latin1'))[1]);
}
