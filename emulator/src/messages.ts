import * as v from '@badrap/valita';

/** STATE is the name of the state for the post step. Its value is a key of writeControlUrl. */
export const STATE = 'control';

const order = v.object({
  product: v.union(v.literal('dedicated'), v.literal('clustered')),
  databases: v.array(v.string()),
  /** The ID of the process that runs the job. Absent if it is not visible, for example in a container. */
  worker: v.number().optional(),
});

const location = v.object({
  apiUrl: v.string(),
  clusterUrl: v.string(),
  /** On Clustered, both IDs are empty. */
  accountId: v.string(),
  clusterId: v.string(),
  managementToken: v.string(),
  /** A POST to this URL returns a report and stops the emulator. */
  controlUrl: v.string(),
});

const report = v.object({
  created: v.number(),
  live: v.array(
    v.object({
      id: v.string(),
      description: v.string(),
      permissions: v.array(v.object({ action: v.string(), resource: v.string() })),
      /** Milliseconds since 1970. Null means never. */
      expiresAt: v.number().nullable(),
    }),
  ),
});

/** Order says which emulator to start. The main step passes it to the background process. */
export type Order = v.Infer<typeof order>;

/** Location contains the addresses of the emulator. The background process sends it back. */
export type Location = v.Infer<typeof location>;

/** Report says how many tokens the emulator had, and which of them are still valid. */
export type Report = v.Infer<typeof report>;

/** parseOrder parses an order. Throws if the text is not an order. */
export function parseOrder(text: string): Order {
  return order.parse(JSON.parse(text));
}

/** parseLocation parses a message of the background process. Throws if it is not a location. */
export function parseLocation(message: unknown): Location {
  return location.parse(message);
}

/** parseReport parses the response to a stop. Throws if it is not a report. */
export function parseReport(text: string): Report {
  return report.parse(JSON.parse(text));
}
