/* The kiosk page's own few lines: the language and, to try things out, the times that the address asks for. */
const address = new URL(location.href);
const kiosk = document.querySelector('canyu-kiosk');

document.documentElement.lang = address.searchParams.get('lang') === 'en' ? 'en' : 'zh-Hans';
for (const name of ['groups', 'form', 'hours', 'idle-seconds', 'warning-seconds', 'thanks-seconds']) {
  const value = address.searchParams.get(name);
  if (value) kiosk.setAttribute(name, value);
}
