export { DataJourney } from './data-journey/data-journey.element.js';
export * from './core.js';
