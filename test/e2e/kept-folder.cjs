// Loaded before the action: the folder with the configuration of influxctl cannot be removed.
const fs = require('node:fs');
const { rmSync } = fs;

fs.rmSync = (path, options) => {
  if (/influxctl-[0-9a-f]{16}$/.test(path)) throw new Error('EBUSY: resource busy or locked');
  rmSync(path, options);
};
