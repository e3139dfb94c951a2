/* Runs before the page: notes, for every canvas, what is written and where marks are drawn. */
const notes = new WeakMap();
const prototype = CanvasRenderingContext2D.prototype;
const place = (ctx, x, y) => {
  const { a, d, e, f } = ctx.getTransform();
  return [Math.round(a * x + e), Math.round(d * y + f)];
};
const noteOf = (ctx) => {
  if (!notes.has(ctx.canvas)) notes.set(ctx.canvas, { texts: [], marks: [], colours: new Set() });
  return notes.get(ctx.canvas);
};
const watch = (name, note) => {
  const original = prototype[name];
  prototype[name] = function (...given) {
    note(this, noteOf(this), given);
    return original.apply(this, given);
  };
};
// chart.js empties its canvas by setting its size, and before each drawing.
watch('clearRect', (ctx) => notes.delete(ctx.canvas));
watch('fillText', (ctx, note, [text, x, y]) => {
  const width = ctx.measureText(text).width;
  const left = ctx.textAlign === 'center' ? x - width / 2 : ['right', 'end'].includes(ctx.textAlign) ? x - width : x;
  note.texts.push({ text, at: place(ctx, left, y), width: Math.round(width) });
  note.colours.add(ctx.fillStyle);
});
watch('arc', (ctx, note, [x, y, radius]) => note.marks.push(['arc', ...place(ctx, x, y), Math.round(2 * radius)]));
watch('rect', (ctx, note, [x, y, width]) => note.marks.push(['rect', ...place(ctx, x, y), Math.round(width)]));
watch('fillRect', (ctx, note, [x, y, width]) => note.marks.push(['box', ...place(ctx, x, y), Math.round(width)]));
watch('fill', (ctx, note) => note.colours.add(String(ctx.fillStyle)));
watch('stroke', (ctx, note) => note.colours.add(String(ctx.strokeStyle)));
/** What was drawn on a canvas. */
globalThis.drawnOn = (canvas) => {
  const { texts, marks, colours } = notes.get(canvas) ?? { texts: [], marks: [], colours: [] };
  return { texts, marks, colours: [...colours].sort() };
};
