import { parseArgs } from 'node:util';
import { Emulator } from './emulator.ts';

const { values } = parseArgs({ options: { clustered: { type: 'boolean', default: false } } });
const emulator = await Emulator.start({ product: values.clustered ? 'clustered' : 'dedicated' });

console.log(`Management API    ${emulator.apiUrl}
Data plane        ${emulator.clusterUrl}
Account ID        ${emulator.accountId}
Cluster ID        ${emulator.clusterId}
Management token  ${emulator.managementToken}

curl -H 'Authorization: Bearer ${emulator.managementToken}' ${emulator.apiUrl}${emulator.apiPrefix}/tokens

Stop it with Ctrl+C.`);
