package jianglian.matching.learning;

import jianglian.matching.PairDealtWith;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class TrainingNews {
  private final Training training;

  TrainingNews(Training training) {
    this.training = training;
  }

  @ApplicationModuleListener
  void on(PairDealtWith dealt) {
    training.dealt(dealt);
  }
}
