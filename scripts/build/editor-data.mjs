/**
 * What editors read of the tags, from the manifest: `vscode.html-custom-data.json` (VS Code and others that
 * follow it) and `web-types.json` (JetBrains).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

/** Twenty colours under every tag would bury what the tag itself is told. */
const options = { hideCssPropertiesDocs: true, hideLogs: true };

/** @param {string} root folder with `custom-elements.json`, where the files go, too */
export function writeEditorData(root) {
  const manifest = readFileSync(join(root, 'custom-elements.json'), 'utf8');
  const write = (file, data) => writeFileSync(join(root, file), `${JSON.stringify(JSON.parse(data), null, 2)}\n`);
  write('vscode.html-custom-data.json', getVsCodeHtmlCustomData(JSON.parse(manifest), options));
  write('web-types.json', getWebTypesData(JSON.parse(manifest), options));
}
