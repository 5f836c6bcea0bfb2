/**
 * The step in the history on which the map fills a phone's screen: Back shuts the map, as everything else that covers a phone, and leaves
 * the page where it was.
 */
export const isMapStep = (): boolean => history.state?.map === true;

export const takeMapStep = (): void => history.pushState({ map: true }, '');
