import type {} from 'dvc-widgets/frameworks/solid.js';

export const right = (
  <dvc-portal theme="auto" prop:catalog="/data/catalog.json" device="shared" lang="vi">
    <dvc-procedure-lookup
      class="wide"
      attr:detail-url="/chi-tiet.html?ma={code}"
      heading-level="3"
      prop:syncAddress
      style={{ '--dvc-accent': '#7a1f1f' }}
      on:dvc-procedure-open={(event) => {
        event.preventDefault();
        location.assign(`/chi-tiet.html?ma=${event.code}`);
      }}
    >
      <a href="/thu-tuc">Danh sách thủ tục</a>
    </dvc-procedure-lookup>
    <dvc-level-badge level="4" plain />
    <dvc-form-steps code="1.004194" destination="gateway" attr:idle-minutes={5} portalFileMb={10} />
  </dvc-portal>
);

export const wrong = [
  // @ts-expect-error no such theme
  <dvc-portal theme="pink" />,
  // @ts-expect-error no such destination
  <dvc-form-steps prop:destination="post" />,
  // @ts-expect-error a number is meant
  <dvc-procedure-lookup attr:heading-level="two" />,
  // @ts-expect-error no such property
  <dvc-level-badge colour="red" />,
  // @ts-expect-error the event has a code, no name
  <dvc-procedure-lookup on:dvc-procedure-open={(event) => event.name} />,
  // @ts-expect-error no such element
  <dvc-procedure-list />,
];
