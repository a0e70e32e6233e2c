public enum FormerUnits {
  /// The 265 units that ceased to exist on 30 June 2025, each with the one unit that replaced it. A line that begins
  /// with `#` starts a district: code and name of its province, code and name of the district. Columns: code, kind,
  /// name, code of the new unit.
  // swift-format-ignore
  public static let rows = #"""
    # 44	Quảng Bình	450	Thành Phố Đồng Hới
    18853	Phường	Hải Thành	18880
    18856	Phường	Đồng Phú	18880
    18859	Phường	Bắc Lý	18859
    18865	Phường	Nam Lý	18880
    18868	Phường	Đồng Hải	18880
    18871	Phường	Đồng Sơn	18871
    18874	Phường	Phú Hải	18880
    18877	Phường	Bắc Nghĩa	18871
    18880	Phường	Đức Ninh Đông	18880
    18883	Xã	Quang Phú	18859
    18886	Xã	Lộc Ninh	18859
    18889	Xã	Bảo Ninh	18880
    18892	Xã	Nghĩa Ninh	18871
    18895	Xã	Thuận Đức	18871
    18898	Xã	Đức Ninh	18880
    # 44	Quảng Bình	452	Huyện Minh Hóa
    18901	Thị trấn	Quy Đạt	18901
    18904	Xã	Dân Hóa	18904
    18907	Xã	Trọng Hóa	18904
    18913	Xã	Hồng Hóa	18901
    18919	Xã	Tân Thành	18919
    18922	Xã	Hóa Hợp	18922
    18925	Xã	Xuân Hóa	18901
    18928	Xã	Yên Hóa	18901
    18931	Xã	Minh Hóa	18943
    18934	Xã	Tân Hóa	18943
    18937	Xã	Hóa Sơn	18922
    18943	Xã	Trung Hóa	18943
    18946	Xã	Thượng Hóa	18943
    # 44	Quảng Bình	453	Huyện Tuyên Hóa
    18949	Thị trấn	Đồng Lê	18949
    18952	Xã	Hương Hóa	18952
    18955	Xã	Kim Hóa	18949
    18958	Xã	Thanh Hóa	18958
    18961	Xã	Thanh Thạch	18952
    18964	Xã	Thuận Hóa	18949
    18967	Xã	Lâm Hóa	18958
    18970	Xã	Lê Hóa	18949
    18973	Xã	Sơn Hóa	18949
    18976	Xã	Đồng Hóa	18985
    18979	Xã	Ngư Hóa	18991
    18985	Xã	Thạch Hóa	18985
    18988	Xã	Đức Hóa	18985
    18991	Xã	Phong Hóa	18991
    18994	Xã	Mai Hóa	18991
    18997	Xã	Tiến Hóa	18997
    19000	Xã	Châu Hóa	18997
    19003	Xã	Cao Quảng	18997
    19006	Xã	Văn Hóa	18997
    # 44	Quảng Bình	454	Huyện Quảng Trạch
    19012	Xã	Quảng Hợp	19021
    19015	Xã	Quảng Kim	19021
    19018	Xã	Quảng Đông	19021
    19021	Xã	Quảng Phú	19021
    19024	Xã	Quảng Châu	19033
    19027	Xã	Quảng Thạch	19030
    19030	Xã	Quảng Lưu	19030
    19033	Xã	Quảng Tùng	19033
    19036	Xã	Cảnh Dương	19033
    19039	Xã	Quảng Tiến	19030
    19042	Xã	Quảng Hưng	19057
    19045	Xã	Quảng Xuân	19057
    19051	Xã	Liên Trường	19051
    19057	Xã	Quảng Phương	19057
    19063	Xã	Phù Cảnh	19051
    19072	Xã	Quảng Thanh	19051
    # 44	Quảng Bình	455	Huyện Bố Trạch
    19111	Thị trấn	Hoàn Lão	19111
    19114	Thị trấn	NT Việt Trung	19198
    19117	Xã	Xuân Trạch	19138
    19123	Xã	Hạ Mỹ	19126
    19126	Xã	Bắc Trạch	19126
    19129	Xã	Lâm Trạch	19138
    19132	Xã	Thanh Trạch	19126
    19135	Xã	Liên Trạch	19126
    19138	Xã	Phúc Trạch	19138
    19141	Xã	Cự Nẫm	19141
    19144	Xã	Hải Phú	19159
    19147	Xã	Thượng Trạch	19147
    19150	Xã	Sơn Lộc	19159
    19156	Xã	Hưng Trạch	19141
    19159	Xã	Đồng Trạch	19159
    19162	Xã	Đức Trạch	19159
    19165	Thị trấn	Phong Nha	19138
    19168	Xã	Vạn Trạch	19141
    19174	Xã	Phú Định	19141
    19177	Xã	Trung Trạch	19111
    19180	Xã	Tây Trạch	19111
    19183	Xã	Hòa Trạch	19111
    19186	Xã	Đại Trạch	19111
    19189	Xã	Nhân Trạch	19198
    19192	Xã	Tân Trạch	19147
    19198	Xã	Lý Nam	19198
    # 44	Quảng Bình	456	Huyện Quảng Ninh
    19204	Xã	Trường Sơn	19204
    19207	Thị trấn	Quán Hàu	19207
    19210	Xã	Vĩnh Ninh	19207
    19213	Xã	Võ Ninh	19207
    19216	Xã	Hải Ninh	19225
    19219	Xã	Hàm Ninh	19207
    19222	Xã	Duy Ninh	19225
    19225	Xã	Gia Ninh	19225
    19228	Xã	Trường Xuân	19204
    19231	Xã	Hiền Ninh	19237
    19234	Xã	Tân Ninh	19225
    19237	Xã	Xuân Ninh	19237
    19240	Xã	An Ninh	19237
    19243	Xã	Vạn Ninh	19237
    # 44	Quảng Bình	457	Huyện Lệ Thủy
    19246	Thị trấn	NT Lệ Ninh	19246
    19249	Thị trấn	Kiến Giang	19249
    19252	Xã	Hồng Thủy	19255
    19255	Xã	Ngư Thủy Bắc	19255
    19258	Xã	Hoa Thủy	19246
    19261	Xã	Thanh Thủy	19255
    19264	Xã	An Thủy	19249
    19267	Xã	Phong Thủy	19249
    19270	Xã	Cam Thủy	19255
    19273	Xã	Ngân Thủy	19318
    19276	Xã	Sơn Thủy	19246
    19279	Xã	Lộc Thủy	19249
    19285	Xã	Liên Thủy	19249
    19288	Xã	Hưng Thủy	19288
    19291	Xã	Dương Thủy	19291
    19294	Xã	Tân Thủy	19291
    19297	Xã	Phú Thủy	19309
    19300	Xã	Xuân Thủy	19249
    19303	Xã	Mỹ Thủy	19291
    19306	Xã	Ngư Thủy	19288
    19309	Xã	Mai Thủy	19309
    19312	Xã	Sen Thủy	19288
    19315	Xã	Thái Thủy	19291
    19318	Xã	Kim Thủy	19318
    19321	Xã	Trường Thủy	19309
    19327	Xã	Lâm Thủy	19318
    # 44	Quảng Bình	458	Thị xã Ba Đồn
    19009	Phường	Ba Đồn	19009
    19060	Phường	Quảng Long	19009
    19066	Phường	Quảng Thọ	19066
    19069	Xã	Quảng Tiên	19075
    19075	Xã	Quảng Trung	19075
    19078	Phường	Quảng Phong	19009
    19081	Phường	Quảng Thuận	19066
    19084	Xã	Quảng Tân	19075
    19087	Xã	Quảng Hải	19009
    19090	Xã	Quảng Sơn	19075
    19093	Xã	Quảng Lộc	19093
    19096	Xã	Quảng Thủy	19075
    19099	Xã	Quảng Văn	19093
    19102	Phường	Quảng Phúc	19066
    19105	Xã	Quảng Hòa	19093
    19108	Xã	Quảng Minh	19093
    # 45	Quảng Trị	461	Thành phố Đông Hà
    19330	Phường	Đông Giang	19333
    19333	Phường	1	19333
    19336	Phường	Đông Lễ	19351
    19339	Phường	Đông Thanh	19333
    19342	Phường	2	19351
    19345	Phường	4	19333
    19348	Phường	5	19351
    19351	Phường	Đông Lương	19351
    19354	Phường	3	19333
    # 45	Quảng Trị	462	Thị xã Quảng Trị
    19357	Phường	1	19360
    19358	Phường	An Đôn	19360
    19360	Phường	2	19360
    19361	Phường	3	19360
    19705	Xã	Hải Lệ	19360
    # 45	Quảng Trị	464	Huyện Vĩnh Linh
    19363	Thị trấn	Hồ Xá	19363
    19366	Thị trấn	Bến Quan	19366
    19369	Xã	Vĩnh Thái	19372
    19372	Xã	Vĩnh Tú	19372
    19375	Xã	Vĩnh Chấp	19363
    19378	Xã	Trung Nam	19372
    19384	Xã	Kim Thạch	19414
    19387	Xã	Vĩnh Long	19363
    19393	Xã	Vĩnh Khê	19366
    19396	Xã	Vĩnh Hòa	19372
    19402	Xã	Vĩnh Thủy	19405
    19405	Xã	Vĩnh Lâm	19405
    19408	Xã	Hiền Thành	19414
    19414	Thị trấn	Cửa Tùng	19414
    19417	Xã	Vĩnh Hà	19366
    19420	Xã	Vĩnh Sơn	19405
    19423	Xã	Vĩnh Giang	19414
    19426	Xã	Vĩnh Ô	19366
    # 45	Quảng Trị	465	Huyện Hướng Hóa
    19429	Thị trấn	Khe Sanh	19429
    19432	Thị trấn	Lao Bảo	19432
    19435	Xã	Hướng Lập	19435
    19438	Xã	Hướng Việt	19435
    19441	Xã	Hướng Phùng	19441
    19444	Xã	Hướng Sơn	19441
    19447	Xã	Hướng Linh	19441
    19450	Xã	Tân Hợp	19429
    19453	Xã	Hướng Tân	19429
    19456	Xã	Tân Thành	19432
    19459	Xã	Tân Long	19432
    19462	Xã	Tân Lập	19462
    19465	Xã	Tân Liên	19462
    19468	Xã	Húc	19429
    19471	Xã	Thuận	19489
    19474	Xã	Hướng Lộc	19462
    19477	Xã	Ba Tầng	19483
    19480	Xã	Thanh	19489
    19483	Xã	A Dơi	19483
    19489	Xã	Lìa	19489
    19492	Xã	Xy	19483
    # 45	Quảng Trị	466	Huyện Gio Linh
    19495	Thị trấn	Gio Linh	19495
    19496	Thị trấn	Cửa Việt	19496
    19498	Xã	Trung Giang	19501
    19501	Xã	Trung Hải	19501
    19504	Xã	Trung Sơn	19501
    19507	Xã	Phong Bình	19495
    19510	Xã	Gio Mỹ	19495
    19519	Xã	Gio Hải	19496
    19522	Xã	Gio An	19537
    19534	Xã	Linh Trường	19537
    19537	Xã	Gio Sơn	19537
    19543	Xã	Gio Mai	19496
    19546	Xã	Hải Thái	19537
    19552	Xã	Gio Quang	19495
    # 45	Quảng Trị	467	Huyện Đa Krông
    19555	Thị trấn	Krông Klang	19555
    19558	Xã	Mò Ó	19555
    19561	Xã	Hướng Hiệp	19555
    19564	Xã	Đa Krông	19564
    19567	Xã	Triệu Nguyên	19567
    19570	Xã	Ba Lòng	19567
    19576	Xã	Ba Nang	19564
    19579	Xã	Tà Long	19564
    19582	Xã	Húc Nghì	19588
    19585	Xã	A Vao	19588
    19588	Xã	Tà Rụt	19588
    19591	Xã	A Bung	19594
    19594	Xã	A Ngo	19594
    # 45	Quảng Trị	468	Huyện Cam Lộ
    19597	Thị trấn	Cam Lộ	19597
    19600	Xã	Cam Tuyền	19603
    19603	Xã	Thanh An	19603
    19606	Xã	Cam Thủy	19603
    19612	Xã	Cam Thành	19597
    19615	Xã	Cam Hiếu	19603
    19618	Xã	Cam Chính	19597
    19621	Xã	Cam Nghĩa	19597
    # 45	Quảng Trị	469	Huyện Triệu Phong
    19624	Thị trấn	Ái Tử	19624
    19627	Xã	Triệu Tân	19639
    19633	Xã	Triệu Phước	19639
    19636	Xã	Triệu Độ	19645
    19639	Xã	Triệu Trạch	19639
    19642	Xã	Triệu Thuận	19645
    19645	Xã	Triệu Đại	19645
    19648	Xã	Triệu Hòa	19645
    19654	Xã	Triệu Cơ	19654
    19657	Xã	Triệu Long	19669
    19660	Xã	Triệu Tài	19654
    19666	Xã	Triệu Trung	19654
    19669	Xã	Triệu Ái	19669
    19672	Xã	Triệu Thượng	19624
    19675	Xã	Triệu Giang	19669
    19678	Xã	Triệu Thành	19624
    # 45	Quảng Trị	470	Huyện Hải Lăng
    19681	Thị trấn	Diên Sanh	19681
    19684	Xã	Hải An	19741
    19687	Xã	Hải Bình	19699
    19693	Xã	Hải Quy	19699
    19699	Xã	Hải Hưng	19699
    19702	Xã	Hải Phú	19702
    19708	Xã	Hải Thượng	19702
    19711	Xã	Hải Dương	19741
    19714	Xã	Hải Định	19681
    19717	Xã	Hải Lâm	19702
    19726	Xã	Hải Phong	19735
    19729	Xã	Hải Trường	19681
    19735	Xã	Hải Sơn	19735
    19738	Xã	Hải Chánh	19735
    19741	Xã	Hải Khê	19741
    # 45	Quảng Trị	471	Huyện Cồn Cỏ
    	Huyện đảo	Cồn Cỏ	19742
    """#
}
