import { CHOICES, HELP, NOT_ASKED, PURPOSES } from '../configurator/help.mjs';
import { ELEMENTS } from '../wordpress/labels.mjs';

/*
 * What editors say in Vietnamese before the words of the manifest. Of elements and attributes they say what the configurator
 * says; the rest is here. A thing that means something else on one element is named with it: `form-steps.heading`.
 */

const EVENTS = {
  'dvc-data-deleted': 'Khi người xem đã cho xóa hết những gì trang giữ trên máy.',
  'dvc-dossier-acted': 'Khi hệ thống tiếp nhận đã làm điều người dân yêu cầu với hồ sơ.',
  'dvc-dossier-found': 'Khi người dân hỏi một hồ sơ và tìm thấy.',
  'dvc-form-submitted': 'Khi hệ thống tiếp nhận đã trả giấy biên nhận.',
  'dvc-procedure-apply': 'Khi người dân bấm nộp hồ sơ; chặn lại được để trang của bạn tự làm.',
  'dvc-procedure-open': 'Khi người dân mở một thủ tục; chặn lại được để trang của bạn tự hiện.',
  'dvc-step-change': 'Khi người dân sang bước khác của tờ khai.',
};

const SLOTS = {
  '': 'Nội dung hiện ra khi phần tử chưa chạy hoặc bị chặn. Hãy luôn để một liên kết ở đây.',
  'portal.': 'Phần nào của trang cũng được: mọi phần tử bên trong dùng chung khai báo này.',
  'not-found': 'Chỉ dẫn thêm khi tìm không thấy thủ tục nào.',
};

const PARTS = {
  paper: 'Mỗi tờ giấy, như khi in ra.',
  actions: 'Các nút đi tiếp, quay lại, in.',
  apply: 'Liên kết nộp hồ sơ.',
  badge: 'Cái nhãn.',
  base: 'Khung ngoài cùng.',
  chart: 'Các cột của biểu đồ.',
  contacts: 'Các máy chủ mà phần tử liên lạc.',
  explanation: 'Bảng giải thích mức độ.',
  filters: 'Các bộ lọc.',
  findings: 'Một danh sách những điều tìm thấy.',
  followed: 'Các hồ sơ đang theo dõi trên máy này.',
  form: 'Hai ô để hỏi một hồ sơ.',
  heading: 'Phần đầu: tên thủ tục.',
  history: 'Những việc đã làm với hồ sơ.',
  kept: 'Những gì đang nằm trên máy này.',
  level: 'Thẻ của một mức độ.',
  message: 'Tin nhắn để chuyển cho nơi cho thuê máy chủ.',
  more: 'Những việc khác làm được với hồ sơ.',
  now: 'Một việc cần làm lúc này.',
  others: 'Các máy chủ mà chính trang này liên lạc.',
  progress: 'Đang ở bước mấy trên mấy bước.',
  provenance: 'Thông tin lấy từ đâu.',
  reckoning: 'Ngày hẹn được tính ra thế nào.',
  result: 'Một dòng kết quả.',
  search: 'Ô tìm và nhãn của ô.',
  section: 'Từng mục ở dưới phần tóm tắt.',
  state: 'Cho biết những gì đã gõ được giữ, đang chờ mạng, hay đã tới nơi.',
  step: 'Bước đang hiện.',
  steps: 'Các bước đã qua, đang ở và sắp tới.',
  summary: 'Giấy tờ, phí, thời gian, nơi nộp và mức độ trong một khung.',
  'status-tracker.summary': 'Hồ sơ ở đâu, ai giữ, đến bao giờ, và cần làm gì.',
  table: 'Một bảng số liệu.',
  trouble: 'Phần hiện ra khi không hiện được tờ hướng dẫn.',
};

const CUSTOM_PROPERTIES = {
  '--dvc-accent': 'Màu của liên kết, nút, phần được chọn.',
  '--dvc-accent-hover': 'Màu ấy khi con trỏ ở trên.',
  '--dvc-accent-soft': 'Nền của phần được chọn hoặc đang trỏ vào.',
  '--dvc-color-scheme': 'Kiểu của các ô, nút do trình duyệt vẽ: sáng (light) hay tối (dark).',
  '--dvc-danger': 'Chữ báo trục trặc.',
  '--dvc-danger-soft': 'Nền báo trục trặc.',
  '--dvc-focus': 'Viền quanh chỗ bàn phím đang đứng.',
  '--dvc-font': 'Kiểu chữ, lấy kiểu đầu tiên có trên máy. Chọn kiểu có đủ chữ tiếng Việt.',
  '--dvc-font-size': 'Cỡ chữ; không đặt thì theo cỡ người xem đã chọn trong trình duyệt.',
  '--dvc-level-full': 'Chữ của mức toàn trình.',
  '--dvc-level-full-soft': 'Nền của mức toàn trình.',
  '--dvc-level-information': 'Chữ của mức chỉ có thông tin.',
  '--dvc-level-information-soft': 'Nền của mức chỉ có thông tin.',
  '--dvc-level-partial': 'Chữ của mức một phần.',
  '--dvc-level-partial-soft': 'Nền của mức một phần.',
  '--dvc-level-unknown': 'Chữ của mức chưa công bố.',
  '--dvc-level-unknown-soft': 'Nền của mức chưa công bố.',
  '--dvc-line': 'Đường kẻ có ý nghĩa: viền ô, viền khung.',
  '--dvc-line-quiet': 'Đường kẻ chỉ để ngăn.',
  '--dvc-mark': 'Nền của chữ khớp với từ tìm.',
  '--dvc-on-accent': 'Chữ nằm trên màu của nút.',
  '--dvc-on-mark': 'Chữ khớp với từ tìm.',
  '--dvc-radius': 'Độ tròn của góc.',
  '--dvc-reserve': 'Chỗ mà dvc.css giữ sẵn cho tới khi phần tử hiện ra.',
  '--dvc-surface': 'Nền của phần tử.',
  '--dvc-surface-raised': 'Nền của phần tách riêng, như khung tóm tắt, đầu bảng.',
  '--dvc-text': 'Màu chữ.',
  '--dvc-text-quiet': 'Màu chữ phụ: ghi chú, nguồn, ngày tháng.',
};

/** Of each kind of thing in the manifest, the words by name. */
const WORDS = {
  attributes: { ...HELP, ...NOT_ASKED },
  events: EVENTS,
  slots: SLOTS,
  cssParts: PARTS,
  cssProperties: CUSTOM_PROPERTIES,
};

const elementName = ({ tagName }) => tagName.replace(/^dvc-/u, '');
const keyOf = (words, element, name) => (`${element}.${name}` in words ? `${element}.${name}` : name);

/** What a value of an attribute means, where it is one of few. */
export const valueInVietnamese = (attribute, value) => CHOICES[attribute]?.[value];

/** Things of the manifest without words in Vietnamese, and words of what is not there. */
export function wordFaults(elements) {
  const faults = [];
  const used = new Set();
  for (const element of elements)
    for (const kind of Object.keys(WORDS))
      for (const { name } of element[kind] ?? []) {
        const key = keyOf(WORDS[kind], elementName(element), name);
        used.add(`${kind} ${key}`);
        if (!WORDS[kind][key])
          faults.push(
            `<${element.tagName}>: ${name || 'the slot'} of its ${kind} has no words in Vietnamese`,
          );
      }
  // Words of attributes are looked after where they stand.
  for (const [kind, words] of Object.entries(WORDS).filter(([name]) => name !== 'attributes'))
    for (const key of Object.keys(words))
      if (!used.has(`${kind} ${key}`)) faults.push(`${key} of ${kind} is explained and is not there`);
  return faults;
}

/** Two paragraphs; what editors show in a list stays in its line. */
const both = (words, description, kind) =>
  `${words}${kind && kind !== 'attributes' ? ' / ' : '\n\n'}${description}`;

/** A manifest whose descriptions are in Vietnamese, then in English. */
export function inBothLanguages(manifest) {
  const declarationInBoth = (declaration) => {
    const element = elementName(declaration);
    const attributeOf = Object.fromEntries(
      (declaration.attributes ?? []).map(({ name, fieldName }) => [fieldName, name]),
    );
    const described = (kind, items = [], nameOf = ({ name }) => name) =>
      items.map((item) => {
        const words = WORDS[kind][keyOf(WORDS[kind], element, nameOf(item))];
        return words ? { ...item, description: both(words, item.description, kind) } : item;
      });
    return {
      ...declaration,
      description: both(`**${ELEMENTS[element]}.** ${PURPOSES[element]}`, declaration.description),
      ...Object.fromEntries(Object.keys(WORDS).map((kind) => [kind, described(kind, declaration[kind])])),
      members: described('attributes', declaration.members, ({ name }) => attributeOf[name]),
    };
  };
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({
      ...module,
      declarations: module.declarations.map(declarationInBoth),
    })),
  };
}
