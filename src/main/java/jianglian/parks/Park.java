package jianglian.parks;

import java.util.List;

/// A member park. `code` is that of GB/T 37028, or one given by the alliance (it begins with L).
public record Park(
    long id,
    String code,
    String name,
    String shortName,
    String nameEn,
    String pinyin,
    String province,
    String region,
    String city,
    double longitude,
    double latitude,
    boolean founder,
    List<String> industries) {

  /// How the park is called in lists, in the reader's language.
  public String called(boolean chinese) {
    return chinese ? shortName : nameEn;
  }
}
