// One function a drawing: which doors there are in Aberhaven and the Marches, as the directions in seed-data/assets describe them.
import { door, gate } from './doors.mjs';
import {
  bench,
  boardWall,
  brickWall,
  circle,
  ground,
  line,
  path,
  place,
  plainWall,
  pot,
  ramp,
  rect,
  roof,
  sheet,
  sign,
  stoneWall,
  tree,
  window,
} from './parts.mjs';

const ink = '#1d2927';
const fern = '#0e5f57';
const brick = '#b0654a';
const stone = '#c9bda7';
const cream = '#f3e8d2';
const paving = '#cfc3ae';
const morning = '#dfe9ec';
const evening = '#f4dcb8';
const moss = '#4d6b12';

export const scenes = {
  'green-hall-door': (random) => [
    place(morning, paving),
    brickWall([0, 150, 1280, 630], brick, random),
    rect(0, 130, 1280, 34, '#e7dcc6'),
    [150, 900].map((x) => window([x, 300, 230, 270], cream)),
    door({ colour: fern, frame: cream, w: 290, h: 450, pair: true }),
    sign(640, 226, fern, 'needle'),
    pot(380, ground + 40, moss),
    pot(900, ground + 40, '#6b8a2a'),
  ],
  'library-door': (random) => [
    place(morning, paving),
    stoneWall([0, 110, 1280, 670], stone, random),
    [110, 930].map((x) => window([x, 250, 240, 330], '#46566b', { arched: true })),
    rect(430, 230, 30, 550, '#e9dfcc'),
    rect(820, 230, 30, 550, '#e9dfcc'),
    roof(
      [
        [400, 232],
        [640, 130],
        [880, 232],
      ],
      '#e9dfcc',
    ),
    door({ colour: '#1c5b8f', w: 300, h: 430, steps: 0, glass: true, pair: true }),
    sign(640, 288, '#1c5b8f', 'book'),
    bench(120, 820, '#6b4a2e'),
  ],
  'old-chapel-door': (random) => [
    place(evening, paving),
    roof(
      [
        [150, 330],
        [640, 40],
        [1130, 330],
        [1130, 780],
        [150, 780],
      ],
      '#b8a98f',
    ),
    stoneWall([170, 330, 940, 450], '#c4b69c', random),
    circle(640, 210, 56, '#f9e2ae', 'stroke="#74376f" stroke-width="12"'),
    [250, 890].map((x) => window([x, 400, 140, 260], '#74376f', { arched: true })),
    door({ colour: '#74376f', w: 230, h: 420, top: 'round', steps: 2 }),
    tree(80, 800, 190, moss),
  ],
  'church-porch': (random) => [
    place(morning, '#b7bf8e'),
    stoneWall([0, 260, 1280, 520], '#bdb5a4', random),
    [120, 980].map((x) => window([x, 360, 150, 300], '#46566b', { arched: true, light: '#cfdbe4' })),
    roof(
      [
        [360, 330],
        [640, 90],
        [920, 330],
        [920, 780],
        [360, 780],
      ],
      '#a99f8c',
    ),
    stoneWall([390, 330, 500, 450], '#d0c7b4', random),
    door({ colour: '#5b3a28', frame: '#a99f8c', w: 270, h: 430, top: 'pointed', steps: 0 }),
    tree(150, 810, 230, '#3d5a2a'),
    path(`M520 ${ground}L440 960H840L760 ${ground}z`, '#d9cdb6', 'opacity=".6"'),
  ],
  'cafe-door': () => [
    place(evening, paving),
    plainWall([0, 100, 1280, 680], '#e6c7b0'),
    rect(130, 330, 400, 340, '#f9e2ae', 'stroke="#9a4a10" stroke-width="16"'),
    rect(910, 330, 260, 340, '#f9e2ae', 'stroke="#9a4a10" stroke-width="16"'),
    line('M330 330v340M1040 330v340', '#9a4a10', 10),
    Array.from({ length: 16 }, (_, at) => path(`M${90 + at * 70} 220h70v70a35 35 0 0 1-70 0z`, at % 2 ? '#fffdf9' : '#a8331d')),
    rect(80, 206, 1140, 20, '#9a4a10'),
    door({ x: 720, colour: '#9a4a10', w: 220, h: 420, steps: 0, glass: true }),
    sign(720, 150, '#9a4a10', 'cup'),
    [
      rect(290, 770, 20, 120, '#5b4632'),
      path('M180 770a120 22 0 0 1 240 0a120 22 0 0 1-240 0z', '#fffdf9'),
      path('M284 766v-40h32v40z', '#1c5b8f'),
      circle(300, 712, 20, '#f3ab3c'),
    ],
    pot(1080, ground + 50, moss),
  ],
  'red-shed-door': () => [
    place(morning, '#c8bb9b'),
    tree(1160, 800, 260, '#6b8a2a'),
    boardWall([180, 260, 900, 520], '#8a6a4a'),
    roof(
      [
        [120, 280],
        [300, 110],
        [980, 110],
        [1140, 280],
      ],
      '#5d6a6a',
    ),
    window([260, 400, 190, 170], cream),
    door({ x: 700, colour: '#a8331d', frame: '#6b4a2e', w: 260, h: 410, pair: true, steps: 0 }),
    sign(950, 430, '#a8331d', 'hammer'),
    rect(860, 800, 56, 26, '#b0654a'),
    line('M230 790l70-200M250 790l-10-190', '#5b4632', 12),
  ],
  'allotment-gate': () => [
    place(morning, '#a9b577'),
    [80, 260, 1010, 1180].map((x, at) => tree(x, 560, 120 + at * 12, at % 2 ? '#7f9a3c' : '#5f7d2c')),
    Array.from({ length: 5 }, (_, at) => line(`M${620 + at * 50} 660l40-210l40 210`, '#8a6a4a', 8)),
    Array.from({ length: 9 }, (_, at) => circle(640 + at * 32, 480 + (at % 3) * 62, 20, at % 2 ? '#5f7d2c' : '#7f9a3c')),
    Array.from({ length: 4 }, (_, at) => rect(420, 640 + at * 34, 480, 16, '#7a5a3a', 'opacity=".6"')),
    path('M0 500q120-60 260 0q90-40 190 0V780H0zM890 500q110-50 210 0q90-60 180 0V780H890z', '#4d6b12'),
    gate({ x: 450, w: 430, h: 300, colour: '#7a5a3a' }),
    sign(300, 620, '#4d6b12', 'sprout'),
    [path('M980 800h110l-14 90h-82z', '#5d7f8a'), line('M1090 820l60-40M1000 800q40-60 80 0', '#5d7f8a', 12)],
  ],
  'inn-door': () => [
    place(evening, '#bfb29b'),
    plainWall([0, 120, 1280, 660], cream),
    [rect(0, 120, 1280, 26, ink), [70, 500, 820, 1190].map((x) => rect(x, 120, 24, 660, ink)), rect(0, 330, 1280, 20, ink)],
    [150, 900].map((x) => window([x, 420, 230, 220], ink)),
    door({ x: 668, colour: '#2f5d3a', frame: ink, w: 220, h: 400, steps: 1 }),
    line('M500 210H330v40', ink, 12),
    sign(330, 300, '#1c5b8f', 'fish'),
    [circle(960, 370, 46, '#7f9a3c'), circle(930, 360, 16, '#a8331d'), circle(985, 380, 16, '#f3ab3c'), line('M960 340V240', ink, 5)],
    bench(150, 830, '#6b4a2e'),
  ],
  'school-gate': (random) => [
    place(morning, paving),
    brickWall([120, 230, 1040, 430], '#b9745a', random),
    roof(
      [
        [70, 240],
        [250, 110],
        [1030, 110],
        [1210, 240],
      ],
      '#5d6a78',
    ),
    [200, 400, 800, 1000].map((x) => window([x, 320, 120, 190], cream)),
    rect(590, 430, 110, 230, '#1c5b8f'),
    rect(0, 660, 1280, 120, '#b7bf8e'),
    path('M560 780L590 660h110L730 780z', '#d9cdb6'),
    Array.from({ length: 26 }, (_, at) => at)
      .filter((at) => at < 8 || at > 17)
      .map((at) => rect(at * 50 + 10, 500, 12, 290, '#46566b')),
    line('M0 530H410M890 530H1280', '#46566b', 12),
    gate({ x: 430, w: 440, h: 290, colour: '#d9a021' }),
    tree(90, 690, 130, '#6b8a2a'),
  ],
  'boathouse-door': () => [
    rect(0, 0, 1280, 960, evening),
    rect(0, 620, 1280, 340, '#8fb3bf'),
    Array.from({ length: 12 }, (_, at) =>
      line(`M${(at * 137) % 1200} ${660 + (at % 5) * 60}h${60 + (at % 3) * 30}`, '#fffdf9', 5, 'opacity=".45"'),
    ),
    path(`M0 ${ground}h1280v180H0z`, '#b9ad98'),
    boardWall([260, 250, 760, 530], '#3a3f3f'),
    roof(
      [
        [200, 280],
        [640, 70],
        [1080, 280],
      ],
      '#565c5a',
    ),
    door({ colour: '#e0a92a', frame: '#cfc3ae', w: 280, h: 420, pair: true, steps: 0 }),
    sign(640, 210, '#1c5b8f', 'fish'),
    path('M60 850q130 70 300 0l-40 60H110z', '#a8331d'),
    line('M1060 800l110-420M1110 800l60-420', '#8a6a4a', 12),
  ],
  'white-hall-yellow-doors': () => [
    place(morning, '#b7bf8e'),
    plainWall([60, 270, 1160, 510], '#f7f3ea'),
    roof(
      [
        [20, 280],
        [160, 130],
        [1120, 130],
        [1260, 280],
      ],
      '#6d7681',
    ),
    [150, 900, 1060].map((x) => window([x, 380, 120, 190], fern)),
    door({ x: 640, colour: '#e0a92a', frame: fern, w: 280, h: 410, pair: true, steps: 1 }),
    ramp(220, ground - 10, 260, fern),
    sign(640, 300, fern, 'hands'),
    pot(1010, ground + 50, moss),
  ],
  'zinc-hall-blue-doors': () => [
    place(evening, '#b7bf8e'),
    path('M0 560q200-160 420-80t430-60t430 60V780H0z', '#93a86a'),
    boardWall([170, 330, 940, 450], '#9fb0a8'),
    roof(
      [
        [110, 350],
        [220, 190],
        [1060, 190],
        [1170, 350],
      ],
      '#c3cbcc',
    ),
    line('M250 200V340M350 200V340M450 200V340M550 200V340M650 200V340M750 200V340M850 200V340M950 200V340M1050 200V340', '#8d999b', 4),
    [250, 830].map((x) => window([x, 440, 130, 160], cream)),
    door({ colour: '#1c5b8f', frame: cream, w: 280, h: 390, pair: true, steps: 0 }),
    ramp(250, ground + 4, 220, '#46566b'),
    sign(1035, 480, '#1c5b8f', 'note'),
  ],
  'mosque-blue-door': (random) => [
    place(morning, paving),
    path('M520 200a120 120 0 0 1 240 0z', '#1c5b8f'),
    line('M640 82V40', '#f3ab3c', 7),
    path('M652 22a18 18 0 1 0 0 26a22 22 0 0 1 0-26z', '#f3ab3c'),
    brickWall([60, 200, 1160, 580], '#c99a7c', random),
    Array.from({ length: 29 }, (_, at) => rect(60 + at * 40, 214, 34, 34, at % 2 ? '#1c5b8f' : '#8fc3ee')),
    [160, 960].map((x) => window([x, 350, 160, 260], cream, { arched: true })),
    door({ colour: '#1c5b8f', frame: '#8fc3ee', w: 250, h: 440, top: 'round', pair: true, steps: 0 }),
    [0, 1, 2].map((at) => [
      rect(880, 700 + at * 26, 180, 8, '#6b4a2e'),
      rect(900, 686 + at * 26, 40, 14, ink),
      rect(990, 686 + at * 26, 40, 14, '#9a4a10'),
    ]),
    pot(400, ground + 40, moss),
  ],
  'orange-door': (random) => [
    place(evening, paving),
    brickWall([0, 90, 1280, 690], '#a86a52', random),
    [140, 900].map((x) => window([x, 330, 220, 280], cream)),
    rect(470, 270, 340, 30, cream),
    door({ colour: '#d9711f', frame: cream, w: 240, h: 450, steps: 0, open: 0.7 }),
    sign(640, 190, '#d9711f', 'hands'),
    [path('M690 800h36v44h54q14 0 14 22v8H690z', '#3f3428'), rect(690, 868, 104, 10, ink)],
    pot(390, ground + 50, '#6b8a2a'),
  ],
};

export const draw = (name, random) => sheet(scenes[name](random));
