/// Words in the spelling that people of the region speak and write, with the one that procedures and phrases have.
public enum WordVariants {
  public static let table: [(said: String, written: String)] = [
    ("sanh", "sinh"), ("chánh", "chính"), ("nhơn", "nhân"), ("bổn", "bản"), ("thơ", "thư"), ("đờn", "đơn"),
    ("tánh", "tính"), ("má", "mẹ"), ("mạ", "mẹ"), ("bọ", "cha"), ("tui", "tôi"), ("vô", "vào"),
  ]
}
