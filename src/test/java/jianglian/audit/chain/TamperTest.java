package jianglian.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditChain.KeptHead;
import jianglian.audit.AuditHead;
import jianglian.audit.Finding;
import jianglian.audit.Finding.Kind;
import jianglian.audit.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an attacker with all rights on the database, and the operator with the signing key besides,
/// can do to the record, and how each is found.
class TamperTest {
  private static final AuditRecord RECORD = AuditRecord.start();

  private List<KeptHead> kept = List.of();

  @AfterAll
  static void stop() {
    RECORD.stop();
  }

  /// Nineteen sealed acts, one of them that the key came into use, with heads at 9 and 19 that a
  /// park has kept.
  @BeforeEach
  void begin() {
    RECORD.empty();
    RECORD.act(9);
    var first = RECORD.head();
    RECORD.act(9);
    var second = RECORD.head();
    assertThat(List.of(first.position(), second.position())).containsExactly(9L, 19L);
    kept = List.of(new KeptHead("张江", first), new KeptHead("张江", second));
  }

  @Test
  void an_untouched_record_is_intact() {
    var verification = verify();
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.links()).isEqualTo(19);
    assertThat(verification.heads()).isEqualTo(4);
  }

  @Test
  void a_rewritten_act_is_named() {
    RECORD.tamper("update audit_entry set detail = '{\"amount\": 1}' where id = " + entryAt(5));
    assertThat(first()).isEqualTo(new Finding(Kind.CONTENT_CHANGED, 5, entryAt(5), null, null));
    assertThat(verify().findings()).hasSize(1);
  }

  @Test
  void every_field_of_an_act_is_sealed() {
    var changes =
        List.of(
            "at = at + interval '1 microsecond'",
            "actor_kind = 'visitor'",
            "actor_id = 99",
            "authority = 'liaison'",
            "act = 'thing-undone'",
            "object_kind = 'other'",
            "object_id = 'other'",
            "park_id = 99",
            "detail = '{}'",
            "commitments = '{\"name\": \"SHA-256:0\"}'");
    for (var change : changes) {
      RECORD.empty();
      RECORD.act(3);
      RECORD.tamper("update audit_entry set " + change + " where id = " + entryAt(2));
      assertThat(RECORD.verify(List.of()).findings())
          .as(change)
          .extracting(Finding::kind)
          .contains(Kind.CONTENT_CHANGED);
    }
  }

  @Test
  void a_deleted_act_is_named() {
    var entry = entryAt(5);
    RECORD.tamper("delete from audit_entry where id = " + entry);
    assertThat(first()).isEqualTo(new Finding(Kind.ENTRY_MISSING, 5, entry, null, null));
  }

  @Test
  void an_act_deleted_with_its_link_is_named() {
    RECORD.tamper("delete from audit_entry where id = " + entryAt(5));
    RECORD.tamper("delete from audit_seal where position = 5");
    assertThat(first()).isEqualTo(new Finding(Kind.SEAL_MISSING, 5, null, "5", null));
  }

  @Test
  void a_gap_that_was_closed_up_is_named() {
    RECORD.tamper("delete from audit_entry where id = " + entryAt(5));
    RECORD.tamper("delete from audit_seal where position = 5");
    RECORD.tamper("update audit_seal set position = position + 1000 where position > 5");
    RECORD.tamper("update audit_seal set position = position - 1001 where position > 1000");
    assertThat(first().kind()).isEqualTo(Kind.LINK_BROKEN);
    assertThat(first().position()).isEqualTo(5);
  }

  @Test
  void two_acts_in_each_others_place_are_named() {
    var fifth = entryAt(5);
    var eighth = entryAt(8);
    RECORD.tamper("update audit_seal set entry_id = -1 where position = 5");
    RECORD.tamper("update audit_seal set entry_id = %d where position = 8".formatted(fifth));
    RECORD.tamper("update audit_seal set entry_id = %d where position = 5".formatted(eighth));
    assertThat(first()).isEqualTo(new Finding(Kind.ORDER_CHANGED, 5, eighth, "8", null));
  }

  @Test
  void two_links_in_each_others_place_are_named() {
    var eighth = entryAt(8);
    RECORD.tamper("update audit_seal set position = 1000 where position = 5");
    RECORD.tamper("update audit_seal set position = 5 where position = 8");
    RECORD.tamper("update audit_seal set position = 8 where position = 1000");
    assertThat(first()).isEqualTo(new Finding(Kind.ORDER_CHANGED, 5, eighth, "8", null));
  }

  @Test
  void a_truncated_record_is_shorter_than_its_heads_say() {
    RECORD.tamper("delete from audit_entry where id > " + entryAt(12));
    RECORD.tamper("delete from audit_seal where position > 12");
    assertThat(first()).isEqualTo(new Finding(Kind.CHAIN_SHORTER, 13, null, "19", ""));
  }

  @Test
  void a_truncated_record_without_its_heads_is_found_by_a_kept_head() {
    RECORD.tamper("delete from audit_entry where id > " + entryAt(12));
    RECORD.tamper("delete from audit_seal where position > 12");
    RECORD.tamper("delete from audit_head where position > 12");
    assertThat(RECORD.verify(List.of()).intact()).as("without a kept head").isTrue();
    assertThat(first()).isEqualTo(new Finding(Kind.CHAIN_SHORTER, 13, null, "19", "张江"));
  }

  @Test
  void an_act_slipped_in_beside_the_chain_is_named() {
    RECORD.tamper(
        """
        insert into audit_entry (actor_kind, act, object_kind, object_id, xid)
        values ('system', 'vote-cast', 'motion', '1', '3')
        """);
    assertThat(first().kind()).isEqualTo(Kind.ADDED_OUTSIDE);
  }

  @Test
  void a_link_rewritten_with_its_act_breaks_the_chain_behind_it() {
    RECORD.tamper("update audit_entry set detail = '{\"amount\": 1}' where id = " + entryAt(5));
    RECORD.reseal(5, 5);
    assertThat(first().kind()).isEqualTo(Kind.LINK_BROKEN);
    assertThat(first().position()).isEqualTo(6);
  }

  @Test
  void a_chain_rewritten_to_its_end_differs_from_its_heads() {
    RECORD.tamper("update audit_entry set detail = '{\"amount\": 1}' where id = " + entryAt(15));
    RECORD.reseal(15, 19);
    assertThat(RECORD.verify(List.of()).findings())
        .containsExactly(new Finding(Kind.HEAD_DIFFERS, 10, entryAt(10), "19", ""));
  }

  @Test
  void the_operator_who_rewrites_everything_and_signs_it_anew_is_found_by_a_kept_head() {
    RECORD.tamper("update audit_entry set detail = '{\"amount\": 1}' where id = " + entryAt(15));
    RECORD.reseal(15, 19);
    RECORD.tamper("delete from audit_head where position > 9");
    RECORD.head();
    assertThat(RECORD.verify(List.of()).intact()).as("by itself it looks whole").isTrue();
    assertThat(verify().findings())
        .containsExactly(new Finding(Kind.HEAD_DIFFERS, 10, entryAt(10), "19", "张江"));
  }

  @Test
  void the_operator_who_rewrites_everything_with_a_new_key_is_found_by_a_kept_head() {
    RECORD.tamper("update audit_entry set detail = '{\"amount\": 1}' where id = " + entryAt(3));
    RECORD.reseal(1, 19);
    RECORD.tamper("delete from audit_head");
    RECORD.tamper("delete from audit_key");
    RECORD.newKey();
    RECORD.head();
    assertThat(RECORD.verify(List.of()).intact()).as("by itself it looks whole").isTrue();
    assertThat(verify().findings())
        .extracting(Finding::kind)
        .contains(Kind.HEAD_DIFFERS, Kind.KEY_DIFFERS);
    assertThat(first().position()).isEqualTo(1);
  }

  @Test
  void a_head_whose_signature_was_touched_is_named() {
    var head = kept.getFirst().head();
    var forged =
        new AuditHead(
            head.position(),
            head.hash(),
            head.hashAlgorithm(),
            head.signedAt().plusSeconds(60),
            head.signature(),
            head.signatureAlgorithm(),
            head.publicKey());
    kept = List.of(new KeptHead("张江", forged));
    assertThat(first()).isEqualTo(new Finding(Kind.HEAD_SIGNATURE_WRONG, 9, null, "9", "张江"));
  }

  @Test
  void a_head_that_was_taken_off_the_record_is_named() {
    RECORD.tamper("delete from audit_head where position = 9");
    assertThat(first()).isEqualTo(new Finding(Kind.HEAD_MISSING, 9, null, "9", "张江"));
  }

  @Test
  void an_erased_personal_value_leaves_the_chain_whole_and_a_changed_one_does_not() {
    RECORD.record(
        Act.of(new Actor.Job("test"), "thing-done", "thing", 70)
            .withPersonal(Map.of("name", "陈立", "phone", "13900000000")));
    RECORD.seal();
    assertThat(verify().erased()).isZero();
    RECORD.tamper("delete from audit_secret where field = 'phone'");
    assertThat(verify().erased()).isEqualTo(1);
    assertThat(verify().intact()).isTrue();
    RECORD.tamper("update audit_secret set value = '陈利' where field = 'name'");
    assertThat(first().kind()).isEqualTo(Kind.PERSONAL_CHANGED);
    assertThat(first().other()).isEqualTo("name");
  }

  @Test
  void several_changes_are_named_in_their_order() {
    RECORD.tamper("update audit_entry set act = 'other' where id = " + entryAt(7));
    RECORD.tamper("delete from audit_entry where id = " + entryAt(4));
    assertThat(verify().findings())
        .extracting(Finding::position, Finding::kind)
        .containsExactly(tuple(4L, Kind.ENTRY_MISSING), tuple(7L, Kind.CONTENT_CHANGED));
  }

  @Test
  void acts_of_a_transaction_that_ends_late_are_sealed_after_it() throws Exception {
    var links = RECORD.links();
    try (var slow = RECORD.transaction()) {
      slow.insert("slow");
      RECORD.record(Act.of(new Actor.Job("test"), "thing-done", "thing", "quick"));
      RECORD.sealWhatIsOver();
      assertThat(RECORD.links()).as("nothing overtakes the slow one").isEqualTo(links);
      slow.commit();
    }
    RECORD.seal();
    assertThat(RECORD.objects().subList((int) links, (int) links + 2))
        .containsExactly("slow", "quick");
    assertThat(verify().intact()).isTrue();
  }

  @Test
  void sealing_again_changes_nothing() {
    var links = new ArrayList<>(RECORD.hashes());
    IntStream.range(0, 3).forEach(_ -> RECORD.seal());
    assertThat(RECORD.hashes()).isEqualTo(links);
  }

  private Verification verify() {
    return RECORD.verify(kept);
  }

  private Finding first() {
    return verify().findings().getFirst();
  }

  private long entryAt(long position) {
    return RECORD.entryAt(position);
  }
}
