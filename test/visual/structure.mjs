/**
 * What a chart draws, without pixels: its words in their order, its marks with their places, its colours. Holds on another engine or with
 * other fonts too, where letters are a little wider or narrower.
 */

/** What of a drawing is kept: long runs of dots only as their number and ends. */
export function structureOf({ texts, marks, colours }) {
  const kinds = Object.groupBy
    ? Object.groupBy(marks, ([kind]) => kind)
    : marks.reduce((all, mark) => ({ ...all, [mark[0]]: [...(all[mark[0]] ?? []), mark] }), {});
  return {
    words: joined(texts),
    marks: Object.fromEntries(
      Object.entries(kinds).map(([kind, list]) => [
        kind,
        list.length > 80 ? { count: list.length } : { count: list.length, places: list.map(([, ...place]) => place) },
      ]),
    ),
    colours,
  };
}

/** Words without the places where lines are broken. */
const joined = (texts) =>
  texts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');

/** Everything in which a drawing differs from the recorded one, `near` the pixels that a mark may stand elsewhere. */
export function structureTroubles(recorded, found, near) {
  const troubles = [];
  if (found.words !== recorded.words) {
    let at = 0;
    while (found.words[at] === recorded.words[at]) at++;
    const cut = (text) => JSON.stringify(text.slice(Math.max(0, at - 8), at + 16));
    troubles.push(`words: ${cut(found.words)} for ${cut(recorded.words)}`);
  }
  if (found.colours.join() !== recorded.colours.join()) {
    const other = found.colours.filter((colour) => !recorded.colours.includes(colour));
    const gone = recorded.colours.filter((colour) => !found.colours.includes(colour));
    troubles.push(`colours: ${other.join(' ') || 'none'} for ${gone.join(' ') || 'none'}`);
  }
  for (const kind of new Set([...Object.keys(recorded.marks), ...Object.keys(found.marks)])) {
    const [was, is] = [recorded.marks[kind], found.marks[kind]];
    if (was?.count !== is?.count) troubles.push(`${kind}: ${is?.count ?? 0} for ${was?.count ?? 0}`);
    else
      was.places?.forEach((place, i) => {
        const moved = place.some((value, axis) => Math.abs(value - is.places[i][axis]) > near);
        if (moved) troubles.push(`${kind} ${i} at ${is.places[i].join()} for ${place.join()}`);
      });
  }
  return troubles;
}

/** Words that are cut off by the edge of the picture. */
export function cutOff({ texts }, width, height) {
  return texts
    .filter(({ at: [left, y], width: size }) => left < -2 || left + size > width + 2 || y < 0 || y > height)
    .map(({ text }) => text);
}
