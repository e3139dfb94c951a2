/* The paper page's own few lines: which form, and whether it is printed or typed in. */
const address = new URL(location.href);
const chosen = {
  group: address.searchParams.get('group') === 'official' ? 'official' : 'resident',
  show: address.searchParams.get('show') === 'entry' ? 'entry' : 'print',
};

for (const link of document.querySelectorAll('[data-choices] a')) {
  const target = new URL(link.href);
  const { choices } = link.closest('[data-choices]').dataset;
  if (target.searchParams.get(choices) === chosen[choices]) link.setAttribute('aria-current', 'true');
  for (const [name, value] of Object.entries(chosen)) {
    if (!target.searchParams.has(name)) target.searchParams.set(name, value);
  }
  link.href = target.href;
}

const survey = document.querySelector('main > canyu-survey');
survey.setAttribute('group', chosen.group);
if (chosen.show === 'entry') survey.setAttribute('mode', 'paper');
else survey.setAttribute('layout', 'print');
