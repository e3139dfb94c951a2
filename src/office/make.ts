import type { Pace } from '../export/zip.js';
import { amendChart } from './chart-xml.js';
import { deckOf } from './deck.js';
import { pictureOf, writeDocx } from './docx.js';
import { PARAGRAPH, writePptx } from './pptx.js';
import { namesOf, repack, textOf } from './repack.js';
import { reportOf } from './report.js';
import type { OfficeRequest } from './types.js';
import { officeWords } from './words.js';

const TYPE = 'application/vnd.openxmlformats-officedocument';

/** Makes the presentation or the report. */
export async function makeOffice(request: OfficeRequest, pace: Pace): Promise<Blob> {
  return request.kind === 'pptx' ? presentation(request, pace) : document(request, pace);
}

async function presentation(request: OfficeRequest, pace: Pace): Promise<Blob> {
  const own = officeWords(request.locale);
  const slides = deckOf(request, own);
  await pace.breathe();
  const archive = await writePptx(slides, request, own);
  const charts = slides.flatMap(({ parts }) => parts.filter((part) => part.kind === 'bars' || part.kind === 'plane'));
  await pace.breathe();
  // The writer numbers charts as they come, and goes on counting in the next presentation.
  const first = Math.min(...namesOf(archive).flatMap((name) => numberOf(name) ?? []));
  return repack(
    archive,
    (name, bytes) => {
      const number = numberOf(name);
      const part = number === undefined ? undefined : charts[number - first];
      if (part) return amendChart(textOf(bytes), part);
      return name.startsWith('ppt/notesSlides/notes') ? paragraphs(textOf(bytes)) : undefined;
    },
    `${TYPE}.presentationml.presentation`,
    pace,
  );
}

/** The number of a chart's file; undefined for other files. */
function numberOf(name: string): number | undefined {
  const number = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Notes as paragraphs: the writer puts them into one. */
function paragraphs(xml: string): string {
  return xml.replaceAll(PARAGRAPH, '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="zh-CN" dirty="0"/><a:t>');
}

async function document(request: OfficeRequest, pace: Pace): Promise<Blob> {
  const own = officeWords(request.locale);
  const blocks = reportOf(request, own);
  await pace.breathe();
  const archive = await writeDocx(blocks, request, own);
  await pace.breathe();
  const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture.bytes] : []));
  return repack(
    archive,
    (name, bytes) => {
      const number = name.startsWith('word/media/') ? pictureOf(bytes) : undefined;
      return number === undefined ? undefined : pictures[number];
    },
    `${TYPE}.wordprocessingml.document`,
    pace,
  );
}
