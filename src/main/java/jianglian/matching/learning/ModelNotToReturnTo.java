package jianglian.matching.learning;

import jianglian.web.Refusal;

/// Only a model that has ranked before, can be read and descends from the product's present one can
/// rank again.
class ModelNotToReturnTo extends Refusal {
  ModelNotToReturnTo() {
    super(409, "learning.fault.not-to-return-to");
  }
}
