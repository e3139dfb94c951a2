import type { Bar, ChartPart, PlanePart, PlaneWay, Series } from './deck-types.js';

/**
 * What the writer of presentations cannot say about a chart and the format can (DrawingML charts, ISO/IEC 29500-1 §21.2): intervals as error
 * bars, outlined bars, points that are absent, points of their own look. Works on the XML that the writer made.
 */
export function amendChart(xml: string, part: ChartPart | PlanePart): string {
  // An absent figure has no point; an empty one would be read as damage or as zero.
  const lean = xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '');
  return part.kind === 'plane' ? amendPlane(lean, part) : amendBars(lean, part);
}

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const outline = (colour: string, width: number, more = ''): string =>
  `<a:ln w="${width}">${fill(colour)}${more}</a:ln>`;
const NO_LINE = '<a:ln><a:noFill/></a:ln>';
const INK_TEXT = '1B1B1F';
const WHITE = 'FFFFFF';

/** True where white words are read better than black ones. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}

/** Applies `amend` to each series with its number. */
function eachSeries(xml: string, amend: (series: string, at: number) => string): string {
  let at = 0;
  return xml.replace(/<c:ser>[^]*?<\/c:ser>/g, (series) => amend(series, at++));
}

function amendBars(
  xml: string,
  { series, lying, topDown = false, stacked = false, inside = false }: ChartPart,
): string {
  const amended = eachSeries(xml, (text, at) => {
    const own = series[at];
    if (!own) return text;
    const look = own.hollow
      ? `${fill(WHITE)}${outline(own.colour, 22225)}`
      : `${fill(own.colour)}${stacked ? outline(WHITE, 6350) : outline(own.colour, 22225)}`;
    const readable =
      (stacked || inside) && !own.hollow && isDark(own.colour)
        ? text.replace(`${fill(INK_TEXT)}<a:latin`, `${fill(WHITE)}<a:latin`)
        : text;
    return readable
      .replace(/<c:spPr>[^]*?<\/c:spPr>/, `<c:spPr>${look}</c:spPr>`)
      .replace('<c:cat>', `${intervals(own)}<c:cat>`);
  });
  // With the first category on top the axis of figures would be on top too.
  return lying && topDown
    ? amended.replace(/<c:valAx>[^]*?<\/c:valAx>/, (axis) =>
        axis
          .replace(/<c:crosses val="\w+"\/>/, '<c:crosses val="max"/>')
          .replace(/<c:tickLblPos val="\w+"\/>/, '<c:tickLblPos val="nextTo"/>'),
      )
    : amended;
}

function intervals({ values, low, high }: Series): string {
  if (!low || !high || [...low, ...high].every((end) => end === null)) return '';
  return errorBars(
    '',
    values.map((value, at) => distance(value, high[at])),
    values.map((value, at) => distance(low[at], value)),
  );
}

const distance = (from: Bar | undefined, to: Bar | undefined): Bar =>
  typeof from === 'number' && typeof to === 'number' ? Math.max(0, Math.round((to - from) * 10) / 10) : null;

function errorBars(direction: '' | 'x' | 'y', plus: readonly Bar[], minus: readonly Bar[]): string {
  const list = (values: readonly Bar[]): string =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values
      .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
      .join('')}</c:numLit>`;
  return `<c:errBars>${direction && `<c:errDir val="${direction}"/>`}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${list(plus)}</c:plus><c:minus>${list(minus)}</c:minus><c:spPr>${outline(INK_TEXT, 12700)}</c:spPr></c:errBars>`;
}

/** Figures of the plane as its worksheet holds them: one column of x for all, and columns of y. */
export interface PlaneColumns {
  readonly x: readonly number[];
  /** A column for each way, one for the points of each that are hollow, and the line of equals. */
  readonly y: readonly { readonly name: string; readonly values: readonly Bar[] }[];
}

/** The columns of a plane. */
export function planeColumns({ ways, equal }: PlanePart): PlaneColumns {
  const places = ways.flatMap((way) => way.points.map((point) => ({ way, point })));
  const column = (value: (place: (typeof places)[number]) => Bar): Bar[] => [...places.map(value), null, null];
  return {
    x: [...places.map(({ point }) => point.x), 0, 100],
    y: [
      ...ways.map((way) => ({ name: way.name, values: column((place) => (place.way === way ? place.point.y : null)) })),
      ...ways.map((way) => ({
        name: way.earlier,
        values: column(({ point, way: own }) => (own === way && point.hollow ? point.y : null)),
      })),
      { name: equal, values: [...places.map(() => null), 0, 100] },
    ],
  };
}

function amendPlane(xml: string, { ways }: PlanePart): string {
  let before = 0;
  const places = ways.flatMap((way) => way.points.map((point) => ({ way, point })));
  return eachSeries(xml, (text, at) => {
    const head = text.slice(0, text.indexOf('</c:tx>') + '</c:tx>'.length);
    const rest = text.slice(text.indexOf('<c:xVal>'));
    const way = ways[at];
    if (way) {
      const own = `${head}${wayXml(way, before, at)}${rest}`;
      before += way.points.length;
      return own;
    }
    const ring = ways[at - ways.length];
    if (ring) {
      const place = places.findIndex(({ way: own, point }) => own === ring && point.hollow);
      return `${head}<c:spPr>${NO_LINE}</c:spPr>${marker(at - ways.length, WHITE, 7)}${place < 0 ? '' : nameAt(place, ring.colour, sideOf(at - ways.length))}${rest}`;
    }
    const dashed = outline(GREY, 12700, '<a:prstDash val="dash"/>');
    return `${head}<c:spPr>${dashed}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${nameAt(places.length + 1, GREY, 'l')}${rest}`;
  });
}

const GREY = '5A5A63';

/** A disc or a square; a smaller white one over it makes it hollow in every program. */
const marker = (way: number, colour: string, size: number): string =>
  `<c:marker><c:symbol val="${way % 2 === 0 ? 'circle' : 'square'}"/><c:size val="${size}"/><c:spPr>${fill(colour)}<a:ln w="9525">${fill(colour)}</a:ln></c:spPr></c:marker>`;

/** The names of the first way stand at the right of its points, those of the second at the left, so that they keep clear of each other. */
const sideOf = (way: number): 'l' | 'r' => (way % 2 === 0 ? 'r' : 'l');

/** The series' name beside one of its points. */
function nameAt(point: number, colour: string, side: 'l' | 'r'): string {
  const shows = (name: 0 | 1): string =>
    `<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="${name}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  const type = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr b="1" sz="1400">${fill(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
  return `<c:dLbls><c:dLbl><c:idx val="${point}"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${type}<c:dLblPos val="${side}"/>${shows(1)}</c:dLbl>${shows(0)}</c:dLbls>`;
}

function wayXml({ colour, points }: PlaneWay, before: number, at: number): string {
  const arrow = `<c:spPr>${outline(colour, 28575, '<a:tailEnd type="triangle"/>')}</c:spPr>`;
  const ends = (axis: 'x' | 'y', side: 'Low' | 'High'): Bar[] => [
    ...Array.from({ length: before }, () => null),
    ...points.map((point) => {
      const end = point[`${axis}${side}`];
      const value = point[axis];
      return end === undefined ? null : side === 'High' ? distance(value, end) : distance(end, value);
    }),
  ];
  const crosses = (['x', 'y'] as const).map((axis) => errorBars(axis, ends(axis, 'High'), ends(axis, 'Low'))).join('');
  return `${arrow}${marker(at, colour, 13)}${nameAt(before + points.length - 1, colour, sideOf(at))}${crosses}`;
}
