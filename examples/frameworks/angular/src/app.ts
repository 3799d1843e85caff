import {
  afterNextRender,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import type { ProcedureLookup, ProcedureOpenEvent } from 'dvc-widgets';

@Component({
  selector: 'app-root',
  // Lets templates have tags and properties that Angular does not know.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <header>
      <h1>Thủ tục của Xã Mẫu</h1>
      <label>
        Ngôn ngữ
        <select #choice (change)="language.set(choice.value)">
          <option value="vi">Tiếng Việt</option>
          <option value="en">English</option>
        </select>
      </label>
    </header>
    <dvc-portal catalog="data/catalog.json" levels="data/levels.illustration.json">
      <div [hidden]="code() !== undefined">
        <p class="bar">
          Hay tìm:
          @for (topic of topics; track topic) {
            <button type="button" (click)="query.set(topic)">{{ topic }}</button>
          }
        </p>
        <dvc-procedure-lookup
          #lookup
          [query]="query()"
          [lang]="language()"
          (dvc-procedure-open)="open($event)"
        >
          <a href="https://dichvucong.gov.vn">Tìm trên Cổng Dịch vụ công quốc gia</a>
        </dvc-procedure-lookup>
      </div>
      @if (code() !== undefined) {
        <section aria-label="Thủ tục đang xem">
          <p class="bar">
            <button #back type="button" (click)="leave()">Về danh sách</button>
            <span
              >Thủ tục đang xem: <strong>{{ code() }}</strong></span
            >
          </p>
          <dvc-procedure-detail
            [code]="code()"
            [lang]="language()"
            (dvc-procedure-open)="code.set($event.code)"
          />
        </section>
      }
    </dvc-portal>
  `,
})
export class App {
  protected readonly topics = ['Khai sinh', 'Kết hôn'];
  protected readonly language = signal('vi');
  protected readonly query = signal<ProcedureLookup['query']>('');
  /** The procedure that is shown; without one, the list. */
  protected readonly code = signal<string | undefined>(undefined);

  readonly #injector = inject(Injector);
  private readonly lookup = viewChild.required<ElementRef<ProcedureLookup>>('lookup');
  private readonly back = viewChild<ElementRef<HTMLButtonElement>>('back');

  protected open(event: ProcedureOpenEvent): void {
    // The search opens a sheet in its own place, unless the page says that it shows it itself.
    event.preventDefault();
    this.code.set(event.code);
    this.#onceShown(() => this.back()?.nativeElement.focus());
  }

  protected leave(): void {
    this.code.set(undefined);
    this.#onceShown(() => this.lookup().nativeElement.focus());
  }

  /** Only what is shown takes the focus. */
  #onceShown(act: () => void): void {
    afterNextRender(act, { injector: this.#injector });
  }
}
