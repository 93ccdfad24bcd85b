// Invented articles for the mock server. Provinces and document numbers are
// real, everything told about them is made up.

const PLACES = [
  ['Quảng Trị', 'Quảng Trị'], ['Quảng Bình', 'Quảng Trị'],
  ['Hà Giang', 'Tuyên Quang'], ['Cà Mau', 'Cà Mau'], ['Bạc Liêu', 'Cà Mau'],
  ['Nghệ An', 'Nghệ An'], ['Lào Cai', 'Lào Cai'], ['Yên Bái', 'Lào Cai'],
  ['Đắk Lắk', 'Đắk Lắk'], ['Phú Yên', 'Đắk Lắk'], ['Hải Dương', 'Hải Phòng'],
  ['Thái Bình', 'Hưng Yên'], ['Kon Tum', 'Quảng Ngãi'],
];

const TOPICS = [
  'bảo vệ nền tảng tư tưởng của Đảng', 'học tập và làm theo Bác',
  'kiểm tra, giám sát đảng viên', 'phát triển đảng viên mới',
  'sinh hoạt chi bộ theo chuyên đề', 'chuyển đổi số trong công tác Đảng',
];

const UNITS = [
  ['Tỉnh ủy', 'tinh', 'cap-uy'], ['Ban Tuyên giáo Tỉnh ủy', 'tinh', 'ban-dang'],
  ['Đảng bộ Sở Nội vụ tỉnh', 'co-so', 'dang-bo'],
  ['Chi bộ Trường Chính trị tỉnh', 'co-so', 'chi-bo'],
];

const RESOLUTIONS = ['35-NQ/TW:2018', '05-CT/TW:2016', '21-NQ/TW:2022',
  'NQĐH-XIII', '99-NQ/TW'];

/**
 * Reads text with facts marked in it: "[[facet=value|rule|certainty|words]]"
 * stands for `words`, which prove the value. Offsets count code points.
 */
class ArticleText {
  text = '';
  blocks = [];
  evidence = {};

  #length = 0;

  /**
   * @param {string} role
   * @param {string} marked
   */
  add(role, marked) {
    if (this.text !== '') this.#append('\n\n');
    const begin = this.#length;
    for (const part of marked.split(/(\[\[.*?\]\])/s)) {
      const match = /^\[\[(\w+)=(.*?)\|(.*?)\|(.*?)\|(.*)\]\]$/s.exec(part);
      if (!match) {
        this.#append(part);
        continue;
      }
      const [, facet, value, rule, certainty, words] = match;
      const from = this.#length;
      this.#append(words);
      this.prove(facet, value, {
        kind: 'text', start: from, end: this.#length, rule, certainty,
      });
    }
    this.blocks.push({ role, start: begin, end: this.#length });
    return this;
  }

  /**
   * @param {string} facet
   * @param {string} value
   * @param {object} proof
   * @param {object} more  Fields of the value: role, level, kind.
   */
  prove(facet, value, proof, more = {}) {
    const values = this.evidence[facet] ??= [];
    let entry = values.find((one) => one.value === value);
    if (!entry) {
      entry = { value, role: values.length === 0 ? 'principal' : 'mentioned',
        ...more, evidence: [] };
      values.push(entry);
    }
    entry.evidence.push({ detail: '', ...proof });
    return this;
  }

  #append(text) {
    this.text += text;
    this.#length += [...text].length;
  }
}

/** @param {number} index */
function makeArticle(index) {
  const [place, placeNow] = PLACES[(index * 7) % PLACES.length];
  const topic = TOPICS[index % TOPICS.length];
  const [unitHead, level, kind] = UNITS[(index * 5) % UNITS.length];
  const unit = `${unitHead} ${place}`;
  const year = 2016 + ((index * 3) % 11);
  const month = String(1 + (index % 12)).padStart(2, '0');
  const day = String(1 + (index % 28)).padStart(2, '0');
  const hasPlace = index % 11 !== 0;
  const hasYear = index % 13 !== 5;
  const resolution = index % 3 === 0
    ? RESOLUTIONS[(index / 3) % RESOLUTIONS.length] : null;
  const host = `bao${index % 4}.example.vn`;
  const title = `${unit} đẩy mạnh ${topic} (${index})`;
  const text = new ArticleText()
    .add('identity', hasPlace
      ? `CỔNG THÔNG TIN ĐIỆN TỬ [[province=${place}|province.footer|medium|`
        + `TỈNH ${place.toUpperCase()}]]` : 'CỔNG THÔNG TIN ĐIỆN TỬ')
    .add('chrome', 'Trang chủ | Tin tức | Văn bản\nTin đọc nhiều\nThời tiết')
    .add('title', `[[unit=${unit}|unit.title|high|${unit}]] đẩy mạnh ${topic} `
      + `(${index})`);
  if (hasYear) {
    text.add('stamp', `Cập nhật: [[published=${year}-${month}-${day}|`
      + `published.stamp|high|${day}/${month}/${year}]]`);
    text.prove('year', String(year), {
      kind: 'derived', rule: 'year.published', certainty: 'high',
      detail: 'published',
    });
  }
  text.add('lead', `📌 Sáng nay, ${hasPlace
    ? `[[province=${place}|province.frame-a|high|tỉnh ${place}]]` : 'đơn vị'} `
    + `mở hội nghị về ${topic}.`);
  text.add('body', `Hội nghị nghe báo cáo kết quả ${topic} trong sáu tháng. `
    + `${resolution ? `Việc thực hiện [[resolution=${resolution}|`
      + `resolution.symbol|high|văn bản ${resolution.split(':')[0]}]] được nêu `
      + 'rõ. ' : ''}Các ý kiến tập trung vào việc nêu gương của cán bộ.\n`
    + 'Mỗi chi bộ chọn một việc khó để làm trước, có người chịu trách nhiệm '
    + 'và có ngày hoàn thành.\n'
    + 'Kết luận hội nghị yêu cầu báo cáo kết quả trước ngày cuối quý. '.repeat(6));
  text.add('caption', 'Ảnh: quang cảnh hội nghị.');
  text.add('chrome', 'Các tin khác\nLượt truy cập: 12.345');
  if (hasPlace) {
    text.prove('province_now', placeNow, {
      kind: 'derived', rule: 'province_now.successor', certainty: 'high',
      detail: `province ${place}`,
    });
  }
  text.prove('host', host, {
    kind: 'url', rule: 'host.url', certainty: 'high', detail: host,
  });
  text.evidence.unit[0] = { ...text.evidence.unit[0], level, kind };
  return {
    id: `a${String(index).padStart(4, '0')}`,
    source: `mau/bai-${index}.html`,
    url: index % 5 === 4 ? null : `https://${host}/bai/${index}`,
    host,
    title,
    ...text,
    published: hasYear ? `${year}-${month}-${day}` : null,
    event_date: null,
    year: hasYear ? year : null,
    provinces: hasPlace ? [place] : [],
    provinces_now: hasPlace ? [placeNow] : [],
    units: [unit],
    unit_level: level,
    resolutions: resolution ? [resolution] : [],
  };
}

/** What a hostile page would put wherever text can stand. */
export const HOSTILE = '<img src=x onerror="window.hacked=1">'
  + '<script>window.hacked=1</script>"\'>';

function makeHostileArticle() {
  const text = new ArticleText()
    .add('title', `xss ${HOSTILE}`)
    .add('chrome', HOSTILE)
    .add('body', `xss [[province=${HOSTILE.replaceAll('|', '')}|${HOSTILE}|`
      + `${HOSTILE}|${HOSTILE}]] ${HOSTILE}`);
  text.prove('host', HOSTILE, { kind: 'url', detail: HOSTILE, rule: HOSTILE });
  text.prove('unit', HOSTILE, {
    kind: 'record', detail: HOSTILE, rule: HOSTILE,
  }, { role: HOSTILE, level: HOSTILE });
  return {
    id: 'hostile/..?x=<b>', source: HOSTILE,
    url: 'javascript:window.hacked=1', host: HOSTILE, title: `xss ${HOSTILE}`,
    ...text, published: HOSTILE, event_date: null, year: null,
    provinces: [HOSTILE], provinces_now: [HOSTILE], units: [HOSTILE],
    unit_level: HOSTILE, resolutions: [HOSTILE],
  };
}

/** All articles; the hostile one is found by "xss" only. */
export const ARTICLES = [
  ...Array.from({ length: 132 }, (_, index) => makeArticle(index)),
  makeHostileArticle(),
];
