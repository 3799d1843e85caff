/* What SharePoint has on each page, and a web part that shows an element. */
window._spBodyOnLoadFunctionNames = ['showProcedures'];

window.showProcedures = () => {
  const part = document.getElementById('WebPartWPQ2');
  const element = document.createElement('dvc-procedure-lookup');
  element.append(...part.childNodes);
  part.append(element);
};

window.addEventListener('load', () => {
  for (const name of window._spBodyOnLoadFunctionNames) window[name]();
});
