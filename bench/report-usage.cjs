// Loaded before a measured script: tells the parent, on file descriptor 3, what the process has used by its end.
const { writeSync } = require('node:fs');
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const loaded = Object.keys(require.cache).filter((file) => file !== __filename);
  writeSync(
    3,
    JSON.stringify({ cpuMs: (user + system) / 1000, peakKib: process.resourceUsage().maxRSS, loaded }),
  );
});
