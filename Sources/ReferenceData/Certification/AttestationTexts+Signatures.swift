extension AttestationTexts {
  /// Of signatures in papers, and of translators.
  // swift-format-ignore
  static let signatures = #"""
    [signature]
    form = 02
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Mở đầu của mẫu 02 ở một trang hướng dẫn; câu cuối theo mẫu in cũ
    open = Câu chữ chưa đối chiếu với phụ lục. | The words were not compared with the annex.
    open = Ngoài trụ sở: cách ghi giờ, phút chưa rõ. | How hour and minute are written outside of the office is not known.
    open = Câu về người phiên dịch, người làm chứng: chưa rõ. | A sentence about interpreter or witnesses is not known.
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})[outside:, {hour} giờ {minute} phút]
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Ông/bà {name}, {id-kind} số {id-number}, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã ký vào giấy tờ, văn bản này trước mặt tôi.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [signature-at-centre]
    form = 03
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Trang trích phụ lục Thông tư 01/2020/TT-BTP, mẫu 1.1
    open = Mẫu 03 có cùng câu chữ hay không: chưa đối chiếu. | Whether form 03 has the same words was not compared.
    open = Câu về người phiên dịch, người làm chứng: chưa rõ. | A sentence about interpreter or witnesses is not known.
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Ông/bà {name}, {id-kind} số {id-number}, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã ký vào giấy tờ, văn bản này trước mặt ông/bà {receiver} là người tiếp nhận hồ sơ.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = receiver: Người tiếp nhận hồ sơ (ký, ghi rõ họ, tên) | signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [fingerprint]
    form = ?
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Chưa đọc được ở đâu; viết theo các lời chứng khác
    open = Câu chữ chưa đối chiếu với phụ lục. | The words were not compared with the annex.
    open = Số của mẫu: chưa rõ. | The number of the form is not known.
    open = Ngón tay điểm chỉ: chưa rõ. | Which finger is not known.
    open = Ngoài trụ sở: cách ghi giờ, phút chưa rõ. | How hour and minute are written outside of the office is not known.
    open = Câu về người phiên dịch, người làm chứng: chưa rõ. | A sentence about interpreter or witnesses is not known.
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})[outside:, {hour} giờ {minute} phút]
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Ông/bà {name}, {id-kind} số {id-number}, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã điểm chỉ vào giấy tờ, văn bản này trước mặt tôi.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [fingerprint-at-centre]
    form = ?
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Chưa đọc được ở đâu; viết theo các lời chứng khác
    open = Câu chữ chưa đối chiếu với phụ lục. | The words were not compared with the annex.
    open = Số của mẫu: chưa rõ. | The number of the form is not known.
    open = Ngón tay điểm chỉ: chưa rõ. | Which finger is not known.
    open = Câu về người phiên dịch, người làm chứng: chưa rõ. | A sentence about interpreter or witnesses is not known.
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Ông/bà {name}, {id-kind} số {id-number}, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã điểm chỉ vào giấy tờ, văn bản này trước mặt ông/bà {receiver} là người tiếp nhận hồ sơ.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = receiver: Người tiếp nhận hồ sơ (ký, ghi rõ họ, tên) | signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [cannot-sign]
    form = ?
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Chưa đọc được ở đâu
    open = Câu chữ: chưa rõ; Điều 26 Nghị định 23/2015 đòi một mẫu riêng. | The words are not known; Article 26 of Decree 23/2015 asks for a form of its own.
    text = ?

    [several]
    form = 04
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Số và tên của mẫu 04 ở một trang hướng dẫn; câu chữ chưa đọc được
    open = Câu chữ chưa đối chiếu với phụ lục. | The words were not compared with the annex.
    open = Ngoài trụ sở: cách ghi giờ, phút chưa rõ. | How hour and minute are written outside of the office is not known.
    open = Câu về người phiên dịch, người làm chứng: chưa rõ. | A sentence about interpreter or witnesses is not known.
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})[outside:, {hour} giờ {minute} phút]
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Các ông/bà có tên sau đây:
    person = {ordinal}. Ông/bà {name}, {id-kind} số {id-number}
    text = Các ông/bà có tên trên cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã {act} vào giấy tờ, văn bản này trước mặt tôi.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [several-at-centre]
    form = ?
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Chưa đọc được ở đâu; viết theo các lời chứng khác
    open = Câu chữ chưa đối chiếu với phụ lục. | The words were not compared with the annex.
    open = Số của mẫu: chưa rõ. | The number of the form is not known.
    open = Câu về người phiên dịch, người làm chứng: chưa rõ. | A sentence about interpreter or witnesses is not known.
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Các ông/bà có tên sau đây:
    person = {ordinal}. Ông/bà {name}, {id-kind} số {id-number}
    text = Các ông/bà có tên trên cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã {act} vào giấy tờ, văn bản này trước mặt ông/bà {receiver} là người tiếp nhận hồ sơ.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = receiver: Người tiếp nhận hồ sơ (ký, ghi rõ họ, tên) | signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [translator]
    form = 08
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Ghi chú (1) của mẫu 08 ở một trang hướng dẫn; câu chữ chưa đọc được
    open = Câu chữ chưa đối chiếu với phụ lục. | The words were not compared with the annex.
    text = Tôi {name}, {id-kind} số {id-number}, cam đoan đã dịch chính xác nội dung của giấy tờ, văn bản này từ tiếng {from-language} sang tiếng {to-language}.
    text = Ngày {blank} tháng {blank} năm {blank}
    sign = - | person: Người dịch (ký, ghi rõ họ, tên)
    text = Ngày {day} tháng {month} năm {year} (Bằng chữ: {date-words})
    text = Tại {place}
    text = Tôi {signer}, là {title}
    bold = Chứng thực
    text = Ông/bà {name} là người đã ký vào bản dịch này.
    text = Số chứng thực {number} quyển số {volume} - {sign}
    sign = signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)
    """#
}
