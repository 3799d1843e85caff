/** Whether the page's address asks for the doctor: `?dvc-doctor`. */
export const isDoctorAsked = (): boolean => /[?&]dvc-doctor(?:[=&]|$)/u.test(location.search);

/**
 * Puts the doctor at the top of a page whose address asks for it.
 * @param tag that the doctor has on this page
 */
export function startDoctor(tag: string): void {
  if (!isDoctorAsked()) return;
  const put = () => {
    if (!document.querySelector(tag)) document.body.prepend(document.createElement(tag));
  };
  // A script in the head that does not wait for the page comes before its body.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', put);
  else put();
}
