// Made by `make manual` from docs/manual; a test compares them. Change the text there.
// swift-format-ignore-file

enum ManualPages {
  static let vietnamese = ##"""
# Hướng dẫn `dossier`

`dossier manual | man -l -` cho xem trang này ngay trên máy, kèm mọi [lệnh](dossier-commands.md) (bằng tiếng Anh) và
[phím](dossier-keys.md).

## Tên

dossier - tiếp nhận, xử lý và trả hồ sơ thủ tục hành chính

## Cú pháp

```text
dossier [--data THƯ-MỤC] [--theme TÊN] [--language vi|en] [--ascii] [--plain] [LỆNH …]
```

## Mô tả

Không có lệnh thì mở chương trình toàn màn hình, cán bộ làm việc cả ngày không cần mạng. Mỗi việc quyết định được ghi vào
nhật ký trên máy này; không gì bị xóa, không mã nào cấp hai lần. Mỗi ngày một lần, hoặc bất cứ lúc nào bấm F5, máy trao
đổi với tỉnh.

Dữ liệu ra đầu ra chuẩn, lời nhắn ra đầu ra lỗi. `dossier help` liệt kê các lệnh, `dossier help LỆNH` giải thích một lệnh; thêm
`--language en` thì bằng tiếng Anh.

## Màn hình

| màn hình | vào bằng cách | để làm gì |
|---|---|---|
| Lần đầu | lúc mở, khi máy chưa có đơn vị | tạo đơn vị, xem đơn vị thử, hoặc đọc cách lấy đơn vị từ máy khác |
| Đăng nhập | lúc mở, F12 | ai đang làm ở bàn này; lần đầu thì chọn mã PIN từ sáu chữ số trở lên |
| Đầu ngày | sau lần đăng nhập đầu tiên trong ngày | việc đến hạn, quá hạn, mới từ cổng, chờ mình nhận: của tôi và của cả xã |
| Danh sách | ESC hoặc một số từ màn hình đầu ngày | danh sách 1 đến 9, kèm tóm tắt hồ sơ đang chọn |
| Hồ sơ | Enter trong danh sách | tổng quan, giấy tờ, quá trình, lệ phí, phiếu kiểm soát, kết quả |
| Tiếp nhận | N hoặc F2 | hồ sơ mới: thủ tục, người nộp, giấy tờ, hẹn trả, lệ phí |
| Chứng thực bản sao | `,` | mỗi loại giấy một dòng (`bang 2 30`), phí, nhận; `_` trình ký và lấy số |
| Cho công dân xem | > sau khi cấp mã, hoặc trong hồ sơ | mã, ngày hẹn bằng chữ và cần mang gì, chữ thưa, không có gì về người nộp: quay màn hình cho công dân đọc |
| Tra cứu | F3 hoặc ^F | hồ sơ, thủ tục, người; không cần gõ dấu; thủ tục còn tìm bằng chữ đầu (tthn), tiếng địa phương (khai sanh), lĩnh vực (hộ tịch) và mã trên cổng; ^R: xem hết về thủ tục |
| Cán bộ | I | việc của từng người, vắng mặt, người thay |
| Trao đổi | F6 | máy này với tỉnh đang đến đâu |
| Hộp gửi | `:outbox` | từng việc của máy: đã ghi, đã gửi, tỉnh đã nhận, hay bị từ chối vì sao |
| Trùng quyết định | Z | hai bên của việc mà hai người cùng quyết, không biết nhau |
| Cuối ngày | F8 | việc còn lại, sao lưu, trao đổi |
| Trợ giúp, gọi lệnh | ? hoặc F1, `:` | mọi phím của màn hình; mọi lệnh theo tên |

Số ngày còn lại và số ngày quá hạn là ngày làm việc (ngày LV trong danh sách).

Máy quét mã hay chữ dán vào không bao giờ chạy lệnh: chương trình đem tìm. Mã trên thẻ căn cước thì mở các hồ sơ của
người đó, ở mẫu tiếp nhận thì điền người đang nhập, thẻ sau điền người kia; mã trên giấy tiếp nhận thì mở hồ sơ ấy.

Quét mã trên giấy ở màn hình nào cũng mở hồ sơ ấy và nói trong một dòng giấy thật hay giả. Muốn biết thêm thì `dossier check`, rồi quét mã: lệnh
cho biết mã do máy nào ký, máy ấy bị thu hồi từ lúc nào, có bị sửa không, giấy có trong sổ của máy không, đã thay chưa. Bản chụp lại cũng có
mã của bản thật, nên vẫn phải so từng dòng (`--page` hiện giấy như đã lập).

Trong mẫu tiếp nhận, ô đã đủ (12 số định danh, ngày sinh không thể gõ thêm, giới tính chọn bằng số) tự sang ô sau; Tab hay Enter bấm
theo thói quen ngay lúc đó không bỏ qua ô nào, phím xóa thì trở lại. Trước ô gõ chữ thì vẫn phải bấm Tab, vì bộ gõ bên ngoài coi số
và chữ liền nhau là một từ. Khai sinh hỏi theo thứ tự câu chuyện: con, ngày sinh, giới tính, người nộp, điện thoại, địa chỉ; gõ số ngay
sau tên thì sang ô sau; người nộp đã biết (gõ tên hoặc số định danh) thì ^B điền điện thoại và địa chỉ.

Dưới phần giấy tờ là những ô đã có giá trị thường gặp, chỉ đổi khi khác: nhận kết quả cách nào và ở đâu, kênh nộp, chủ hồ sơ là ai, xác định
qua giấy tờ nào (quét thẻ thì máy tự ghi), người nộp là gì của chủ hồ sơ và theo giấy nào, cha và mẹ của trẻ mới sinh. Khai sinh: thẻ đầu là
của người nộp, thẻ sau là của người cha hay mẹ kia. Ở ô giấy tờ, `+` rồi một số thêm một bản chính (1), chứng thực (2) hay photo (3).

## Phím

Những phím hay dùng nhất; `?` cho biết mọi phím của màn hình đang mở. Một chữ cái có cùng nghĩa ở mọi màn hình; việc chỉ
một màn hình làm được phần lớn đi với Ctrl và một chữ cái.

| phím | làm gì |
|---|---|
| 1 … 9 | các danh sách |
| Enter, ESC | mở, quay lại |
| / | lọc danh sách, không cần gõ dấu; gõ tên cán bộ thì ra hồ sơ người đó giữ, gõ `quá bước` thì ra hồ sơ quá hạn của bước, ↑ là lần lọc trước |
| Space, v, * | chọn một, một dải, tất cả đang lọc |
| 0 và bốn chữ số | đến một mã hồ sơ |
| -, = | của tôi hay cả xã; hồ sơ chờ mình nhận bàn giao |
| N, F3 | tiếp nhận hồ sơ mới, tra cứu |
| Alt+1 … Alt+9 | tiếp nhận thẳng thủ tục hay nhận nhất, nhì… (số như trong mẫu còn trống); cửa sổ dùng Alt+số để đổi thẻ thì N, số, Enter |
| C | chuyển bước tiếp theo |
| B, G | yêu cầu bổ sung, nhận bổ sung |
| X, T | ghi kết quả, trả kết quả |
| L, P | xin lỗi và gia hạn, lệ phí |
| @ | thêm thời hạn xác minh theo luật của trường hợp |
| ^E, ^O | sửa một mục, mở lại |
| U hoặc ^Z, ^Y, ^U | hoàn tác (trong hồ sơ: việc của hồ sơ đó), làm lại việc vừa hoàn tác, danh sách việc hoàn tác được |
| . | làm lại việc vừa rồi; ở phiếu tiếp nhận: hồ sơ nữa cho người này |
| ^C | chép mã hồ sơ để dán nơi khác, nếu cửa sổ cho chép; không chép gì khác của hồ sơ |
| ^B, ^R | khi tiếp nhận: điền người đã biết, xem hồ sơ của người đó |
| F, ^D, ^K, Y, + | trong giấy tờ của hồ sơ: hình thức, quét, khai thác, dùng lại, thêm |
| #, ^A | cấp mã chính thức thay mã tạm, ghi mã ở hệ thống khác |
| ; | gọi điện lần lượt cho công dân (danh sách 4 và 5) |
| & | hồ sơ hết hạn bổ sung mà công dân chưa nộp |
| % | chọn hết hồ sơ cùng thủ tục |
| F9 | bật, tắt bộ gõ tiếng Việt của chương trình; TELEX hoặc VNI hiện ở góc dưới bên phải khi đang gõ chữ |
| trong ô | ^◀ ^▶ hoặc Alt+B Alt+F đi từng từ; ^W hoặc Alt+⌫, ^Del hoặc Alt+D xóa một từ; ^K ^U cắt đến cuối, đến đầu, ^Y dán lại; ^Z hoặc ^_ hoàn tác |
| F5, F6 | trao đổi với tỉnh, xem đến đâu |
| F8, F12, F10 | cuối ngày, đổi người, thoát |

<!-- keys -->

<!-- commands -->

## Lập cơ quan

Máy chưa có dữ liệu thì `dossier` tự dẫn dắt: tạo đơn vị (chọn xã, phường theo tên, gõ mã định danh cơ quan do tỉnh cấp và
tên cán bộ đầu tiên, xem lại rồi Enter); hoặc xem trước một đơn vị thử, dữ liệu bịa, trong thư mục riêng cạnh thư mục dữ
liệu (`dossier-demo`, xóa bằng `rm -r`); hoặc đọc phải làm gì khi đơn vị đã có ở máy khác (`dossier restore`,
`dossier enrol`). Tạo xong thì đăng nhập và chọn mã PIN. Trong 30 ngày đầu, màn hình đầu ngày nhắc quản trị các việc đầu
tiên: thêm cán bộ, nhập sổ, sao lưu, đăng ký với tỉnh; việc nào xong thì không còn hiện. Thoát bằng F10 khi chưa tạo gì thì
không gì được ghi, mã kết thúc là 4. Ở dấu nhắc lệnh cũng làm được như vậy:

```sh
dossier office create --name "xã La Lay" --agency-code 000.19.45.H50 --unit-code 19594 --clerk "Hồ Thị Lan"
dossier                                      # đăng nhập một lần, chọn mã PIN; các lệnh dưới đây hỏi mã ấy
dossier office add-clerk "Nguyễn Văn Bình" --role "tiếp nhận" --role "chuyên môn"   # hoặc mã: reception, specialist
dossier office set --hours 07:00-11:30,13:30-17:00 --idle-lock 10
dossier office decide-procedures moi.xlsx --check   # mẫu: office procedures --format xlsx --to moi.xlsx; docs/PROCEDURES.md
dossier office decide-procedures moi.xlsx    # ghi
dossier office decide-days 2027.csv          # mẫu: office days --year 2027 --format csv
dossier import register so-theo-doi.csv      # sổ theo dõi (mẫu 07) xuất từ phần mềm đang dùng
dossier doctor                               # máy này còn gì chưa ổn, phải làm gì
dossier backup --show-key                    # in khóa phục hồi rồi cất vào két
```

`dossier doctor --restore-drill` hỏi khóa phục hồi, khôi phục bản sao lưu mới nhất vào một thư mục cạnh dữ liệu, kiểm tra rồi xóa đi: làm
sau khi in khóa, và mỗi năm một lần.

Giữ bản sao lưu trong đúng thư mục của nó: `attachments/` và tệp `.keys` ở đó thuộc về nó; cái đã hủy (bản quét, bản
lưu của giấy đã lập) thì mất ở mọi bản sao. Bảy ngày gần nhất, mỗi ngày giữ bản cuối; bản của cơ quan khác cùng chỗ được để yên.

`dossier kiosk-setup` in cấu hình để một máy chỉ chạy chương trình này, ngoài ra không gì khác.

## Nhập sổ theo dõi

```sh
dossier import register so.csv --check                       # mỗi cột được hiểu là gì; nhập thì được những gì
dossier import register so.csv --column "Khách"=owner        # chỉ tên một cột; "Ghi"=ignore bỏ một cột, C=owner cột không có tiêu đề
dossier import register so.csv --status "Xong bước 2"=9      # một từ chỉ trạng thái (1 đến 10)
dossier import register so.csv --date-order mdy              # ngày viết tháng trước; --encoding tcvn3
```

`:import` trong chương trình là cùng việc ấy trên màn hình: đưa ra các tệp ở những thư mục thường dùng và ở USB, cho xem mỗi cột được hiểu
là gì, ◀▶ để đổi, kể cả một từ chỉ trạng thái nào, cách viết ngày, bảng mã và trang của bảng tính; dưới danh sách là cả dòng đang chọn;
Enter để nhập. `--check` và màn hình nêu hồ sơ đầu tiên trong số mới, cập nhật, không đổi, không đọc được. Bảng tính thì đọc trang đầu tiên
có tiêu đề của sổ; trang ẩn được nêu tên, chỉ đọc khi `--sheet TÊN` hoặc ◀▶ chọn.

Tệp là CSV ngăn bằng `,`, `;`, `|` hay tab, bảng mã UTF-8, UTF-16, TCVN3, VNI, Windows-1258, VISCII hoặc VPS; chữ bị mã hóa hai lần được
gỡ ra. Dòng tên sổ, tiêu đề đến ba dòng, dòng tổng cộng và chữ ký được nhận ra. Tiêu đề được hiểu theo từ và theo nội dung của cột; cột
không hiểu thì được nêu tên. Tệp không có cột mã hồ sơ hay tên chủ hồ sơ, có hai cột cùng một nghĩa, hoặc có ngày viết theo cả hai cách
thì chờ trả lời. Ngày hay tháng viết trước là theo mọi dòng của cột, theo mã hồ sơ hoặc theo các cột ngày khác; không gì cho thấy thì lấy
ngày trước tháng và nói ra, và hỏi nếu đọc vậy thì có ngày hẹn trước ngày nhận hoặc ngày nhận chưa tới, mà đọc tháng trước thì không.

Giá trị mà bảng tính đã làm đổi thì được đọc lại cho đúng và nêu ra (mất số 0 đầu, `45098001236.0`, `="…"`, ngày viết thành số), hoặc dòng đó
để riêng: mất chữ số trong `4.5E+10`, mã thành `#REF!`, mất chữ trong `Nguy?n`, ngày không có. Dòng không đọc được ghi vào
`FILE.rejects.csv`, kèm số dòng, cột và lý do; sửa ở đó rồi nhập tệp ấy như mọi tệp khác. Mã đã có thì chỉ nhận điều mới trong sổ, không
đụng đến việc đã quyết ở đây. Ngày sinh, giới tính, tên mẹ không đọc được thì để trống và nêu ra; 1 và 0 chỉ là giới tính khi tiêu đề nói vậy
("Giới tính (1: nam, 0: nữ)").

Tệp ngăn bằng dấu phẩy mà dòng nào cũng nhiều ô hơn tiêu đề, vì dấu phẩy trong địa chỉ không đặt trong ngoặc kép, thì được ghép lại nếu chỉ
một cột có thể bị tách như vậy, và được nêu ra.

Dòng của hồ sơ đã có mà chỉ khác ở cách đọc ô (số 0 đầu được trả lại, 0 giờ thay vì cuối giờ làm việc, chữ hoa mất dấu) thì tự nó không đổi gì:
các dòng ấy được đếm, nêu dòng đầu của mỗi loại; `--accept-readings`, câu trả lời trên màn hình lệnh, hoặc ▶ ở dòng đầu của màn hình nhập
thì lấy tất cả. Các lựa chọn (`--column`, `--status`, `--date-order`, `--encoding`, ◀▶) được dùng lại tại máy này cho tệp sau có cùng tiêu đề
cột; `--forget-choices`, hoặc ▶ ở dòng đầu của màn hình nhập, thì bỏ.

## Song song với hệ thống khác

Khi hệ thống đang dùng còn cấp mã trên giấy của công dân:

```sh
dossier office set --own-codes-from 01/01/2027      # đến ngày ấy phiếu tiếp nhận hỏi thêm mã của hệ thống kia
dossier export other-system --like xuat.csv toi-nay.xlsx   # hồ sơ mà hệ thống kia chưa có, theo cột của nó; lần sau không cần --like
dossier import register xuat-moi.csv                # sổ của hệ thống kia: hồ sơ đã nhận ở đây không thành hai
```

Đến ngày ấy chương trình này chỉ cấp mã tạm (P-…), vì hai hệ thống dùng chung một dãy số. ^A ghi mã của hệ thống kia vào một hồ sơ; hồ sơ được tìm theo cả hai mã. Dòng cùng tên, cùng thủ tục, cùng ngày nhận (hơn kém một ngày)
với một hồ sơ của đơn vị thì được hỏi rồi mới ghi mã (`--same-dossiers`); có thể là nhiều hồ sơ thì để riêng. Ngày chuyển hẳn: hồ sơ cũ
đã trả mà sổ còn mở thì lọc, chọn bằng \*, D rồi "đã trả trước khi chuyển sang đây" (không tính đúng hay quá hạn); % chọn mọi hồ sơ cùng
thủ tục, A giao cho một người.

## Ai ghi, ai xem

Cơ quan dùng mã PIN thì lệnh nào ghi dưới tên một cán bộ đều hỏi PIN của người đó: trên màn hình, nếu không thì là dòng
đầu của đầu vào chuẩn, hoặc của số hiệu tệp trong `--pin-fd N`. `--by TÊN` nói là ai; bỏ được khi chỉ có thể là một
người. PIN sai thì không gì thay đổi, và tính là một lần sai tại bàn. Đó là các lệnh `import`,
`attachment erase`, `book want`, `book give-back`, `book reopen` và mọi lệnh `office` có thay đổi.

Xem cũng để lại dấu vết. `list`, `show`, `outbox`, `export`, `bundle export`, `attachment save` và `backup --to DIR` hỏi ai xem,
cũng bằng cách ấy, và `backup` khi gõ ở terminal hay có `--by`; `verify`, `doctor`, `due`, `report`, `sync` và bản sao lưu hẹn
giờ vào nơi đã cài đặt không hỏi. Bản ấy, và bản chương trình tự làm hay làm khi bấm F8, được máy ghi vào `copies.log` cạnh dữ liệu (lúc nào,
bao nhiêu hồ sơ, SHA-256, ở đâu); `doctor` đếm các bản đó. Đưa ra dữ liệu của
hơn 20 người, một bản quét hay một số không che đều được ghi vào nhật ký trước khi đưa ra: ai, lúc nào,
`--purpose TEXT`, bao nhiêu, và SHA-256 của nội dung. Dấu vết ấy lên tỉnh ở lần trao đổi sau. Cơ quan không dùng
PIN chỉ cần `--by` khi phải ghi dấu vết, và chỉ khi có nhiều cán bộ. Chương trình đang mở ở một cửa sổ thì việc phải ghi chờ đến khi
thoát.

Số định danh và số điện thoại được che, kể cả trong JSON; `show --full` và `export register --full` cho phụ trách bộ phận xem
đủ, kèm mục đích. Sổ xuất ra có số đã che thì khi nhập lại không thay đổi các số ấy.

Trên màn hình, `^N` hiện số đầy đủ của hồ sơ đang mở, hay của giấy đang xem (`^P`): cho người giữ hồ sơ, cho bộ phận tiếp
nhận khi công dân đến quầy vì hồ sơ ấy, và cho phụ trách bộ phận sau khi ghi xem để làm gì. Lần đầu trong mỗi phiên được ghi
vào nhật ký. Số được che lại khi bấm `^N`, khi rời hồ sơ hay giấy, và sau một phút không bấm phím. Giấy in ra vẫn đủ số.

## Lúc mất điện

**Trước.** Mở danh sách phiếu dự phòng: `F8` rồi dòng "Phiếu dự phòng lúc mất điện", hoặc gõ `:blanks`. `^P` in 20 phiếu (hay số khác), mỗi
phiếu hai nửa, có sẵn mã và mã QR của máy này. Cất trong ngăn kéo. Máy in chưa sẵn sàng thì phiếu giữ số, `F8` đếm; in sau cũng bằng `^P`.

**Khi mất điện.** Ghi tay lên phiếu: giờ nhận, người nộp, thủ tục, giấy tờ. Giao một nửa cho công dân; nửa kia giữ cùng giấy tờ.

**Có điện lại.** Mở chương trình và quét mã trên phiếu; không có máy quét thì gõ mã ở `F3`, hoặc bấm Enter ở phiếu ấy trong danh sách. Mẫu tiếp
nhận mở ra với mã ấy: gõ giờ ghi trên phiếu và lý do, rồi các ô như thường. (Đang ở mẫu thì Alt+P làm việc này, bấm lần nữa thì thôi.) Hồ sơ
mang mã ấy, thời hạn tính từ giờ ấy, quy định và lệ phí theo ngày ấy; diễn biến và sổ ghi rõ là ghi sau. Giờ không kèm ngày là của ngày duy nhất
mà giờ ấy máy không làm việc, và màn hình ghi rõ ngày; nếu có thể là nhiều ngày thì máy hỏi cả ngày (`9:45 24/11`). Giờ trên phiếu phải nằm giữa
hai việc cán bộ ghi trên màn hình này mà giữa đó chương trình đã tắt; lệnh hay việc trao đổi với tỉnh ghi gì thì không tính. Hoàn tác xong nhập
lại được phiếu ấy; hồ sơ thay cho hồ sơ lập nhầm thủ tục giữ nguyên mã và giờ trên phiếu. Phiếu do máy nào in thì nhập ở máy ấy; quét nhầm máy
thì chương trình nói máy nào. Ngày trong mã là ngày in phiếu. Khi máy hỏi số cuối đã in, nhập số của giấy hẹn cuối cùng đã giao; nếu dữ liệu bị
trả về bản cũ thì tính cả phiếu dự phòng trong ngăn kéo. Máy dùng bản cũ vào đơn vị sau đó thì phải nâng cấp máy ấy rồi mới nhập được phiếu;
chương trình nêu tên máy.

Phiếu ướt, in hỏng, không dùng nữa: chọn bằng Space, `^X` hủy kèm lý do. Việc hủy không hoàn tác được. Từ dòng lệnh:

```sh
dossier blanks print                              # 20 phiếu dự phòng, mỗi phiếu hai nửa, có sẵn mã của máy này
dossier blanks list                               # phiếu nào chưa dùng
dossier blanks strike MÃ… --reason "phiếu ướt"    # phiếu không dùng nữa
```

## Chứng thực bản sao

Bấm `,` ở danh sách: gõ người yêu cầu (hay quét thẻ căn cước; người đã biết thì `^B`), rồi mỗi loại giấy một dòng: loại giấy, số trang bản
chính, số bản, ví dụ `bang 2 30`. Loại giấy không có chữ tắt thì gõ đủ tên; người có tên trong giấy đứng sau dấu gạch chéo: `cccd / Hồ Thị Mai 2 1`.
Dưới cùng là từng dòng máy hiểu thế nào, bao nhiêu tiền, và tổng phí. F2 hỏi bản chính đã đối chiếu chưa, hỏi thu tiền, rồi nhận. Dấu phẩy lần
nữa là giấy nữa của người ấy.

`_` trình ký: lấy số trong sổ cho ngày hôm nay, mỗi loại giấy của mỗi người một số. Chọn nhiều hồ sơ thì trình một lượt. Số đã lấy không dùng cho
việc khác, kể cả khi hoàn tác. Mỗi năm, phụ trách mở sổ ở một máy, với số cuối đã ghi trong sổ giấy; khôi phục dữ liệu xong cũng mở lại như vậy:

```sh
dossier book open copies --last 0             # mở sổ năm nay; sổ giấy đã có số thì ghi số cuối
dossier book open copies --volume 2           # sang quyển 2, số đi tiếp
dossier book show copies                      # từng số, số thiếu, số trùng
```

## Trao đổi với tỉnh

```sh
dossier enrol --server https://sync.province.example:8443 --fingerprint XXXX-… --name "Bàn 1"   # hỏi mã đăng ký
dossier sync                                                                                    # hoặc F5
```

Máy tự tạo khóa, tỉnh ký chứng thư, hai bên chứng minh mình là ai. Mã đăng ký dùng một lần, trong 7 ngày. Chứng thư hết
hạn sau hai năm; tháng cuối `dossier enrol` xin chứng thư mới.

Nơi không có mạng, USB trao đổi y như vậy, kể cả bản quét:

```sh
dossier bundle export TỆP [--scans MB]       # việc đang chờ gửi, rồi bản quét, cần nhất trước
dossier bundle import TRẢ-LỜI                # việc, ý kiến của tỉnh, bản quét nào đã đến, bản quét của máy khác
```

TỆP niêm phong cho tỉnh, TRẢ-LỜI cho máy này; không ai khác đọc được. Tệp bị sửa hay thiếu thì từ chối cả tệp; nhận hai
lần cũng không sao. Mỗi tệp chứa nhiều nhất 500 MB bản quét, trừ khi `--scans` nói khác; phần còn lại đi chuyến
sau.

## Tệp

| tệp | chứa |
|---|---|
| `~/.local/share/dossier` | dữ liệu, quyền 0700, tệp 0600; `$XDG_DATA_HOME/dossier`, hoặc thư mục của `--data` |
| `dossier.sqlite` | nhật ký và mọi thứ làm từ nó; riêng tệp này là cả cơ quan, trừ bản quét |
| `dossier.sqlite.version-…` | dữ liệu trước lần nâng cấp cuối |
| `attachments/` | bản quét và bản lưu của giấy đã lập, mỗi bản niêm phong bằng khóa riêng |
| `~/.config/dossier/settings.toml` | cài đặt của máy này; với `--data DIR`: `DIR/settings.toml` |
| `~/.config/dossier/themes/` | bộ màu riêng, `TÊN.toml` |
| `~/.config/dossier/forms.txt` | câu chữ riêng của cơ quan trên giấy: chỗ khác với `dossier paper texts`; `--check TỆP` chỉ ra chỗ sai |
| `~/.config/dossier/attestations.txt` | lời chứng mà cơ quan đã xác nhận hoặc tự viết: chỗ khác với `dossier paper attestations`; `--check TỆP` chỉ ra chỗ sai |

Dữ liệu dựa vào mã hóa ổ đĩa; `dossier doctor` cho biết đã bật hay chưa.

## Cài đặt

Tệp sai thì báo đúng dòng, và dùng giá trị mặc định.

| khóa | giá trị | mặc định |
|---|---|---|
| `language` | `"vi"`, `"en"` | `"vi"` |
| `theme` | `"default"`, `"dark"`, `"light"`, `"high-contrast"`, `"mono"`, hoặc tên một tệp trong `themes/` | `"default"` |
| `input-method` | bộ gõ bên ngoài: `"none"`, `"telex"`, `"vni"` | `"none"` |
| `typing` | bộ gõ của chương trình: `"telex"`, `"vni"`, `"off"` (tắt), hoặc `"auto"`: Telex trên console (`TERM=linux`), nơi khác thì tắt | `"auto"` |
| `tone` | chỗ đặt dấu thanh: `"old"` (hòa, thúy) hoặc `"new"` (hoà, thuý) | `"old"` |
| `backup-folder` | đường dẫn đầy đủ của nơi thứ hai, ví dụ USB | không |
| `printer` | tên máy in như `dossier printers` ghi | máy in mặc định của máy này |
| `printer-server` | đường dẫn đầy đủ tới socket của dịch vụ in CUPS | của máy này |
| `print-at-reception` | `true` hoặc `false`: có máy in thì tiếp nhận xong tự in phiếu hẹn (`appointment-slip`) hay không; nhập phiếu dự phòng thì không in | `true`; với dữ liệu thử là `false` |
| `print` | bảng riêng `[print.MẪU]` của một mẫu giấy (mã mẫu ở bảng dưới), đặt sau các khóa khác: `printer`, `tray` (khay như `dossier printers` ghi), `copies` (1 đến 9 bản) | như mọi giấy, 1 bản |
| `office-phone` | điện thoại in trên giấy, trong ngoặc kép | dòng chấm |
| `office-website` | trang web in trên giấy, trong ngoặc kép | dòng chấm |
| `ascii` | chỉ dùng ký tự ASCII cho khung và ký hiệu | `false` |
| `plain` | không khung, chữ thay ký hiệu: cho trình đọc màn hình và chữ nổi | `false` |
| `suspend` | cho phép `:suspend` tạm dừng chương trình | `false` |

Các mẫu của `[print.MẪU]`; phiếu hẹn và giấy tiếp nhận là hai mẫu riêng:

| mẫu | giấy |
|---|---|
| `receipt` | Giấy tiếp nhận và hẹn trả (mẫu 01) |
| `visit-receipt` | Giấy tiếp nhận nhiều hồ sơ (mẫu 01) |
| `supplement` | Phiếu yêu cầu bổ sung (mẫu 02) |
| `refusal` | Phiếu từ chối (mẫu 03) |
| `apology` | Văn bản xin lỗi, hẹn lại (mẫu 04) |
| `stopping` | Thông báo dừng giải quyết (mẫu 05) |
| `control-slip` | Phiếu kiểm soát (mẫu 06) |
| `register` | Sổ theo dõi hồ sơ (mẫu 07) |
| `appointment-slip` | Phiếu hẹn trả kết quả (nửa tờ) |
| `file-label` | Nhãn hồ sơ |
| `hand-over-list` | Phiếu bàn giao kết quả |
| `guide-sheet` | Hướng dẫn thủ tục |
| `blank-receipt` | Phiếu tiếp nhận dự phòng |
| `declaration` | mọi tờ khai |

Có `NO_COLOR` thì không dùng màu.

## JSON

Khóa không đổi giữa các bản. Không có giá trị thì không có khóa.

| lệnh | khóa |
|---|---|
| `list` | `code`, `procedureCode`, `procedureName`, `ownerName` (không có khi mật), `status` (1–10), `statusName`, `step`, `stepName`, `stepDueAt`, `receivedAt`, `dueAt`, `resolvedAt`, `assignee`, `componentsDigitised`, `componentsCountable`, `delivery`, `isVoid` |
| `show` | `dossier` (như `list`), `ownerNumber` và `ownerPhone` (che nếu không có `--full`), `codes`, `components` (`name`, `form`, `originals`, `certifiedCopies`, `plainCopies`, `isDigitised`), `timeline` (`at`, `clerk`, `action`), `isFolded`, `caseName`, `fee`, `feeLines` (`name`, `calculation`, `amount`, `quantity`, `unit` (`copy`, `matter`), `unitAmount`), `feeReduction`, `channel` (1–3), `isAssisted`, `onBlank` (`reason`, `recordedAt`), `deliveryPlace`, `people` (`part`, `name`, `kind`, `number`, `oldNumber` và `phone` che nếu không có `--full`, `identified` (1–7), `relation`, `relationText`) |
| `import register` | `imported`, `updated`, `unchanged`, `readDifferently` (dòng để nguyên), `readings` (trong đó dòng đầu của mỗi loại), `sameDossiers` (dòng của hồ sơ đã nhận ở đây, chưa ghi mã), `sameDossierLines`, `usesRememberedChoices`, `rejected` (1.000 dòng đầu, có `line`, `column`, `reason`), `rejectedCount`, `remarks` (giá trị không lưu như đã viết, cùng dạng), `remarkCount`, `linesBeside`, `firstLineBeside`, `encoding`, `firstLines`, `firstDossiers` (`line`, `code`, `owner`), `columnsLeftOut`, `columnsNotTaken`, `sheetsLeftOut`, `questions` |
| `import register --check` | `columns` (`heading`, `meaning`, `isTakenIn`, `grounds`, `samples`), `report` (như trên) |
| `due` | `procedureCode`, `receivedAt`, `dueAt`, `reasons` |
| `report` | `from`, `to`, `carriedOver`, `received`, `resolved`, `withdrawn`, `stillOpen`, `early`, `onTime`, `late`, `standing` có `received`, `carriedOver`, `total` (mỗi phần: `all`, `resolved`, `early`, `onTime`, `late`, `withoutAppointment`, `withdrawn`, `refused`, `stopped`, `openInTime`, `openOverdue`, `paused`), tỷ lệ có `numerator`, `denominator`, `text` |
| `verify` | `entries`, `dossiers`, `attachments`, `faults` |
| `printers` | `name`, `description`, `state` (idle, processing, stopped), `isReady`, `isDefault`, `isChosen`, `remarks`, `media`, `trays` |
| `office clerks` | `id`, `name`, `roles` (in words) |
| `office settings` | `name`, `agencyCode`, `unitCode`, `hours`, `extensionLimit`, `requiresPIN`, `idleLockMinutes`, `wholePeriodProcedures`, `ownCodesFrom` |
| `office procedures` | `code`, `name`, `field`, `isReceivable`, `timeLimit`, `fee`, `components`, `validFrom`, `validTo` |
| `office days` | `date`, `kind` (NGHI_LE, NGHI_BU, NGHI_HOAN_DOI, LAM_BU), `name`, `source` |
| `sync` | `entriesSent`, `entriesReceived`, `conflicts`, `refused`, `bytesUp`, `bytesDown`, `roundTrips`, `acknowledged`, `own`, `completeUpTo`, `head`, `blobsComplete`, `blobs`, và `failure` khi không thành |
| `outbox` | `epoch`, `sequence`, `at`, `clerk`, `code`, `owner`, `action`, `state`, `reason` |
| `book list` | `name`, `lastNumber`, `holding` |
| `blanks list` | `code`, `printedAt`, `state` (`unused`, `used`, `struck`, `ofEarlierLife`), `reason` |
| `attachment list` | `number` (bản quét) hoặc `paper` (giấy đã lập), `name`, `hash`, `state` (sending, sent, receiving, here, erased, unknown), `percent` |

## Mã kết thúc

| mã | nghĩa |
|---|---|
| 0 | xong |
| 1 | có lỗi trong tệp vào hoặc dữ liệu, đã liệt kê |
| 3 | không có mã, tên hay tệp đó |
| 4 | không dùng được dữ liệu, hoặc ổ đĩa đầy hay chỉ đọc |
| 5 | không có màn hình dòng lệnh, hoặc nó không hiện được chương trình |
| 6 | chưa trao đổi được với tỉnh; không mất gì |
| 64 | gõ lệnh chưa đúng |

## Ví dụ

```sh
dossier list --view due --format csv > den-han.csv
dossier show 261124-0007                            # hoặc bốn số cuối, nếu chỉ có một hồ sơ như vậy
dossier due 1.004873 --received 2026-11-25T14:30    # ngày hẹn trả và cách tính
dossier report --from 01/11/2026 --to 30/11/2026
dossier export register --from 01/11/2026 --to 30/11/2026 > so-theo-doi.csv
dossier verify && dossier backup --to /media/usb
dossier --script phim.txt --size 120x40             # phím theo tên (x, <enter>, <F3>, <C-s>), lệnh :, :save-screen TỆP
```

## Xem thêm

`provincial-server --help`; trong mã nguồn: docs/manual, docs/UPGRADING.md, docs/SECURITY.md.
"""##

  static let english = ##"""
# The manual of `dossier`

`dossier manual --language en | man -l -` shows this page, with all [commands](dossier-commands.md) and
[keys](dossier-keys.md), on the machine itself.

## Name

dossier - receive, process and hand back dossiers of administrative procedures

## Synopsis

```text
dossier [--data DIR] [--theme NAME] [--language vi|en] [--ascii] [--plain] [COMMAND …]
```

## Description

Without a command it opens the full-screen program, in which clerks work all day without a network. Every decision is
an entry of a journal on this machine; nothing is deleted and no code is given out twice. Once a day, or whenever
somebody presses F5, the work is exchanged with the province.

Data goes to standard output and messages to standard error. `dossier help` lists the commands, `dossier help COMMAND`
explains one: in Vietnamese, or in English with `--language en`.

## Screens

| screen | how one gets there | what it is for |
|---|---|---|
| First run | at the start, where there is no office | make the office, look at an invented one, or read how to bring one here |
| Sign-in | at the start, F12 | who works here now; a PIN of six or more digits is chosen at the first sign-in |
| Morning | after the first sign-in of a day | what is due, late, new from the portal or back from the citizen |
| Queue | ESC or a number from the morning screen | the lists 1 to 9, with a preview of the marked dossier |
| Dossier | Enter in the queue | its overview, papers, course, fees, control slip and result |
| Reception | N or F2 | a new dossier: procedure, people, papers, appointment, fee |
| Certified copies | `,` | a line for each kind of paper (`bang 2 30`), the fee, one key receives; `_` sends it to the signer |
| Shown to the citizen | > after the code, or in a dossier | code, day in words and what to bring, in wide lines without anything of the person: turn the monitor to her |
| Search | F3 or ^F | dossiers, procedures and people, marks optional; procedures also by initials (tthn), regional spelling, field (hộ tịch) and portal id; ^R shows all of one |
| Clerks | I | the load of each clerk, absences and substitutes |
| Exchange | F6 | where this machine stands with the province |
| Outbox | `:outbox` | each own entry: recorded, sent, acknowledged or refused with the reason |
| Conflict | Z | both sides of what two clerks decided without knowing of each other |
| End of day | F8 | what is left, the backup, the exchange |
| Help, palette | ? or F1, `:` | every key of the screen; every command by its name |

Days left and days overdue are working days.

A scanner or a paste never runs commands: what it sends is searched for. The code of a citizen's card shows her dossiers, and in the
reception fills the person with the cursor, the next card the other one; the code of a receipt opens its dossier.

Whether a paper is true is said in one line when its code is scanned on a screen, which opens its dossier. `dossier check`, to which the code
is scanned too, says more: which machine signed it and since when that one is revoked, whether it was changed, whether the paper is recorded
here, and whether it was replaced. A copy has the code of the true paper, so each line must be compared (`--page` shows the paper as it was
issued).

In the reception a field that is complete (a citizen number of twelve digits, a date of birth that no digit can continue, a sex chosen
by its number) goes on to the next one by itself. Tab or Enter pressed out of habit at that moment skips no field, and Backspace goes
back. Before a field of letters Tab is still needed, because an input method outside takes digits and letters for one word. A birth
registration asks in the order of the talk: child, date, sex, applicant, phone, address; a digit behind a name goes on to the next field,
and ^B fills in phone and address of an applicant who is known by name or number.

Behind the request stand rows with a usual value, to be changed only where it is another: where the result is taken, channel, kind of
owner, how she was identified (a scanned card says it itself), what the applicant is to the owner and by which paper, a newborn's father and
mother. At a birth the first card is that of whoever brings the papers, the next one that of a parent; the first one scanned again at father or
mother says that she is the parent. What a card or ^B filled in for an applicant goes when another one is named. On a paper `+` and a digit add
one more original (1), certified copy (2) or plain copy (3).

## Keys

The most used ones; `?` lists those of the screen one is on. A letter means the same on every screen; what only one screen
can do is mostly on Ctrl with a letter.

| key | does |
|---|---|
| 1 … 9 | the lists of the queue |
| Enter, ESC | open, go back |
| / | filter the list, marks optional; the given name of a clerk finds what she holds, `late step` what is late with a step of its internal procedure, ↑ brings earlier filters |
| Space, v, * | mark one, a range, everything in the filter |
| 0 and four digits | go to a code |
| -, = | mine or the whole office; what is to be taken over by you |
| N, F3 | receive a new dossier, search |
| Alt+1 … Alt+9 | receive the procedure that is received most, second most, … (numbered in the empty form); where the window takes these keys for its tabs: N, the number, Enter |
| C | hand over to the next step |
| B, G | ask for a supplement, receive it |
| X, T | record the result, hand it back |
| L, P | extend with an apology, fees |
| @ | time for a verification, as the law of the case gives it |
| ^E, ^O | correct a field, reopen |
| U or ^Z, ^Y, ^U | undo (in a dossier: its steps), do again what was undone, list what can be undone |
| . | do the last thing again; on a receipt: another dossier of this person |
| ^C | copy the dossier's code for another program, if the window allows it; nothing else of the dossier |
| ^B, ^R | at the reception: fill in a known person, show her dossiers |
| F, ^D, ^K, Y, + | in a dossier's papers: form, scan, look-up, reuse, add |
| #, ^A | a final code for a provisional one, a code of another system |
| ; | call the citizens one after another (views 4 and 5) |
| & | dossiers whose papers are overdue from the citizen |
| % | mark all dossiers of this procedure |
| F9 | Vietnamese typing of the program itself, on or off; TELEX or VNI shows at the right below while letters are text |
| in a field | ^◀ ^▶ or Alt+B Alt+F by words; ^W or Alt+⌫ and ^Del or Alt+D delete a word; ^K ^U cut to the end or the beginning, ^Y puts it back; ^Z or ^_ undoes |
| F5, F6 | exchange with the province, where it stands |
| F8, F12, F10 | end of day, change the clerk, leave |

<!-- keys -->

<!-- commands -->

## Setting up an office

On a machine without data `dossier` leads the way itself: make the office (choose the unit by its name, type the agency
identification code that the province assigned and the first clerk's name, look it over, Enter); or look at an invented
office first, in a folder of its own beside the data folder (`dossier-demo`, removed with `rm -r`); or read what to do if
the office exists already on another machine (`dossier restore`, `dossier enrol`). Then the first clerk signs in and
chooses her PIN. For 30 days the morning screen reminds an administrator of the first steps: further clerks, the register,
a backup, the enrolment with the province; each disappears once it is done. Whoever leaves with F10 before anything is made
leaves nothing behind; the exit code is 4. The same is done at the prompt by:

```sh
dossier office create --name "xã La Lay" --agency-code 000.19.45.H50 --unit-code 19594 --clerk "Hồ Thị Lan"
dossier                                      # sign in once and choose the PIN, which the commands below ask for
dossier office add-clerk "Nguyễn Văn Bình" --role reception --role specialist
dossier office set --hours 07:00-11:30,13:30-17:00 --idle-lock 10
dossier office decide-procedures new.xlsx --check   # template: office procedures --format xlsx --to new.xlsx; docs/PROCEDURES.md
dossier office decide-procedures new.xlsx    # takes it in
dossier office decide-days 2027.csv          # template: office days --year 2027 --format csv
dossier import register so-theo-doi.csv      # what the software in use exports (form 07 as CSV)
dossier doctor                               # what is not right on this machine, and what to do
dossier backup --show-key                    # print the recovery key and lock it away
```

`dossier doctor --restore-drill` asks for the recovery key, restores the newest backup into a folder beside the data, verifies and removes
it: do it after the key was printed, and once a year.

Keep a backup in its folder: `attachments/` and the `.keys` file there belong to it, and what was erased (a scan, the
kept page of an issued paper) disappears from all of them. The last backup of each of seven days is kept; those of other offices at the same place stay.

`dossier kiosk-setup` prints the unit by which a console is the desk and nothing else.

## Taking a register in

```sh
dossier import register so.csv --check                       # what each column is understood as; what would come in
dossier import register so.csv --column "Khách"=owner        # names a column; "Ghi"=ignore leaves one out, C=owner one without heading
dossier import register so.csv --status "Xong bước 2"=9      # a word for a status (1 to 10)
dossier import register so.csv --date-order mdy              # dates with the month first; --encoding tcvn3
```

`:import` in the program is the same as a screen: it offers the files of the usual folders and of sticks, shows each column with what it
was understood as, and ◀▶ change it, also the status that a word stands for, the order of dates, the encoding and the sheet of a workbook;
below the list the chosen row is shown as a whole; Enter takes the file in. `--check` and the screen name the first dossier of those that
would be new, updated, unchanged or rejected. Of a workbook the first sheet with the headings of a register is read; hidden ones are named
and read with `--sheet NAME` or ◀▶ only.

The file is CSV with `,`, `;`, `|` or tab, in UTF-8, UTF-16, TCVN3, VNI, Windows-1258, VISCII or VPS; text that was encoded twice is
undone. Titles, headings of up to three rows, totals and signatures are known as such. Headings are matched by their words and by
what the column contains; what is not understood is named. A file without a column of codes or of owners' names, with two columns
that could mean the same, or with dates in both orders waits for an answer. The order of day and month is that which all rows of a column,
the codes or the other columns show; where none does, the day is taken to stand first, which is said, and asked about if an appointment would
be before its reception, or a reception in the future, and with the month first none would.

A value that a spreadsheet has changed is read rightly and named (a lost first zero, `45098001236.0`, `="…"`, numbers of days), or its row
is kept aside: digits lost in `4.5E+10`, a code that became `#REF!`, letters lost in `Nguy?n`, an impossible date. Rows that cannot be
read go to `FILE.rejects.csv` with their line, column and reason; corrected there, that file is imported like any other. A code that is
known takes what the register says anew, and nothing that was decided here. A date of birth, a sex or a mother's name that cannot
be read is left empty and named; 1 and 0 are sexes only where the heading says so ("Giới tính (1: nam, 0: nữ)").

Where every row of a file with commas has more cells than there are headings, because nobody has quoted the commas of an address, the cells are
put together again if only one column can have lost them, and named.

A row of a known dossier that differs only in how a cell is read (a first zero restored, midnight instead of the end of the working hours, capitals
without marks) changes nothing by itself: such rows are counted with the first of each kind, and `--accept-readings`, an answer on the terminal,
or ▶ in the first row of the screen takes them. Answers (`--column`, `--status`, `--date-order`, `--encoding`, ◀▶) hold for the next file with
the same headings, on this machine; `--forget-choices`, or ▶ in the first row of the screen, drops them.

## Beside another system

As long as the system in use gives the codes on the citizens' papers:

```sh
dossier office set --own-codes-from 01/01/2027      # until that day the reception also asks for the other system's code
dossier export other-system --like exported.csv tonight.xlsx   # what that system does not have, in its columns; --like once
dossier import register exported-again.csv          # its register: dossiers that were received here do not become two
```

Until that day this program gives provisional codes only (P-…), because both systems have the same series. ^A gives one dossier the other
system's code; it is found by both. A row with the name, procedure and day of reception (one day more or
less) of a dossier of this office is asked about before the code is added (`--same-dossiers`); one that may be of several is kept aside.
At the change-over: dossiers that were handed back while the register still calls them open are filtered, marked by \*, and closed by D,
"handed back before the change-over" (neither on time nor late); % marks all dossiers of a procedure, A assigns them.

## Who writes, who reads

In an office with PINs, a command that writes in a clerk's name asks for her PIN: on the terminal, else it is the first
line of standard input, or of the descriptor of `--pin-fd N`. `--by NAME` says who she is; it may be left out where only
one clerk can be meant. A wrong PIN changes nothing and counts as one at the desk. These commands are `import`,
`attachment erase`, `book want`, `book give-back`, `book reopen`, and each `office` command that changes something.

Reading leaves a trace. `list`, `show`, `outbox`, `export`, `bundle export`, `attachment save` and `backup --to DIR` ask in the
same way who looks, and `backup` when it is given on a terminal or with `--by`; `verify`, `doctor`, `due`, `report`, `sync`
and a timer's backup at the place of the settings ask nobody. The machine notes such a backup, and those that the program makes
by itself or on F8, in `copies.log` beside the data (when, how many dossiers, SHA-256, where); `doctor` counts them. What
shows more than 20 people's data is recorded in the journal before it is put out, and so is each scan and each number
that is not masked: who, when, `--purpose TEXT`, how many, and the SHA-256 of the bytes. The record goes with the next
exchange. In an office without PINs `--by` is needed only then, and only where several clerks work. While the program is
open in a window, what has to be recorded waits until it is left.

Numbers of people are masked, in JSON too; `show --full` and `export register --full` show them to a head of desk, with
a purpose. A register that went out with masked numbers says nothing about them when it comes in again.

On the screen `^N` shows the numbers of the open dossier, and of a paper that is looked at (`^P`): to the clerk who holds
it, to the reception while its citizen is awaited at the counter, and to the head of desk, who is asked what for. The first
time in a session it is recorded. The numbers are masked again by `^N`, on leaving the dossier or the paper, and a minute
after the last key. What is printed has them in full.

## Without current

**Before.** Open the list of blank receipts: `F8` and the line "Blank receipts for power cuts", or type `:blanks`. `^P` prints 20 of them (or
another number) in two halves, with codes and QR codes of this desk. Keep them in the drawer. If the printer is not ready, they keep their
numbers and `F8` counts them; `^P` prints them later.

**While there is no current.** Fill them in by hand: the time, who hands in, the procedure, the papers. Give one half to the citizen and keep the
other one with the papers.

**Afterwards.** Open the program and scan the code on the paper; without a scanner type it at `F3`, or press Enter on it in the list. The
reception form opens with that code: type the time on the paper and the reason, then the fields as usual. (In a form that is open Alt+P does
this, and once more takes it back.) The dossier has that code, its limit runs from that time, the rules and fees are those of that day, and
timeline and book say that it was recorded later. A time without a day is of the only day on which the desk was not at work at that time, which
is shown; if it may be of several, the day is asked for (`9:45 24/11`). The time has to lie between two acts of clerks on this screen, between
which the program was closed; what commands or the exchange record does not count. After an undo the same paper is entered again, and a dossier
in the place of one of a wrong procedure keeps its code and time. A blank is entered at the machine that printed it; scanned at another one, the
program says which. The day in the code is that of the printing. Where the program asks for the last printed number, enter that of the last
receipt that was handed over; after data were put back to an older state, blanks that lie in the drawer count too. A machine of an earlier
version that joins the office delays them until it is upgraded; it is named.

Those that are wet, misprinted or not needed: mark them by Space and strike them by `^X`, with a reason. A strike cannot be undone. On the
command line:

```sh
dossier blanks print                                 # 20 blank receipts in two halves, with codes of this desk
dossier blanks list                                  # which of them are unused
dossier blanks strike CODE… --reason "wet paper"     # those that will not be used
```

## Certified copies

The key `,` in a list opens the counter: type the requester (or scan her card; `^B` fills in a known person), then a line for each kind of paper:
kind, pages of the original, copies, as in `bang 2 30`. A kind without a short word is typed in full; whom the paper names stands behind a stroke:
`cccd / Hồ Thị Mai 2 1`. Below stands how each line was read, what it costs, and the sum. F2 asks whether the originals were compared and for the
money, then receives. Another comma goes on with more papers of the same person.

`_` sends it to the signer and takes its numbers for today, one for each kind of paper and person named; what is marked goes together. A number is
given to nothing else, even after an undo. Each year a head of desk opens the book at one machine, with the last number on paper, and once more
after a restore:

```sh
dossier book open copies --last 0             # this year's book; the last number if it was begun on paper
dossier book open copies --volume 2           # the next volume; the numbers go on
dossier book show copies                      # each number, what is missing, what is double
```

## The exchange with the province

```sh
dossier enrol --server https://sync.province.example:8443 --fingerprint XXXX-… --name "Bàn 1"   # asks for the code
dossier sync                                                                                    # or F5
```

The machine makes its own key; the province signs its certificate; both prove who they are. A code works once, for 7
days. A certificate ends after two years; in its last month `dossier enrol` gets another one.

Where there is no link, a stick does the same exchange, scans included:

```sh
dossier bundle export FILE [--scans MB]      # what waits: entries, then scans, the most wanted first
dossier bundle import ANSWER                 # entries, verdicts, which scans arrived, others' scans
```

FILE is sealed for the province and ANSWER for this machine; nobody else reads them. A file that was changed or cut
short is refused as a whole, and taking one in twice is harmless. Both hold at most 500 MB of scans unless `--scans`
says otherwise; the rest goes with the next one.

## Files

| file | holds |
|---|---|
| `~/.local/share/dossier` | the data, mode 0700, files 0600; `$XDG_DATA_HOME/dossier`, or the folder of `--data` |
| `dossier.sqlite` | journal and everything made from it; alone it is the whole office, except for the scans |
| `dossier.sqlite.version-…` | the data as they were before the last upgrade |
| `attachments/` | scans and kept pages of issued papers, each sealed under its own key |
| `~/.config/dossier/settings.toml` | the settings of this machine; with `--data DIR`: `DIR/settings.toml` |
| `~/.config/dossier/themes/` | own themes, `NAME.toml` |
| `~/.config/dossier/forms.txt` | the office's own wording of papers: what differs from `dossier paper texts`; `--check FILE` names its faults |
| `~/.config/dossier/attestations.txt` | attestations of certified papers that the office has confirmed or worded itself: what differs from `dossier paper attestations`; `--check FILE` names its faults |

The database relies on the disk's encryption; `dossier doctor` says whether it is on.

## Settings

A file that is wrong is reported with its line, and the defaults hold.

| key | values | default |
|---|---|---|
| `language` | `"vi"`, `"en"` | `"vi"` |
| `theme` | `"default"`, `"dark"`, `"light"`, `"high-contrast"`, `"mono"`, or the name of a file in `themes/` | `"default"` |
| `input-method` | the input method outside: `"none"`, `"telex"`, `"vni"` | `"none"` |
| `typing` | the program's own typing of Vietnamese: `"telex"`, `"vni"`, `"off"`, or `"auto"`: Telex on a console (`TERM=linux`), else off | `"auto"` |
| `tone` | where its tones stand: `"old"` (hòa, thúy) or `"new"` (hoà, thuý) | `"old"` |
| `backup-folder` | absolute path of the second place, e.g. a USB disk | none |
| `printer` | name of a printer as `dossier printers` shows it | this machine's default |
| `printer-server` | absolute path of the socket of the print service (CUPS) | this machine's |
| `print-at-reception` | `true` or `false`: whether a reception prints its appointment slip (`appointment-slip`) by itself if there is a printer; entering a blank receipt prints none | `true`; `false` for data to try out |
| `print` | a table `[print.FORM]` of one form (its name is in the table below), behind the other keys: `printer`, `tray` (as `dossier printers` shows it), `copies` (1 to 9) | as for all papers, 1 copy |
| `office-phone` | the telephone number that papers give, in quotes | a dotted line |
| `office-website` | the web page that papers give, in quotes | a dotted line |
| `ascii` | only ASCII characters for boxes and symbols | `false` |
| `plain` | no boxes, and words for symbols: for screen readers and braille | `false` |
| `suspend` | whether `:suspend` may stop the program | `false` |

The forms of `[print.FORM]`; the appointment slip and the receipt are two of them:

| form | paper |
|---|---|
| `receipt` | Receipt (form 01) |
| `visit-receipt` | Receipt of several dossiers (form 01) |
| `supplement` | Supplement request (form 02) |
| `refusal` | Refusal (form 03) |
| `apology` | Apology and new appointment (form 04) |
| `stopping` | Notice of stopping (form 05) |
| `control-slip` | Control slip (form 06) |
| `register` | Book of dossiers (form 07) |
| `appointment-slip` | Appointment slip (half a sheet) |
| `file-label` | File label |
| `hand-over-list` | Hand-over list of results |
| `guide-sheet` | Guide to a procedure |
| `blank-receipt` | Blank receipt |
| `declaration` | all declarations |

`NO_COLOR` is honoured.

## JSON

Keys are stable. An absent value has no key.

| command | keys |
|---|---|
| `list` | `code`, `procedureCode`, `procedureName`, `ownerName` (absent when confidential), `status` (1–10), `statusName`, `step`, `stepName`, `stepDueAt`, `receivedAt`, `dueAt`, `resolvedAt`, `assignee`, `componentsDigitised`, `componentsCountable`, `delivery`, `isVoid` |
| `show` | `dossier` (with the keys of `list`), `ownerNumber` and `ownerPhone` (masked without `--full`), `codes`, `components` (`name`, `form`, `originals`, `certifiedCopies`, `plainCopies`, `isDigitised`), `timeline` (`at`, `clerk`, `action`), `isFolded`, `caseName`, `fee`, `feeLines` (`name`, `calculation`, `amount`, `quantity`, `unit` (`copy`, `matter`), `unitAmount`), `feeReduction`, `channel` (1–3), `isAssisted`, `onBlank` (`reason`, `recordedAt`), `deliveryPlace`, `people` (`part`, `name`, `kind`, `number`, `oldNumber` and `phone` masked without `--full`, `identified` (1–7), `relation`, `relationText`) |
| `import register` | `imported`, `updated`, `unchanged`, `readDifferently` (rows left as they are), `readings` (of these the first of each fact), `sameDossiers` (rows of dossiers that were received here, whose code was not added), `sameDossierLines`, `usesRememberedChoices`, `rejected` (the first 1,000, with `line`, `column`, `reason`), `rejectedCount`, `remarks` (values not stored as written, in the same form), `remarkCount`, `linesBeside`, `firstLineBeside`, `encoding`, `firstLines`, `firstDossiers` (`line`, `code`, `owner`), `columnsLeftOut`, `columnsNotTaken`, `sheetsLeftOut`, `questions` |
| `import register --check` | `columns` (`heading`, `meaning`, `isTakenIn`, `grounds`, `samples`), `report` (as above) |
| `due` | `procedureCode`, `receivedAt`, `dueAt`, `reasons` |
| `report` | `from`, `to`, `carriedOver`, `received`, `resolved`, `withdrawn`, `stillOpen`, `early`, `onTime`, `late`, `standing` with `received`, `carriedOver` and `total` (each: `all`, `resolved`, `early`, `onTime`, `late`, `withoutAppointment`, `withdrawn`, `refused`, `stopped`, `openInTime`, `openOverdue`, `paused`), and rates as `numerator`, `denominator`, `text` |
| `verify` | `entries`, `dossiers`, `attachments`, `faults` |
| `printers` | `name`, `description`, `state` (idle, processing, stopped), `isReady`, `isDefault`, `isChosen`, `remarks`, `media`, `trays` |
| `office clerks` | `id`, `name`, `roles` (in words) |
| `office settings` | `name`, `agencyCode`, `unitCode`, `hours`, `extensionLimit`, `requiresPIN`, `idleLockMinutes`, `wholePeriodProcedures`, `ownCodesFrom` |
| `office procedures` | `code`, `name`, `field`, `isReceivable`, `timeLimit`, `fee`, `components`, `validFrom`, `validTo` |
| `office days` | `date`, `kind` (NGHI_LE, NGHI_BU, NGHI_HOAN_DOI, LAM_BU), `name`, `source` |
| `sync` | `entriesSent`, `entriesReceived`, `conflicts`, `refused`, `bytesUp`, `bytesDown`, `roundTrips`, `acknowledged`, `own`, `completeUpTo`, `head`, `blobsComplete`, `blobs`, and `failure` when it came to nothing |
| `outbox` | `epoch`, `sequence`, `at`, `clerk`, `code`, `owner`, `action`, `state`, `reason` |
| `book list` | `name`, `lastNumber`, `holding` |
| `blanks list` | `code`, `printedAt`, `state` (`unused`, `used`, `struck`, `ofEarlierLife`), `reason` |
| `attachment list` | `number` of a scan or `paper` of an issued paper, `name`, `hash`, `state` (sending, sent, receiving, here, erased, unknown), `percent` |

## Exit status

| code | means |
|---|---|
| 0 | done |
| 1 | faults found in the input or the data; they are listed |
| 3 | nothing of that code, name or file |
| 4 | the database cannot be used, or its disk is full or read-only |
| 5 | no terminal, or one that cannot show the program |
| 6 | no exchange with the province; nothing is lost |
| 64 | wrong usage |

## Examples

```sh
dossier list --view due --format csv > due.csv
dossier show 261124-0007                            # or the last four digits, when they name one only
dossier due 1.004873 --received 2026-11-25T14:30    # the appointment and its reasoning
dossier report --from 01/11/2026 --to 30/11/2026
dossier export register --from 01/11/2026 --to 30/11/2026 > so-theo-doi.csv
dossier verify && dossier backup --to /media/usb
dossier --script keys.txt --size 120x40             # keys by name (x, <enter>, <F3>, <C-s>), : commands, :save-screen FILE
```

## See also

`provincial-server --help`; in the source tree docs/manual, docs/UPGRADING.md and docs/SECURITY.md.
"""##

  static let commands = ##"""
# Commands of `dossier`

<!-- Made by `make manual` from what the program says of itself. -->

## Options of most commands

| option | meaning |
|---|---|
| `--data DATA` | The office's data folder (default: the XDG data folder). |
| `--theme THEME` | Name of a theme: default, dark, light, high-contrast, mono, or your own. |
| `--language LANGUAGE` | vi or en. |
| `--now NOW` | ISO 8601 time that a demo office takes for now; refused for real data. |
| `--ascii` | Only ASCII characters for boxes and symbols. |
| `--plain` | No boxes, words for symbols: for screen readers and braille. |

## Commands

### dossier open

```text
dossier open [--script SCRIPT] [--size SIZE]
```

Opens the full-screen program (the default).

| option | meaning |
|---|---|
| `--script SCRIPT` | Runs keys from a file without a terminal. |
| `--size SIZE` | Columns and rows of a script's screen, e.g. 120x40. Default: 80x24. |

### dossier list

```text
dossier list [--view VIEW] [--search SEARCH] [--format FORMAT] [--json] [--limit LIMIT] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Lists the dossiers of a view.

| option | meaning |
|---|---|
| `--view VIEW` | due, online, progress, waiting, results, decision, all, unassigned, conflicts. Default: due. |
| `--search SEARCH` | Only dossiers with these words (marks optional, prefix by word). |
| `--format FORMAT` | table, json or csv. Default: table. |
| `--json` | The same as --format json. |
| `--limit LIMIT` | At most so many rows. Default: 1000. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier show

```text
dossier show CODE [--json] [--full] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Shows one dossier with its journal.

| option | meaning |
|---|---|
| `CODE` | The dossier's code, or its last four digits when they name one only. |
| `--json` | JSON. |
| `--full` | Numbers of people as they are, not masked: for a head of desk, with --purpose. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier import register

```text
dossier import register FILE [--check] [--accept-readings] [--same-dossiers] [--encoding ENCODING] [--column COLUMN…] [--status STATUS…] [--date-order DATE-ORDER] [--forget-choices] [--sheet SHEET] [--rejects REJECTS] [--json] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

The register of dossiers (form 07) as CSV or XLSX.

| option | meaning |
|---|---|
| `FILE` | The CSV file, or the workbook. |
| `--check` | Takes nothing in: says what each column is understood as and what would be new, updated, unchanged or rejected. |
| `--accept-readings` | Also takes rows that differ from the data only in how a cell is read; on a terminal they are asked about. |
| `--same-dossiers` | Gives dossiers that were received here the codes of their rows; on a terminal they are asked about. |
| `--encoding ENCODING` | utf-8, utf-16le, utf-16be, tcvn3, vni, windows-1258, viscii, vps, tcvn3-utf8, vni-utf8, utf-8-twice; detected when not given. |
| `--column COLUMN` | What a column is: "HEADING"=MEANING, or its letter where it has no heading. MEANING: code, procedureCode, procedureName, copies, owner, identityNumber, addressAndPhone, phone, decidingOffice, received, due, handedBack, resolved, status, delivery, note, birth, birthOfWoman, sex, sexOfWoman, relative or ignore. May be given several times. |
| `--status STATUS` | What a word for a status means: "WORD"=NUMBER, 1 to 10. May be given several times. |
| `--date-order DATE-ORDER` | The order of day and month in dates: dmy or mdy; decided by the rows when not given. |
| `--forget-choices` | Forgets the choices that were made for an earlier file with the same headings; else they hold again. |
| `--sheet SHEET` | Of a workbook, the sheet with this name (default: the first with rows). |
| `--rejects REJECTS` | Where rows that cannot be read are written (default: FILE.rejects.csv); a file that is there stays. |
| `--json` | JSON: imported, updated, unchanged, readDifferently, sameDossiers, rejected (the first 1,000), rejectedCount, remarks, encoding; with --check also columns. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier export register

```text
dossier export register --from FROM --to TO [--full] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

The register of dossiers (form 07) as CSV, by date of reception.

| option | meaning |
|---|---|
| `--from FROM` | First day: dd/mm/yyyy or yyyy-mm-dd. |
| `--to TO` | Last day, included. |
| `--full` | Identity numbers as they are, which form 07 does not ask for: for a head of desk, with --purpose. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier export other-system

```text
dossier export other-system FILE [--like LIKE] [--from FROM] [--full] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

The register of dossiers that a system used beside this one does not have yet, in its columns.

The columns are those of a file that the system has exported (--like), which are kept for the next time. A .csv or .xlsx file by its name. Dossiers with a code of another system are left out: import register takes that system's register in and adds its codes.

| option | meaning |
|---|---|
| `FILE` | The file to write, which is not there yet. |
| `--like LIKE` | A file that the other system has exported. |
| `--from FROM` | Only dossiers received from this day on (default: all that the other system does not have). |
| `--full` | Identity numbers as they are: for a head of desk, with --purpose. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier due

```text
dossier due CODE --received RECEIVED [--days DAYS] [--json]
```

The appointment of a procedure received at a time, and its reasoning.

| option | meaning |
|---|---|
| `CODE` | Procedure code, e.g. 1.004873. |
| `--received RECEIVED` | When it is handed in: ISO 8601, +07:00 by default. |
| `--days DAYS` | Working days, when the procedure's time limit is not known; in place of the one that is. |
| `--json` | JSON: dueAt, reasons. |

### dossier report

```text
dossier report --from FROM --to TO [--json]
```

Counts and rates of a period.

| option | meaning |
|---|---|
| `--from FROM` | First day: dd/mm/yyyy or yyyy-mm-dd. |
| `--to TO` | Last day, included. |
| `--json` | JSON. |

### dossier verify

```text
dossier verify [--who] [--json]
```

Checks file, journal chain, canonical bytes, attachments and projections.

| option | meaning |
|---|---|
| `--who` | Also says who wrote what, at which machine, when, and what shows it. |
| `--json` | JSON: entries, dossiers, attachments, signed, machineOnly, unsigned, faults, refoldingLeft, keptBeside; with --who also who. |

### dossier rebuild

```text
dossier rebuild
```

Makes rows, counts and search index again from the journal.

### dossier doctor

```text
dossier doctor [--restore-drill] [--key-fd KEY-FD] [--json]
```

Checks locale, terminal, console font, SQLite, disk, permissions, settings, theme and backups.

| option | meaning |
|---|---|
| `--restore-drill` | Also restores the newest backup beside the data, verifies and removes it; asks for the recovery key. |
| `--key-fd KEY-FD` | Reads the recovery key for --restore-drill from this file descriptor. |
| `--json` | JSON: name, isGood, found, advice. |

### dossier manual

```text
dossier manual
```

Prints the manual page (pipe it to man -l -).

### dossier office create

```text
dossier office create --name NAME --agency-code AGENCY-CODE --unit-code UNIT-CODE --clerk CLERK [--without-pin]
```

Makes an office in an empty data folder.

| option | meaning |
|---|---|
| `--name NAME` | E.g. "xã La Lay". |
| `--agency-code AGENCY-CODE` | Agency identification code, e.g. 000.19.45.H50. |
| `--unit-code UNIT-CODE` | Code of the commune, e.g. 19594. |
| `--clerk CLERK` | The first clerk, who is head of desk and administrator. |
| `--without-pin` | A one-clerk office that asks for no PIN. |

### dossier office settings

```text
dossier office settings [--json]
```

What is set in the office: the same at all its desks.

| option | meaning |
|---|---|
| `--json` | JSON. |

### dossier office set

```text
dossier office set [--name NAME] [--agency-code AGENCY-CODE] [--hours HOURS] [--rests-24-november RESTS-24-NOVEMBER] [--extension-limit EXTENSION-LIMIT] [--pin PIN] [--idle-lock IDLE-LOCK] [--own-codes-from OWN-CODES-FROM] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Changes settings of the office, for all its desks.

Appointments that were given stay as they are on paper.

| option | meaning |
|---|---|
| `--name NAME` | E.g. "xã La Lay". |
| `--agency-code AGENCY-CODE` | Agency identification code; codes that were issued stay. |
| `--hours HOURS` | E.g. 07:00-11:30,13:30-17:00. |
| `--rests-24-november RESTS-24-NOVEMBER` |  |
| `--extension-limit EXTENSION-LIMIT` | How often a dossier may be extended with an apology. |
| `--pin PIN` | Whether clerks sign in by PIN: yes or no. |
| `--idle-lock IDLE-LOCK` | Minutes without a key before the screen locks; 0 never. |
| `--own-codes-from OWN-CODES-FROM` | Beside another system: the day from which citizens get this program's codes; none: from the beginning. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office clerks

```text
dossier office clerks [--json]
```

The office's clerks, with the ids by which the province says who may sign in where.

| option | meaning |
|---|---|
| `--json` | JSON. |

### dossier office add-clerk

```text
dossier office add-clerk NAME [--title TITLE] --role ROLE… [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Adds a clerk.

| option | meaning |
|---|---|
| `NAME` | Her name. |
| `--title TITLE` | Her title. |
| `--role ROLE` | reception, specialist, signingLeader, headOfDesk, administrator. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office absent

```text
dossier office absent NAME --from FROM --to TO [--substitute SUBSTITUTE] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Says that a clerk is away, and who stands in for her.

| option | meaning |
|---|---|
| `NAME` | Her name. |
| `--from FROM` | First day. |
| `--to TO` | Last day, included. |
| `--substitute SUBSTITUTE` | Who stands in. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office reset-pin

```text
dossier office reset-pin NAME [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Lets a clerk choose a new PIN at her next sign-in.

| option | meaning |
|---|---|
| `NAME` | Her name. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office last-number

```text
dossier office last-number --date DATE --number NUMBER [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

After a restore: the last number that was printed on a day, so that its codes are final again.

| option | meaning |
|---|---|
| `--date DATE` | The day. |
| `--number NUMBER` | 0 when none was printed. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office pause

```text
dossier office pause PROCEDURE POLICY [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

What becomes of appointments after a supplement, by procedure.

prolonged: the old appointment plus the working time that passed (what holds where nothing is set).
wholePeriod: the procedure's whole period again from the day on which the papers were complete.

| option | meaning |
|---|---|
| `PROCEDURE` | The procedure's code. |
| `POLICY` | prolonged or wholePeriod. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office hours

```text
dossier office hours [--json]
```

When each reception point is open, by weekday and on days of its own.

| option | meaning |
|---|---|
| `--json` | JSON. |

### dossier office set-hours

```text
dossier office set-hours [--point POINT] [--weekdays WEEKDAYS] [--monday MONDAY] [--tuesday TUESDAY] [--wednesday WEDNESDAY] [--thursday THURSDAY] [--friday FRIDAY] [--saturday SATURDAY] [--sunday SUNDAY] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Decides the weekly opening hours of a reception point.

Hours as `7:00-11:30, 13:30-17:00`; an empty text closes the point on that day. Days that are not given stay as they are. Who comes while the point is open is received as on any working day; appointments name an hour at which it is open. Lists the dossiers whose citizens were told to come at an hour that is closed now.

| option | meaning |
|---|---|
| `--point POINT` | The reception point; the main one without it. |
| `--weekdays WEEKDAYS` | Monday to Friday. |
| `--monday MONDAY` | Monday. |
| `--tuesday TUESDAY` | Tuesday. |
| `--wednesday WEDNESDAY` | Wednesday. |
| `--thursday THURSDAY` | Thursday. |
| `--friday FRIDAY` | Friday. |
| `--saturday SATURDAY` | Saturday. |
| `--sunday SUNDAY` | Sunday. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office set-day-hours

```text
dossier office set-day-hours DATE [--hours HOURS] [--as-weekday] [--reason REASON] [--counts-for-limits] [--point POINT] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Decides the opening hours of one day: a Saturday on duty, an afternoon closed by a flood.

Lists the dossiers whose citizens were told to come on that day at an hour that is closed now.

| option | meaning |
|---|---|
| `DATE` | The day: dd/mm/yyyy. |
| `--hours HOURS` | E.g. 7:00-11:30; empty for closed. |
| `--as-weekday` | The hours of the weekday again. |
| `--reason REASON` | Why, for the others. |
| `--counts-for-limits` | Time limits run by these hours too: a day on duty is a working day, a closed one is not. |
| `--point POINT` | The reception point; the main one without it. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office point

```text
dossier office point POINT [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Says at which reception point this desk stands; its hours are those of appointments given here.

| option | meaning |
|---|---|
| `POINT` | Its name, as in `set-hours --point`; empty for the main one. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office days

```text
dossier office days [--year YEAR] [--format FORMAT]
```

The days off and the Saturdays that are worked, as appointments count them.

--format csv gives the table that `decide-days` takes.

| option | meaning |
|---|---|
| `--year YEAR` | Only this year. |
| `--format FORMAT` | table, csv or json. Default: table. |

### dossier office decide-days

```text
dossier office decide-days FILE [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Takes in the yearly decision: the days off and the Saturdays that are worked for them.

A table with date, kind (nghỉ lễ, nghỉ bù, nghỉ hoán đổi, đi làm), name and source, as `days --format csv` gives it. It takes the place of what was decided before about its years; days that it does not name keep their default. Appointments that were given stay as they are on paper.

| option | meaning |
|---|---|
| `FILE` | The CSV file, or the workbook. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office default-days

```text
dossier office default-days YEAR [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Takes the decision about a year back: the defaults hold again.

| option | meaning |
|---|---|
| `YEAR` | The year. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office procedures

```text
dossier office procedures [QUERY…] [--decided] [--format FORMAT] [--to TO]
```

The procedures that the office knows, as they hold today.

--format csv gives the table that `decide-procedures` takes. With --to the rules are written too (questions, cases, papers, fees, reductions, limits, results, steps, offices, links, law): csv to a new folder, xlsx to a new workbook.

| option | meaning |
|---|---|
| `QUERY` | Words of the name, a code, or what citizens say; all when left out. |
| `--decided` | Only what was decided beyond the program's own catalogue, all versions. |
| `--format FORMAT` | table, csv, xlsx or json. Default: table. |
| `--to TO` | The folder (csv) or workbook (xlsx) to write, which is not there yet. |

### dossier office decide-procedures

```text
dossier office decide-procedures FILE [--check] [--what-if] [--from FROM] [--through THROUGH] [--announcement ANNOUNCEMENT] [--date DATE] [--title TITLE] [--signer SIGNER] [--file FILE] [--internal INTERNAL] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Takes in procedures: new ones, and new versions of known ones.

A table with a row that names its columns, as `procedures --format csv` gives it; code and name are needed. A row takes the place of what was known of its code from the same day on; with another day it is a further version. A workbook of several sheets, or a folder of CSV files, as `procedures --to` gives them, has the rules too: questions, cases, papers, fees, reductions, limits, results, steps, offices, links, law. What has no column or no sheet stays as it was known. Dossiers keep the version of their reception. With --announcement the decision of announcement is recorded along with them; `announcements` lists these, and `retract-announcement` takes one back.

| option | meaning |
|---|---|
| `FILE` | The workbook, the folder of CSV files, or one CSV file. |
| `--check` | Only says what would change and what is wrong, and takes nothing in. |
| `--what-if` | Tries the rules on dossiers that were received: which would be different; shows codes only, takes nothing in. |
| `--from FROM` | The first day of reception of the dossiers tried; 12 months ago when left out. |
| `--through THROUGH` | The last day of reception of the dossiers tried; today when left out. |
| `--announcement ANNOUNCEMENT` | The number of the decision of announcement: procedures and decision are recorded as one act. |
| `--date DATE` | The day of the decision. |
| `--title TITLE` | The title of the decision. |
| `--signer SIGNER` | Who signed it. |
| `--file FILE` | The signed file: only its SHA-256 is recorded. |
| `--internal INTERNAL` | How many internal procedures the decision carries. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier office announcements

```text
dossier office announcements [--year YEAR] [--format FORMAT]
```

The decisions of announcement, the newest first, and what they sum to.

The sum is that of the decisions that were not taken back.

| option | meaning |
|---|---|
| `--year YEAR` | Only this year. |
| `--format FORMAT` | table or json. Default: table. |

### dossier office retract-announcement

```text
dossier office retract-announcement NUMBER --date DATE --reason REASON [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Takes a decision of announcement back.

The versions that it brought no longer count, and what they had replaced counts again. Dossiers keep the version of their reception.

| option | meaning |
|---|---|
| `NUMBER` | Its number. |
| `--date DATE` | The day of that decision. |
| `--reason REASON` | Why it is taken back. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier demo create

```text
dossier demo create [--dossiers DOSSIERS] [--seed SEED] [--with-pin] [--scans]
```

Makes a demo office in an empty data folder.

| option | meaning |
|---|---|
| `--dossiers DOSSIERS` | How many dossiers, open and ended. Default: 2000. |
| `--seed SEED` | The same seed gives the same office. Default: 1. |
| `--with-pin` | Asks for a PIN at sign-in. |
| `--scans` | Digitised papers name scans, whose files are nowhere: for measuring. |

### dossier demo day

```text
dossier demo day [--dossiers DOSSIERS] [--seed SEED] [--other-words]
```

Records a day's work in a demo office, about five entries a dossier.

| option | meaning |
|---|---|
| `--dossiers DOSSIERS` | How many citizens come. Default: 150. |
| `--seed SEED` | The same seed gives the same day. Default: 2. |
| `--other-words` | Names and notes that no other demo has: for measuring. |

### dossier demo desk-simulator

```text
dossier demo desk-simulator [--every EVERY] [--rounds ROUNDS] [--seed SEED]
```

A SIMULATOR of a colleague: works at an enrolled demo desk and synchronises, until it is stopped.

| option | meaning |
|---|---|
| `--every EVERY` | Mean seconds between two pieces of work. Default: 20. |
| `--rounds ROUNDS` | How many pieces of work before it ends; 0: never. Default: 0. |
| `--seed SEED` | The same seed works the same. Default: 1. |

### dossier backup

```text
dossier backup [--to TO] [--list] [--show-key] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Makes an encrypted copy at a second place and reads it back.

| option | meaning |
|---|---|
| `--to TO` | The second place, e.g. a USB disk (default: backup-folder in settings.toml). |
| `--list` | Lists the copies that are there. |
| `--show-key` | Shows the office's recovery key as text and as QR code; print it and keep it in the safe. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier restore

```text
dossier restore FILE [--key-fd KEY-FD]
```

Brings an office back from a copy, into an empty data folder.

Asks for the recovery key as it was printed; without a terminal it is the first line of standard input.

| option | meaning |
|---|---|
| `FILE` | The copy. |
| `--key-fd KEY-FD` | Reads the recovery key from this file descriptor. |

### dossier attachment list

```text
dossier attachment list CODE [--json]
```

The scans of a dossier, and the kept pages of its issued papers.

| option | meaning |
|---|---|
| `CODE` | The dossier's code. |
| `--json` | JSON: number (a scan) or paper (an issued paper), name, hash, state, percent. |

### dossier attachment save

```text
dossier attachment save CODE NUMBER --to TO [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Writes a scan into a new file.

| option | meaning |
|---|---|
| `CODE` | The dossier's code. |
| `NUMBER` | The paper's number. |
| `--to TO` | The new file. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier attachment erase

```text
dossier attachment erase CODE NUMBER --reason REASON [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Destroys a scan, or the kept page of an issued paper, for good: its key, its file, and at the next backup its key there.

With a declaration the later ones of the dossier go too, because they were filled from it; their numbers are printed. A backup disk that is not plugged in again keeps the key of its day: plug it in, or destroy it.

| option | meaning |
|---|---|
| `CODE` | The dossier's code. |
| `NUMBER` | The paper's number in the dossier, or the number on an issued paper, such as 12/2026-7K3QZ0. |
| `--reason REASON` | Why: goes into the dossier's timeline. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier attachment mend

```text
dossier attachment mend [--from FROM]
```

Brings missing or damaged scans back from the folder of the backups.

| option | meaning |
|---|---|
| `--from FROM` | The folder (default: backup-folder in settings.toml). |

### dossier enrol

```text
dossier enrol --server SERVER [--code-fd CODE-FD] --fingerprint FINGERPRINT --name NAME [--json]
```

Makes this machine a desk of the province.

The province gives a code that works once and the fingerprint of its authority; both are typed as they are on the paper. The code is asked for; without a terminal it is the first line of standard input. An empty data folder becomes a new desk of the office, filled by the first exchange. An office that worked alone until now keeps everything; the province has to have a code made for it.

| option | meaning |
|---|---|
| `--server SERVER` | https://host:port of the provincial server. |
| `--code-fd CODE-FD` | Reads the one-time code from this file descriptor. |
| `--fingerprint FINGERPRINT` | The authority's fingerprint, five groups of four characters. |
| `--name NAME` | The desk's name, e.g. "Bàn 1". |
| `--json` | JSON: office, officeName, device, server, certificateEndsAt. |

### dossier sync

```text
dossier sync [--tries TRIES] [--json]
```

Sends what waits to the province and takes in what others did.

While the program is open in a window, synchronise there instead. Safe to stop at any moment: what was acknowledged is at the province, everything else is sent again.

| option | meaning |
|---|---|
| `--tries TRIES` | Tries before giving up, with growing waits between them. Default: 3. |
| `--json` | JSON: entriesSent, entriesReceived, conflicts, refused, bytesUp, bytesDown, roundTrips, acknowledged, own, completeUpTo, head, blobsComplete, blobs, failure. |

### dossier outbox

```text
dossier outbox [--search SEARCH] [--state STATE] [--limit LIMIT] [--json] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Lists this desk's entries: recorded, sent, acknowledged or refused with the reason.

Newest first. Confidential dossiers show neither owner nor content.

| option | meaning |
|---|---|
| `--search SEARCH` | Only entries with these words in code, owner or what was done. |
| `--state STATE` | recorded, sent, acknowledged or refused. |
| `--limit LIMIT` | At most so many rows. Default: 200. |
| `--json` | JSON: a list of epoch, sequence, at, clerk, code, owner, action, state, reason. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier book list

```text
dossier book list [--json]
```

Lists the office's books and who holds them.

| option | meaning |
|---|---|
| `--json` | JSON: a list of name, lastNumber, holding (elsewhere, held, wanted, returning, closed), for certification books kind, year and volume too. |

### dossier book open

```text
dossier book open KIND [--year YEAR] [--last LAST] [--volume VOLUME] [--take-over] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Opens a certification book of the year at this desk, or its next volume.

For a book that was begun on paper, say the last number in it; the next one follows. Do the same after a restore, because papers may carry numbers that the data do not know.

| option | meaning |
|---|---|
| `KIND` | The kind of book. |
| `--year YEAR` | The year, if not this one. |
| `--last LAST` | The last number in the year's book on paper; 0 if there is none. |
| `--volume VOLUME` | Which volume, if not the open one. |
| `--take-over` | The machine that holds the book is lost, or numbers no more. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier book show

```text
dossier book show KIND [--year YEAR] [--json] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

What a certification book says: each number, what is missing, what is double.

| option | meaning |
|---|---|
| `KIND` | The kind of book. |
| `--year YEAR` | The year, if not this one. |
| `--json` | JSON: number, volume, date, code, owner, paper, person, copies, signer, struck. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier book want

```text
dossier book want NAME [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Asks for a book, to number in it at this desk.

| option | meaning |
|---|---|
| `NAME` | Its name. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier book give-back

```text
dossier book give-back NAME [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Gives a book back: this desk numbers no more in it, from now on.

| option | meaning |
|---|---|
| `NAME` | Its name. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier book reopen

```text
dossier book reopen NAME --last-number LAST-NUMBER [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

After a restore: says which number stands last in the book on paper, so that it goes on from there.

| option | meaning |
|---|---|
| `NAME` | Its name. |
| `--last-number LAST-NUMBER` | 0 when there is none. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier blanks print

```text
dossier blanks print [--count COUNT] [--output OUTPUT] [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Prints blank receipts with this desk's next numbers.

| option | meaning |
|---|---|
| `--count COUNT` | How many, 1 to 100. Default: 20. |
| `--output OUTPUT` | Writes a PDF instead of printing; must not exist yet. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier blanks list

```text
dossier blanks list [--all] [--json]
```

Lists the blank receipts that this desk has printed.

| option | meaning |
|---|---|
| `--all` | Also those that were entered or struck. |
| `--json` | JSON: code, printedAt, state (unused, used, struck, ofEarlierLife), reason. |

### dossier blanks strike

```text
dossier blanks strike CODES… --reason REASON [--by BY] [--pin-fd PIN-FD] [--clock-is-right]
```

Strikes blank receipts that will not be used, with the reason; it cannot be undone.

| option | meaning |
|---|---|
| `CODES` | The codes on them. |
| `--reason REASON` | Why they are not used. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--clock-is-right` | The machine's date is right, although far from the last entry; on a terminal this is asked. |

### dossier bundle export

```text
dossier bundle export FILE [--scans SCANS] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Writes what waits into a file for the province.

| option | meaning |
|---|---|
| `FILE` | The file to write, e.g. on a USB stick. |
| `--scans SCANS` | Most MB of scans in it; 0 for none. Default: 500. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier bundle import

```text
dossier bundle import FILE [--json]
```

Takes in the province's answer.

| option | meaning |
|---|---|
| `FILE` | The file that came back. |
| `--json` | JSON: the keys of dossier sync --json. |

### dossier text fold

```text
dossier text fold
```

As search sees it: no marks, lower case, đ as d.

It takes none of `--data DATA`, `--theme THEME`, `--language LANGUAGE`, `--now NOW`, `--ascii`, `--plain`.

### dossier text sort

```text
dossier text sort [--plain-text]
```

By given name, family name, middle names, in Vietnamese order.

| option | meaning |
|---|---|
| `--plain-text` | Compare whole lines instead of names. |

It takes none of `--data DATA`, `--theme THEME`, `--language LANGUAGE`, `--now NOW`, `--ascii`, `--plain`.

### dossier text compose

```text
dossier text compose --method METHOD [--tone TONE] [--names]
```

Makes of each line of keys what would stand in a field; \b is Backspace.

| option | meaning |
|---|---|
| `--method METHOD` | The method: telex or vni. |
| `--tone TONE` | Where the tone stands: old (hòa) or new (hoà). Default: old. |
| `--names` | As in a field of names: foreign words keep their marks. |

It takes none of `--data DATA`, `--theme THEME`, `--language LANGUAGE`, `--now NOW`, `--ascii`, `--plain`.

### dossier text convert

```text
dossier text convert [--from FROM]
```

Converts standard input from an older encoding to composed Unicode.

| option | meaning |
|---|---|
| `--from FROM` | tcvn3, vni, nfd (marks apart), mojibake (UTF-8 that was misread), or auto. Default: auto. |

It takes none of `--data DATA`, `--theme THEME`, `--language LANGUAGE`, `--now NOW`, `--ascii`, `--plain`.

### dossier paper list

```text
dossier paper list CODE [--json]
```

The papers that were issued for a dossier.

| option | meaning |
|---|---|
| `CODE` | The dossier's code. |
| `--json` | JSON: number, form, name, issuedAt, clerk, replacedBy, dossiers, printed. |

### dossier paper show

```text
dossier paper show CODE NUMBER [--full] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

What an issued paper says, as it was issued.

| option | meaning |
|---|---|
| `CODE` | The dossier's code. |
| `NUMBER` | The paper's number, e.g. 12/2026-7K3QZ0. |
| `--full` | Numbers of people as they are, not masked: for a head of desk, with --purpose. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier paper texts

```text
dossier paper texts [--check CHECK]
```

Number, date and wording of the papers; forms.txt beside settings.toml changes them.

| option | meaning |
|---|---|
| `--check CHECK` | Checks a forms.txt. |

### dossier paper attestations

```text
dossier paper attestations [KIND] [--check CHECK] [--way WAY] [--output OUTPUT]
```

What attestations say, and a sample of each; attestations.txt beside settings.toml changes and confirms them.

| option | meaning |
|---|---|
| `KIND` | The attestation of which a sample is shown; without it the words of all. |
| `--check CHECK` | Checks an attestations.txt. |
| `--way WAY` | How it is printed: page, 'overlay bottom-right 15 15 85' (mm), or 'labels 2x4 99.1 67.7 4.7 13.1 2.5 0' (mm). Default: page. |
| `--output OUTPUT` | The sample as PDF; must not exist yet. |

### dossier paper render

```text
dossier paper render FILE --output OUTPUT
```

Draws a page description as PDF, as it is printed.

| option | meaning |
|---|---|
| `FILE` | The page description. |
| `--output OUTPUT` | The PDF; must not exist yet. |

### dossier check

```text
dossier check [TEXT] [--page] [--by BY] [--pin-fd PIN-FD] [--purpose PURPOSE]
```

Checks an issued paper by its QR code.

Exit codes: 0 the paper holds, 1 it is changed, invented, replaced, of a void dossier or kept back, 3 it is not known here.
A copy has the code of the true paper: compare each line of it with what this command shows.

| option | meaning |
|---|---|
| `TEXT` | The text of the QR code; without it a line of standard input, which a scanner may type. |
| `--page` | Also what the paper says, as it was issued: for a head of desk, with --purpose. |
| `--by BY` | Name of the clerk who does it; may be left out where only one clerk can be meant. |
| `--pin-fd PIN-FD` | Reads her PIN from this file descriptor, in an office with PINs; it is asked for otherwise. |
| `--purpose PURPOSE` | What for, 3 to 200 characters; kept with the record of it. |

### dossier printers

```text
dossier printers [--json]
```

The printers of this machine, and which of them can print now.

| option | meaning |
|---|---|
| `--json` | JSON: name, description, state, isReady, isDefault, isChosen, remarks, media, trays. |

### dossier kiosk-setup

```text
dossier kiosk-setup [--user USER] [--console CONSOLE]
```

Describes a console that is the desk and nothing else, without a login or a shell behind it.

| option | meaning |
|---|---|
| `--user USER` | The Unix user the desk runs as. Default: motcua. |
| `--console CONSOLE` | The console, 1 to 6. Default: 1. |

It takes none of `--data DATA`, `--theme THEME`, `--language LANGUAGE`, `--now NOW`, `--ascii`, `--plain`.
"""##
}
