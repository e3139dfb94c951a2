/** What a fresh machine lacks: packages and browsers. Uses nothing but Node's own modules, because it runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Runs a command with its output on the terminal; stops the script when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) {
    console.error(`\n✗ ${[command, ...args].join(' ')} ended with code ${done.status ?? done.signal}`);
    process.exit(done.status ?? 1);
  }
}

/** Runs a tool of node_modules/.bin by name. */
export function tool(name, args, options) {
  run(process.execPath, [binaryOf(name), ...args], options);
}

function binaryOf(name) {
  const packages = { tsc: 'typescript', wtr: '@web/test-runner', cem: '@custom-elements-manifest/analyzer' };
  const folder = new URL(`node_modules/${packages[name] ?? name}/`, root);
  const { bin } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  return new URL(typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]), folder).pathname;
}

/** Installs the locked packages when node_modules is missing or older than the lockfile. */
export function ensurePackages() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    console.error(`Canyu needs Node 20 or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const marker = new URL('node_modules/.package-lock.json', root);
  const lock = new URL('package-lock.json', root);
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
}

const PLACES = {
  chromium: {
    variable: 'CANYU_CHROMIUM',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
    ],
    debian: ['chromium', 'fonts-noto-cjk'],
  },
  firefox: {
    variable: 'CANYU_FIREFOX',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:/Program Files/Mozilla Firefox/firefox.exe',
    ],
    debian: ['firefox-esr'],
  },
  webkit: {
    variable: 'CANYU_WEBKIT',
    paths: [
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    ],
    debian: ['webkit2gtk-driver', 'xvfb'],
  },
};

/** Path of a browser on this machine, or undefined. The environment variable of its row wins. */
export function findBrowser(name) {
  const { variable, paths } = PLACES[name];
  const candidates = process.env[variable] ? [process.env[variable]] : paths;
  return candidates.find((path) => isExecutable(path));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes sure that the named browsers exist: on Debian as root they are installed with apt, elsewhere a plain sentence says
 * what to install and which variable to set. Chromium is required, the others are reported as missing.
 * @returns the names that are there
 */
export function ensureBrowsers(names = ['chromium', 'firefox', 'webkit']) {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length && canApt()) {
    const packages = [...new Set(missing.flatMap((name) => PLACES[name].debian))];
    aptInstall(packages);
  }
  const there = names.filter((name) => findBrowser(name));
  for (const name of names.filter((other) => !there.includes(other))) {
    const { variable, debian } = PLACES[name];
    console.error(
      `${name} was not found. Install it (Debian: apt install ${debian.join(' ')}) or set ${variable} to the path of its program.`,
    );
  }
  if (names.includes('chromium') && !there.includes('chromium')) process.exit(1);
  return there;
}

/** Programs that open the exported files in the tests: what shows that one is there, and the Debian package that has it. */
const PROGRAMS = {
  'LibreOffice Impress': { paths: ['/usr/lib/libreoffice/program/libsdlo.so'], debian: 'libreoffice-impress' },
  'LibreOffice Calc': { paths: ['/usr/lib/libreoffice/program/libsclo.so'], debian: 'libreoffice-calc' },
  'LibreOffice Writer': { paths: ['/usr/lib/libreoffice/program/libswlo.so'], debian: 'libreoffice-writer' },
  pdftotext: { paths: ['/usr/bin/pdftotext', '/opt/homebrew/bin/pdftotext'], debian: 'poppler-utils' },
  R: { paths: ['/usr/bin/Rscript', '/usr/local/bin/Rscript'], debian: 'r-base-core' },
  PSPP: { paths: ['/usr/bin/pspp'], debian: 'pspp' },
};

/**
 * Makes sure that the programs are there that open the exported files: on Debian as root they are installed with apt. Elsewhere, and
 * where that fails, a line names what is missing; the tests that need it are not registered then.
 */
export function ensurePrograms() {
  const missing = () => Object.entries(PROGRAMS).filter(([, { paths }]) => !paths.some((path) => existsSync(path)));
  const packages = missing().map(([, { debian }]) => debian);
  if (packages.length && canApt()) aptInstall(packages);
  const left = process.platform === 'linux' ? missing() : [];
  if (left.length) {
    console.error(
      `Not found: ${left.map(([name]) => name).join(', ')}. Exported files are not opened by what is missing (Debian: apt install ${left.map(([, { debian }]) => debian).join(' ')}).`,
    );
  }
}

function aptInstall(packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=500', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

function canApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

/** Flags for a headless Chromium that stays silent on the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The version of the package, as it stands in package.json. */
export const version = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version;

export { root };
