// The least that a cleanup takes on this machine: its requests alone, eight at a time, by what is built into Node.
const https = require('node:https');
const agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
const { TOKENS_URL, TOKENS, RUNS_URL, RUNS, MANAGEMENT_TOKEN, GITHUB_TOKEN } = process.env;
const send = (method, url, token) =>
  new Promise((resolve, reject) => {
    const headers = { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': 'floor' };
    const request = https.request(url, { method, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode < 300) resolve(Buffer.concat(chunks).toString());
        else reject(new Error(`${method} ${url}: ${response.statusCode}`));
      });
    });
    request.on('error', reject);
    request.end();
  });

/** Eight loops, so that no more than eight requests exist at once. */
async function sendAll(method, urls, token) {
  const left = [...urls].reverse();
  const loop = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) await send(method, url, token);
  };
  await Promise.all(Array.from({ length: 8 }, loop));
}

async function cleanUp() {
  const tokens = JSON.parse(await send('GET', TOKENS_URL, MANAGEMENT_TOKEN)).slice(0, Number(TOKENS));
  const runs = Array.from({ length: Number(RUNS) }, (_, index) => `${RUNS_URL}/${index + 1}`);
  await sendAll('GET', runs, GITHUB_TOKEN);
  const urls = tokens.map(({ id }) => `${TOKENS_URL}/${id}`);
  await sendAll('DELETE', urls, MANAGEMENT_TOKEN);
}

cleanUp().then(() => process.exit(0));
