package jianglian.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// One measured figure; what it is compared with may be absent (NaN).
record Figure(double value, double raw, double share, double most, double least) {
  Figure(double value) {
    this(value, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /// `bound` was measured in the same run; a ratio of 1 is as good as the bound.
  Figure beside(double bound, double ratio) {
    return new Figure(value, bound, ratio, most, least);
  }

  Figure atMost(double most) {
    return new Figure(value, raw, share, most, least);
  }

  Figure ratioAtLeast(double least) {
    return new Figure(value, raw, share, most, least);
  }

  boolean met() {
    return (Double.isNaN(most) || value <= most) && (Double.isNaN(least) || share >= least);
  }

  String ours() {
    return text(value);
  }

  String bound() {
    return text(raw);
  }

  String ratio() {
    return text(share);
  }

  String target() {
    if (Double.isNaN(most) && Double.isNaN(least)) return "";
    var limit = Double.isNaN(most) ? "ratio ≥ " + plain(least) : "≤ " + plain(most);
    return limit + (met() ? "  met" : "  MISSED");
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    put(json, "ours", value);
    put(json, "bound", raw);
    put(json, "ratio", share);
    put(json, "atMost", most);
    put(json, "ratioAtLeast", least);
    if (!target().isEmpty()) json.put("met", met());
    return json;
  }

  private static void put(Map<String, Object> json, String name, double value) {
    if (!Double.isNaN(value)) json.put(name, Math.round(value * 1000) / 1000.0);
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : "%.3f".formatted(value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
