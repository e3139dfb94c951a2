import { cellText } from '../export/cell-text.js';
import { planeColumns } from './chart-xml.js';
import { INK } from './deck-charts.js';
import type { ChartPart, PlanePart } from './deck-types.js';
import { clipped, linesOf } from './fit.js';
import type { Page, Pen, Presentation } from './pptx.js';

const labelled = (font: string) => ({
  catAxisLabelFontFace: font,
  valAxisLabelFontFace: font,
  legendFontFace: font,
  dataLabelFontFace: font,
  catAxisLabelColor: INK.text,
  valAxisLabelColor: INK.soft,
  legendColor: INK.text,
  catAxisTitleFontFace: font,
  valAxisTitleFontFace: font,
  catAxisTitleColor: INK.soft,
  valAxisTitleColor: INK.soft,
});

/** A chart of bars that the program draws; `amendChart` adds intervals and outlines. */
export function addBars(deck: Presentation, page: Page, part: ChartPart, { font, lang }: Pen): void {
  const [x, y, w, h] = part.box;
  const labels = part.categories.map((text) => clipped(text, part.lying ? Math.max(1.6, w * 0.38) : 1.6, 11, 2));
  const data = part.series.map(({ name, values }) => ({ name: cellText(name), labels, values: values as number[] }));
  page.addChart(deck.ChartType.bar, data, {
    x,
    y,
    w,
    h,
    altText: cellText(part.alt),
    ...labelled(font),
    barDir: part.lying ? 'bar' : 'col',
    barGrouping: part.stacked ? 'stacked' : 'clustered',
    barGapWidthPct: part.stacked ? 40 : 60,
    chartColors: part.series.map(({ colour }) => colour),
    // Its types know only one of the two orders.
    catAxisOrientation: (part.topDown ? 'maxMin' : 'minMax') as 'minMax',
    catAxisLabelPos: 'low',
    catAxisLabelFontSize:
      part.categories.length > 8 || part.categories.some((text) => linesOf(text, w * 0.38, 12) > 1) ? 10 : 12,
    catAxisLabelFrequency: '1',
    valAxisLabelFontSize: 11,
    valAxisMinVal: part.min,
    valAxisMaxVal: part.max,
    valAxisMajorUnit: part.step,
    valAxisLabelFormatCode: '0',
    valGridLine: { color: INK.rule, size: 0.5 },
    catGridLine: { style: 'none' },
    showValAxisTitle: part.axis !== '',
    valAxisTitle: part.axis,
    valAxisTitleFontSize: 11,
    showLegend: part.series.length > 1,
    legendPos: 't',
    legendFontSize: 12,
    showValue: part.labels !== undefined,
    dataLabelFormatCode: part.labels ?? '0',
    dataLabelFontSize: 11,
    dataLabelColor: INK.text,
    ...(part.labels !== undefined && !part.stacked && { dataLabelPosition: placeOf(part) }),
    lang,
  });
}

/** Where the figures of bars stand; the types of the writer do not know the foot of a bar. */
const placeOf = ({ inside }: ChartPart): 'outEnd' => (inside ? 'inBase' : 'outEnd') as 'outEnd';

/** The plane as a scatter chart; `amendChart` adds ways, points and intervals. */
export function addPlane(deck: Presentation, page: Page, part: PlanePart, { font, lang }: Pen): void {
  const [x, y, w, h] = part.box;
  const columns = planeColumns(part);
  const data = [
    { name: cellText(part.across), values: [...columns.x] },
    ...columns.y.map(({ name, values }) => ({ name: cellText(name), values: values as number[] })),
  ];
  page.addChart(deck.ChartType.scatter, data, {
    x,
    y,
    w,
    h,
    altText: cellText(part.alt),
    ...labelled(font),
    chartColors: columns.y.map(() => INK.soft),
    showLegend: false,
    catAxisLabelFontSize: 11,
    valAxisLabelFontSize: 11,
    catAxisMinVal: 0,
    catAxisMaxVal: 100,
    catAxisMajorUnit: 20,
    valAxisMinVal: 0,
    valAxisMaxVal: 100,
    valAxisMajorUnit: 20,
    showCatAxisTitle: true,
    catAxisTitle: part.across,
    catAxisTitleFontSize: 12,
    showValAxisTitle: true,
    valAxisTitle: part.up,
    valAxisTitleFontSize: 12,
    lineSize: 2,
    lang,
  });
}
