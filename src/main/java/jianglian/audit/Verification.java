package jianglian.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// What a recomputation of the whole chain found. `links` positions were recomputed, `waiting` acts
/// are not sealed yet, `erased` personal values were erased, `heads` signed heads were compared.
public record Verification(
    long links, long waiting, long erased, int heads, List<Finding> findings) {

  @JsonIgnore
  public boolean intact() {
    return findings.isEmpty();
  }
}
