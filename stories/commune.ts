/** Real procedures of the sample commune, with the levels that others announced and those made up to show pages. */
export const commune = {
  catalog: 'data/catalog.json',
  levels: [
    'levels/dong-nai-2770',
    'levels/dong-nai-2808',
    'levels/ha-tinh-2914',
    'levels/nghe-an-3851',
    'levels/ten-thu-tuc',
    'levels/cau-giay',
    'levels.illustration',
  ]
    .map((name) => `data/${name}.json`)
    .join(' '),
} as const;
