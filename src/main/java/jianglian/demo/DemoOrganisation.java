package jianglian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fictional firm, institute, investor or service provider.
record DemoOrganisation(
    String key,
    String park,
    String name,
    String kind,
    @Nullable Integer founded,
    @Nullable Integer employees,
    List<String> industries,
    String region,
    List<String> qualifications,
    String introduction,
    Contact contact) {
  record Contact(String name, String title) {}
}
