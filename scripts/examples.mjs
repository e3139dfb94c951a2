/**
 * Bundles the examples for React and Vue into build/examples, as a user's own bundler would: TypeScript and templates are compiled
 * beforehand, so that the pages run under a strict content security policy. Needs what `tsc -b .` writes to build/src.
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { ensurePackages, root } from './lib/setup.mjs';

ensurePackages();
const { default: ts } = await import('typescript');
const require = createRequire(import.meta.url);
const { parse, compileScript } = require('vue/compiler-sfc');
const file = (path) => fileURLToPath(new URL(path, root));

/** The package as it is installed: `esm/` is a copy of build/src. */
const canyu = {
  name: 'canyu',
  resolveId(source) {
    if (source === 'canyu') return file('build/src/index.js');
    return source.startsWith('canyu/define/') ? file(`build/src/${source.slice('canyu/'.length)}`) : null;
  },
};

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  jsx: ts.JsxEmit.ReactJSX,
  verbatimModuleSyntax: true,
};
const typescript = {
  name: 'typescript',
  resolveId(source, importer) {
    return importer?.includes('/demo/examples/') && source.startsWith('./') && source.endsWith('.js')
      ? this.resolve(source.replace(/\.js$/, '.ts'), importer, { skipSelf: true })
      : null;
  },
  transform(code, id) {
    return /\.tsx?$/.test(id) ? ts.transpileModule(code, { compilerOptions: options, fileName: id }).outputText : null;
  },
};

const vue = {
  name: 'vue',
  transform(code, id) {
    if (!id.endsWith('.vue')) return null;
    const { descriptor, errors } = parse(code, { filename: id });
    if (errors.length) this.error(String(errors[0]));
    const compilerOptions = { isCustomElement: (tag) => tag.startsWith('canyu-') };
    const { content } = compileScript(descriptor, {
      id: 'page',
      inlineTemplate: true,
      templateOptions: { compilerOptions },
    });
    return ts.transpileModule(content, { compilerOptions: { ...options, verbatimModuleSyntax: false } }).outputText;
  },
};

/** Puts the names in that bundlers put in for production. */
const production = {
  name: 'production',
  transform(code, id) {
    if (!id.includes('/node_modules/')) return null;
    return code
      .replaceAll('process.env.NODE_ENV', '"production"')
      .replace(/__VUE_OPTIONS_API__|__VUE_PROD_DEVTOOLS__|__VUE_PROD_HYDRATION_MISMATCH_DETAILS__/g, 'false');
  },
};

/** React is published as CommonJS: each of its files becomes a module that imports what it requires. */
const react = {
  name: 'react-as-modules',
  transform(code, id) {
    if (!/\/node_modules\/(react|react-dom|scheduler)\//.test(id)) return null;
    const names = [...code.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    const needed = [...new Set(names)].filter((name) => !name.includes('.development'));
    const imports = needed.map((name, i) => `import m${i} from ${JSON.stringify(name)};`).join('');
    const table = needed.map((name, i) => `${JSON.stringify(name)}: m${i}`).join(',');
    return {
      code:
        `${imports} const required = {${table}}; const require = (name) => required[name];` +
        `const module = {exports: {}}; (function (exports) {${code}\n})(module.exports); export default module.exports;`,
      syntheticNamedExports: true,
      map: null,
    };
  },
};

const out = file('build/examples');
rmSync(out, { recursive: true, force: true });
for (const [name, input] of [
  ['react', 'demo/examples/react/main.tsx'],
  ['vue', 'demo/examples/vue/main.ts'],
]) {
  const bundle = await rollup({
    input: file(input),
    plugins: [
      canyu,
      typescript,
      vue,
      production,
      react,
      nodeResolve({ exportConditions: ['production', 'browser'], extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
    ],
    onwarn(warning, warn) {
      if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
    },
  });
  await bundle.write({
    dir: out,
    entryFileNames: `${name}.js`,
    chunkFileNames: `chunks/[name]-[hash].js`,
    format: 'es',
  });
  await bundle.close();
}
console.log('Bundled the examples into build/examples/');
