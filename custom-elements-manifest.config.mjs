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
  ],
};
