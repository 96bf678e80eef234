/** Pretends to be the Node.js of an old image. */
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
