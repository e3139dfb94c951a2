/**
 * The Stata do-file and the DDI codebook, for which there is no program here: the do-file is read by a small reader of Stata's rules (names,
 * lengths, quotes, macros), the codebook is held against the order of elements in the DDI Codebook 2.5 schema. Texts that mean harm go
 * through an instrument of a site's own.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { computeResults } from '../../../src/core/change/compute.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { Instrument } from '../../../src/core/instrument/types.js';
import { createRandom } from '../../../src/core/stats/random.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { answersAt, sheet, study as plain, tokens } from '../fixtures/synthetic.js';

const from = (name: string): Promise<any> => import(new URL(`../../../src/export/${name}.js`, import.meta.url).href);
const { prepareExport } = await from('make-export');
const { cellText } = await from('cell-text');
const { words: chinese } = await from('words.zh-Hans');
const { words: english } = await from('words.en');

const pace = { breathe: () => undefined, progress: () => undefined };
const random = createRandom(3);
const study = { ...plain, communities: [{ id: 'a', label: { en: 'A' } }] };
const responses: SurveyResponse[] = (['resident', 'official'] as const).flatMap((group) =>
  Array.from({ length: 24 }, (_, i) =>
    ['pre', 'post'].map((wave) => ({
      ...sheet({
        id: `${group}${i}${wave}`,
        group,
        wave,
        answers: {
          ...answersAt(random, { CY: 0.5, CJ: 0.5, PR: 0.5, TR: 0.5, RC: 0.5, GV: 0.5, LD: 0.5, FQ: 0.5 }),
          DM1: i % 4,
        },
        community: 'a',
        link: tokens(`${group}${i}`),
      }),
      date: '2026-10-20',
      seconds: 300,
    })),
  ).flat(),
);

/** Prompts that would end a string, expand a macro, begin a formula or break XML; and a very long one. */
const hostile = [
  '=1+1 "quoted" \'single\'',
  '`macro\' $global ${x} `"nested"\'',
  '"\' end',
  ']]> <b>&amp; </labl>',
  '_x0041_ \u0000\u0001\u001b[31m \ufffe \ud800',
  '\u202e=1 \u200f＝2',
  'line\nline\ttab\rreturn',
  '/* comment */ // comment * comment',
  '长'.repeat(5000),
];
const texts = (text: string): { en: string; 'zh-Hans': string } => ({ en: text, 'zh-Hans': text });
const instrument: Instrument = {
  ...participationTrust,
  items: participationTrust.items.map((item, i) => {
    const text = texts(`${item.id} ${hostile[i % hostile.length] ?? ''}`);
    return { ...item, prompt: { resident: text, official: text } };
  }),
};
const results = computeResults({ study, instrument, responses, options: { resamples: 0 } });

async function made(format: string, words: any): Promise<Record<string, string>> {
  const named = { ...study, title: texts(hostile.slice(0, -1).join(' ')) };
  const given = { results, words, study: named, instrument, responses, entries: [] };
  const prepared = await prepareExport(format, given, pace);
  const bytes = new Uint8Array(await (await prepared.write(pace)).arrayBuffer());
  const files = format === 'codebook' ? { [prepared.name]: bytes } : unzipSync(bytes);
  return Object.fromEntries(Object.entries(files).map(([name, own]) => [name, strFromU8(own as Uint8Array)]));
}

/** Splits a line of Stata into words; compound quotes may hold anything but their own end. */
function tokensOf(line: string): string[] {
  const found: string[] = [];
  let rest = line.trim();
  while (rest) {
    const [, string, word] =
      /^(?:`"(.*?)"'|([^\s`]+))\s*/.exec(rest) ?? assert.fail(`unreadable: ${rest.slice(0, 80)}`);
    found.push(string === undefined ? (word as string) : `"${string}`);
    rest = rest.slice((/^(?:`"(.*?)"'|([^\s`]+))\s*/.exec(rest) as RegExpExecArray)[0].length);
  }
  return found;
}

describe('the Stata do-file', () => {
  for (const words of [chinese, english]) {
    test(`names, lengths, quotes and missing codes are within Stata's rules (${words.locale})`, async () => {
      const files = await made('stata', words);
      const script = files['responses.do'] as string;
      const columns = (files['responses.csv'] as string).split('\r\n')[1]?.replaceAll('"', '').split(',') ?? [];
      const lines = script.split('\n').filter((line) => line !== '' && !line.startsWith('*'));
      assert.equal(lines[0], 'version 14');
      const input = lines[1] ?? '';
      assert.match(input, /^import delimited using "responses\.csv", .*varnames\(2\).*encoding\("utf-8"\).*clear$/);
      const strings = new Set(/stringcols\(([\d ]+)\)/.exec(input)?.[1]?.split(' ').map(Number));

      const labelled = new Map<string, string>();
      const defined = new Map<string, string[]>();
      for (const line of lines) {
        const parts = tokensOf(line.startsWith('notes ') ? 'notes' : line.startsWith('label ') ? line : 'other');
        if (parts[0] === 'label' && parts[1] === 'variable') labelled.set(parts[2] as string, parts[3] as string);
        if (parts[0] === 'label' && parts[1] === 'define') defined.set(parts[2] as string, parts.slice(3));
      }
      assert.deepEqual([...labelled.keys()], columns, 'every column has a label, and no other');
      for (const [name, label] of labelled) {
        assert.match(name, /^[A-Za-z_]\w{0,31}$/);
        assert.ok(label.startsWith('"'), `the label of ${name} is quoted`);
        assert.ok(Array.from(label).length - 1 <= 80, `the label of ${name} is within 80 characters`);
        // A label that begins a macro would be filled in by Stata.
        assert.doesNotMatch(label, /[`$]|"'/);
      }
      for (const [name, parts] of defined) {
        assert.match(name, /^l_\w{1,30}$/);
        assert.equal(parts.length % 2, 0);
        for (let i = 0; i < parts.length; i += 2) {
          assert.match(parts[i] as string, /^(?:-?\d+|\.[ab])$/, `${name}: whole numbers and missing codes only`);
          assert.match(parts[i + 1] as string, /^"/);
        }
        const column = columns.indexOf(name.slice(2)) + 1;
        assert.ok(column > 0 && !strings.has(column), `${name} labels a column of numbers`);
        assert.ok(lines.includes(`label values ${name.slice(2)} ${name}`));
      }
      const decoded = /^mvdecode (.*), mv\(-8=\.a \\ -9=\.b\)$/m.exec(script)?.[1]?.split(' ') ?? [];
      assert.ok(decoded.length > 20 && decoded.every((name) => columns.includes(name)));
      // Every name that the scoring uses is a column or made before.
      const known = new Set([
        ...columns,
        'is_short',
        'form',
        'group',
        'weight_there',
        'weighted_sum',
        'missing',
        'cond',
      ]);
      for (const [, name] of script.matchAll(/^generate (?:double|byte) (\w+)/gm)) known.add(name as string);
      for (const [, name, formula] of script.matchAll(/^replace (\w+) = (.*)$/gm)) {
        assert.ok(known.has(name as string), name);
        for (const [used] of (formula as string).replace(/"[^"]*"/g, '').matchAll(/[A-Za-z_]\w*/g))
          if (used !== 'if') assert.ok(known.has(used), `${used} in the formula of ${name as string}`);
      }
      // A line of a do-file may be long; a comment or a note must stay on its line.
      assert.doesNotMatch(script, /[\0-\x08\v\f\x0e-\x1f\x7f]|\r(?!\n)/);
      assert.ok(
        (
          script.match(
            /^canyu_change (?:resident|official) x_index -?[\d.]+(?:e-\d+)? -?[\d.]+(?:e-\d+)? -?[\d.]+(?:e-\d+)?$/gm,
          ) ?? []
        ).length === 2,
      );
    });
  }
});

/** Elements inside elements in the order of the schema (ddi:codebook:2_5, codebook.xsd), as far as the codebook uses them. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  codeBook: ['docDscr', 'stdyDscr', 'fileDscr', 'dataDscr', 'otherMat'],
  docDscr: ['citation', 'guide', 'docStatus', 'docSrc', 'notes'],
  citation: ['titlStmt', 'rspStmt', 'prodStmt', 'distStmt', 'serStmt', 'verStmt', 'biblCit', 'holdings', 'notes'],
  titlStmt: ['titl', 'subTitl', 'altTitl', 'parTitl', 'IDNo'],
  prodStmt: ['producer', 'copyright', 'prodDate', 'prodPlac', 'software', 'fundAg', 'grantNo'],
  stdyDscr: [
    'citation',
    'studyAuthorization',
    'stdyInfo',
    'studyDevelopment',
    'method',
    'dataAccs',
    'othrStdyMat',
    'notes',
  ],
  stdyInfo: ['studyBudget', 'subject', 'abstract', 'sumDscr', 'qualityStatement', 'notes', 'exPostEvaluation'],
  sumDscr: [
    'timePrd',
    'collDate',
    'nation',
    'geogCover',
    'geogUnit',
    'geoBndBox',
    'boundPoly',
    'anlyUnit',
    'universe',
    'dataKind',
  ],
  method: ['dataColl', 'notes', 'anlyInfo', 'stdyClas', 'dataProcessing', 'codingInstructions'],
  dataColl: [
    'timeMeth',
    'dataCollector',
    'collectorTraining',
    'frequenc',
    'sampProc',
    'sampleFrame',
    'targetSampleSize',
    'deviat',
    'collMode',
    'resInstru',
    'instrumentDevelopment',
    'sources',
    'collSitu',
    'actMin',
    'ConOps',
    'weight',
    'cleanOps',
  ],
  fileDscr: ['fileTxt', 'locMap', 'notes'],
  fileTxt: ['fileName', 'fileCitation', 'dataFingerprint', 'fileCont', 'fileStrc', 'dimensns', 'fileType', 'format'],
  dimensns: ['caseQnty', 'varQnty', 'logRecL', 'recPrCas', 'recDimnTot'],
  dataDscr: ['varGrp', 'nCubeGrp', 'var', 'nCube', 'notes'],
  varGrp: ['labl', 'txt', 'concept', 'defntn', 'universe', 'notes'],
  var: [
    'location',
    'labl',
    'imputation',
    'security',
    'embargo',
    'respUnit',
    'anlysUnit',
    'qstn',
    'valrng',
    'invalrng',
    'undocCod',
    'universe',
    'TotlResp',
    'sumStat',
    'txt',
    'stdCatgry',
    'catgryGrp',
    'catgry',
    'codInstr',
    'verStmt',
    'concept',
    'derivation',
    'varFormat',
    'geoMap',
    'catLevel',
    'notes',
  ],
  qstn: ['preQTxt', 'qstnLit', 'postQTxt', 'forward', 'backward', 'ivuInstr'],
  valrng: ['item', 'range', 'key', 'notes'],
  invalrng: ['item', 'range', 'key', 'notes'],
  catgry: ['catValu', 'labl', 'txt', 'catStat', 'mrow'],
};

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** A strict little reader of XML: what is not well-formed throws. */
function readXml(xml: string): Node {
  const root: Node = { name: '#', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = (/^<\?xml [^?]*\?>\s*/.exec(xml) ?? assert.fail('no declaration'))[0].length;
  const decode = (text: string): string => {
    assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot);)|[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\]\]>/);
    return text.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as 'amp']);
  };
  while (at < xml.length) {
    const here = open.at(-1) as Node;
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      here.text += decode(xml.slice(at, end < 0 ? xml.length : end));
      at = end < 0 ? xml.length : end;
      continue;
    }
    const [tag = '', close, name = '', attributes = '', empty] =
      /^<(\/?)([A-Za-z]\w*)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/.exec(xml.slice(at, at + 20_000)) ??
      assert.fail(xml.slice(at, at + 60));
    at += tag.length;
    if (close) assert.equal((open.pop() as Node).name, name);
    else {
      const node: Node = {
        name,
        attributes: Object.fromEntries(
          [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, decode(value as string)]),
        ),
        children: [],
        text: '',
      };
      here.children.push(node);
      if (!empty) open.push(node);
    }
  }
  assert.equal(open.length, 1, 'every element is closed');
  return root.children[0] as Node;
}

describe('the DDI codebook', () => {
  for (const words of [chinese, english]) {
    test(`well-formed, and in the order of the schema (${words.locale})`, async () => {
      const [xml = ''] = Object.values(await made('codebook', words));
      const book = readXml(xml);
      assert.equal(book.attributes['xmlns'], 'ddi:codebook:2_5');
      const ids = new Set<string>();
      const references: string[] = [];
      const visit = (node: Node): void => {
        const order = ORDER[node.name];
        const places = node.children.map(({ name }) => {
          const place = order?.indexOf(name) ?? -1;
          assert.ok(place >= 0, `${name} inside ${node.name}`);
          return place;
        });
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
          `order inside ${node.name}`,
        );
        const { ID, var: vars, files } = node.attributes;
        if (ID !== undefined) {
          assert.match(ID, /^[A-Za-z_][\w.-]*$/);
          assert.ok(!ids.has(ID), `${ID} twice`);
          ids.add(ID);
        }
        references.push(...(vars?.split(' ') ?? []), ...(files?.split(' ') ?? []));
        node.children.forEach(visit);
      };
      visit(book);
      for (const id of references) assert.ok(ids.has(id), `${id} is there`);
    });
  }

  test('hostile questions come back as text', async () => {
    const [xml = ''] = Object.values(await made('codebook', english));
    const variables = (readXml(xml).children.at(-1) as Node).children.filter(({ name }) => name === 'var');
    for (const item of instrument.items.slice(0, hostile.length)) {
      const own = variables.find(({ attributes }) => attributes['name'] === item.id);
      const label = own?.children.find(({ name }) => name === 'labl')?.text;
      const asked: string = cellText(item.prompt.resident?.en ?? '');
      assert.equal(label?.slice(-asked.length), asked, item.id);
    }
  });
});
