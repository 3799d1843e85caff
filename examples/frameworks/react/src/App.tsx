import type { ProcedureLookup } from 'dvc-widgets';
// Types of the tags in JSX.
import type {} from 'dvc-widgets/frameworks/react.js';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const TOPICS = ['Khai sinh', 'Kết hôn'];

export function App() {
  const [language, setLanguage] = useState('vi');
  const [query, setQuery] = useState('');
  /** The procedure that is shown; without one, the list. */
  const [code, setCode] = useState<string>();
  const lookup = useRef<ProcedureLookup>(null);

  const back = () => {
    // Only what is shown takes the focus.
    flushSync(() => setCode(undefined));
    lookup.current?.focus();
  };

  return (
    <>
      <header>
        <h1>Thủ tục của Xã Mẫu</h1>
        <label>
          Ngôn ngữ{' '}
          <select value={language} onChange={(event) => setLanguage(event.target.value)}>
            <option value="vi">Tiếng Việt</option>
            <option value="en">English</option>
          </select>
        </label>
      </header>
      <dvc-portal catalog="data/catalog.json" levels="data/levels.illustration.json">
        <div hidden={code !== undefined}>
          <p className="bar">
            Hay tìm:
            {TOPICS.map((topic) => (
              <button type="button" key={topic} onClick={() => setQuery(topic)}>
                {topic}
              </button>
            ))}
          </p>
          <dvc-procedure-lookup
            ref={lookup}
            query={query}
            lang={language}
            ondvc-procedure-open={(event) => {
              // The search opens a sheet in its own place, unless the page says that it shows it itself.
              event.preventDefault();
              setCode(event.code);
            }}
          >
            <a href="https://dichvucong.gov.vn">Tìm trên Cổng Dịch vụ công quốc gia</a>
          </dvc-procedure-lookup>
        </div>
        {code !== undefined && (
          <section aria-label="Thủ tục đang xem">
            <p className="bar">
              <button type="button" autoFocus onClick={back}>
                Về danh sách
              </button>
              <span>
                Thủ tục đang xem: <strong>{code}</strong>
              </span>
            </p>
            <dvc-procedure-detail
              code={code}
              lang={language}
              ondvc-procedure-open={(event) => setCode(event.code)}
            />
          </section>
        )}
      </dvc-portal>
    </>
  );
}
