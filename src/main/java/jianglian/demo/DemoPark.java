package jianglian.demo;

import java.util.List;

/// A member park with its invented people: `liaison` holds the officer and the substitute.
record DemoPark(
    String code,
    String name,
    String shortName,
    String nameEn,
    String pinyin,
    String province,
    String city,
    String region,
    double longitude,
    double latitude,
    boolean founder,
    List<String> industries,
    String introduction,
    String introductionEn,
    List<String> liaison,
    String administrator) {}
