import { customPropertiesOf } from './scripts/metadata/custom-properties.mjs';

/** The analyser finds no tag where registration lies in a neighbour file; the class comment has it. */
export default {
  globs: ['components/*/*.element.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      // It takes `dispatchEvent(new SomethingEvent(code))` for an event named after the argument; `@fires` has the name.
      name: 'documented-events-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const declaration of customElementsManifest.modules.flatMap((module) => module.declarations)) {
          declaration.events &&= declaration.events.filter(({ name }) => name?.startsWith('dvc-'));
          declaration.members &&= declaration.members.filter(
            ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
          );
        }
      },
    },
    {
      // It takes constants inside a method for what a module declares.
      name: 'exports-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          const exported = new Set(module.exports.map(({ name }) => name));
          module.declarations = module.declarations.filter(({ name }) => exported.has(name));
        }
      },
    },
    {
      // Themes say what each property is for; the styles say which of them an element follows.
      name: 'custom-properties-of-styles',
      packageLinkPhase({ customElementsManifest }) {
        for (const { path, declarations } of customElementsManifest.modules)
          for (const declaration of declarations)
            declaration.cssProperties = customPropertiesOf(path, declaration.tagName);
      },
    },
  ],
};
