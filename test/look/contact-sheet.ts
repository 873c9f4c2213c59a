import type { Shot } from './camera.ts';

/** One page with every picture, so that the whole product is seen in a minute. */
export function contactSheet(shots: readonly Shot[]): string {
  const scenes = new Map<string, Shot[]>();
  for (const shot of shots) {
    const name = `${shot.screen} · ${shot.state}`;
    scenes.set(name, [...(scenes.get(name) ?? []), shot]);
  }
  const figures = [...scenes].map(([name, taken]) => {
    const pictures = taken.map(
      ({ file, size, theme }) =>
        `<a href="${file}"><img src="${file}" alt="${name} ${size} ${theme}" loading="lazy"><small>${size} ${theme}</small></a>`,
    );
    return `<section><h2>${name}</h2><div>${pictures.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>巡点 · 全部画面</title>
<style>
body { margin: 24px; font: 14px system-ui; background: #8b9391; color: #111 }
h2 { margin: 24px 0 8px; font-size: 16px }
div { display: flex; gap: 12px; align-items: start; overflow-x: auto }
a { display: grid; gap: 4px; color: inherit; text-decoration: none }
img { height: 300px; border: 1px solid #555 }
</style>
${figures.join('\n')}
</html>
`;
}
