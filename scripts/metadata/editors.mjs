import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { elementsOf } from './manifest.mjs';
import { inBothLanguages, valueInVietnamese } from './vietnamese.mjs';

/**
 * Things of one name as one: in a style sheet `::part(base)` and `--dvc-accent` may be any element's. Where elements say
 * different things of it, each is named.
 */
function merged(elements, kind) {
  const found = new Map();
  for (const { tagName, [kind]: items = [] } of elements)
    for (const item of items) {
      const same = found.get(item.name) ?? { ...item, said: new Map() };
      same.said.set(item.description, [...(same.said.get(item.description) ?? []), tagName]);
      found.set(item.name, same);
    }
  const byDefault = ({ default: value }) => (value === undefined ? '' : ` Default: \`${value}\`.`);
  return [...found.values()].map(({ said, ...item }) => ({
    ...item,
    description:
      said.size === 1
        ? item.description + byDefault(item)
        : [...said]
            .map(([text, tags]) => `${tags.map((tag) => `\`${tag}\``).join(', ')}: ${text}`)
            .join('\n'),
  }));
}

/** Data for editors, by file name, from the published manifest: in Vietnamese, then in English. */
export function editorData(published) {
  const manifest = inBothLanguages(published);
  const elements = elementsOf(manifest);
  const once = {
    modules: [
      {
        declarations: [
          {
            customElement: true,
            tagName: 'dvc',
            name: 'Dvc',
            cssProperties: merged(elements, 'cssProperties'),
            cssParts: merged(elements, 'cssParts'),
          },
        ],
      },
    ],
  };
  const css = JSON.parse(getVsCodeCssCustomData(once, {}));
  // Every value is free: an empty list would say that there is none.
  for (const property of css.properties) delete property.values;
  const html = JSON.parse(getVsCodeHtmlCustomData(manifest, {}));
  for (const attribute of html.tags.flatMap(({ attributes }) => attributes)) {
    for (const value of attribute.values) {
      const description = valueInVietnamese(attribute.name, value.name);
      if (description) value.description = description;
    }
    if (attribute.values.length === 0) delete attribute.values;
  }
  const webTypes = JSON.parse(
    getWebTypesData(manifest, {
      excludeCss: true,
      modulePathTemplate: (_name, file) => file.replace(/^dist\//u, 'dvc-widgets/'),
    }).replace(/,(?=\s*\}\s*\}\s*$)/u, ''),
  );
  webTypes.contributions.css = JSON.parse(getWebTypesData(once, { excludeHtml: true })).contributions.css;
  return {
    'vscode.html-custom-data.json': html,
    'vscode.css-custom-data.json': css,
    'web-types.json': webTypes,
  };
}
