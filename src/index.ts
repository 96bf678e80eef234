/** The bundle: dist/main/index.js and dist/post/index.js are one line each, which calls one of these. */
export { runMain } from './main.ts';
export { runPost } from './post.ts';
