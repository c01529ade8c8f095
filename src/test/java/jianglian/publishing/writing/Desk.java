package jianglian.publishing.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jianglian.world.Http;

/// A person at the form of a release: opens it, types into it, presses a button.
record Desk(Http.Browser browser) {
  static final String NEW = "/park-interface/releases/new";
  private static final Pattern HIDDEN = Pattern.compile("name=\"(seen|key)\" value=\"([^\"]*)\"");

  static Map<String, String> policy(String... more) {
    var form = new HashMap<String, String>();
    form.put("kind", "policy");
    form.put("title", "关于支持人形机器人中试的若干措施");
    form.put("body", "## 一、支持对象\n在本区登记的**整机企业**。");
    for (var i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
    return form;
  }

  static Map<String, String> notice(String... more) {
    var form = policy(more);
    form.put("kind", "notice");
    return form;
  }

  static String page(long id) {
    return "/park-interface/releases/" + id;
  }

  /// The form as it is open now, with these fields typed.
  Map<String, String> typed(String page, Map<String, String> fields) {
    var form = new HashMap<String, String>();
    HIDDEN
        .matcher(browser.get(page).body())
        .results()
        .forEach(it -> form.put(it.group(1), it.group(2)));
    form.putAll(fields);
    return form;
  }

  Http.Answer press(String page, String act, Map<String, String> form) {
    var sent = new HashMap<>(form);
    sent.put("act", act);
    return browser.submit(page, page, sent);
  }

  /// Opens the form, types, presses the button.
  Http.Answer write(String page, String act, Map<String, String> fields) {
    return press(page, act, typed(page, fields));
  }

  /// A new release; answers its id.
  long written(String act, Map<String, String> fields) {
    return id(write(NEW, act, fields));
  }

  static long id(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return Long.parseLong(answer.header("Location").replaceFirst(".*/(\\d+)(\\?.*)?$", "$1"));
  }

  Http.Answer act(long id, String act, Map<String, String> fields) {
    return browser.submit(page(id), page(id) + "/" + act, fields);
  }
}
