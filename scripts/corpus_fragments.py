"""Phrases from which generate_corpus.py builds synthetic articles.

All phrases are the project's own. Each bank is one phrase a line, the most
common first: the generator picks with Zipf-like weights, so that the words of
party news (Đảng, của, tư tưởng) are as dense as in real articles. Slots in
braces are filled by the generator: {unit} {area} {name} {role} {topic} {n}
{m} {p} {year}.
"""


def _lines(block):
    return [line.strip() for line in block.strip().splitlines()]


# Who acts. No slot: these stand for the bodies of the article's own level.
SUBJECTS = _lines("""
cấp ủy, tổ chức đảng các cấp
đội ngũ cán bộ, đảng viên
các chi bộ, đảng bộ trực thuộc
mỗi cán bộ, đảng viên
{unit}
người đứng đầu cấp ủy
cả hệ thống chính trị
các cơ quan, đơn vị, địa phương
đội ngũ báo cáo viên, tuyên truyền viên
Mặt trận Tổ quốc và các đoàn thể
lực lượng nòng cốt trên không gian mạng
các ban tham mưu của cấp ủy
bí thư chi bộ
đảng viên trẻ
ủy ban kiểm tra các cấp
đoàn viên, hội viên
chính quyền và các ngành chức năng
tổ giúp việc
đảng viên đang công tác và nơi cư trú
nhân dân các dân tộc trên địa bàn
các trường học, bệnh viện, doanh nghiệp
cơ quan thường trực
đội ngũ giảng viên lý luận chính trị
cộng tác viên dư luận xã hội
các đảng bộ cơ sở khối nông thôn
chi bộ thôn, tổ dân phố
già làng, người có uy tín
lực lượng vũ trang
công đoàn cơ sở
hội phụ nữ, hội nông dân
""")

# What they do; every verb goes with every object of OBJECTS.
VERBS = _lines("""
tiếp tục đẩy mạnh
tăng cường
nâng cao chất lượng
tập trung lãnh đạo, chỉ đạo
thường xuyên quan tâm
đổi mới cách làm trong
chú trọng
thực hiện nghiêm túc
triển khai đồng bộ
xác định rõ trách nhiệm trong
chủ động xây dựng kế hoạch về
kịp thời chấn chỉnh
phát huy vai trò nêu gương trong
coi trọng
gắn nhiệm vụ chính trị với
tạo chuyển biến rõ nét trong
phối hợp chặt chẽ trong
quán triệt sâu sắc yêu cầu của
kiên trì, kiên quyết trong
cụ thể hóa bằng việc làm hằng ngày đối với
đánh giá thực chất kết quả của
rút kinh nghiệm sâu sắc về
bố trí nguồn lực cho
ứng dụng công nghệ thông tin trong
lồng ghép vào sinh hoạt thường kỳ
phân công rõ người, rõ việc đối với
tháo gỡ khó khăn, vướng mắc trong
nhân rộng cách làm hay về
công khai, minh bạch trong
khảo sát, nắm chắc tình hình
""")

OBJECTS = _lines("""
công tác bảo vệ nền tảng tư tưởng của Đảng
công tác giáo dục chính trị, tư tưởng
việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
công tác xây dựng, chỉnh đốn Đảng và hệ thống chính trị
công tác kiểm tra, giám sát và kỷ luật của Đảng
việc đấu tranh phản bác các quan điểm sai trái, thù địch
sinh hoạt chi bộ, sinh hoạt chuyên đề
công tác tuyên truyền chủ trương, đường lối của Đảng
công tác cán bộ, quy hoạch và luân chuyển cán bộ
công tác phát triển đảng viên ở vùng sâu, vùng xa
công tác dân vận của hệ thống chính trị
việc nắm bắt, định hướng dư luận xã hội
công tác phòng, chống tham nhũng, lãng phí, tiêu cực
việc sắp xếp tổ chức bộ máy tinh gọn, hiệu lực, hiệu quả
cải cách hành chính, chuyển đổi số trong cơ quan đảng
quy chế dân chủ ở cơ sở
phong trào thi đua yêu nước
công tác bảo vệ chính trị nội bộ
việc bồi dưỡng lý luận chính trị cho đảng viên mới
phong trào toàn dân bảo vệ an ninh Tổ quốc
công tác phối hợp với Mặt trận Tổ quốc và các đoàn thể
việc tiếp công dân, giải quyết đơn thư
công tác giảm nghèo, an sinh xã hội
việc thực hiện nghị quyết đại hội đảng bộ các cấp
xây dựng nông thôn mới, đô thị văn minh
công tác tuyên truyền biển, đảo và biên giới
việc giữ gìn bản sắc văn hóa các dân tộc
công tác bình đẳng giới và cán bộ nữ
việc quản lý đảng viên đi làm ăn xa
công tác dân tộc, tôn giáo
việc kê khai tài sản, thu nhập
công tác giáo dục truyền thống cho thế hệ trẻ
việc sử dụng mạng xã hội của cán bộ, đảng viên
công tác lưu trữ, số hóa hồ sơ đảng viên
việc thu, nộp và quản lý đảng phí
công tác khuyến học, khuyến tài
việc xử lý rác thải, bảo vệ môi trường
công tác phòng, chống thiên tai
việc chăm lo gia đình chính sách, người có công
công tác đối ngoại nhân dân
""")

# Purposes, joined to a clause by ", ".
PURPOSES = _lines("""
góp phần củng cố niềm tin của nhân dân đối với Đảng
tạo sự thống nhất trong Đảng và đồng thuận trong xã hội
giữ vững ổn định chính trị, trật tự an toàn xã hội
ngăn chặn, đẩy lùi sự suy thoái về tư tưởng chính trị, đạo đức, lối sống
làm thất bại âm mưu, thủ đoạn chống phá của các thế lực thù địch
xây dựng Đảng bộ trong sạch, vững mạnh toàn diện
đáp ứng yêu cầu nhiệm vụ trong tình hình mới
bảo đảm môi trường hòa bình, ổn định để phát triển
không để phát sinh điểm nóng trên địa bàn
phục vụ người dân và doanh nghiệp ngày càng tốt hơn
lấy kết quả công việc làm thước đo đánh giá cán bộ
hoàn thành các chỉ tiêu đề ra ngay từ đầu năm
khắc phục tình trạng nói nhiều, làm ít
để nghị quyết thực sự đi vào cuộc sống
phát huy tinh thần tự phê bình và phê bình
kiên định chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh
bảo vệ vững chắc chủ quyền, an ninh biên giới
chào mừng đại hội đảng bộ các cấp
gắn với trách nhiệm của người đứng đầu
khơi dậy khát vọng phát triển quê hương
không chạy theo thành tích, không làm hình thức
trên tinh thần gần dân, trọng dân, nghe dân nói
đúng với phương châm dân biết, dân bàn, dân làm, dân kiểm tra
bảo đảm đúng tiến độ, đúng nguyên tắc
thiết thực, phù hợp với từng đối tượng
qua đó kịp thời uốn nắn những lệch lạc ngay từ cơ sở
""")

# Openings of a clause.
CONNECTIVES = _lines("""
Thời gian qua,
Bên cạnh đó,
Đồng thời,
Trong thời gian tới,
Cùng với đó,
Qua đó,
Đặc biệt,
Từ thực tiễn cơ sở,
Theo báo cáo,
Nhìn chung,
Trước yêu cầu mới,
Thực tế cho thấy,
Trên cơ sở đó,
Mặt khác,
Từ đầu năm đến nay,
Hằng quý,
Sau khi học tập nghị quyết,
Tại cơ sở,
""")

RESULTS = _lines("""
Đến nay, toàn {area} có {n} chi bộ, {m} đảng viên tham gia học tập.
Kết quả, tỷ lệ cán bộ, đảng viên học tập nghị quyết đạt {p}%.
Trong năm {year}, {area} kết nạp {n} đảng viên mới, đạt {p}% kế hoạch.
Cấp ủy đã kiểm tra {n} tổ chức đảng, giám sát {m} đảng viên.
Có {n} tập thể, {m} cá nhân được biểu dương, khen thưởng.
Lực lượng cộng tác viên đã đăng {m} tin, bài, thu hút {n} nghìn lượt đọc.
Ban tổ chức nhận {m} bài dự thi, chọn {n} bài vào vòng chung khảo.
Qua khảo sát {m} người dân, {p}% bày tỏ sự hài lòng.
Các tổ đã hòa giải thành {n} trong tổng số {m} vụ việc.
Toàn {area} giảm {n} đầu mối, {m} biên chế so với năm trước.
Đã mở {n} lớp bồi dưỡng cho {m} học viên là cấp ủy viên cơ sở.
Số chi bộ hoàn thành tốt nhiệm vụ chiếm {p}%, không có chi bộ yếu kém.
Nhân dân đã hiến {m} mét vuông đất, góp {n} nghìn ngày công.
Cơ quan chức năng tiếp {m} lượt công dân, giải quyết {p}% đơn thư.
Trong {n} kiến nghị của cơ sở, {p}% đã có trả lời bằng văn bản.
{m} hồ sơ đảng viên được số hóa, đạt {p}% tổng số.
""")

LIMITS = _lines("""
Tuy nhiên, việc cụ thể hóa nghị quyết ở một số nơi còn chậm.
Một số chi bộ sinh hoạt còn đơn điệu, tính chiến đấu chưa cao.
Công tác nắm bắt tư tưởng có lúc chưa kịp thời.
Vẫn còn tình trạng nể nang, né tránh trong tự phê bình và phê bình.
Kinh phí và lực lượng chuyên sâu còn mỏng so với yêu cầu.
Nguồn phát triển đảng viên ở khu vực nông thôn gặp nhiều khó khăn.
Một bộ phận đảng viên còn ngại học tập, ngại phát biểu.
Thông tin xấu độc trên mạng xã hội còn diễn biến phức tạp.
Việc kiểm tra, giám sát ở cơ sở chưa được tiến hành thường xuyên.
Chất lượng tham mưu của một số cơ quan còn hạn chế.
""")

# How a leader speaks; followed by ": " and clauses.
SPEECHES = _lines("""
Phát biểu chỉ đạo hội nghị, đồng chí {name}, {role}, yêu cầu
Phát biểu kết luận, đồng chí {name}, {role}, nhấn mạnh
Thay mặt cấp ủy, đồng chí {name}, {role}, đề nghị
Đồng chí {name}, {role}, ghi nhận những kết quả đạt được và lưu ý
Trao đổi tại buổi làm việc, đồng chí {name}, {role}, cho rằng
Theo đồng chí {name}, {role}, điều quan trọng trước hết là
Báo cáo tại hội nghị, đồng chí {name}, {role}, cho biết
""")

# What takes place: (title form, sentence form). {topic} is one of TOPICS.
EVENTS = [tuple(line.split(" | ")) for line in _lines("""
Hội nghị sơ kết {topic} | tổ chức hội nghị sơ kết {topic}
Tổng kết {topic} năm {year} | tổ chức hội nghị tổng kết {topic} năm {year}
Tập huấn {topic} | mở lớp tập huấn {topic}
Sinh hoạt chuyên đề về {topic} | tổ chức sinh hoạt chuyên đề về {topic}
Tọa đàm {topic} | tổ chức tọa đàm về {topic}
Kiểm tra {topic} | tiến hành kiểm tra {topic}
Quán triệt, triển khai {topic} | tổ chức quán triệt, triển khai {topic}
Phát động hội thi tìm hiểu {topic} | phát động hội thi tìm hiểu {topic}
Trao đổi kinh nghiệm {topic} | tổ chức buổi trao đổi kinh nghiệm {topic}
Đối thoại với nhân dân về {topic} | tổ chức đối thoại với nhân dân về {topic}
Giao ban quý về {topic} | tổ chức giao ban quý về {topic}
Biểu dương điển hình {topic} | tổ chức hội nghị biểu dương điển hình {topic}
Giám sát chuyên đề {topic} | tiến hành giám sát chuyên đề về {topic}
Hội thảo khoa học về {topic} | tổ chức hội thảo khoa học về {topic}
""")]

TOPICS = _lines("""
công tác bảo vệ nền tảng tư tưởng của Đảng
học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
công tác xây dựng Đảng
nâng cao chất lượng sinh hoạt chi bộ
công tác tuyên giáo
công tác kiểm tra, giám sát
công tác phát triển đảng viên
chuyển đổi số trong cơ quan đảng
công tác dân vận
sắp xếp tổ chức bộ máy
phòng, chống tham nhũng, tiêu cực
kỹ năng đấu tranh trên không gian mạng
trách nhiệm nêu gương của cán bộ, đảng viên
công tác báo cáo viên, tuyên truyền miệng
xây dựng nông thôn mới
công tác cán bộ nữ
thực hiện quy chế dân chủ ở cơ sở
công tác dân tộc và tôn giáo
nắm bắt dư luận xã hội
bồi dưỡng nghiệp vụ cho cấp ủy viên cơ sở
tuyên truyền biển, đảo và biên giới
công tác khuyến học và xây dựng xã hội học tập
giảm nghèo bền vững
giáo dục truyền thống cách mạng cho thế hệ trẻ
""")

# Rare family and given names, so that a drawn name is nobody's in office.
FAMILY_NAMES = """Lường Khổng Kiều Cù Mạc Lữ Đàm Tạ Nghiêm Quách Trà Lộ
Phùng Bế Nông Vi Hà Cầm Lò Tống Thân Nhữ Giáp Lục Tiêu Trầm Quảng Danh""".split()
MIDDLE_NAMES = """Khắc Hữu Đình Thị Bá Công Trọng Xuân Diệu Mỹ Thục Sỹ Bửu
Đăng Viết Nhã Lệ Trí""".split()
GIVEN_NAMES = """Thuyên Khoát Thẩm Lưỡng Trạc Thụ Khuê Mận Lễ Uyển Thoa Quyên
Bưởi Sen Vải Đước Sóng Lũy Phách Mãng Huyền Bính Kha Sảo Lủ Thêu Lụa Nhài
Ngân Trâm Thiều Nhuận Toại Khoan Ngãi Tuyến Thạc Vượng Sách Nhẫn""".split()

# First and second syllables of invented commune names.
COMMUNE_FIRST = """Tân Phú An Bình Đông Thạnh Vĩnh Long Mỹ Hòa Thanh Xuân Yên
Minh Quang Hưng Đức Lộc Nam Sơn""".split()
COMMUNE_SECOND = """Lợi Hiệp Tiến Thành Phong Lộc Thắng Khê Trung Hội Mỹ Sơn
Thủy Lâm Phước Thịnh Châu Trạch Đồng Khánh""".split()

# Grassroots organisations; the place follows.
CELLS = _lines("""
Chi bộ Trường Trung học phổ thông
Chi bộ Trung tâm Y tế
Chi bộ Hạt Kiểm lâm
Chi bộ Đội Thuế
Chi bộ Trung tâm Văn hóa
Chi bộ Kho bạc Nhà nước
Chi bộ Ngân hàng Chính sách xã hội
""")
