// One projection for the outlines (drawn when the pages are built) and the points (drawn here).
import { geoConicConformal, type GeoProjection } from 'd3-geo';

export const mapWidth = 640;
export const mapHeight = 420;

/** Lambert's conic with INEGI's standard parallels for Mexico (17.5 and 29.5 degrees north). */
export function mexicoProjection(): GeoProjection {
  return geoConicConformal()
    .parallels([17.5, 29.5])
    .rotate([102, 0])
    .center([0, 23.6])
    .precision(0) // straight edges stay straight: no points are added
    .scale(1130)
    .translate([mapWidth / 2, mapHeight / 2]);
}
