/**
 * The writers of office documents, a file of its own (`dist/office.js`): loaded when somebody wants a presentation or a report, by the
 * page as a module or as a worker of its own.
 */
import { makeOffice } from './office/make.js';
import type { OfficeRequest } from './office/types.js';

export { makeOffice };
export type { Figure, OfficeRequest, PngPicture, WordTable } from './office/types.js';

/** What the worker says: the document, or that it could not be made. */
export type OfficeAnswer = { readonly blob: Blob } | { readonly error: string };

const scope = globalThis as {
  WorkerGlobalScope?: unknown;
  onmessage?: ((event: { readonly data: OfficeRequest }) => void) | null;
  postMessage?: (answer: OfficeAnswer) => void;
};

if (scope.WorkerGlobalScope !== undefined) {
  scope.onmessage = ({ data }) => {
    makeOffice(data, { breathe: () => undefined, progress: () => undefined }).then(
      (blob) => scope.postMessage?.({ blob }),
      (error: unknown) => scope.postMessage?.({ error: String(error) }),
    );
  };
}
