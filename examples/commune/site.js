/* The sample site's own script: the link to the other language leads to the same procedure, search or dossier. */
const link = document.querySelector('a.language');
const follow = () => {
  link.search = location.search;
  link.hash = location.hash;
};
for (const type of ['pointerenter', 'pointerdown', 'focus', 'click']) link?.addEventListener(type, follow);
