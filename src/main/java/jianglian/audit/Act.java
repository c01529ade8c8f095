package jianglian.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that was done: `name` is a past-tense word such as `need-opened`. Personal values go
/// into `personal`, where only a salted commitment enters the chain and the plain value can be
/// erased.
public record Act(
    Actor actor,
    String name,
    String objectKind,
    String objectId,
    @Nullable Long park,
    Map<String, ?> detail,
    Map<String, String> personal) {

  public static Act of(Actor actor, String name, String objectKind, Object objectId) {
    return new Act(actor, name, objectKind, objectId.toString(), null, Map.of(), Map.of());
  }

  public Act in(@Nullable Long park) {
    return new Act(actor, name, objectKind, objectId, park, detail, personal);
  }

  public Act with(Map<String, ?> detail) {
    return new Act(actor, name, objectKind, objectId, park, detail, personal);
  }

  public Act withPersonal(Map<String, String> personal) {
    return new Act(actor, name, objectKind, objectId, park, detail, personal);
  }
}
