package jianglian.publishing.release;

import jianglian.publishing.ReleasePublished;
import jianglian.publishing.ReleaseReturned;
import jianglian.publishing.ReleaseSubmitted;
import jianglian.publishing.ReleaseWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the other modules where a release stands now.
@Component
public class Announcements {
  private final ApplicationEventPublisher events;

  Announcements(ApplicationEventPublisher events) {
    this.events = events;
  }

  public void tell(Release release) {
    var title = release.content().title();
    switch (release.state()) {
      case IN_REVIEW ->
          events.publishEvent(new ReleaseSubmitted(release.id(), release.park(), title));
      case PUBLISHED, STALE ->
          events.publishEvent(new ReleasePublished(release.id(), release.park(), title));
      case RETURNED ->
          events.publishEvent(new ReleaseReturned(release.id(), release.park(), title));
      case WITHDRAWN ->
          events.publishEvent(new ReleaseWithdrawn(release.id(), release.park(), title));
      case DRAFT, MERGED -> {}
    }
  }
}
