"""A set of near-duplicates whose truth is known: reports, their copies on
other portals, and reports that are alike and are not copies. All is invented
or made of the invented articles of corpus/; a seed makes the same set again.

Copies (every combination of these edits):
  header  another title, another first line, a signature at the end
  words   every twentieth word replaced, left out or joined by another one,
          names and numbers among them
  marks   written without marks
  chrome  an HTML page with menus, lists of other articles and a footer

Alike, but no copies:
  formulas  meetings of other bodies, reported in the same sentences
  places    the same report of the same day, of another commune: its name, who
            presided and how many came are all that differs
  weeks     the weekly report of the same body, of the next week
"""

import html
import itertools
import random
import unicodedata

EDITS = ("header", "words", "marks", "chrome")
COMBINATIONS = [combination for size in range(1, len(EDITS) + 1)
                for combination in itertools.combinations(EDITS, size)]

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lữ Mạc".split()
MIDDLE = "Văn Thị Đức Minh Quang Hồng Thanh Xuân Ngọc Hữu".split()
GIVEN = ("An Bình Cường Dũng Giang Hà Hải Hiền Hòa Hùng Khánh Lan Lâm Linh "
         "Mai Nam Nga Phong Phúc Quân Sơn Tâm Thảo Thủy Trung Tuấn Vinh Yến"
         ).split()
FIRST = ("Hải Triệu Vĩnh Cam Gio Hướng Phong Tân Bình Đông Nghĩa Thạch Xuân "
         "Yên Quảng Thanh Kim Long Phú Mỹ Sơn Lạc").split()
SECOND = ("Lăng Phong Linh Lộ Hóa Điền Thành Thủy Hưng Lâm Trạch Sơn Giang Khê "
          "Thọ Hòa Lợi An Tiến Thịnh Đức Minh").split()
BODIES = ("Đảng ủy xã", "Đảng bộ xã", "Chi bộ Trường Tiểu học",
          "Hội Nông dân xã", "Đoàn Thanh niên xã", "Ban Tuyên giáo Huyện ủy")
THEMES = ("tăng cường bảo vệ nền tảng tư tưởng của Đảng",
          "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
          "nâng cao năng lực lãnh đạo của tổ chức cơ sở đảng",
          "phát huy vai trò nêu gương của cán bộ, đảng viên")

# What every report of the kind says.
FORMULAS = (
    "Hội nghị được tổ chức nhằm giúp cán bộ, đảng viên nắm vững những nội dung "
    "cơ bản, cốt lõi của nghị quyết, từ đó thống nhất nhận thức và hành động "
    "trong quá trình tổ chức thực hiện.",
    "Các đại biểu đã tập trung thảo luận, làm rõ những kết quả đạt được, chỉ ra "
    "hạn chế, khuyết điểm và nguyên nhân, đồng thời đề xuất nhiều giải pháp "
    "thiết thực, phù hợp với tình hình của địa phương, đơn vị.",
    "Công tác tuyên truyền được đổi mới cả về nội dung và hình thức, gắn với "
    "phong trào thi đua yêu nước và việc thực hiện nhiệm vụ chính trị được giao.",
    "Thời gian tới, cấp ủy các cấp tiếp tục quán triệt sâu sắc, triển khai đồng "
    "bộ các nhiệm vụ, giải pháp; chủ động đấu tranh, phản bác các quan điểm sai "
    "trái, thù địch trên không gian mạng.",
    "Mỗi cán bộ, đảng viên cần nêu cao tinh thần trách nhiệm, gương mẫu trong "
    "lời nói và việc làm, giữ mối liên hệ mật thiết với nhân dân.",
    "Kết thúc hội nghị, các đại biểu biểu quyết thông qua chương trình hành "
    "động với sự thống nhất cao và giao cho các chi bộ trực thuộc cụ thể hóa "
    "thành kế hoạch của mình.",
    "Việc kiểm tra, giám sát được duy trì thường xuyên, kịp thời biểu dương "
    "những tập thể, cá nhân có cách làm hay và chấn chỉnh nơi còn chậm.")

# What only this one says. Slots are filled anew for each meeting.
OWN = (
    "Tham dự có {number} đại biểu, trong đó {few} đồng chí là bí thư chi bộ; "
    "đồng chí {person}, bí thư cấp ủy, chủ trì.",
    "Báo cáo viên {person} dành trọn buổi sáng cho những câu hỏi của đảng viên "
    "ở thôn {place} về chuyện đất đai, đường sá và nước sạch.",
    "Ông {person}, {few} năm tuổi đảng, kể lại lần vận động {number} hộ ở {place} "
    "hiến đất mở con đường ra bến đò cũ.",
    "Chị {person} phụ trách trang mạng của {place} cho biết mỗi tháng nhóm viết "
    "{few} bài và trả lời chừng {number} bình luận của bà con.",
    "Trong {few} tháng, các tổ đã đến {number} nhà, ghi lại từng kiến nghị vào "
    "cuốn sổ bìa xanh đặt ở nhà văn hóa thôn {place}.",
    "Quỹ khuyến học mang tên {person} trao {number} suất quà cho học sinh khó "
    "khăn của {place}, nhiều hơn năm trước {few} suất.")

WEEKLY = (
    "Trong tuần {week}, từ ngày {from_day}/{month} đến ngày {to_day}/{month}, "
    "{body} tổ chức {few} cuộc sinh hoạt với {number} lượt đảng viên tham gia.",
    "Các chi bộ kết nạp {small} đảng viên mới, chuyển sinh hoạt cho {small2} "
    "đồng chí và thu đảng phí {money} đồng.",
    "Tổ công tác đăng {number2} tin, bài, nhận {few2} ý kiến của nhân dân và trả "
    "lời được {small3} ý kiến.")

# What menus, lists and footers of portals are made of.
MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Xây dựng Đảng", "Văn bản",
        "Hỏi đáp", "Liên hệ", "Thư viện ảnh", "Thông báo")
OTHERS = ("Khai giảng lớp bồi dưỡng chính trị hè", "Thông báo tuyển dụng",
          "Lịch tiếp công dân tháng này", "Giải bóng chuyền mừng ngày hội",
          "Phát động trồng cây đầu xuân", "Kết quả xổ số kiến thiết")
WORDS = ("cùng rồi thêm hết sức rất nhiều luôn đều vẫn càng lại mới chung riêng "
         "trước sau giữa ngoài trong việc điều cách phần cuộc buổi").split()


def without_marks(text):
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


class Maker:
    """Makes the set. Records are those of the indexer's JSONL; `truth` is the
    number of the report that a record is (a copy of), `kind` how it was made."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.records = []
        self.reports = 0

    def name(self):
        pick = self.random.choice
        return f"{pick(FAMILY)} {pick(MIDDLE)} {pick(GIVEN)}"

    def place(self):
        return f"{self.random.choice(FIRST)} {self.random.choice(SECOND)}"

    def day(self):
        return (self.random.randint(2017, 2024), self.random.randint(1, 12),
                self.random.randint(1, 20))

    def filled(self, sentence):
        number = self.random.randint
        return sentence.format(
            number=number(30, 480), number2=number(10, 90), few=number(3, 29),
            few2=number(3, 29), small=number(1, 9), small2=number(1, 9),
            small3=number(1, 9), person=self.name(), place=self.place(),
            money=f"{number(2, 40)}.{number(100, 999)}.000",
            body="{body}", week="{week}", from_day="{from_day}",
            to_day="{to_day}", month="{month}")

    def meeting(self, formulas):
        """A report: title, paragraphs, day."""
        body = f"{self.random.choice(BODIES)} {self.place()}"
        theme = self.random.choice(THEMES)
        year, month, day = self.day()
        own = [self.filled(one) for one in
               (OWN[0], *self.random.sample(OWN[1:], 3))]
        first = (f"Ngày {day}/{month}/{year}, {body} tổ chức hội nghị học tập "
                 f"chuyên đề “{theme}”.")
        paragraphs = [first, own[0]]
        for formula, extra in itertools.zip_longest(formulas, own[1:]):
            paragraphs += [one for one in (formula, extra) if one]
        return f"{body}: {theme}", paragraphs, (year, month, day)

    def add(self, kind, title, paragraphs, day, truth, markup=False):
        number = len(self.records)
        host = f"portal{number % 37}.example"
        record = {"url": f"https://{host}/bai-{number}.html",
                  "published": "{:04}-{:02}-{:02}".format(*day)}
        if markup:
            record["html"] = self.page(title, paragraphs, number)
        else:
            record["title"] = title
            record["text"] = "\n\n".join(paragraphs)
        self.records.append({"record": record, "truth": truth, "kind": kind})

    def report(self, kind, title, paragraphs, day, copies=()):
        """Adds a report and its copies: a list of combinations of edits."""
        truth = self.reports
        self.reports += 1
        self.add(kind, title, paragraphs, day, truth)
        for edits in copies:
            self.copy(title, paragraphs, day, truth, edits)

    def copy(self, title, paragraphs, day, truth, edits):
        year, month, number = day
        later = (year, month, number + self.random.randint(0, 5))
        if "words" in edits:
            paragraphs = [self.change_words(one) for one in paragraphs]
        if "header" in edits:
            title = "{} – {}".format(self.place(), title.split(":")[-1].strip())
            paragraphs = [f"({self.random.choice(FIRST)} online) – "
                          + paragraphs[0], *paragraphs[1:], self.name()]
        if "marks" in edits:
            title = without_marks(title)
            paragraphs = [without_marks(one) for one in paragraphs]
        self.add("+".join(edits), title, paragraphs, later, truth,
                 "chrome" in edits)

    def change_words(self, paragraph):
        words = []
        for word in paragraph.split(" "):
            if self.random.random() >= 0.05:
                words.append(word)
                continue
            new = self.random.choice(WORDS)
            words += self.random.choice(([new], [], [word, new]))
        return " ".join(words)

    def page(self, title, paragraphs, number):
        """Another portal's page around the report."""
        pick = self.random.sample
        menu = "".join(f'<li><a href="/{i}">{one}</a></li>'
                       for i, one in enumerate(pick(MENU, 7)))
        others = "".join(f'<li><a href="/tin-{i}">{one}</a></li>'
                         for i, one in enumerate(pick(OTHERS, 4)))
        text = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
        place = self.place()
        return (f"<!DOCTYPE html><html><head><title>{html.escape(title)}</title>"
                f"</head><body><div id='menu{number % 5}'><ul>{menu}</ul></div>"
                f"<h1>{html.escape(title)}</h1><div class='noi-dung'>{text}</div>"
                f"<div class='tin-khac'><h3>Tin khác</h3><ul>{others}</ul></div>"
                f"<div id='footer'><p>Cổng thông tin điện tử {place}. Chịu trách "
                f"nhiệm: {self.name()}. Điện thoại: 0233 {number:06}</p></div>"
                "</body></html>")


def make(seed, reports, samples):
    """About `reports` reports of each kind, and copies. `samples` are (title,
    paragraphs) of other articles that get copies, too."""
    maker = Maker(seed)
    some = maker.random.sample
    for title, paragraphs in samples:
        maker.report("sample", title, paragraphs, maker.day(),
                     some(COMBINATIONS, 3))
    for _ in range(reports):
        maker.report("formulas", *maker.meeting(FORMULAS),
                     some(COMBINATIONS, 2))
    add_places(maker, reports)
    add_weeks(maker, reports)
    maker.random.shuffle(maker.records)
    return maker.records


def add_places(maker, reports):
    for _ in range(max(1, reports // 5)):
        title, paragraphs, day = maker.meeting(FORMULAS[:5])
        old = " ".join(title.split(":")[0].split()[-2:])
        for _ in range(5):
            new = maker.place()
            changed = [one.replace(old, new) for one in paragraphs]
            changed[1] = maker.filled(OWN[0])
            maker.report("places", title.replace(old, new), changed, day,
                         maker.random.sample(COMBINATIONS, 1))


def add_weeks(maker, reports):
    for _ in range(max(1, reports // 5)):
        body = f"{maker.random.choice(BODIES)} {maker.place()}"
        year, month, _ = maker.day()
        for week in range(3):
            paragraphs = []
            for sentence in WEEKLY:
                paragraphs.append(maker.filled(sentence).format(
                    body=body, week=4 * month + week, month=month,
                    from_day=1 + 7 * week, to_day=7 + 7 * week))
                paragraphs += maker.random.sample(FORMULAS[:1], 1)
            paragraphs += FORMULAS[1:5]
            maker.report("weeks", f"{body}: báo cáo tuần {4 * month + week}",
                         paragraphs, (year, month, 7 + 7 * week),
                         maker.random.sample(COMBINATIONS, 1))
