/**
 * The one place that writes to the console: one line for each cause, addressed to the web team.
 * Values come from attributes, never from customers.
 */
const said = new Set<string>();

export function developerNote(element: Element, text: string): void {
  const line = `<${element.localName}> ${text}`;
  if (said.has(line)) return;
  said.add(line);
  console.warn(line);
}
