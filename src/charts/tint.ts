/** `colour` mixed into `paper`, `share` of it (0–1); as it is where it is not written as #rrggbb or rgb(…). */
export function tint(colour: string, paper: string, share: number): string {
  const [front, back] = [channels(colour), channels(paper)];
  if (!front || !back) return colour;
  const mixed = front.map((value, index) => Math.round(share * value + (1 - share) * back[index]!));
  return `rgb(${mixed.join(', ')})`;
}

function channels(colour: string): number[] | undefined {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const list = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)/.exec(colour);
  return list ? list.slice(1, 4).map(Number) : undefined;
}

/** Black or white, whichever can be read on `fill`. */
export function inkOn(fill: string, dark: string, light: string): string {
  const own = channels(fill);
  if (!own) return dark;
  const lightness = (rgb: readonly number[]): number => {
    const [r, g, b] = rgb.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (ink: string): number => {
    const other = channels(ink);
    if (!other) return 0;
    const [a, b] = [lightness(own), lightness(other)].sort((one, two) => two - one);
    return (a! + 0.05) / (b! + 0.05);
  };
  return contrast(light) > contrast(dark) ? light : dark;
}
