// The least that a Node script needs for the same POST: node:http alone.
const { request } = require('node:http');
const url = new URL(process.env.TOKENS_URL);
const body = process.env.TOKENS_BODY;
const headers = {
  accept: 'application/json',
  authorization: `Bearer ${process.env.MANAGEMENT_TOKEN}`,
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
};
const post = request(url, { method: 'POST', headers }, (answer) => {
  let text = '';
  answer.on('data', (chunk) => {
    text += chunk;
  });
  answer.on('end', () => {
    if (answer.statusCode !== 200) throw new Error(text);
    console.log(JSON.parse(text).id);
  });
});
post.end(body);
