package jianglian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;

class TextsTest {
  private final Texts texts = new Texts(bundles());

  @Test
  void a_text_is_the_readers_however_often_it_is_asked_for() {
    for (var i = 0; i < 2; i++) {
      assertThat(texts.zh("form.optional")).isEqualTo("选填");
      assertThat(texts.en("form.optional")).isNotEqualTo("选填").isNotBlank();
    }
  }

  @Test
  void a_missing_text_is_an_error_each_time() {
    for (var i = 0; i < 2; i++) {
      assertThatThrownBy(() -> texts.zh("no.such")).isInstanceOf(NoSuchMessageException.class);
    }
  }

  private static ResourceBundleMessageSource bundles() {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasename("messages/web");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }
}
