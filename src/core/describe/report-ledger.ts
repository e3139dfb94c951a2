import type { Entry } from '../ledger/types.js';
import { reportTableWords, type ReportTable } from './report-tables.js';
import { reportWords } from './report.js';

/** Every row of the ledgers (`ownEntries`), as tables of the full report: suggestions with reasons, events, next steps, proofs and groups. */
export function ledgerTables(entries: readonly Entry[], locale: string): ReportTable[] {
  const words = reportTableWords(locale);
  const said = reportWords(locale);
  const { head, captions } = words;
  const or = (text: string | undefined): string => text?.trim() || '–';
  const of = <K extends Entry['kind']>(kind: K): Extract<Entry, { kind: K }>[] =>
    entries.filter((row): row is Extract<Entry, { kind: K }> => row.kind === kind);
  const tables: ReportTable[] = [
    {
      caption: captions.suggestions,
      head: [head.text, head.status, head.reason, head.owner, head.reportedBack, head.done],
      headings: 1,
      rows: of('suggestion').map(({ text, status, reason, owner, reportedBackOn, doneOn }) => [
        text,
        said.status[status],
        or(reason),
        or(owner),
        or(reportedBackOn),
        or(doneOn),
      ]),
    },
    {
      caption: captions.commitments,
      head: [head.what, head.who, head.due, head.done],
      headings: 1,
      rows: of('commitment').map(({ what, who, due, doneOn }) => [what, who, due, or(doneOn)]),
    },
    {
      caption: captions.proofs,
      head: [head.what, head.kind, head.level, head.recognised, head.contributors],
      headings: 1,
      rows: of('proof').map(({ label, type, level, recognised, by, contributors }) => [
        label,
        said.proofType[type],
        said.proofLevel[level],
        recognised ? said.recognised(by) : said.notRecognised,
        or(contributors && said.list(contributors)),
      ]),
    },
    {
      caption: captions.events,
      head: [head.date, head.kind, head.what],
      headings: 1,
      rows: of('event').map(({ date, event, label, handover }) => [
        date,
        said.events[event],
        event === 'fic-change' && handover !== undefined ? words.bracket(label, said.handover(handover)) : label,
      ]),
    },
    {
      caption: captions.groups,
      head: [head.name, head.level, head.members, head.meetings],
      headings: 1,
      rows: of('group').map(({ name, level, members, meetingsPerMonth }) => [
        name,
        words.groupLevels[level],
        words.members(members.government, members.organisation, members.residents, members.others),
        String(meetingsPerMonth),
      ]),
    },
  ];
  return tables.filter((table) => table.rows.length > 0);
}
