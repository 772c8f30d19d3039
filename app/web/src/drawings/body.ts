// Where the words of models/domain/body_region lie on a figure 200 wide and 440 high, seen from the
// front. x is given for the person's left side (the drawing's right); the other side is mirrored.
interface Spot {
  x: number; // distance from the midline, towards the person's left
  y: number;
  back?: boolean; // lies on the back only
}

const spots: Record<string, Spot> = {
  head: { x: 0, y: 30 }, face: { x: 0, y: 38 }, forehead: { x: 0, y: 22 }, temple: { x: 17, y: 30 },
  eyebrow: { x: 9, y: 28 }, eye: { x: 9, y: 33 }, nose: { x: 0, y: 40 }, cheek: { x: 12, y: 43 },
  mouth: { x: 0, y: 48 }, lip: { x: 0, y: 48 }, tongue: { x: 0, y: 49 }, jaw: { x: 10, y: 52 },
  chin: { x: 0, y: 56 }, ear: { x: 22, y: 37 }, neck: { x: 0, y: 70 },
  trunk: { x: 0, y: 140 }, collarbone: { x: 22, y: 86 }, chest: { x: 0, y: 110 }, breast: { x: 20, y: 117 },
  armpit: { x: 37, y: 112 }, flank: { x: 33, y: 150 }, abdomen: { x: 0, y: 165 }, navel: { x: 0, y: 177 },
  back: { x: 0, y: 130, back: true }, upper_back: { x: 0, y: 108, back: true }, lower_back: { x: 0, y: 178, back: true },
  waist: { x: 26, y: 178 }, pelvis: { x: 0, y: 206 }, hip: { x: 34, y: 208 }, groin: { x: 14, y: 218 },
  genitals: { x: 0, y: 226 }, buttock: { x: 18, y: 216, back: true },
  arm: { x: 53, y: 140 }, shoulder: { x: 43, y: 92 }, upper_arm: { x: 51, y: 125 }, elbow: { x: 57, y: 156 },
  forearm: { x: 62, y: 184 }, wrist: { x: 68, y: 211 }, hand: { x: 72, y: 228 }, palm: { x: 72, y: 230 },
  finger: { x: 75, y: 245 }, thumb: { x: 64, y: 236 },
  leg: { x: 22, y: 300 }, thigh: { x: 22, y: 262 }, knee: { x: 22, y: 312 }, lower_leg: { x: 22, y: 350 },
  calf: { x: 23, y: 348, back: true }, shin: { x: 22, y: 352 }, ankle: { x: 21, y: 396 }, foot: { x: 25, y: 412 },
  heel: { x: 21, y: 412, back: true }, sole: { x: 24, y: 418, back: true }, toe: { x: 29, y: 418 },
};

const limbs = /^(arm|shoulder|upper_arm|elbow|forearm|wrist|hand|palm|finger|thumb|leg|thigh|knee|lower_leg|calf|shin|ankle|foot|heel|sole|toe)$/;

export interface Placed {
  view: 'front' | 'back';
  x: number; // from the midline of that figure; to the right is positive
  y: number;
}

/** Where a mark is drawn; empty for a word that is no region. An unknown side of a limb is its left. */
export function placesOf(region: string, side: string, view: string): Placed[] {
  const spot = spots[region];
  if (!spot) return [];
  const back = view === 'back' || (view !== 'front' && spot.back === true);
  const paired = spot.x > 0;
  const sides = side === 'both' && paired ? ['left', 'right'] : [side];
  return sides.map((s) => {
    const sign = !paired ? 0 : s === 'right' ? -1 : 1;
    // From the front the person's left is the drawing's right; from behind it is its left.
    const offset = (paired ? sign * spot.x : s === 'left' ? 9 : s === 'right' ? -9 : 0) * (back ? -1 : 1);
    return { view: back ? 'back' : 'front', x: offset, y: spot.y };
  });
}

/** Whether the side of a region that exists twice was not said. */
export const sideUnknown = (region: string, side: string): boolean =>
  (limbs.test(region) || (spots[region]?.x ?? 0) > 0) && side === '';
