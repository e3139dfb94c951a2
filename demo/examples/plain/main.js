/* Events bubble, so one listener is enough for every survey on the page; their detail holds ids, never answers. */
addEventListener('canyu-complete', (event) => {
  const { responseId, wave, group } = event.detail;
  document.querySelector('#told').textContent = `已存好 · saved: ${responseId} (${wave}, ${group})`;
});
