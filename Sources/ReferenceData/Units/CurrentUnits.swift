public enum CurrentUnits {
  /// The 78 units of the province since 1 July 2025 (NQ 202/2025/QH15). Columns: code, kind, name.
  // swift-format-ignore
  public static let rows = #"""
    18859	Phường	Đồng Thuận
    18871	Phường	Đồng Sơn
    18880	Phường	Đồng Hới
    18901	Xã	Minh Hóa
    18904	Xã	Dân Hóa
    18919	Xã	Tân Thành
    18922	Xã	Kim Điền
    18943	Xã	Kim Phú
    18949	Xã	Đồng Lê
    18952	Xã	Tuyên Sơn
    18958	Xã	Tuyên Lâm
    18985	Xã	Tuyên Phú
    18991	Xã	Tuyên Bình
    18997	Xã	Tuyên Hóa
    19009	Phường	Ba Đồn
    19021	Xã	Phú Trạch
    19030	Xã	Trung Thuần
    19033	Xã	Hòa Trạch
    19051	Xã	Tân Gianh
    19057	Xã	Quảng Trạch
    19066	Phường	Bắc Gianh
    19075	Xã	Nam Ba Đồn
    19093	Xã	Nam Gianh
    19111	Xã	Hoàn Lão
    19126	Xã	Bắc Trạch
    19138	Xã	Phong Nha
    19141	Xã	Bố Trạch
    19147	Xã	Thượng Trạch
    19159	Xã	Đông Trạch
    19198	Xã	Nam Trạch
    19204	Xã	Trường Sơn
    19207	Xã	Quảng Ninh
    19225	Xã	Ninh Châu
    19237	Xã	Trường Ninh
    19246	Xã	Lệ Ninh
    19249	Xã	Lệ Thủy
    19255	Xã	Cam Hồng
    19288	Xã	Sen Ngư
    19291	Xã	Tân Mỹ
    19309	Xã	Trường Phú
    19318	Xã	Kim Ngân
    19333	Phường	Đông Hà
    19351	Phường	Nam Đông Hà
    19360	Phường	Quảng Trị
    19363	Xã	Vĩnh Linh
    19366	Xã	Bến Quan
    19372	Xã	Vĩnh Hoàng
    19405	Xã	Vĩnh Thủy
    19414	Xã	Cửa Tùng
    19429	Xã	Khe Sanh
    19432	Xã	Lao Bảo
    19435	Xã	Hướng Lập
    19441	Xã	Hướng Phùng
    19462	Xã	Tân Lập
    19483	Xã	A Dơi
    19489	Xã	Lìa
    19495	Xã	Gio Linh
    19496	Xã	Cửa Việt
    19501	Xã	Bến Hải
    19537	Xã	Cồn Tiên
    19555	Xã	Hướng Hiệp
    19564	Xã	Đakrông
    19567	Xã	Ba Lòng
    19588	Xã	Tà Rụt
    19594	Xã	La Lay
    19597	Xã	Cam Lộ
    19603	Xã	Hiếu Giang
    19624	Xã	Triệu Phong
    19639	Xã	Nam Cửa Việt
    19645	Xã	Triệu Bình
    19654	Xã	Triệu Cơ
    19669	Xã	Ái Tử
    19681	Xã	Diên Sanh
    19699	Xã	Vĩnh Định
    19702	Xã	Hải Lăng
    19735	Xã	Nam Hải Lăng
    19741	Xã	Mỹ Thủy
    19742	Đặc khu	Cồn Cỏ
    """#
}
