/** Settings of the custom-elements manifest: public members only. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.test.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'public-members-only',
      moduleLinkPhase({ moduleDoc }) {
        for (const declaration of moduleDoc.declarations ?? []) {
          declaration.members = declaration.members?.filter(
            (member) => !member.name.startsWith('#') && member.privacy !== 'private' && member.privacy !== 'protected',
          );
        }
      },
    },
  ],
};
