/** `npm start`: installs what is missing, builds, serves the demo, and says where it is. */
import { ensurePackages, run } from './lib/setup.mjs';

ensurePackages();
run(process.execPath, ['scripts/build.mjs']);
run(process.execPath, ['scripts/examples.mjs']);

const { serve } = await import('./lib/serve.mjs');
const wanted = Number(process.env.PORT ?? 8080);
const { url } = await serve({ port: wanted }).catch(() => serve());
console.log(`
  Canyu demo / 参与演示:  ${url}/demo/

  Open this address in a browser. The page shows you where to begin: answer the survey as a resident or an official,
  see the change index of the synthetic sample study, and look at a partner's page that embeds both.
  用浏览器打开上面的地址，按页面提示从头看起。结束时按 Ctrl+C。
`);
