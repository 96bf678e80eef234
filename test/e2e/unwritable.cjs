/**
 * Lets this process open some files only for reading. UNWRITABLE contains the error code and the variables that name the files, such
 * as `EACCES GITHUB_OUTPUT GITHUB_STATE`. Permissions do not help here, because a test that runs as root can write everything.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const [code, ...variables] = (process.env.UNWRITABLE ?? '').split(' ');
const paths = variables.map((name) => process.env[name]);

function refuse(path, flags) {
  if (!paths.includes(path) || flags === 'r') return;
  throw Object.assign(new Error(`${code}: not permitted, open '${path}'`), { code });
}

const { openSync, appendFileSync } = fs;
const { appendFile } = fs.promises;
fs.openSync = (path, flags = 'r', mode) => {
  refuse(path, flags);
  return openSync(path, flags, mode);
};
fs.appendFileSync = (path, ...args) => {
  refuse(path, 'a');
  return appendFileSync(path, ...args);
};
fs.promises.appendFile = async (path, ...args) => {
  refuse(path, 'a');
  return appendFile(path, ...args);
};
syncBuiltinESMExports();
