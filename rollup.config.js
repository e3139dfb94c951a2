import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const resolve = () => nodeResolve({ exportConditions: ['production', 'browser'] });
const small = () => terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } });

/** The `__decorate` helper of TypeScript starts with `this &&`, which is harmless in a module. */
const onwarn = (warning, warn) => {
  if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
};

/**
 * Emits a module as a chunk of its own and replaces `__WORKER_FILE__` by the address of that chunk, so that the worker's
 * file has a hashed name like every other part. In the classic bundle there is no second file: the name becomes undefined.
 */
function workerFile(entry) {
  return {
    name: 'worker-file',
    transform(code, id) {
      if (!code.includes('__WORKER_FILE__')) return null;
      if (!entry) return code.replaceAll('__WORKER_FILE__', 'undefined');
      const reference = this.emitFile({ type: 'chunk', id: entry, name: 'worker', importer: id });
      return code.replaceAll('__WORKER_FILE__', `import.meta.ROLLUP_FILE_URL_${reference}`);
    },
  };
}

/** One rollup build per output; `dir` is the folder to write to. */
export default (dir = 'dist') => [
  {
    input: 'build/src/canyu.js',
    plugins: [resolve(), workerFile('build/src/worker.js'), small()],
    onwarn,
    output: {
      dir,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      hoistTransitiveImports: true,
      // What every element needs lives in a chunk, never in the entry: a page that loads `canyu.js?ver=2` would otherwise get a
      // second copy of it through the chunks' own import of `canyu.js`.
      manualChunks: (id) => (/\/node_modules\/(@lit|lit|lit-html|lit-element)\//.test(id) ? 'lit' : undefined),
    },
  },
  {
    input: 'build/src/canyu.js',
    plugins: [resolve(), workerFile(undefined), small()],
    onwarn,
    output: { file: `${dir}/canyu.iife.js`, format: 'iife', name: 'canyu', inlineDynamicImports: true },
  },
  {
    input: 'build/src/core.js',
    plugins: [resolve(), small()],
    onwarn,
    output: { file: `${dir}/core.js`, format: 'es' },
  },
];
