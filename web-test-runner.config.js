import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findBrowser } from './scripts/lib/setup.mjs';

const wanted = (process.env.CANYU_BROWSERS ?? 'chromium,firefox,webkit').split(',');
const has = (name) => wanted.includes(name) && findBrowser(name);

const chromium = () =>
  chromeLauncher({ puppeteer, launchOptions: { executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS } });
const firefox = () =>
  chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath: findBrowser('firefox'), headless: true },
  });
const webkit = () =>
  webdriverLauncher({
    hostname: '127.0.0.1',
    port: Number(process.env.CANYU_WEBKIT_PORT ?? 4797),
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: findBrowser('webkit'), args: ['--automation'] },
    },
  });

export default {
  files: [
    'test/store/**/*.test.ts',
    'test/elements/**/*.test.ts',
    'test/seal/**/*.test.ts',
    'test/engines/**/*.test.ts',
  ],
  nodeResolve: { exportConditions: ['production', 'browser'] },
  concurrency: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { ui: 'bdd', timeout: 30_000 } },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('./tsconfig.base.json', import.meta.url).pathname }),
  ],
  browsers: [has('chromium') && chromium(), has('firefox') && firefox(), has('webkit') && webkit()].filter(Boolean),
};
