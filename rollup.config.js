import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const resolve = () => nodeResolve({ exportConditions: ['production', 'browser'] });
const small = () => terser({ module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } });

/** The `__decorate` helper of TypeScript starts with `this &&`, which is harmless in a module. */
const onwarn = (warning, warn) => {
  if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
};

/**
 * Emits the worker beside the chunks and replaces `__WORKER_FILE__` by its address, so that its file has a hashed name like every other
 * part. It is one file that imports no other: a chunk that it shared with the elements would bring Lit along, which does not even start
 * where there is no HTMLElement. In the classic bundle there is no second file: the name becomes undefined.
 */
function workerFile(entry) {
  let reference;
  return {
    name: 'worker-file',
    buildStart() {
      reference = undefined;
    },
    async transform(code) {
      if (!code.includes('__WORKER_FILE__')) return null;
      if (!entry) return code.replaceAll('__WORKER_FILE__', 'undefined');
      reference ??= wholeFile(entry).then((source) => this.emitFile({ type: 'asset', name: 'worker.js', source }));
      return code.replaceAll('__WORKER_FILE__', `import.meta.ROLLUP_FILE_URL_${await reference}`);
    },
  };
}

async function wholeFile(input) {
  const build = await rollup({ input, plugins: [resolve(), small()], onwarn });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return output[0].code;
}

/** The writers of office documents are a file of their own beside the bundles, imported from there when somebody wants a document. */
const office = fileURLToPath(new URL('build/src/office.js', import.meta.url));

/** The address of that file, from wherever the code that starts a worker of it lands; an ES module's worker is a module, so the classic
 * bundle can start one too. */
const officeFile = {
  name: 'office-file',
  transform: (code) =>
    code.includes('__OFFICE_FILE__')
      ? code.replaceAll('__OFFICE_FILE__', '(new URL(__OFFICE_PATH__, import.meta.url).href)')
      : null,
  renderChunk: (code, { fileName }) =>
    code.includes('__OFFICE_PATH__')
      ? code.replaceAll('__OFFICE_PATH__', JSON.stringify(`${'../'.repeat(fileName.split('/').length - 1)}office.js`))
      : null,
};

/** The writer of presentations zips in one go and with JSZip; here it gets files back that are zipped later, piece by piece. */
const flatZip = {
  name: 'flat-zip',
  resolveId: (source) =>
    source === 'jszip' ? fileURLToPath(new URL('build/src/office/flat-zip.js', import.meta.url)) : null,
};

/** The classic bundle has no second file to import when a part of it threw: its guard holds the plain message itself. */
const classicGuard = {
  name: 'classic-guard',
  resolveId(source, importer) {
    return source.endsWith('/define/guard.js') ? this.resolve('./define/guard-classic.js', importer) : null;
  },
};

/**
 * Takes the indentation and the comments out of `html`, `svg` and `css` templates. Only white space that holds a line break
 * goes, and between tags only down to one space, so what a page shows stays the same.
 */
function tightTemplates() {
  const tight = {
    css: (text) =>
      text
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}'),
    html: (text) => text.replace(/\s*\n\s*/g, ' '),
  };
  tight.svg = tight.html;
  return {
    name: 'tight-templates',
    transform(code, id) {
      if (!id.includes('/build/src/') || !/(?:css|html|svg) ?`/.test(code)) return null;
      const short = edited(code, this.parse(code), (node) => {
        const change = node.type === 'TaggedTemplateExpression' && tight[node.tag.name];
        return change ? node.quasi.quasis.map((quasi) => [quasi, change(quasi.value.raw)]) : [];
      });
      return { code: short, map: null };
    },
  };
}

/** `code` with the nodes replaced for which `change` gives pairs of node and text. */
function edited(code, tree, change) {
  const edits = [];
  walk(tree, (node) => edits.push(...change(node)));
  edits.sort(([one], [other]) => other.start - one.start);
  return edits.reduce((text, [{ start, end }, by]) => text.slice(0, start) + by + text.slice(end), code);
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (node && typeof node.type === 'string') {
    visit(node);
    for (const key of Object.keys(node)) walk(node[key], visit);
  }
}

/** What is the same for every page that opens it is worked out once, here: the built-in instrument as each group reads it. */
const composed = {
  name: 'composed',
  async transform(code, id) {
    if (!id.includes('/participation-trust/composed/')) return null;
    const { instrument } = await import(pathToFileURL(id));
    return { code: `export const instrument = ${JSON.stringify(instrument)};`, map: null };
  },
};

/**
 * Puts the chunk "elements" into the entry: a file fewer on the way to the first screen. The parts that come later cannot import from
 * there what they need of it: on a page that loads `canyu.js?ver=2`, `canyu.js` would be a second copy. So the entry leaves it under a
 * symbol of this build, and they pick it up there.
 */
const elementsInEntry = {
  name: 'elements-in-entry',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).filter((file) => file.type === 'chunk');
    const entry = files.find((file) => file.isEntry);
    const elements = files.find((file) => file.name === 'elements');
    if (elements.imports.length || elements.code.includes('import.meta') || entry.exports.length)
      this.error('The chunk "elements" cannot stand in the entry.');
    const held = `globalThis[Symbol.for(${JSON.stringify(`canyu ${elements.fileName}`)})]`;
    const pairs = (specifiers, from, to) => specifiers.map((one) => `${one[from].name}:${one[to].name}`).join();
    const isElements = (source) => source?.value.endsWith(elements.fileName.split('/').pop());
    entry.code = edited(elements.code, this.parse(elements.code), (node) => {
      if (node.type === 'ImportExpression')
        return [[node.source, JSON.stringify(node.source.value.replace('./', './chunks/'))]];
      if (node.type === 'ExportNamedDeclaration')
        return [[node, `${held}??={${pairs(node.specifiers, 'exported', 'local')}};`]];
      return [];
    });
    for (const file of files) {
      if (file === entry || !file.code.includes(elements.fileName.split('/').pop())) continue;
      file.code = edited(file.code, this.parse(file.code), (node) => {
        if (!isElements(node.source)) return [];
        if (node.type !== 'ImportDeclaration') this.error(`${file.fileName}: ${node.type} from "elements"`);
        return [[node, node.specifiers.length ? `const{${pairs(node.specifiers, 'imported', 'local')}}=${held};` : '']];
      });
    }
    // Nearly all of it runs at once: Chromium compiles it beside the main thread while it arrives.
    entry.code = `//# allFunctionsCalledOnLoad\n${entry.code}`;
    delete bundle[elements.fileName];
  },
};

/**
 * What travels together: Lit with the elements' classes and the survey up to its first question, which is so small that a page without
 * a survey loses less by it than a page with one by a round trip more, and the Chinese words around the questions.
 */
function manualChunks(id) {
  if (
    /\/node_modules\/(@lit|lit|lit-html|lit-element)\/(?!directive)|\/src\/define\/(?!plain)|\/survey\/(?:views\/|survey-|word-files|ask-file|ahead)|i18n\/survey\/(?:index|(?:consent\.resident\.)?zh-Hans)\.|\/composed\/resident\.zh-Hans\.|\/elements\/day\./.test(
      id,
    )
  )
    return 'elements';
  // What reads a study or an instrument of the site's own.
  if (/\/survey\/json-file|\/core\/json\/(?:parse|shape|utf8)\./.test(id)) return 'json-file';
  if (/\/survey\/study-file|\/core\/study\/parse\./.test(id)) return 'study-file';
  if (/\/survey\/own-instrument|\/core\/instrument\/parse\./.test(id)) return 'own-instrument';
  if (/\/survey\/page\/|participation-trust\/then-test/.test(id)) return 'page';
}

/** One rollup build per output; `dir` is the folder to write to. */
export default (dir = 'dist') => [
  {
    input: 'build/src/canyu.js',
    plugins: [
      composed,
      resolve(),
      tightTemplates(),
      workerFile('build/src/worker.js'),
      officeFile,
      small(),
      elementsInEntry,
    ],
    external: [office],
    onwarn,
    output: {
      dir,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      assetFileNames: 'chunks/[name]-[hash][extname]',
      hoistTransitiveImports: true,
      manualChunks,
    },
  },
  {
    input: 'build/src/canyu.js',
    plugins: [classicGuard, resolve(), tightTemplates(), workerFile(undefined), officeFile, small()],
    external: [office],
    onwarn,
    output: { file: `${dir}/canyu.iife.js`, format: 'iife', name: 'canyu', inlineDynamicImports: true },
  },
  {
    input: 'build/src/core.js',
    plugins: [resolve(), small()],
    onwarn,
    output: { file: `${dir}/core.js`, format: 'es' },
  },
  {
    input: 'build/src/office.js',
    plugins: [flatZip, resolve(), small()],
    onwarn,
    output: { file: `${dir}/office.js`, format: 'es' },
  },
  // The importer; the reader of .xlsx files is a part of its own, loaded with the first workbook.
  {
    input: 'build/src/import.js',
    plugins: [resolve(), small()],
    onwarn,
    output: { dir, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  },
  // What makes a kiosk's page open without a network; its service worker is built by scripts/kiosk-app.mjs.
  {
    input: 'build/src/kiosk-app/kiosk-app.js',
    plugins: [resolve(), small()],
    output: { file: `${dir}/kiosk-app.js`, format: 'es' },
  },
  // The page for iframes, and the script of the pages around it: each one classic file that needs no other to say what is wrong.
  ...['frame', 'host'].map((name) => ({
    input: `build/src/frame/${name}.js`,
    plugins: [small()],
    output: { file: `${dir}/${name === 'host' ? 'frame-host' : name}.js`, format: 'iife' },
  })),
];
