/** The entries of the bundle. dist/main/index.js and dist/post/index.js each call one of these. */
export { runMain } from './main.ts';
export { runPost } from './post.ts';
