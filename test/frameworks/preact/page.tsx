import type {} from 'dvc-widgets/frameworks/preact.js';
import type { ProcedureLookup } from 'dvc-widgets/elements/procedure-lookup.js';
import { createRef } from 'preact';

const lookup = createRef<ProcedureLookup>();

export const right = (
  <dvc-portal theme="auto" catalog="/data/catalog.json" device="shared" lang="vi">
    <dvc-procedure-lookup
      ref={lookup}
      class="wide"
      detail-url="/chi-tiet.html?ma={code}"
      heading-level="3"
      syncAddress
      style={{ '--dvc-accent': '#7a1f1f' }}
      ondvc-procedure-open={(event) => {
        event.preventDefault();
        location.assign(`/chi-tiet.html?ma=${event.code}&from=${event.from satisfies 'result' | string}`);
      }}
    >
      <a href="/thu-tuc">Danh sách thủ tục</a>
      <p slot="not-found">Hỏi một cửa</p>
    </dvc-procedure-lookup>
    <dvc-level-badge level="4" plain />
    <dvc-form-steps code="1.004194" destination="gateway" idle-minutes={5} portalFileMb={10} />
  </dvc-portal>
);

export const wrong = [
  // @ts-expect-error no such theme
  <dvc-portal theme="pink" />,
  // @ts-expect-error no such destination
  <dvc-form-steps destination="post" />,
  // @ts-expect-error a number is meant
  <dvc-procedure-lookup heading-level="two" />,
  // @ts-expect-error a property takes what the class takes
  <dvc-level-badge plain="yes" />,
  // @ts-expect-error no such attribute
  <dvc-level-badge colour="red" />,
  // @ts-expect-error the event has a code, no name
  <dvc-procedure-lookup ondvc-procedure-open={(event) => event.name} />,
  // @ts-expect-error no such element
  <dvc-procedure-list />,
];
