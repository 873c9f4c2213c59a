/**
 * The map itself: a thin door to Leaflet. Only markers in sight stand in the
 * document, and only those that changed are touched when the map moves.
 */
import * as L from 'leaflet';
import { distanceM } from '../../../domain/place.ts';
import type { Place } from '../../../protocol/rows/index.ts';
import { type Cluster, cluster, heartOf } from './cluster.ts';
import type { MapPoint } from './map-point.ts';
import { shapeOf } from './pin.ts';
import { clusterSvg, pinSvg } from './pin-svg.ts';

/** Two pins closer than this (px) become one count: a count is 44 across. */
const CLUSTER_RADIUS = 42;
const NAMES_FROM_ZOOM = 16;
/** Close enough to walk by. */
const NEAR_ZOOM = 15;
const CLOSEST_ZOOM = 18;
const ICON = 48;
const OWN_PANE = 'own';
/** How many points a position is shown with. */
const NEAREST = 5;
/** Room for what floats over the map. */
const MARGIN: L.FitBoundsOptions = { paddingTopLeft: [40, 64], paddingBottomRight: [64, 96] };

export interface BoardEvents {
  readonly choose: (id: string) => void;
  /** Ids of the points in sight, whenever that changes. */
  readonly sight: (ids: ReadonlySet<string>) => void;
}

export interface Board {
  show(points: readonly MapPoint[], chosen: string | null): void;
  showPlace(place: Place | null): void;
  showTiles(url: string | null, attribution: string): void;
  goTo(point: { lon: number; lat: number }): void;
  zoom(step: 1 | -1): void;
  close(): void;
}

export function openBoard(element: HTMLElement, events: BoardEvents): Board {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    maxZoom: CLOSEST_ZOOM,
    minZoom: 8,
    zoomSnap: 1,
    fadeAnimation: !calm(),
    zoomAnimation: !calm(),
    markerZoomAnimation: !calm(),
    inertia: !calm(),
  });
  L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(map);
  const attribution = L.control.attribution({ prefix: false });
  new GridGround().addTo(map);
  const markers = L.layerGroup().addTo(map);
  // Own position lies over the pins, and lets a tap through to them.
  map.createPane(OWN_PANE).classList.add('own-pane');
  const placeLayer = L.layerGroup().addTo(map);
  let standing = new Map<string, L.Marker>();
  let points: readonly MapPoint[] = [];
  let chosen: string | null = null;
  let framed = false;
  let tiles: L.TileLayer | null = null;

  const draw = () => {
    if (!framed) return;
    const bounds = map.getBounds().pad(0.2);
    const next = new Map<string, L.Marker>();
    element.classList.toggle('with-names', map.getZoom() >= NAMES_FROM_ZOOM);
    const radius = map.getZoom() >= CLOSEST_ZOOM ? 1 : CLUSTER_RADIUS;
    for (const group of cluster(points, map.getZoom(), radius)) {
      if (!bounds.contains([group.centre.lat, group.centre.lon])) continue;
      const key = `${group.key}|${group.members.map(lookOf).join()}|${isChosen(group, chosen)}`;
      const marker = standing.get(key) ?? markerOf(group, isChosen(group, chosen), open);
      if (!standing.has(key)) marker.addTo(markers);
      next.set(key, marker);
    }
    for (const [key, marker] of standing) if (!next.has(key)) marker.remove();
    standing = next;
    const sight = map.getBounds();
    events.sight(
      new Set(points.filter((point) => sight.contains(at(point))).map((point) => point.id)),
    );
  };

  const open = (group: Cluster<MapPoint>) => {
    const [only, ...more] = group.members;
    if (only && more.length === 0) {
      events.choose(only.id);
      return;
    }
    const bounds = L.latLngBounds(group.members.map(at));
    const zoom = Math.max(map.getBoundsZoom(bounds.pad(0.3)), map.getZoom() + 1);
    map.setView(bounds.getCenter(), Math.min(zoom, CLOSEST_ZOOM), { animate: !calm() });
  };

  map.on('moveend', draw);
  const observer = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  observer.observe(element);

  return {
    show(nextPoints, nextChosen) {
      points = nextPoints;
      chosen = nextChosen;
      if (!framed && points.length > 0) {
        framed = true;
        const { from, to } = heartOf(points);
        map.fitBounds(L.latLngBounds(at(from), at(to)), {
          ...MARGIN,
          animate: false,
        });
      }
      draw();
    },
    showPlace(place) {
      placeLayer.clearLayers();
      if (place === null) return;
      const own = { pane: OWN_PANE, interactive: false };
      L.circle(at(place), { ...own, radius: place.accuracy, className: 'own-accuracy' }).addTo(
        placeLayer,
      );
      L.circleMarker(at(place), { ...own, radius: 9, className: 'own-place' }).addTo(placeLayer);
      // Far from all points, one's own dot alone would say nothing.
      const near = nearest(points, place, NEAREST);
      const bounds = L.latLngBounds([at(place), ...near.map(at)]);
      map.fitBounds(bounds, { ...MARGIN, maxZoom: NEAR_ZOOM, animate: !calm() });
    },
    showTiles(url, words) {
      tiles?.remove();
      attribution.remove();
      tiles = null;
      if (url === null) return;
      tiles = L.tileLayer(url, { maxZoom: CLOSEST_ZOOM, attribution: plain(words) }).addTo(map);
      attribution.addTo(map);
    },
    goTo(point) {
      map.setView(at(point), Math.max(map.getZoom(), NEAR_ZOOM), { animate: !calm() });
    },
    zoom(step) {
      map.setZoom(map.getZoom() + step);
    },
    close() {
      observer.disconnect();
      map.remove();
    },
  };
}

/** The plain ground: one light line every 128 px, moving with the map. */
class GridGround extends L.GridLayer {
  constructor() {
    super({ tileSize: 128, className: 'map-ground' });
  }

  override createTile(): HTMLElement {
    const tile = document.createElement('div');
    tile.className = 'map-ground-tile';
    return tile;
  }
}

function markerOf(
  group: Cluster<MapPoint>,
  chosen: boolean,
  open: (group: Cluster<MapPoint>) => void,
): L.Marker {
  const [only, ...more] = group.members;
  const html = document.createElement('div');
  html.className = chosen ? 'pin-box chosen' : 'pin-box';
  html.innerHTML = only && more.length === 0 ? pinSvg(only) : clusterSvg(group.members);
  if (only && more.length === 0) {
    const name = document.createElement('span');
    name.className = 'pin-name';
    name.textContent = only.name;
    html.append(name);
  }
  const icon = L.divIcon({ className: 'pin-icon', html, iconSize: [ICON, ICON] });
  // The list beside the map is the way by keyboard: hundreds of pins are no tab stops.
  const marker = L.marker([group.centre.lat, group.centre.lon], {
    icon,
    keyboard: false,
    zIndexOffset: chosen ? 2000 : urgency(group),
  });
  marker.on('click', () => open(group));
  return marker;
}

function at(point: { lon: number; lat: number }): L.LatLngTuple {
  return [point.lat, point.lon];
}

function nearest(points: readonly MapPoint[], place: Place, count: number): MapPoint[] {
  return [...points].sort((a, b) => distanceM(place, a) - distanceM(place, b)).slice(0, count);
}

function lookOf(point: MapPoint): string {
  return `${shapeOf(point)}${point.progress}`;
}

function isChosen(group: Cluster<MapPoint>, chosen: string | null): boolean {
  return group.members.some((member) => member.id === chosen);
}

/** What is worse lies on top. */
function urgency(group: Cluster<MapPoint>): number {
  if (group.members.some((member) => member.overdue > 0)) return 1000;
  return group.members.some((member) => member.open > 0) ? 500 : 0;
}

function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Leaflet writes the attribution as HTML; the office's words are only words. */
function plain(words: string): string {
  const span = document.createElement('span');
  span.textContent = words;
  return span.innerHTML;
}
