/** Out of Fastify's own drawing of its routes: every method with its whole address. */
export function routesOf(drawing: string): [method: string, url: string][] {
  const found: [string, string][] = [];
  const above: string[] = [];
  for (const line of drawing.split('\n')) {
    const [, indent = '', part = '', methods = ''] =
      /^([│ ]*)(?:├── |└── )?(.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth);
    above[depth] = part;
    for (const method of methods.split(', ').filter(Boolean)) found.push([method, above.join('')]);
  }
  return found;
}
