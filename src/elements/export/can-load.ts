/** Pages opened from a disk may load no further script: there no slides and no report are offered. */
export const canLoadWriters = (): boolean => location.protocol !== 'file:';
