package jianglian.cases.documents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jianglian.audit.Cryptography;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The papers of cases, kept beside everything else so that one backup holds them all. Who may see
/// a case decides before this is asked.
@Repository
public class Documents {
  private final JdbcClient db;

  Documents(JdbcClient db) {
    this.db = db;
  }

  public long add(
      long matter, long event, Upload upload, String visibility, @Nullable Long uploader) {
    return db.sql(
            """
            insert into case_document (case_id, event_id, file_name, media_type, size_bytes, digest, algorithm, content,
              visibility, uploaded_by)
            values (:case, :event, :name, :type, :size, :digest, :algorithm, :content, :visibility, :uploader)
            returning id
            """)
        .param("case", matter)
        .param("event", event)
        .param("name", upload.fileName())
        .param("type", upload.mediaType())
        .param("size", upload.content().length)
        .param("digest", upload.digest())
        .param("algorithm", Cryptography.DIGEST)
        .param("content", upload.content())
        .param("visibility", visibility)
        .param("uploader", uploader)
        .query(Long.class)
        .single();
  }

  /// A document of the case, as it was uploaded.
  public Optional<Upload> of(long matter, long document, boolean amongOfficers) {
    return db.sql(
            """
            select file_name, media_type, content, digest from case_document
            where id = :id and case_id = :case and removed_at is null and (:officers or visibility = 'parties')
            """)
        .param("id", document)
        .param("case", matter)
        .param("officers", amongOfficers)
        .query((row, _) ->
            new Upload(
                row.getString("file_name"),
                row.getString("media_type"),
                row.getBytes("content"),
                row.getString("digest")))
        .optional();
  }

  /// Notes who has opened a document, once.
  public void opened(long document, long person, Instant now) {
    db.sql(
            """
            insert into case_document_reading (document_id, person_id, at) values (:document, :person, :now)
            on conflict do nothing
            """)
        .param("document", document)
        .param("person", person)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The content goes; that it was there stays. `uploader`: only if that person had put it there.
  public void remove(
      long matter, long document, @Nullable Long uploader, @Nullable Long by, Instant now) {
    var gone =
        db.sql(
                """
                update case_document set removed_at = :now, removed_by = :by, content = ''
                where id = :id and case_id = :case and removed_at is null
                  and (:uploader::bigint is null or (uploaded_by = :uploader and visibility = 'parties'))
                """)
            .param("id", document)
            .param("case", matter)
            .param("uploader", uploader)
            .param("by", by)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (gone == 0) throw new NotFound();
  }
}
