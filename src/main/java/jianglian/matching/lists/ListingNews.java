package jianglian.matching.lists;

import java.time.Duration;
import java.util.List;
import jianglian.cooperation.ListingChanged;
import jianglian.cooperation.ListingClosed;
import jianglian.cooperation.ListingOpened;
import jianglian.cooperation.ListingPosted;
import jianglian.cooperation.ListingReturned;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.ListingsBrought;
import jianglian.matching.MatchJudged;
import jianglian.matching.model.CurrentModel;
import jianglian.matching.model.ModelChanged;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What happens to listings makes lists due.
@Component
class ListingNews {
  private static final Duration ALL_NODES_KNOW = CurrentModel.FRESH.multipliedBy(2);

  private final MatchQueue queue;
  private final ListKeeper keeper;

  ListingNews(MatchQueue queue, ListKeeper keeper) {
    this.queue = queue;
    this.keeper = keeper;
  }

  @ApplicationModuleListener
  void on(ListingPosted posted) {
    due(List.of(posted.listing()), true);
  }

  @ApplicationModuleListener
  void on(ListingOpened opened) {
    due(List.of(opened.listing()), true);
  }

  @ApplicationModuleListener
  void on(ListingChanged changed) {
    due(List.of(changed.listing()), true);
  }

  @ApplicationModuleListener
  void on(ListingReturned returned) {
    due(List.of(returned.listing()), true);
  }

  @ApplicationModuleListener
  void on(ListingClosed closed) {
    due(List.of(closed.listing()), true);
  }

  @ApplicationModuleListener
  void on(ListingsBrought brought) {
    due(brought.listings(), false);
  }

  @ApplicationModuleListener
  void on(MatchJudged judged) {
    due(List.of(judged.listing()), true, false);
  }

  /// In the transaction that chooses the model.
  @EventListener
  void on(ModelChanged changed) {
    queue.addAll(ListKeeping.LISTED.stream().map(ListingState::code).toList(), ALL_NODES_KNOW);
  }

  private void due(List<Long> listings, boolean urgent) {
    due(listings, urgent, true);
  }

  private void due(List<Long> listings, boolean urgent, boolean spread) {
    queue.add(listings, urgent, spread);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            keeper.wake();
          }
        });
  }
}
