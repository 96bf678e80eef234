/** The entries of the bundle. dist/main.js, dist/post.js, and dist/serve.js each call one of these. */
export { runMain } from './main.ts';
export { runPost } from './post.ts';
export { runServer } from './server.ts';
