/** Sends a command to the running API of this machine that holds the data folder. */
import type { ImportReport } from './import/register-import.js';
import type { OutageImportReport } from './outages/outage-import.js';
import type { OperatorCommands } from './operator-commands.js';

export function commandsThrough(control: { port: number; token: string }): OperatorCommands {
  const post = async (path: string, query: Record<string, string>, body?: Uint8Array): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${control.port}${path}?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${control.token}` },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
    if (!response.ok) throw new Error('The running API could not carry the command out; its log says more.');
    return response.json();
  };
  return {
    importRegister: async ({ bytes, kind, fileName, skipBad, removeMissing }) =>
      (await post(
        '/import',
        { kind, fileName, skipBad: String(skipBad), removeMissing: String(removeMissing) },
        bytes,
      )) as ImportReport,
    importOutages: async ({ source, bytes }) => (await post('/import-outages', { source }, bytes)) as OutageImportReport,
    createKey: async (name) => ((await post('/keys', { name })) as { key: string }).key,
  };
}
