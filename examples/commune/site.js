/* The sample site's own script: links to the same procedure, or the same search, on another page. */
const links = document.querySelectorAll('a.language, a.same');
for (const link of links) {
  const follow = () => {
    link.search = location.search;
  };
  for (const type of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(type, follow);
}
