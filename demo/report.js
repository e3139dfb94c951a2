/* Which report the address asks for. */
const asked = new URL(location.href).searchParams;
const report = document.querySelector('main > canyu-report');
for (const name of ['layout', 'languages', 'src', 'material']) {
  const value = asked.get(name);
  if (value) report.setAttribute(name, value);
}
