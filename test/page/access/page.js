/* Takes the attributes of the survey, and the language of the page, from the address. */
const wanted = new URL(location.href).searchParams;
if (wanted.has('lang')) document.documentElement.lang = wanted.get('lang');
const survey = document.querySelector('canyu-survey');
for (const [name, value] of wanted) if (name !== 'lang') survey.setAttribute(name, value);
