/*
 * Lets the kiosk's page open without a network. A service worker may look after a page only from beside it: keep this file in the
 * page's folder, and name here where the folder of Canyu is. Nothing else needs changing, ever.
 */
self.canyuFolder = '../dist/';

const worker = `${self.canyuFolder}kiosk-worker.js`;
const policy = self.trustedTypes?.createPolicy('lit-html', { createScriptURL: (address) => address });
self.importScripts(policy ? policy.createScriptURL(worker) : worker);
