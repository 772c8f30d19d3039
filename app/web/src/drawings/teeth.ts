// The odontogram's geometry: 32 teeth in FDI order, five surfaces each.
import type { Tooth } from '../api/types';

export const upper = [18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28];
export const lower = [48, 47, 46, 45, 44, 43, 42, 41, 31, 32, 33, 34, 35, 36, 37, 38];
export const surfaceNames = ['M', 'O', 'D', 'F', 'L'] as const;
export type Surface = (typeof surfaceNames)[number];

export function surfacesOf(tooth: Tooth | undefined): Surface[] {
  const given = tooth?.surfaces;
  if (given == null) return [];
  if (typeof given === 'number') return surfaceNames.filter((_, bit) => given & (1 << bit));
  const letters = (typeof given === 'string' ? given : given.join('')).toUpperCase();
  return surfaceNames.filter((surface) => letters.includes(surface));
}

/**
 * The surface's shape in a square of side `s`: an inner square for O, four trapezoids around it.
 * Mesial looks to the midline, and facial away from the mouth: up in the upper jaw, down below.
 */
export function surfaceShape(fdi: number, surface: Surface, s: number): string {
  const a = s * 0.3;
  const b = s - a;
  const isRight = fdi < 20 || fdi >= 40; // the person's right, the drawing's left
  const isUpper = fdi < 30;
  const shapes = {
    left: `0,0 ${a},${a} ${a},${b} 0,${s}`,
    right: `${s},0 ${b},${a} ${b},${b} ${s},${s}`,
    top: `0,0 ${s},0 ${b},${a} ${a},${a}`,
    bottom: `0,${s} ${s},${s} ${b},${b} ${a},${b}`,
    middle: `${a},${a} ${b},${a} ${b},${b} ${a},${b}`,
  };
  if (surface === 'O') return shapes.middle;
  if (surface === 'M') return isRight ? shapes.right : shapes.left;
  if (surface === 'D') return isRight ? shapes.left : shapes.right;
  if (surface === 'F') return isUpper ? shapes.top : shapes.bottom;
  return isUpper ? shapes.bottom : shapes.top;
}
