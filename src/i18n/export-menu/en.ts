import type { ExportMessages } from './types.js';

export const messages: ExportMessages = {
  locale: 'en',
  title: 'Download data and results',
  formats: {
    pptx: {
      name: 'Slides (PPTX)',
      text: 'ten pages for the meeting: guess, results, reasons, three commitments; the charts can be edited',
    },
    docx: { name: 'Report (Word)', text: 'charts, tables and text, ready to be continued' },
    png: { name: 'Pictures (PNG)', text: 'one file for each chart, in one archive' },
    xlsx: { name: 'Excel workbook', text: 'one file with several sheets, for Excel, WPS and LibreOffice' },
    csv: { name: 'CSV', text: 'plain tables in one archive' },
    r: { name: 'R', text: 'data and a script that labels them and computes the main results again' },
    spss: { name: 'SPSS', text: 'data and syntax: labels, missing values, the change index again' },
    stata: { name: 'Stata', text: 'data and a do-file: labels, missing values, the change index again' },
    codebook: { name: 'Codebook (DDI)', text: 'an XML file for data archives' },
    json: {
      name: 'Results file',
      text: 'results.json, as Canyu’s charts read it; publish it before everyone may see it',
    },
    zip: { name: 'Everything', text: 'all of the above, with a checksum of each file' },
  },
  aggregates: 'The files hold summary figures only, no answers of single people.',
  personTitle: 'These files hold the answers of single people',
  personText:
    'No names, no linking tokens, dates to the week. But there are few officials, and perhaps only a handful of very old residents: somebody who knows the place may recognise them. For the evaluators only: do not pass the files on, do not put them on the web.',
  noPersons:
    'These are published results. They hold no answers of single people, so only summary figures can be downloaded.',
  unread: (count) => `${count} sheets cannot be read on this device and are not included.`,
  preparing: (name) => `Preparing: ${name} …`,
  writing: (name, done, total) => `Writing: ${name}, ${done} of ${total} rows`,
  drawing: (name, done, total) => `Making: ${name}, ${done} of ${total} charts drawn`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was downloaded.',
  done: (file, size) => `${file} (${size}) was handed to the browser’s downloads.`,
  failedTitle: 'The file could not be made',
  failedText:
    'Please try once more; if that does not help, try another format, or close other pages first. The answers themselves are untouched.',
  officeMissing:
    'Slides and reports need the file office.js, which did not load. Check the network and press again; if that does not help, ask the web editor to put office.js beside canyu.js. Other formats are not affected.',
  noMaterial:
    'The file of report material could not be read, so nothing was made. Press once more; if that does not help, the web editor should check the address in material.',
  leftOut: (count) => `Parts of the material that could not be read and are left out: ${count}.`,
  code: (code) => `Code: ${code}`,
};
