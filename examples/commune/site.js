/* The sample site's own script: links to the same procedure, search or dossier on another page. */
const links = document.querySelectorAll('a.language, a.same');
for (const link of links) {
  const follow = () => {
    link.search = location.search;
    link.hash = location.hash;
  };
  for (const type of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(type, follow);
}
