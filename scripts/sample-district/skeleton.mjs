// What was drawn by hand: the river, roads, rails, hills and villages, as [lng, lat] control points.

import { toMetres } from "./numbers.mjs";
import { smooth } from "./shapes.mjs";

export const BOUNDS = [-3.18, 52.19, -2.84, 52.35];

export const curve = (points, steps = 10) => smooth(points.map(toMetres), steps);

// Two of these points are corners where areas meet: NORTH_BEND and the two ends of the town reach.
export const RIVER = [
  [-3.121, 52.351], [-3.114, 52.338], [-3.104, 52.3265], [-3.1015, 52.314], [-3.0945, 52.3065], [-3.0905, 52.3015], [-3.0868, 52.2982], [-3.08, 52.2953],
  [-3.068, 52.2935], [-3.0575, 52.2885], [-3.0475, 52.2895], [-3.0385, 52.2868], [-3.0325, 52.282],
  [-3.0252, 52.2806], [-3.0234, 52.2755], [-3.0268, 52.2705], [-3.0255, 52.2652],
  [-3.0236, 52.2608], [-3.0172, 52.2585], [-3.0115, 52.2587], [-3.006, 52.2582], [-2.9995, 52.2596], [-2.9945, 52.2598],
  [-2.99, 52.2585], [-2.9835, 52.2562], [-2.9775, 52.2545], [-2.9735, 52.2515], [-2.9695, 52.2482], [-2.9635, 52.2452], [-2.953, 52.2442], [-2.944, 52.2395], [-2.931, 52.2385], [-2.9215, 52.2325], [-2.909, 52.2332],
  [-2.8985, 52.23], [-2.89, 52.2235], [-2.873, 52.2165], [-2.861, 52.2075], [-2.838, 52.201],
];
export const RIVER_CORNERS = { northBend: 13, townWest: 17, townEast: 23 };
/** Metres wide, by control point. */
export function riverWidth(control) {
  if (control < 6) return 24 + control;
  if (control < 13) return 30 + (control - 6) * 2;
  if (control < 17) return 46 + (control - 13) * 3;
  return Math.min(78, 60 + (control - 17));
}

export const STREAMS = [
  { name: "River Derw", name_cy: "Afon Derw", points: [[-3.181, 52.247], [-3.158, 52.2535], [-3.133, 52.2572], [-3.119, 52.2608], [-3.111, 52.2656], [-3.1, 52.2672], [-3.087, 52.2705], [-3.0765, 52.279], [-3.064, 52.284], [-3.0575, 52.2885]] },
  { name: "Lake Brook", name_cy: "Nant y Llyn", points: [[-3.136, 52.285], [-3.123, 52.277], [-3.111, 52.2712], [-3.1, 52.2672]] },
  { name: "Nant y Groes", points: [[-3.021, 52.351], [-3.03, 52.338], [-3.034, 52.323], [-3.0372, 52.312], [-3.0352, 52.299], [-3.0385, 52.2868]] },
  { name: "Capel Brook", name_cy: "Nant y Capel", points: [[-3.181, 52.218], [-3.152, 52.2265], [-3.124, 52.2375], [-3.097, 52.234], [-3.068, 52.2285], [-3.038, 52.2315], [-3.006, 52.2285], [-2.977, 52.2355], [-2.953, 52.2442]] },
  { name: "Kingsfold Brook", points: [[-2.901, 52.351], [-2.916, 52.331], [-2.93, 52.3035], [-2.951, 52.2955], [-2.9655, 52.289], [-2.9935, 52.2875], [-3.0105, 52.2855], [-3.0252, 52.2806]] },
  { name: "Hopton Brook", points: [[-2.838, 52.293], [-2.866, 52.2855], [-2.8895, 52.2775], [-2.901, 52.2635], [-2.9045, 52.248], [-2.909, 52.2332]] },
  { name: "Dingle Brook", points: [[-2.838, 52.236], [-2.862, 52.2325], [-2.88, 52.2262], [-2.89, 52.2235]] },
  { points: [[-3.181, 52.302], [-3.158, 52.297], [-3.143, 52.2885]] },
  { points: [[-3.181, 52.335], [-3.152, 52.329], [-3.128, 52.318], [-3.1015, 52.314]] },
  { name: "Mill Leat", name_cy: "Ffrwd y Felin", points: [[-3.0152, 52.2584], [-3.0105, 52.2573], [-3.0065, 52.2572], [-3.002, 52.2562], [-2.9972, 52.2553], [-2.9935, 52.2563], [-2.9895, 52.2583]] },
  { name: "Haven Canal", name_cy: "Camlas Haven", points: [[-2.9826, 52.2526], [-2.9812, 52.2508], [-2.9788, 52.2492], [-2.9762, 52.2458], [-2.968, 52.2422], [-2.951, 52.2378], [-2.935, 52.2332], [-2.92, 52.2288], [-2.9085, 52.2282], [-2.9035, 52.2264], [-2.9, 52.2259], [-2.8972, 52.2265], [-2.893, 52.2262], [-2.8895, 52.223]] },
];

export const MAIN_ROADS = [
  { name: "Llanderw Road", name_cy: "Ffordd Llanderw", points: [[-3.181, 52.2665], [-3.155, 52.2635], [-3.13, 52.2645], [-3.116, 52.2622], [-3.1062, 52.2611], [-3.09, 52.2632], [-3.072, 52.2752], [-3.0605, 52.278], [-3.0475, 52.2768], [-3.036, 52.2712], [-3.0305, 52.2672]] },
  { name: "Welsh Bridge", name_cy: "Pont y Cymry", points: [[-3.0305, 52.2672], [-3.0262, 52.2658], [-3.0205, 52.2662]] },
  { name: "High Street", name_cy: "Y Stryd Fawr", points: [[-3.0205, 52.2662], [-3.0155, 52.2668], [-3.0115, 52.2663], [-3.0075, 52.267], [-3.0035, 52.2672]] },
  { name: "Station Road", name_cy: "Ffordd yr Orsaf", points: [[-3.0035, 52.2672], [-2.9985, 52.2668], [-2.991, 52.2653], [-2.9858, 52.265], [-2.976, 52.2641]] },
  { name: "Ashwell Road", points: [[-2.976, 52.2641], [-2.967, 52.2622], [-2.952, 52.2598], [-2.934, 52.2562], [-2.9185, 52.2557], [-2.912, 52.2541], [-2.898, 52.2508], [-2.879, 52.2512], [-2.838, 52.2445]] },
  { name: "Bridge Street", name_cy: "Stryd y Bont", points: [[-3.0115, 52.2663], [-3.0122, 52.2635], [-3.0115, 52.2605], [-3.011, 52.258], [-3.0117, 52.2534], [-3.0108, 52.2505]] },
  { name: "Abbey Foregate", name_cy: "Rhagborth yr Abaty", points: [[-3.0108, 52.2505], [-3.0122, 52.2478], [-3.0135, 52.2432], [-3.013, 52.239]] },
  { name: "Southgate Road", points: [[-3.013, 52.239], [-3.0165, 52.229], [-3.0155, 52.214], [-3.021, 52.202], [-3.018, 52.189]] },
  { name: "Northgate Road", name_cy: "Ffordd Porth y Gogledd", points: [[-3.0075, 52.267], [-3.0062, 52.2698], [-3.0042, 52.2728], [-3.0048, 52.2748], [-3.0095, 52.2758], [-3.0155, 52.2763], [-3.019, 52.2785]] },
  { name: "Kingsfold Road", points: [[-3.0048, 52.2748], [-3.0012, 52.279], [-2.988, 52.2842], [-2.972, 52.2925], [-2.95, 52.2958], [-2.9265, 52.2994], [-2.908, 52.3085], [-2.888, 52.3175], [-2.864, 52.3345], [-2.855, 52.351]] },
  { name: "Pont-y-felin Road", name_cy: "Ffordd Pont-y-felin", points: [[-3.019, 52.2785], [-3.026, 52.285], [-3.039, 52.2918], [-3.056, 52.2942], [-3.072, 52.2975], [-3.0853, 52.301], [-3.0905, 52.3015], [-3.101, 52.3055], [-3.119, 52.3125], [-3.145, 52.317], [-3.181, 52.327]] },
  { name: "Wainbridge Road", points: [[-3.0108, 52.2505], [-3.002, 52.2489], [-2.99, 52.2462], [-2.9775, 52.2425], [-2.963, 52.2385], [-2.944, 52.2312], [-2.922, 52.2252], [-2.9012, 52.2245], [-2.886, 52.212], [-2.868, 52.204], [-2.858, 52.189]] },
  { name: "Ashwell Bank", points: [[-2.9012, 52.2245], [-2.9018, 52.2292], [-2.903, 52.234], [-2.9085, 52.2448], [-2.912, 52.2541]] },
  { name: "Capel Road", name_cy: "Ffordd Capel", points: [[-3.0305, 52.2672], [-3.0338, 52.2644], [-3.037, 52.2605], [-3.0388, 52.2555], [-3.0414, 52.25], [-3.051, 52.2445], [-3.07, 52.2415], [-3.095, 52.2398], [-3.118, 52.2352], [-3.141, 52.2315], [-3.181, 52.2285]] },
  { name: "Nantygroes Road", name_cy: "Ffordd Nantygroes", points: [[-3.039, 52.2918], [-3.0422, 52.3], [-3.0412, 52.3105], [-3.0465, 52.325], [-3.043, 52.351]] },
  { name: "Hopton Lane", points: [[-2.912, 52.2541], [-2.9125, 52.259], [-2.907, 52.2655], [-2.894, 52.27], [-2.8862, 52.2798], [-2.891, 52.2895], [-2.909, 52.2955], [-2.9265, 52.2994]] },
  { name: "Cross Road", points: [[-2.8862, 52.2798], [-2.868, 52.277], [-2.838, 52.2725]] },
];

export const RAILWAY = [[-2.838, 52.309], [-2.87, 52.3045], [-2.9, 52.294], [-2.93, 52.284], [-2.952, 52.2765], [-2.968, 52.2735], [-2.979, 52.2714], [-2.9842, 52.2688], [-2.9857, 52.2655], [-2.9858, 52.2612], [-2.987, 52.256], [-2.988, 52.248], [-2.985, 52.238], [-2.983, 52.223], [-2.974, 52.206], [-2.9715, 52.189]];
export const SIDINGS = [[[-2.979, 52.2714], [-2.9752, 52.2718], [-2.9712, 52.2717]], [[-2.9772, 52.2716], [-2.9738, 52.2713], [-2.9708, 52.2711]]];
export const OLD_RAILWAY = [[-2.983, 52.2265], [-2.992, 52.2318], [-3.012, 52.2342], [-3.035, 52.2368], [-3.06, 52.2385], [-3.085, 52.2355], [-3.104, 52.2322], [-3.117, 52.233], [-3.141, 52.2275], [-3.16, 52.222], [-3.181, 52.221]];

/** Where streets grow: middle, half-sizes in metres, metres between streets, how often a street stops at another, longest street. */
export const QUARTERS = [
  { key: "castle", at: [-3.0098, 52.2665], size: [560, 430], turn: 0.1, gap: 62, ratio: 1.5, stop: 0.5, longest: 420 },
  { key: "castle", at: [-3.004, 52.2722], size: [640, 520], turn: 0.4, gap: 84, ratio: 2, stop: 0.25, longest: 620 },
  { key: "castle", at: [-3.0165, 52.2725], size: [430, 480], turn: 0, gap: 88, ratio: 2, stop: 0.4, longest: 480 },
  { key: "castle", at: [-3.0198, 52.2678], size: [230, 260], turn: 0, gap: 74, ratio: 1.9, stop: 0.4, longest: 360 },
  { key: "castle", at: [-3.0172, 52.2637], size: [330, 210], turn: 0, gap: 76, ratio: 1.9, stop: 0.4, longest: 360 },
  { key: "castle", at: [-2.997, 52.2655], size: [470, 380], turn: 0, gap: 82, ratio: 1.9, stop: 0.3, longest: 520 },
  { key: "abbey", at: [-3.0085, 52.2515], size: [780, 420], turn: 0.05, gap: 72, ratio: 2, stop: 0.35, longest: 480 },
  { key: "abbey", at: [-3.0015, 52.2495], size: [560, 520], turn: 0, gap: 76, ratio: 2, stop: 0.25, longest: 560 },
  { key: "abbey", at: [-3.0125, 52.2455], size: [520, 380], turn: 0, gap: 96, ratio: 1.8, stop: 0.45, longest: 420 },
  { key: "bryn", at: [-3.041, 52.259], size: [560, 720], turn: 0.1, gap: 88, ratio: 2.2, stop: 0.5, longest: 540 },
  { key: "bryn", at: [-3.0385, 52.2495], size: [420, 430], turn: 0, gap: 92, ratio: 2, stop: 0.5, longest: 420 },
  { key: "bryn", at: [-3.0475, 52.2675], size: [300, 360], turn: 0, gap: 84, ratio: 2.4, stop: 0.5, longest: 380 },
  { key: "bryn", at: [-3.0345, 52.2655], size: [280, 300], turn: 0, gap: 84, ratio: 2, stop: 0.4, longest: 400 },
  { key: "meadow", at: [-2.979, 52.2672], size: [560, 330], turn: 0, gap: 82, ratio: 2, stop: 0.4, longest: 460 },
  { key: "meadow", at: [-2.986, 52.2635], size: [330, 300], turn: 0, gap: 80, ratio: 2, stop: 0.4, longest: 420 },
  { key: "meadow", at: [-2.9705, 52.2595], size: [560, 420], turn: 0, gap: 92, ratio: 1.8, stop: 0.55, longest: 380 },
  { key: "meadow", at: [-2.9635, 52.2552], size: [380, 330], turn: 0, gap: 94, ratio: 1.8, stop: 0.6, longest: 360 },
  { key: "meadow", at: [-2.9815, 52.2485], size: [330, 460], turn: 0, gap: 86, ratio: 1.9, stop: 0.55, longest: 360 },
  { key: "meadow", at: [-2.9605, 52.2492], size: [320, 250], turn: 0, gap: 84, ratio: 1.6, stop: 0.65, longest: 300 },
  { key: "works", at: [-2.966, 52.2695], size: [430, 260], turn: 0, gap: 150, ratio: 1.4, stop: 0.4, longest: 520 },
];

export const VILLAGES = [
  { name: "Llanderw", at: [-3.105, 52.262], size: [330, 260], area: "cwm-derw", digit: 1, welsh: true },
  { name: "Pont-y-felin", at: [-3.0845, 52.3005], size: [270, 230], area: "cwm-derw", digit: 2, welsh: true },
  { name: "Capel Isaf", at: [-3.12, 52.235], size: [250, 200], area: "cwm-derw", digit: 3, welsh: true },
  { name: "Nantygroes", at: [-3.04, 52.31], size: [220, 260], area: "cwm-derw", digit: 4, welsh: true },
  { name: "Ashwell Green", at: [-2.915, 52.255], size: [360, 270], area: "marches", digit: 1 },
  { name: "Kingsfold", at: [-2.925, 52.3], size: [300, 250], area: "marches", digit: 2 },
  { name: "Wainbridge", at: [-2.9, 52.225], size: [300, 230], area: "marches", digit: 3 },
  { name: "Hopton Cross", at: [-2.885, 52.28], size: [240, 240], area: "marches", digit: 4 },
];

export const WOODS = [
  { name: "Coed y Dderwen", at: [-3.119, 52.2495], size: [559, 338], turn: 0.5 }, { name: "Coed y Gog", at: [-3.0565, 52.2495], size: [210, 330], turn: 0.2 },
  { name: "Coed Mawr", at: [-3.153, 52.274], size: [1066, 494], turn: -0.4 }, { at: [-3.172, 52.293], size: [546, 806], turn: 0.2 }, { name: "Coed y Felin", at: [-3.071, 52.3055], size: [806, 338], turn: -0.3 },
  { at: [-3.127, 52.301], size: [728, 390], turn: 0.7 }, { name: "Coed Bach", at: [-3.087, 52.2525], size: [546, 299], turn: -0.2 }, { at: [-3.142, 52.2155], size: [936, 338], turn: 0.15 },
  { name: "Coed y Groes", at: [-3.055, 52.3165], size: [370, 582], turn: 0.25 }, { at: [-3.081, 52.335], size: [832, 468], turn: -0.5 }, { at: [-3.15, 52.3405], size: [962, 390], turn: 0.3 },
  { at: [-3.083, 52.2165], size: [832, 390], turn: 0.2 }, { name: "Castle Wood", at: [-2.9745, 52.303], size: [582, 291], turn: 0.5 }, { name: "Monk’s Wood", at: [-3.0405, 52.2215], size: [627, 336], turn: -0.3 },
  { name: "Hopton Dingle", at: [-2.8675, 52.2655], size: [336, 526], turn: -0.5 }, { name: "The Knoll", at: [-2.8935, 52.3118], size: [370, 258], turn: 0.4 }, { at: [-2.862, 52.311], size: [426, 627], turn: 0.6 }, { name: "Long Coppice", at: [-2.9455, 52.2125], size: [694, 258], turn: 0.4 },
  { name: "Wain Wood", at: [-2.872, 52.2405], size: [426, 235], turn: 0.1 }, { at: [-2.985, 52.331], size: [538, 358], turn: 0.1 }, { at: [-2.938, 52.337], size: [403, 235], turn: -0.6 }, { at: [-3.003, 52.305], size: [291, 370], turn: 0.3 },
  { name: "Quarry Wood", at: [-3.0555, 52.2722], size: [140, 330], turn: 0.3 },
];

export const ORCHARDS = [
  { name: "Perry Orchard", at: [-2.8798, 52.2795] }, { name: "Ashwell Orchard", at: [-2.9218, 52.2528] }, { name: "Costard Orchard", at: [-2.9085, 52.2502] }, { name: "Old Orchard", at: [-2.9185, 52.3018] },
  { name: "Redstreak Orchard", at: [-2.8925, 52.2772] }, { name: "Salt Lane Orchard", at: [-2.9068, 52.2228] }, { name: "Foxwhelp Orchard", at: [-2.9325, 52.3015] }, { at: [-2.8895, 52.2555] }, { at: [-2.933, 52.249] }, { at: [-2.878, 52.289] },
];

export const WATERS = [
  { name: "Derw Lake", name_cy: "Llyn Derw", at: [-3.139, 52.2862], size: [460, 210], turn: 0.5 }, { name: "Llyn Brwyn", at: [-3.0908, 52.3206], size: [270, 150], turn: -0.3 },
  { name: "Ashwell Mere", at: [-2.9275, 52.2665], size: [200, 130], turn: 0.4 }, { name: "Canal basin", name_cy: "Basn y gamlas", at: [-2.9829, 52.2527], size: [64, 36], turn: 0.5 },
  { name: "Ashwell Common pond", at: [-2.9092, 52.2582], size: [46, 30], turn: 0.4 }, { name: "Quarry Pool", name_cy: "Pwll y Chwarel", at: [-3.0548, 52.274], size: [62, 40], turn: 0.9 },
  { at: [-2.894, 52.3075], size: [60, 40], turn: 0 }, { at: [-3.0, 52.2155], size: [80, 46], turn: 0.5 }, { at: [-2.855, 52.228], size: [60, 50], turn: 0 },
];

/** Parks drawn by hand; others grow round the venues that are parks, greens and gardens. */
export const PARKS = [
  { name: "Castle Meadow", name_cy: "Dôl y Castell", at: [-3.0048, 52.2613], size: [400, 120], turn: 0.08 }, { name: "Abbey Meadows", name_cy: "Dolydd yr Abaty", at: [-3.0195, 52.2548], size: [260, 170], turn: -0.5 },
  { name: "Haven Meadows", name_cy: "Dolydd Haven", at: [-2.9778, 52.2578], size: [270, 150], turn: -0.5 }, { name: "Welsh Bridge Field", at: [-3.0292, 52.2606], size: [110, 190], turn: 0.2 },
  { name: "Ashwell Common", at: [-2.907, 52.2597], size: [300, 200], turn: 0.2 }, { name: "Hopton Common", at: [-2.876, 52.2835], size: [420, 230], turn: -0.5 },
  { name: "Wern Common", name_cy: "Comin y Wern", at: [-3.07, 52.2585], size: [420, 340], turn: 0.3 }, { name: "Kingsfold Cricket Field", at: [-2.9205, 52.303], size: [100, 75], turn: 0.3 },
  { name: "Cemetery", name_cy: "Mynwent", at: [-2.9965, 52.2778], size: [150, 110], turn: 0.2 }, { name: "Wainbridge Ham", at: [-2.9105, 52.2275], size: [210, 90], turn: 0.1 },
];
