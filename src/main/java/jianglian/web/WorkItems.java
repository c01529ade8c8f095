package jianglian.web;

import java.util.List;
import jianglian.audit.Actor;

/// What waits for someone. Every module in which people must act registers one; the workspace shows
/// them together, ordered by clock.
public interface WorkItems {
  List<WorkItem> waitingFor(Actor actor);
}
