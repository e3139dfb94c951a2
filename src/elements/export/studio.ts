import type { KindOptions } from '../../charts/kind.js';
import type { ChartType, DrawOptions } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import type { ReportMaterial } from '../../core/describe/report-material.js';
import { ownEntries, reportParts } from '../../core/describe/report.js';
import type { Entry } from '../../core/ledger/types.js';
import { textIn } from '../../core/text.js';
import type { OfficeFacts, PictureFile, Studio } from '../../export/studio.js';
import type { Pace } from '../../export/zip.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import type { Figure, OfficeRequest, PngPicture } from '../../office.js';
import { changedStamp } from '../chart/chart-notes.js';
import { kindOf, type AnyKind } from '../chart/kinds.js';
import { makeOffice } from './office.js';
import { canLoadWriters } from './can-load.js';

/** Device pixels to a CSS pixel: fine enough for paper. */
const SCALE = 2;
/** Width of a picture inside the report, in CSS pixels. */
const WIDTH = 720;

/** What the studio draws from. */
export interface StudioInput {
  readonly results: Results;
  readonly messages: ResultsMessages;
  readonly entries: readonly Entry[];
  /** What the report says besides. */
  readonly material: ReportMaterial;
  readonly signal: AbortSignal;
}

/** One chart to be drawn. */
interface Asked {
  readonly id: string;
  readonly type: ChartType;
  readonly construct?: string;
}

/** Draws charts off the screen and has office documents written. */
export function createStudio(input: StudioInput): Studio {
  const { results, messages, material, signal } = input;
  const entries = ownEntries(results, input.entries);
  const { locale } = messages;
  return {
    async pictures({ settingsLine }, pace) {
      const files: PictureFile[] = [];
      const charts = chartsOf(results);
      for (const [at, asked] of charts.entries()) {
        pace.progress(at, charts.length);
        const kind = await kindOf(asked.type, messages);
        const bytes = await sheetOf(input, asked, kind, settingsLine);
        if (bytes) files.push({ name: `${String(files.length + 1).padStart(2, '0')}-${asked.id}.png`, bytes });
        await pace.breathe();
      }
      return files;
    },
    ...(canLoadWriters() && {
      async office(kind: 'pptx' | 'docx', { settingsLine, synthetic }: OfficeFacts, pace: Pace) {
        const figures = kind === 'docx' ? await figuresOf(input, pace) : [];
        const { quotes, steps } = reportParts(results, { ...material, entries }, locale);
        const request: OfficeRequest = {
          kind,
          locale,
          results,
          settingsLine,
          synthetic,
          entries,
          figures,
          quotes: quotes.flatMap(({ from, text }) => (text === undefined ? [] : [{ from, text }])),
          steps: steps.items,
        };
        return makeOffice(request, pace, signal);
      },
    }),
  };
}

/** Every chart, the answers once for each construct. */
function chartsOf(results: Results): Asked[] {
  const own = results.labels ? Object.keys(results.labels) : ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'];
  const one = (type: ChartType): Asked => ({ id: type, type });
  return [
    ...(['plane', 'forest', 'estimation', 'slope', 'gap', 'ladder'] as const).map(one),
    ...own.map((construct): Asked => ({ id: `likert-${construct}`, type: 'likert', construct })),
    ...(['contributions', 'loop', 'context', 'timeline', 'flow'] as const).map(one),
  ];
}

const optionsOf = ({ messages }: StudioInput, { type, construct }: Asked): KindOptions => ({
  type,
  locale: messages.locale,
  construct,
});

const FAMILIES = `"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif`;

function drawOptions(input: StudioInput, asked: Asked, kind: AnyKind): DrawOptions {
  const family = input.messages.locale === 'en' ? `system-ui, ${FAMILIES}` : FAMILIES;
  return { ...optionsOf(input, asked), paint: kind.paint, fonts: { family, size: 16 } };
}

/** A picture that explains itself; undefined where there is nothing to draw. */
async function sheetOf(
  input: StudioInput,
  asked: Asked,
  kind: AnyKind,
  settingsLine: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { results, messages } = input;
  const options = drawOptions(input, asked, kind);
  if (kind.empty(results, options) !== undefined) return undefined;
  const { chartPng } = await import('../../charts/png.js');
  const blob = await chartPng({
    results,
    options,
    fonts: options.fonts,
    title: textIn(results.study.title, messages.locale),
    stamp: results.study.synthetic ? messages.synthetic : undefined,
    sentence: kind.sentence(results, options),
    notes: [
      ...kind.notes(results, options),
      ...changedStamp(messages, results.settings.changedFromDefault),
      settingsLine,
    ],
    scale: SCALE,
  });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Every chart in words, in figures and drawn, for the report. */
async function figuresOf(input: StudioInput, pace: Pace): Promise<readonly Figure[]> {
  const { results, messages } = input;
  const figures: Figure[] = [];
  const charts = chartsOf(results);
  for (const [at, asked] of charts.entries()) {
    pace.progress(at, charts.length);
    const kind = await kindOf(asked.type, messages);
    const options = drawOptions(input, asked, kind);
    const empty = kind.empty(results, options);
    figures.push({
      id: asked.id,
      sentence: kind.sentence(results, options),
      notes: empty === undefined ? kind.notes(results, options) : [empty],
      table: kind.table(results, options),
      ...(empty === undefined && { picture: await pictureOf(results, options) }),
    });
    await pace.breathe();
  }
  return figures;
}

/** The chart alone, on white. */
async function pictureOf(results: Results, options: DrawOptions): Promise<PngPicture> {
  const { drawChart } = await import('../../charts/draw-chart.js');
  const canvas = document.createElement('canvas');
  const drawn = drawChart(canvas, results, { ...options, width: WIDTH, pixelRatio: SCALE });
  try {
    const sheet = document.createElement('canvas');
    [sheet.width, sheet.height] = [canvas.width, canvas.height];
    const ctx = sheet.getContext('2d');
    if (!ctx) throw new Error('no-canvas');
    ctx.fillStyle = '#ffffff';
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(canvas, 0, 0);
    const file = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
    if (!file) throw new Error('no-canvas');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { bytes, width: canvas.width / SCALE, height: canvas.height / SCALE };
  } finally {
    drawn.destroy();
  }
}
