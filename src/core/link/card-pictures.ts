const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/**
 * The pictures of `cardSymbols` as the `d` of one SVG path each, in a box of 32 × 32, to be stroked without filling: 2 wide, round
 * ends, in the colour of the text. Own drawings, so that screen and paper show the same: the emoji of a device's fonts differ.
 */
export const cardPictures: Readonly<Record<string, string>> = {
  sun: `${circle(16, 16, 6.5)}M16 2v4M16 26v4M2 16h4M26 16h4M6.1 6.1l2.8 2.8M23.1 23.1l2.8 2.8M6.1 25.9l2.8-2.8M23.1 8.9l2.8-2.8`,
  moon: 'M20 3.5A13 13 0 1 0 28.5 21A11 11 0 0 1 20 3.5z',
  star: 'M16 3l3.9 8.5 9.3 1.1-6.9 6.4 1.8 9.2L16 23.6l-8.1 4.6 1.8-9.2-6.9-6.4 9.3-1.1z',
  cloud: 'M9 25.5a6 6 0 0 1-.5-12A8.2 8.2 0 0 1 24 13.2a6.2 6.2 0 0 1-.8 12.3z',
  hill: 'M2 27L12 7l6.3 12.5L22 13l8 14zM8.8 13.4l3.2 2.3 3.2-2.3',
  tree: `${circle(16, 12, 9)}M16 29V12M16 19.5l4.5-4.5M16 16l-3.5-3.5M10 29h12`,
  flower: `${circle(16, 12, 2.6)}${circle(16, 6, 3.4)}${circle(21.8, 10.2, 3.4)}${circle(19.6, 16.9, 3.4)}${circle(12.4, 16.9, 3.4)}${circle(10.2, 10.2, 3.4)}M16 20v10M16 27c3.5 0 6-1.6 7-4.5`,
  fish: `M2.5 16c5-8.5 15-9 20.5 0-5.5 9-15.5 8.5-20.5 0zM23 16l6.5-6v12zM14 12.2c1.7 2.5 1.7 5.1 0 7.6${circle(8.5, 14.8, 0.6)}`,
  house: 'M2.5 16.5L16 4l13.5 12.5M6.5 13v15.5h19V13M13 28.5V19h6v9.5',
  boat: 'M3.5 22.5h25l-4.5 6.5h-16zM16 22.5V3l10 14.5H16M13 8.5L6.5 17.5H13',
  cup: 'M6 11h16v9a8 8 0 0 1-16 0zM22 12.5h2.5a4 4 0 0 1 0 8H22M4 30h20M11 3v4.5M17 3v4.5',
  key: `${circle(8.5, 16, 6)}M14.5 16H30v5.5M24.5 16v4.5`,
  heart: 'M16 28.5C5 20 3 14.5 3 11a6.7 6.7 0 0 1 13-2 6.7 6.7 0 0 1 13 2c0 3.5-2 9-13 17.5z',
  book: 'M16 8.5C12.5 5.5 7.5 5 3 6v19.5c4.5-1 9.5-.5 13 2.5 3.5-3 8.5-3.5 13-2.5V6c-4.5-1-9.5-.5-13 2.5zM16 8.5V28',
  lantern:
    'M11.5 7c-10 3-10 14.5 0 17.5h9c10-3 10-14.5 0-17.5zM16 2v22.5M13.5 7c-3.5 5-3.5 12.5 0 17.5M18.5 7c3.5 5 3.5 12.5 0 17.5M13 24.5V30M16 24.5V30M19 24.5V30',
  glasses: `${circle(8.5, 18.5, 5.5)}${circle(23.5, 18.5, 5.5)}M14 17.5c1.2-1.3 2.8-1.3 4 0M3.2 17L5.5 8M28.8 17L26.5 8`,
  letter: 'M3 7h26v18.5H3zM3.5 7.5L16 18 28.5 7.5',
  car: `M5.5 24H2.5v-6.5l4-1.5 4-7.5h10.5l5 7.5 3.5 1.5V24h-3M12.5 24h7${circle(9, 24, 3.4)}${circle(23, 24, 3.4)}M8 16h17M16 8.5V16`,
  chair: 'M9 3h14v14H9zM6 17h20v4H6zM8 21v9M24 21v9M16 3v14',
};
