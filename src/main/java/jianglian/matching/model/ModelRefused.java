package jianglian.matching.model;

import java.util.Objects;

/// A model file that cannot be used, with the reason.
public final class ModelRefused extends RuntimeException {
  ModelRefused(Exception reason) {
    super(
        "this model of matching cannot be used: "
            + Objects.requireNonNullElse(reason.getMessage(), reason.toString()),
        reason);
  }
}
