/**
 * What users of React get beside the tags: a component for each (`@cez/widgets/react`, by @lit/react, for React 17 and
 * later), and the types of the bare tags in JSX (`@cez/widgets/jsx`, React 19). Made from the manifest; the types of
 * properties and events are those of the classes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tags of a manifest, with what React has to know of each. */
function tagsOf(root) {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName).map(({ tagName, name, members = [], attributes = [], events = [] }) => ({
    tagName,
    className: name,
    file: tagName.replace('cez-', ''),
    // React sets a property where there is one of the name, and would set it over the method `refresh`.
    attributes: attributes.filter(({ fieldName, name: attribute }) => attribute !== 'lang' && attribute !== fieldName && !members.some((member) => member.name === attribute)),
    properties: members.filter(({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly).map((member) => member.name),
    events: events.map((event) => event.name),
  }));
}

const union = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';
/** 'onCezCenterSelect' for 'cez-center-select'. */
const handler = (event) => `on${event.replace(/(^|-)(.)/g, (_match, _dash, letter) => letter.toUpperCase())}`;

const component = ({ tagName, className, file, events }) => `import * as react from 'react';
import { createComponent } from '@lit/react';
import '../widgets/${file}/define.js';
import { ${className} as Element } from '../widgets/${file}/${file}.js';

export const ${className} = /*#__PURE__*/ createComponent({
  react,
  tagName: '${tagName}',
  elementClass: Element,
  displayName: '${className}',
  events: { ${events.map((event) => `${handler(event)}: '${event}'`).join(', ')} },
});
`;

const componentTypes = ({ tagName, className, file, events }) => `import type { EventName, ReactWebComponent } from '@lit/react';
import type { CezEventMap } from '../core/events.js';
import type { ${className} as Element } from '../widgets/${file}/${file}.js';

/** \`<${tagName}>\` as a component; importing it registers the tag. */
export declare const ${className}: ReactWebComponent<Element, {
${events.map((event) => `  ${handler(event)}: EventName<CezEventMap['${event}']>;\n`).join('')}}>;
`;

const jsxTypes = (tags) => `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CezEventMap } from './core/events.js';
${tags.map(({ className, file }) => `import type { ${className} } from './widgets/${file}/${file}.js';`).join('\n')}

type Tag<Element extends HTMLElement, Properties extends keyof Element, Events extends keyof CezEventMap> =
  Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, Properties> & { [Name in Properties]?: Element[Name] } & { [Type in Events as \`on\${Type}\`]?: (event: CezEventMap[Type]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags.map(({ tagName, className, properties, attributes, events }) => `      '${tagName}': Tag<${className}, ${union(properties)}, ${union(events)}>${attributes.length ? ` & { ${attributes.map(({ name, type }) => `'${name}'?: ${/^(number|boolean)$/.test(type?.text) ? type.text : 'string'}`).join('; ')} }` : ''};`).join('\n')}
    }
  }
}
`;

/** @param {string} root folder with `custom-elements.json`  @param {string} dist folder of the npm package's modules */
export function writeReact(root, dist) {
  const tags = tagsOf(root);
  const index = tags.map(({ className, file }) => `export { ${className} } from './${file}.js';\n`).join('');
  mkdirSync(join(dist, 'react'));
  for (const tag of tags) {
    writeFileSync(join(dist, 'react', `${tag.file}.js`), component(tag));
    writeFileSync(join(dist, 'react', `${tag.file}.d.ts`), componentTypes(tag));
  }
  for (const ending of ['js', 'd.ts']) writeFileSync(join(dist, `react/index.${ending}`), index);
  writeFileSync(join(dist, 'jsx.js'), '// Types alone: see jsx.d.ts.\nexport {};\n');
  writeFileSync(join(dist, 'jsx.d.ts'), jsxTypes(tags));
}
