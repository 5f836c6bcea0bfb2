/** People walk 80 m a minute, as the crow flies. */
export const metresAMinute = 80;

/** How far people may say they would walk, in metres: 5, 10, 15, 20 and 30 minutes. */
export const walkSteps: readonly number[] = [5, 10, 15, 20, 30].map((minutes) => minutes * metresAMinute);
