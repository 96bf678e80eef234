import * as v from '@badrap/valita';

/** STATE is the name of what the main step leaves for the post step: a key of writeControlUrl. */
export const STATE = 'control';

const order = v.object({
  product: v.union(v.literal('dedicated'), v.literal('clustered')),
  databases: v.array(v.string()),
  /** The process that runs the job; left out where it cannot be seen, as from inside of a container. */
  worker: v.number().optional(),
});

const location = v.object({
  apiUrl: v.string(),
  clusterUrl: v.string(),
  /** Clustered: empty, and so is the next. */
  accountId: v.string(),
  clusterId: v.string(),
  managementToken: v.string(),
  /** Whoever sends a POST to this URL gets a report, and stops the emulator. */
  controlUrl: v.string(),
});

const report = v.object({
  created: v.number(),
  live: v.array(
    v.object({
      id: v.string(),
      description: v.string(),
      permissions: v.array(v.object({ action: v.string(), resource: v.string() })),
      /** Milliseconds since 1970; null is never. */
      expiresAt: v.number().nullable(),
    }),
  ),
});

/** Order is which emulator to start: what the main step gives to the background process. */
export type Order = v.Infer<typeof order>;

/** Location is where the emulator is: what the background process sends back. */
export type Location = v.Infer<typeof location>;

/** Report is what the emulator says of its tokens when it is stopped: how many there were, and which are alive. */
export type Report = v.Infer<typeof report>;

/** parseOrder reads an order. Throws when it is none, as the next two do. */
export function parseOrder(text: string): Order {
  return order.parse(JSON.parse(text));
}

/** parseLocation reads a message of the background process. */
export function parseLocation(message: unknown): Location {
  return location.parse(message);
}

/** parseReport reads the response to a stop. */
export function parseReport(text: string): Report {
  return report.parse(JSON.parse(text));
}
