// The least that a list takes: one GET with what is built into Node, and a file with everything that it returned.
const { writeFileSync } = require('node:fs');
const { get } = require('node:https');
const { TOKENS_URL, MANAGEMENT_TOKEN, RUNNER_TEMP } = process.env;
const headers = { accept: 'application/json', authorization: `Bearer ${MANAGEMENT_TOKEN}` };
get(TOKENS_URL, { headers }, (response) => {
  const chunks = [];
  response.on('data', (chunk) => chunks.push(chunk));
  response.on('end', () => {
    const tokens = JSON.parse(Buffer.concat(chunks).toString());
    writeFileSync(`${RUNNER_TEMP}/floor-of-list.json`, JSON.stringify(tokens));
    process.exit(response.statusCode === 200 ? 0 : 1);
  });
});
