// The least that a script needs to get a token: one POST with what is built into Node, and the commands of the runner.
const { appendFileSync } = require('node:fs');
const { request } = require('node:https');
const url = new URL(process.env.TOKENS_URL);
const body = process.env.TOKENS_BODY;
const headers = {
  accept: 'application/json',
  authorization: `Bearer ${process.env.MANAGEMENT_TOKEN}`,
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
};
const post = request(url, { method: 'POST', headers }, (response) => {
  let text = '';
  response.on('data', (chunk) => {
    text += chunk;
  });
  response.on('end', () => {
    const { accessToken } = JSON.parse(text);
    console.log(`::add-mask::${accessToken}`);
    appendFileSync(process.env.GITHUB_OUTPUT, `token=${accessToken}\n`);
    process.exit(response.statusCode === 200 ? 0 : 1);
  });
});
post.end(body);
