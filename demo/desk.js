/* The desk of the demo: the study that the address names, and the sample files put in by a press. */
const desk = document.querySelector('canyu-desk');
const study = new URL(location.href).searchParams.get('study');
if (study) desk.setAttribute('study', study);

document.querySelector('#sample').addEventListener('click', async () => {
  const files = await Promise.all(
    ['study.json', 'responses.ndjson'].map(async (name) => {
      const answer = await fetch(`data/${name}`);
      return new File([await answer.blob()], name);
    }),
  );
  await desk.gather(files);
  desk.scrollIntoView({ block: 'start' });
});
