import { parseStudy } from '../../core/study/parse.js';
import type { Study } from '../../core/study/types.js';
import { readAs, type JsonFile } from './json-file.js';
import type { Trouble } from './study-source.js';

/** Checks a study file. Loaded only by pages that have one. What is no good comes back as trouble with its problems. */
export const readStudyFile = (file: JsonFile): Study | Trouble => readAs('study', file, parseStudy);
