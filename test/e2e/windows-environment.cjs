// Loaded before the action: gives it an environment as that of a process on Windows, whose names are in whatever case
// they were set, and are found in any.
const own = process.env;
const odd = new Map(Object.keys(own).map((name) => [name.toLowerCase(), oddly(name)]));
const values = new Map(Object.entries(own).map(([name, value]) => [oddly(name), value]));

const found = (name) => (typeof name === 'string' ? odd.get(name.toLowerCase()) : undefined);

process.env = new Proxy(Object.fromEntries(values), {
  get: (target, name) => target[found(name) ?? name],
  has: (target, name) => found(name) !== undefined || name in target,
  getOwnPropertyDescriptor: (target, name) => Object.getOwnPropertyDescriptor(target, found(name) ?? name),
});

/** GITHUB_OUTPUT becomes Github_output. */
function oddly(name) {
  return name.charAt(0) + name.slice(1).toLowerCase();
}
