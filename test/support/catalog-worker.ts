import { askCatalog, type CatalogQuestions } from './ask-catalog.js';

/* Answers in a worker. What goes wrong is left to go wrong: it reaches the page as an error. */
addEventListener('message', ({ data }: MessageEvent<CatalogQuestions>) => {
  void askCatalog(data).then(
    (answers) => {
      postMessage(answers);
    },
    (error: unknown) => {
      postMessage(String(error));
    },
  );
});
