interface Place {
  lat: number;
  lng: number;
}

const asidePixels = 27;

/** How far aside each dot stands, in pixels, so that those at one door can all be seen and pressed. */
export function sideBySide(places: Place[]): number[] {
  const doors = places.map(doorOf);
  return doors.map((door, i) => {
    const before = doors.slice(0, i).filter((each) => each === door).length;
    const all = doors.filter((each) => each === door).length;
    return (before - (all - 1) / 2) * asidePixels;
  });
}

/** Four digits are ten metres. */
const doorOf = ({ lat, lng }: Place) => `${lat.toFixed(4)},${lng.toFixed(4)}`;
