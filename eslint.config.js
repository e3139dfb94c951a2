import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** A folder may import only from those before it (design.md §2). */
const ORDER = [['core'], ['store', 'seal', 'i18n', 'charts', 'export'], ['collect'], ['elements'], ['define']];
const LAZY = ['charts', 'export', 'seal', 'collect'];

const restrict = (names, message) =>
  names.length ? [{ group: names.flatMap((name) => [`**/${name}/*`, `**/${name}/**`, `../${name}.js`]), message }] : [];

const direction = ORDER.flatMap((level, index) =>
  level.map((folder) => {
    const above = ORDER.slice(index + 1).flat();
    const beside = level.filter((name) => name !== folder);
    const patterns = restrict(
      [...above, ...beside],
      `src/${folder} must not import from there (design.md §2: one direction)`,
    );
    if (folder !== 'charts')
      patterns.push({ group: ['chart.js', 'chart.js/*'], message: 'only src/charts imports chart.js' });
    if (folder === 'elements') {
      patterns.push({
        group: LAZY.flatMap((name) => [`**/${name}/*`]),
        allowTypeImports: true,
        message: 'elements reach this folder by import() only',
      });
    }
    return {
      files: [`src/${folder}/**/*.ts`],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns,
            paths: [
              { name: 'lit/directives/style-map.js', message: 'dropped under a strict CSP' },
              { name: 'lit/directives/unsafe-html.js', message: 'questionnaire text is data: text bindings only' },
              { name: 'lit/directives/unsafe-svg.js', message: 'questionnaire text is data: text bindings only' },
            ],
          },
        ],
      },
    };
  }),
);

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'dist/', 'esm/', 'demo/data/', '**/*.d.ts'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/unbound-method': 'off',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-template-arrow': 'error',
      'lit/prefer-nothing': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
          message: 'a style attribute is dropped under a strict CSP: use a class, or style.setProperty in updated()',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'a Trusted Types sink: use Lit text bindings',
        },
      ],
    },
  },
  ...direction,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['it', 'test', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.base],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
);
