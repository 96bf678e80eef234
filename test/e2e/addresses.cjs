/** Makes every name resolve to the addresses in TEST_ADDRESSES, in this order. */
const dns = require('node:dns');

const addresses = (process.env.TEST_ADDRESSES ?? '')
  .split(' ')
  .map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

dns.lookup = (_name, _options, done) => process.nextTick(done, null, addresses);
