/** The bundle: dist/main.js, dist/post.js, and dist/serve.js are one line each, which calls one of these. */
export { runMain } from './main.ts';
export { runPost } from './post.ts';
export { runServer } from './server.ts';
